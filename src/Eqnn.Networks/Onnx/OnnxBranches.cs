using Eqnn.Networks.Onnx.Operators;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>Puts the branch that is taken in the place of every If whose condition is constant.</summary>
internal static class OnnxBranches
{
    /// <summary>The nodes without such branches.</summary>
    /// <param name="messages">The nodes of the graph.</param>
    /// <param name="constants">The constants; those stored in branches are added.</param>
    /// <param name="beside">Where data are that the file leaves out.</param>
    /// <exception cref="FormatException">A condition is not constant.</exception>
    public static List<OnnxNode> Resolved(IReadOnlyList<NodeProto> messages, OnnxConstants constants, ExternalData beside)
    {
        var nodes = new List<OnnxNode>();
        var producers = new Dictionary<string, OnnxNode>(StringComparer.Ordinal);
        var pending = new Stack<NodeProto>(messages.Reverse());
        while (pending.TryPop(out var message))
        {
            var node = new OnnxNode(message, nodes.Count, beside);
            if (node.Type != "If" || node.Inputs.Count != 1)
            {
                nodes.Add(node);
                foreach (var output in node.Outputs)
                {
                    producers.TryAdd(output, node);
                }

                continue;
            }

            var condition = NumberOf(node.Inputs[0], producers, constants, 0)
                ?? throw new OnnxNodeException(node.Name, $"node {node.Name} (If): its condition depends on the input or on its shape; export the model with the shapes it is used with");
            var branch = node.GraphOf(condition != 0 ? "then_branch" : "else_branch") ?? throw new FormatException($"node {node.Name} (If): the branch is missing");
            var prefix = node.Name + "/";
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            constants.Add(branch, prefix);
            var inside = OnnxInlining.Renamed(branch, prefix, names).ToList();
            var own = branch.Node.SelectMany(inner => inner.Output).Concat(branch.Initializer.Select(tensor => tensor.Name)).ToHashSet(StringComparer.Ordinal);
            for (var i = Math.Min(branch.Output.Count, node.Outputs.Count) - 1; i >= 0; i--)
            {
                var identity = new NodeProto { OpType = "Identity", Name = FormattableString.Invariant($"{prefix}{i + 1}") };
                identity.Input.Add(own.Contains(branch.Output[i].Name) ? prefix + branch.Output[i].Name : branch.Output[i].Name);
                identity.Output.Add(node.Outputs[i]);
                pending.Push(identity);
            }

            for (var i = inside.Count - 1; i >= 0; i--)
            {
                pending.Push(inside[i]);
            }
        }

        return nodes;
    }

    /// <summary>The number that a name stands for, if it is constant.</summary>
    private static double? NumberOf(string name, Dictionary<string, OnnxNode> producers, OnnxConstants constants, int depth)
    {
        const int Deepest = 1000;
        Compute(name, depth);
        return constants.NumberOf(name);

        void Compute(string value, int level)
        {
            if (level < Deepest && value.Length > 0 && !constants.Contains(value) && producers.TryGetValue(value, out var node))
            {
                foreach (var input in node.Inputs)
                {
                    Compute(input, level + 1);
                }

                constants.TryCompute(node);
            }
        }
    }
}
