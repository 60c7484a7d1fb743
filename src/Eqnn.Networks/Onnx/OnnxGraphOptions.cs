namespace Eqnn.Networks.Onnx;

/// <summary>Which part of a model is read, and how.</summary>
/// <param name="Output">The output, where there are several.</param>
/// <param name="Until">The node or value that is taken for the output.</param>
/// <param name="RepairBorders">Whether borders that PyTorch 1 exports one place off are read as they were meant.</param>
internal sealed record OnnxGraphOptions(string? Output, string? Until, bool RepairBorders);
