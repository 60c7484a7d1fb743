using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>A parameter of a family of activations: its name, and the value taken where none is typed.</summary>
/// <param name="Name">The name, as in the formula of the family.</param>
/// <param name="Default">The default of the frameworks (PyTorch, ONNX).</param>
public sealed record ActivationParameter(string Name, Rational Default);
