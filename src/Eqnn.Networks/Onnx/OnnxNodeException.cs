namespace Eqnn.Networks.Onnx;

/// <summary>A model was refused because of one node: it is neither affine nor an activation, or is not read.</summary>
public sealed class OnnxNodeException : FormatException
{
    internal OnnxNodeException(string node, string message, string? before = null)
        : base(message)
    {
        Node = node;
        Before = before;
    }

    /// <summary>The name of the node.</summary>
    public string Node { get; }

    /// <summary>The node whose output it takes, up to which the model may be read; <c>null</c> if that is not known.</summary>
    public string? Before { get; }
}
