using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>What exporters write as several nodes: GELU as x · (1 + erf(x/√2)) · ½ in any order, SiLU as x · sigmoid(x), ReLU and ReLU6 as Clip, circular padding as slices and Concat.</summary>
/// <remarks>
/// PyTorch 1.x exports the left border of circular padding by p as the slice from −(p+1) to −1, which is one place off: the file does not compute what the network computes (and is not equivariant).
/// In files by PyTorch exactly this slice, joined in front of its source, is read as the last p entries; a note says so.
/// </remarks>
internal static class OnnxPatterns
{
    /// <summary>The operator that stands for the last p entries of an axis; attribute <c>axes</c> holds the axis, <c>starts</c> −p.</summary>
    public const string LastEntries = "LastEntries";

    /// <summary>The names of activations that stand as the type of nodes put together from several.</summary>
    public static readonly IReadOnlyList<string> Folded = ["Silu", "Relu6"];

    /// <summary>The slices that the exporter wrote one place off, each replaced by the one that is meant.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="constants">The values of initializers.</param>
    /// <param name="notes">What was replaced, one line for each.</param>
    public static IReadOnlyList<OnnxNode> RepairBorders(IReadOnlyList<OnnxNode> nodes, IReadOnlyDictionary<string, Tensor> constants, List<string> notes)
    {
        var scalars = new Scalars(nodes, constants);
        int? ValueOf(string name) => scalars.Of(name) is { } value ? (int)Math.Clamp(value, int.MinValue + 1.0, int.MaxValue) : null;
        return [.. nodes.Select(node =>
        {
            if (node.Type == "Slice" && node.Inputs.Count >= 4 && ValueOf(node.Inputs[2]) == -1 && ValueOf(node.Inputs[1]) is { } start && start < -1 && ValueOf(node.Inputs[3]) is { } axis
                && Readers(nodes, node) is [{ Type: "Concat" } join] && join.Inputs[0] == node.Outputs[0] && join.Inputs.Count > 1 && join.Inputs[1] == node.Inputs[0] && join.Integer("axis", 0) == axis)
            {
                notes.Add(FormattableString.Invariant($"node {node.Name}: the border of a circular padding, one place off as PyTorch 1.x exports it, is read as the last {-start - 1} entries of axis {axis}"));
                var message = new NodeProto { OpType = LastEntries, Name = node.Name };
                message.Input.Add(node.Inputs[0]);
                message.Output.Add(node.Outputs[0]);
                message.Attribute.Add(new AttributeProto { Name = "axes", Ints = { axis } });
                message.Attribute.Add(new AttributeProto { Name = "starts", Ints = { start + 1 } });
                message.Attribute.Add(new AttributeProto { Name = "ends", Ints = { int.MaxValue } });
                return new OnnxNode(message, 0);
            }

            return node;
        })];
    }

    /// <summary>Replaces each pattern by one node, in the place of its last one.</summary>
    public static IEnumerable<OnnxNode> Fold(IReadOnlyList<OnnxNode> nodes, IReadOnlyDictionary<string, Tensor> constants)
    {
        var scalars = new Scalars(nodes, constants);
        var folded = new Dictionary<OnnxNode, OnnxNode?>();
        foreach (var node in nodes.Where(node => node.Inputs.Count > 0 && node.Outputs.Count > 0))
        {
            if (node.Type == "Erf")
            {
                FoldGelu(node, nodes, scalars, folded);
            }
            else if (node.Type == "Sigmoid" && Readers(nodes, node) is [{ Type: "Mul" } product] && product.Inputs.Contains(node.Inputs[0]))
            {
                folded[node] = null;
                folded[product] = Named("Silu", node.Inputs[0], product);
            }
            else if (node.Type == "Clip" && Bound("min", 1) == 0 && Bound("max", 2) is { } max && max is 6 or double.PositiveInfinity)
            {
                folded[node] = Named(max == 6 ? "Relu6" : "Relu", node.Inputs[0], node);
            }

            // Attributes up to opset 10, then inputs that may be left out.
            double? Bound(string name, int position) => position < node.Inputs.Count && node.Inputs[position].Length > 0
                ? scalars.Of(node.Inputs[position])
                : node.Number(name, name == "min" ? double.NegativeInfinity : double.PositiveInfinity);
        }

        foreach (var node in nodes)
        {
            if (!folded.TryGetValue(node, out var replacement))
            {
                yield return node;
            }
            else if (replacement is not null)
            {
                yield return replacement;
            }
        }
    }

    /// <summary>x/√2 → erf → + 1 → times x and ½, the last two in either order or ½ x first.</summary>
    private static void FoldGelu(OnnxNode erf, IReadOnlyList<OnnxNode> nodes, Scalars scalars, Dictionary<OnnxNode, OnnxNode?> folded)
    {
        const double Rounding = 1e-6;
        var scaled = nodes.FirstOrDefault(node => node.Outputs.Contains(erf.Inputs[0]));
        if (scaled is not { Type: "Div" or "Mul", Inputs.Count: 2 } || Readers(nodes, erf) is not [{ Type: "Add", Inputs.Count: 2 } plusOne] || Readers(nodes, plusOne) is not [{ Type: "Mul", Inputs.Count: 2 } product])
        {
            return;
        }

        var (factor, x) = Factor(scaled);
        if (!Is(factor, scaled.Type == "Div" ? Math.Sqrt(2) : Math.Sqrt(0.5)) || (scaled.Type == "Div" && scaled.Inputs[0] != x) || !Is(scalars.Of(Other(plusOne, erf.Outputs[0])), 1))
        {
            return;
        }

        // The other factor of the product: x, then ½ comes after; or x/2; or ½, then x comes after.
        var other = Other(product, plusOne.Outputs[0]);
        var half = nodes.FirstOrDefault(node => node.Outputs.Contains(other) && node is { Type: "Mul", Inputs.Count: 2 } && Factor(node) is var (two, whole) && Is(two, 0.5) && whole == x);
        OnnxNode[] inner = [scaled, erf, plusOne];
        if (half is not null && Readers(nodes, half).Count == 1)
        {
            Replace([.. inner, half], product);
        }
        else if (Readers(nodes, product) is [{ Type: "Mul", Inputs.Count: 2 } last] && Other(last, product.Outputs[0]) is var rest && ((other == x && Is(scalars.Of(rest), 0.5)) || (rest == x && Is(scalars.Of(other), 0.5))))
        {
            Replace([.. inner, product], last);
        }

        void Replace(OnnxNode[] parts, OnnxNode last)
        {
            foreach (var part in parts)
            {
                folded[part] = null;
            }

            folded[last] = Named("Gelu", x, last);
        }

        (double? Number, string Value) Factor(OnnxNode node) => scalars.Of(node.Inputs[1]) is { } second ? (second, node.Inputs[0]) : (scalars.Of(node.Inputs[0]), node.Inputs[1]);

        static bool Is(double? value, double wanted) => value is { } number && Math.Abs(number - wanted) < Rounding;

        static string Other(OnnxNode node, string input) => node.Inputs[0] == input ? node.Inputs[1] : node.Inputs[0];
    }

    private static List<OnnxNode> Readers(IReadOnlyList<OnnxNode> nodes, OnnxNode node) => [.. nodes.Where(other => node.Outputs.Count > 0 && other.Inputs.Contains(node.Outputs[0]))];

    /// <summary>The values of names that hold one constant number.</summary>
    private sealed class Scalars(IReadOnlyList<OnnxNode> nodes, IReadOnlyDictionary<string, Tensor> constants)
    {
        private readonly Dictionary<string, OnnxNode> _inner = nodes.Where(node => node.Type == "Constant" && node.Outputs.Count > 0).DistinctBy(node => node.Outputs[0]).ToDictionary(node => node.Outputs[0], StringComparer.Ordinal);

        public double? Of(string name) =>
            (constants.TryGetValue(name, out var tensor) ? tensor : _inner.TryGetValue(name, out var node) ? node.Constant() : null) is { Values: [var value] } ? value : null;
    }

    private static OnnxNode Named(string type, string input, OnnxNode last)
    {
        var message = new NodeProto { OpType = type, Name = last.Name };
        message.Input.Add(input);
        message.Output.Add(last.Outputs[0]);
        return new(message, 0);
    }
}
