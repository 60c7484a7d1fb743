using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Onnx;

/// <summary>A state of a graph: an activation applied to a value.</summary>
/// <param name="Before">The name of the value before the activation.</param>
/// <param name="After">The name of the value after it.</param>
/// <param name="Activation">The activation; the identity for the output.</param>
/// <param name="Place">The node, for messages.</param>
internal sealed record OnnxState(string Before, string After, Activation Activation, string Place);
