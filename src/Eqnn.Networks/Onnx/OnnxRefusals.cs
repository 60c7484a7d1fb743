using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Onnx;

/// <summary>Why a node is outside the model: features on G-sets, affine maps between them, one function of one number after each.</summary>
internal static class OnnxRefusals
{
    private static readonly (string Reason, string[] Operators)[] Known =
    [
        ("takes the largest of several entries", ["MaxPool", "GlobalMaxPool", "ReduceMax", "MaxRoiPool", "ArgMax", "Hardmax", "TopK"]),
        ("takes the least of several entries", ["ReduceMin", "ArgMin"]),
        ("divides by a sum over several entries", ["Softmax", "LogSoftmax", "ReduceLogSumExp", "ReduceLogSum", "Attention", "com.microsoft.Attention", "com.microsoft.MultiHeadAttention"]),
        ("divides by a norm of several entries", ["LayerNormalization", "InstanceNormalization", "GroupNormalization", "RMSNormalization", "LpNormalization", "MeanVarianceNormalization", "LRN", "com.microsoft.SkipLayerNormalization"]),
        ("takes a norm of several entries", ["ReduceL1", "ReduceL2", "ReduceSumSquare", "GlobalLpPool", "LpPool"]),
        ("multiplies several entries", ["ReduceProd", "Det"]),
        ("multiplies values that both depend on the input", ["LSTM", "GRU", "RNN"]),
        ("repeats or chooses a part of the graph", ["Loop", "Scan", "If"]),
        ("rounds", ["QuantizeLinear", "DynamicQuantizeLinear"]),
    ];

    /// <summary>A node whose operator is not read.</summary>
    public static OnnxNodeException Operator(OnnxNode node, string? before)
    {
        var reason = Known.FirstOrDefault(known => known.Operators.Contains(node.Type)).Reason;
        return reason is not null
            ? NotAffine(node, reason, before)
            : new(node.Name, $"operator {node.Type} of node {node.Name} is not supported; supported are {string.Join(", ", OnnxOperators.Supported)} and the activations {string.Join(", ", OnnxActivations.Operators)}", before);
    }

    /// <summary>A node that is neither affine nor one function of one number.</summary>
    public static OnnxNodeException NotAffine(OnnxNode node, string reason, string? before) => new(
        node.Name, $"node {node.Name} ({node.Type}) {reason}: that is neither affine nor one function of each number; only affine maps and activations are read, so end the model before this node", before);

    /// <summary>A function of one number that the table of activations does not have.</summary>
    public static OnnxNodeException Function(OnnxNode node, string from, string? before) => new(
        node.Name, $"node {node.Name} ({node.Type}): the function that is applied to each number of {from} up to here is none of the table of activations; end the model before this node", before);

    /// <summary>A value that mixes the samples of a batch.</summary>
    public static OnnxNodeException Samples(OnnxNode node, string? before) => new(
        node.Name, $"node {node.Name} ({node.Type}) mixes the samples of a batch: what comes out for one depends on the others, so this is no map between points; end the model before this node", before);

    /// <summary>A value that depends on the place of a sample in a batch.</summary>
    public static OnnxNodeException Places(OnnxNode node, string? before) => new(
        node.Name, $"node {node.Name} ({node.Type}) treats the samples of a batch by their places: what comes out for one depends on where it stands or on how many there are, so this is no map between points; end the model before this node", before);
}
