using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Onnx;

/// <summary>One state of a model.</summary>
/// <param name="Value">The name of the value in the file.</param>
/// <param name="Shape">The lengths of its axes; names for those that are left open.</param>
/// <param name="Activation">The activation that makes it; <c>null</c> for the input.</param>
/// <param name="Sources">The states on which it depends by affine maps, 0 for the input.</param>
/// <param name="Place">The node that makes it.</param>
public sealed record OnnxStateInfo(string Value, IReadOnlyList<string> Shape, Activation? Activation, IReadOnlyList<int> Sources, string Place);
