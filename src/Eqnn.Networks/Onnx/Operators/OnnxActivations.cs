using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Which ONNX operator is which activation: the table of activations, and operators of ONNX Runtime that are others under another name.</summary>
internal static class OnnxActivations
{
    private static readonly Dictionary<string, (string Operator, string? Approximate, double? Alpha)> Others = new(StringComparer.Ordinal)
    {
        ["com.microsoft.Gelu"] = ("Gelu", null, null),
        ["com.microsoft.FastGelu"] = ("Gelu", "tanh", null),
        ["com.microsoft.QuickGelu"] = ("Swish", null, 1.702),
    };

    /// <summary>The operators that are activations, sorted.</summary>
    public static IReadOnlyList<string> Operators { get; } =
        [.. ActivationFamily.All.Select(family => family.Onnx?.Operator).OfType<string>().Where(name => name != "Identity").Distinct().Order(StringComparer.Ordinal)];

    public static bool IsOperator(string type) => Operators.Contains(type) || Others.ContainsKey(type);

    /// <summary>The activation that a node computes, or <c>null</c> if the table has none for its arguments.</summary>
    /// <param name="node">The node.</param>
    /// <param name="input">The single number that an input holds; <c>null</c> if it is left out, NaN if it holds several.</param>
    public static Activation? TryRead(OnnxNode node, Func<int, double?> input)
    {
        var (type, approximate, alpha) = Others.TryGetValue(node.Type, out var other) ? other : (node.Type, null, null);
        if ((type == "PRelu" && node.Inputs.Count != 2) || (type is not ("PRelu" or "Clip") && node.Inputs.Count(name => name.Length > 0) > 1))
        {
            return null;
        }

        return Activation.TryFromOnnx(type, Number, name => name == "approximate" && approximate is not null ? approximate : node.Has(name) ? node.Text(name, "") : null);

        double? Number(string name) => node.Has(name) ? node.Number(name, 0)
            : (type, name) switch
            {
                ("Clip", "min") or ("PRelu", _) => input(1),
                ("Clip", "max") => input(2),
                (_, "alpha") => alpha,
                _ => null,
            };
    }
}
