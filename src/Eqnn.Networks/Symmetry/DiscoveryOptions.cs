namespace Eqnn.Networks.Symmetry;

/// <summary>How a symmetry is looked for; every property has a default.</summary>
public sealed record DiscoveryOptions
{
    /// <summary>The largest distance of a moved row of weights from the row it is matched with, as a share of the longest row of the layer: rounding of float32 with room.</summary>
    public const double DefaultTolerance = 1e-4;

    /// <summary>The defaults: tolerance 10⁻⁴, axes and outputs by what fits best.</summary>
    public static DiscoveryOptions Default { get; } = new();

    /// <summary>The largest distance that counts as equal.</summary>
    public double Tolerance { get; init; } = DefaultTolerance;

    /// <summary>The order of axes of the input where its shape leaves it open; <c>null</c> for the one that fits best.</summary>
    public AxisOrder? Axes { get; init; }

    /// <summary>The features of the output; <c>null</c> to find how the group permutes the outputs.</summary>
    public FeatureSpace? Output { get; init; }

    /// <summary>The same with a tolerance.</summary>
    public DiscoveryOptions WithTolerance(double tolerance) => this with { Tolerance = tolerance };

    /// <summary>The same with features of the output.</summary>
    public DiscoveryOptions WithOutput(FeatureSpace output) => this with { Output = output };
}
