using Eqnn.Networks.Onnx.Operators;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>Left borders of circular paddings that PyTorch 1 exports one place off.</summary>
/// <remarks>
/// It writes the border of width p as the slice from −(p+1) to −1, joined in front of its source: the file does not compute what the network computes. Read as it was meant, this is the slice of the last p entries.
/// A slice of a value that already ends in its right border is no such fault: there −(p+1) to −1 is right.
/// </remarks>
internal static class OnnxPatterns
{
    /// <summary>The nodes, the slices that are one place off replaced by those that are meant.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="constants">The constants.</param>
    /// <param name="beside">Where data are that the file leaves out.</param>
    /// <param name="notes">Gets one line for each place.</param>
    public static List<OnnxNode> RepairBorders(List<OnnxNode> nodes, OnnxConstants constants, ExternalData beside, List<string> notes)
    {
        foreach (var node in nodes.Where(node => node.Type == "Constant"))
        {
            constants.TryCompute(node);
        }

        var readers = nodes.SelectMany(node => node.Inputs.Distinct().Select(name => (name, node))).ToLookup(pair => pair.name, pair => pair.node, StringComparer.Ordinal);
        var producers = nodes.SelectMany(node => node.Outputs.Select(name => (name, node))).DistinctBy(pair => pair.name).ToDictionary(pair => pair.name, pair => pair.node, StringComparer.Ordinal);
        return [.. nodes.Select(node => Repaired(node, readers, producers, constants, beside, notes))];
    }

    private static OnnxNode Repaired(OnnxNode node, ILookup<string, OnnxNode> readers, Dictionary<string, OnnxNode> producers, OnnxConstants constants, ExternalData beside, List<string> notes)
    {
        int? ValueOf(string name) => constants.NumberOf(name) is { } value ? (int)Math.Clamp(value, int.MinValue + 1.0, int.MaxValue) : null;
        if (node.Type != "Slice" || node.Inputs.Count < 4 || ValueOf(node.Inputs[2]) != -1 || ValueOf(node.Inputs[1]) is not { } start || start >= -1 || ValueOf(node.Inputs[3]) is not { } axis
            || readers[node.Outputs[0]].ToList() is not [{ Type: "Concat" } join] || join.Inputs[0] != node.Outputs[0] || join.Inputs.Count < 2 || join.Inputs[1] != node.Inputs[0] || join.Integer("axis", 0) != axis
            || EndsInBorder(producers.GetValueOrDefault(node.Inputs[0]), producers, axis))
        {
            return node;
        }

        notes.Add(FormattableString.Invariant($"node {node.Name}: the border of a circular padding, one place off as PyTorch 1.x exports it, is read as the last {-start - 1} entries of axis {axis}"));
        var message = new NodeProto { OpType = "Slice", Name = node.Name };
        message.Input.Add(node.Inputs[0]);
        message.Output.Add(node.Outputs[0]);
        message.Attribute.Add(new AttributeProto { Name = "axes", Ints = { axis } });
        message.Attribute.Add(new AttributeProto { Name = "starts", Ints = { start + 1 } });
        message.Attribute.Add(new AttributeProto { Name = "ends", Ints = { int.MaxValue } });
        return new(message, 0, beside);
    }

    /// <summary>Whether a value is joined from another one and the first entries of the same axis.</summary>
    private static bool EndsInBorder(OnnxNode? node, Dictionary<string, OnnxNode> producers, int axis) =>
        node is { Type: "Concat", Inputs.Count: > 1 } && node.Integer("axis", 0) == axis && producers.GetValueOrDefault(node.Inputs[^1]) is { Type: "Slice" } border && node.Inputs.Contains(border.Inputs[0]);
}
