namespace Eqnn.Networks.Onnx;

/// <summary>How a network is written as an ONNX model; every property has a default.</summary>
public sealed record OnnxExportOptions
{
    /// <summary>The defaults: operators of version 17, structured layers.</summary>
    public static OnnxExportOptions Default { get; } = new();

    /// <summary>The version of the operators, from 13 to 24.</summary>
    public int Opset { get; init; } = 17;

    /// <summary>Whether convolutions and sums over points are written where layers are such; otherwise all layers are matrices.</summary>
    public bool Structured { get; init; } = true;

    /// <summary>The same with another version of the operators.</summary>
    public OnnxExportOptions WithOpset(int opset) => this with { Opset = opset };

    /// <summary>The same with matrices, or with convolutions and sums.</summary>
    public OnnxExportOptions WithStructured(bool structured) => this with { Structured = structured };
}
