using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Onnx;

/// <summary>One state of a model.</summary>
public sealed class OnnxStateInfo
{
    internal OnnxStateInfo(string value, IReadOnlyList<string> shape, Activation? activation, IReadOnlyList<int> sources, string place) =>
        (Value, Shape, Activation, Sources, Place) = (value, shape, activation, sources, place);

    /// <summary>The name of the value in the file.</summary>
    public string Value { get; }

    /// <summary>The lengths of its axes; names for those that are left open.</summary>
    public IReadOnlyList<string> Shape { get; }

    /// <summary>The activation that makes it; <c>null</c> for the input.</summary>
    public Activation? Activation { get; }

    /// <summary>The states on which it depends by affine maps, 0 for the input.</summary>
    public IReadOnlyList<int> Sources { get; }

    /// <summary>The node that makes it.</summary>
    public string Place { get; }
}
