using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>What exporters write as several nodes: GELU as x · (1 + erf(x/√2)) · ½, SiLU as x · sigmoid(x), circular padding as slices and Concat.</summary>
/// <remarks>
/// PyTorch 1.x exports the left border of circular padding by p as the slice from −(p+1) to −1, which is one place off: the file does not compute what the network computes (and is not equivariant).
/// In files by PyTorch exactly this slice, joined in front of its source, is read as the last p entries; a note says so.
/// </remarks>
internal static class OnnxPatterns
{
    /// <summary>The operator that stands for the last p entries of an axis; attribute <c>axes</c> holds the axis, <c>starts</c> −p.</summary>
    public const string LastEntries = "LastEntries";

    /// <summary>The slices that the exporter wrote one place off, each replaced by the one that is meant.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="constants">The values of initializers.</param>
    /// <param name="notes">What was replaced, one line for each.</param>
    public static IReadOnlyList<OnnxNode> RepairBorders(IReadOnlyList<OnnxNode> nodes, IReadOnlyDictionary<string, Tensor> constants, List<string> notes)
    {
        var inner = nodes.Where(node => node.Type == "Constant").ToDictionary(node => node.Outputs[0], node => node, StringComparer.Ordinal);
        int? ValueOf(string name) => (constants.TryGetValue(name, out var tensor) ? tensor : inner.TryGetValue(name, out var node) ? node.Constant() : null) is { Values: [var value] } ? (int)Math.Clamp(value, int.MinValue + 1.0, int.MaxValue) : null;
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

    public static IEnumerable<OnnxNode> Fold(IReadOnlyList<OnnxNode> nodes)
    {
        var folded = new Dictionary<OnnxNode, OnnxNode?>();
        foreach (var node in nodes)
        {
            if (node.Type == "Erf")
            {
                FoldGelu(node, nodes, folded);
            }
            else if (node.Type == "Sigmoid" && Readers(nodes, node) is [{ Type: "Mul" } product] && product.Inputs.Contains(node.Inputs[0]))
            {
                folded[node] = null;
                folded[product] = Named("Silu", node.Inputs[0], product);
            }
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

    private static void FoldGelu(OnnxNode erf, IReadOnlyList<OnnxNode> nodes, Dictionary<OnnxNode, OnnxNode?> folded)
    {
        var scaled = nodes.FirstOrDefault(node => node.Outputs.Contains(erf.Inputs[0]));
        if (scaled is not { Type: "Div" or "Mul" } || Readers(nodes, erf) is not [{ Type: "Add" } plusOne])
        {
            return;
        }

        var x = scaled.Inputs[0];
        if (Readers(nodes, plusOne) is not [{ Type: "Mul" } product] || !product.Inputs.Contains(x) || Readers(nodes, product) is not [{ Type: "Mul" } halved])
        {
            return;
        }

        foreach (var part in new[] { scaled, erf, plusOne, product })
        {
            folded[part] = null;
        }

        folded[halved] = Named("Gelu", x, halved);
    }

    private static List<OnnxNode> Readers(IReadOnlyList<OnnxNode> nodes, OnnxNode node) => [.. nodes.Where(other => other.Inputs.Contains(node.Outputs[0]))];

    private static OnnxNode Named(string type, string input, OnnxNode last)
    {
        var message = new NodeProto { OpType = type, Name = last.Name };
        message.Input.Add(input);
        message.Output.Add(last.Outputs[0]);
        return new(message, 0);
    }
}
