namespace Eqnn.Networks.Onnx;

/// <summary>A model was refused because of one node: it is neither affine nor an activation, or is not read.</summary>
public sealed class OnnxNodeException : FormatException
{
    internal OnnxNodeException(string node, string message, string? before = null)
        : base(FileNames.OneLine(message))
    {
        Node = node;
        Before = before is null ? null : FileNames.OneLine(before);
    }

    /// <summary>The name of the node.</summary>
    public string Node { get; }

    /// <summary>The node whose output it takes, up to which the model may be read; <c>null</c> if that is not known.</summary>
    public string? Before { get; }
}
