using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>A parameter of a family of activations: its name, and the value taken where none is typed.</summary>
public sealed record ActivationParameter
{
    internal ActivationParameter(string name, Rational @default) => (Name, Default) = (name, @default);

    /// <summary>The name, as in the formula of the family.</summary>
    public string Name { get; }

    /// <summary>The default of the frameworks (PyTorch, ONNX).</summary>
    public Rational Default { get; }
}
