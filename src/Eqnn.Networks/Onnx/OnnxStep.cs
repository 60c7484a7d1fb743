using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Onnx;

/// <summary>A node as it was computed once.</summary>
/// <param name="Node">The node.</param>
/// <param name="Inputs">What it was given; <c>null</c> where an input is left out.</param>
/// <param name="Results">What it gave.</param>
internal sealed record OnnxStep(OnnxNode Node, IReadOnlyList<Tensor?> Inputs, IReadOnlyList<Tensor> Results);
