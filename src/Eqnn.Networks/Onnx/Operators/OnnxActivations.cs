namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Which ONNX operator is which activation, by the table of activations.</summary>
internal static class OnnxActivations
{
    private static readonly Dictionary<string, Func<OnnxNode, ActivationFunction>> Table = new(StringComparer.Ordinal)
    {
        ["Abs"] = _ => ActivationFunction.Parse("abs"),
        ["Elu"] = node => ActivationFunction.Of("elu", node.Number("alpha", 1)),
        ["Gelu"] = node => ActivationFunction.Parse(node.Text("approximate", "none") == "tanh" ? "gelu-tanh" : "gelu"),
        ["HardSwish"] = _ => ActivationFunction.Parse("hardswish"),
        ["LeakyRelu"] = node => ActivationFunction.Of("leaky-relu", node.Number("alpha", 0.01)),
        ["Relu"] = _ => ActivationFunction.Relu,
        ["Selu"] = _ => ActivationFunction.Parse("selu"),
        ["Sigmoid"] = _ => ActivationFunction.Parse("sigmoid"),
        ["Sin"] = _ => ActivationFunction.Parse("sin"),
        ["Softplus"] = _ => ActivationFunction.Parse("softplus"),
        ["Softsign"] = _ => ActivationFunction.Parse("softsign"),
        ["Tanh"] = _ => ActivationFunction.Parse("tanh"),
    };

    /// <summary>The operators that are activations, sorted.</summary>
    public static IReadOnlyList<string> Operators { get; } = [.. Table.Keys.Order(StringComparer.Ordinal)];

    public static bool IsOperator(string type) => Table.ContainsKey(type);

    /// <summary>The activation that a node computes, or <c>null</c> if the table has none for its arguments.</summary>
    /// <param name="node">The node.</param>
    /// <param name="input">The single number that an input holds, if it holds one.</param>
    public static ActivationFunction? TryRead(OnnxNode node, Func<int, double?> input) => Table.TryGetValue(node.Type, out var read) ? read(node) : null;
}
