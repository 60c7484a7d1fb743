namespace Eqnn.Networks.Onnx;

/// <summary>A model has several outputs, and none was chosen.</summary>
public sealed class OnnxOutputsException : FormatException
{
    internal OnnxOutputsException(IReadOnlyList<string> outputs)
        : base(FileNames.OneLine(FormattableString.Invariant($"the model has {outputs.Count} outputs: {string.Join(", ", outputs)}; one of them has to be chosen"))) => Outputs = outputs;

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Outputs { get; }
}
