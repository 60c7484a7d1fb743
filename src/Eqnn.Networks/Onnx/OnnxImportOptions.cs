namespace Eqnn.Networks.Onnx;

/// <summary>How a model is read; every property has a default.</summary>
public sealed record OnnxImportOptions
{
    /// <summary>The defaults: axes by what is equivariant, the only output, tolerance 10⁻⁴.</summary>
    public static OnnxImportOptions Default { get; } = new();

    /// <summary>The order of axes where the shapes leave it open; <c>null</c> takes the order with which the layers are equivariant, that of the input if there are several.</summary>
    public AxisOrder? Axes { get; init; }

    /// <summary>The largest distance of a map or bias from the equivariant ones, as a share of its scale: rounding of float32 with room.</summary>
    public double Tolerance { get; init; } = OnnxImport.DefaultTolerance;

    /// <summary>The output that is read, where the model has several.</summary>
    public string? Output { get; init; }

    /// <summary>The node (or value) at which the model is taken to end.</summary>
    public string? Until { get; init; }

    /// <summary>For each state which unit of the file stands at each place, and by what it is scaled; <c>null</c> (or a list that ends before) where the axes say it. For input and output the axes say it always.</summary>
    public IReadOnlyList<UnitOrder?> Orders { get; init; } = [];

    /// <summary>The same with an order of axes.</summary>
    public OnnxImportOptions WithAxes(AxisOrder axes) => this with { Axes = axes };

    /// <summary>The same with a tolerance.</summary>
    public OnnxImportOptions WithTolerance(double tolerance) => this with { Tolerance = tolerance };

    /// <summary>The same with an output.</summary>
    public OnnxImportOptions WithOutput(string name) => this with { Output = name };

    /// <summary>The same with a node at which the model ends.</summary>
    public OnnxImportOptions WithUntil(string node) => this with { Until = node };

    /// <summary>Whether both read a model alike: orders are compared by what they say.</summary>
    public bool Equals(OnnxImportOptions? other) =>
        other is not null && (Axes, Tolerance, Output, Until) == (other.Axes, other.Tolerance, other.Output, other.Until) && Orders.SequenceEqual(other.Orders);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Axes, Tolerance, Output, Until, Orders.Count);
}
