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
    /// <param name="input">The name of the input.</param>
    /// <param name="shape">The lengths of its axes, −1 for open ones: a condition on shapes that is the same for one, two and three samples is constant.</param>
    /// <exception cref="FormatException">A condition is not constant.</exception>
    public static List<OnnxNode> Resolved(IReadOnlyList<NodeProto> messages, OnnxConstants constants, ExternalData beside, string input, int[] shape)
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

            var condition = NumberOf(node.Inputs[0], producers, constants, 0) ?? NumberOfShapes(node.Inputs[0], producers, constants, input, shape)
                ?? throw new OnnxNodeException(node.Name, $"node {node.Name} (If): its condition depends on the input, or on the number of samples; export the model with the shapes it is used with");
            var branch = node.GraphOf(condition != 0 ? "then_branch" : "else_branch") ?? throw new FormatException($"node {node.Name} (If): the branch is missing");
            var prefix = node.Name + "/";
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            constants.Add(branch, prefix);
            var inside = OnnxInlining.Renamed(branch, prefix, names).ToList();
            var own = branch.Node.SelectMany(inner => inner.Output).Concat(branch.Initializer.Select(tensor => tensor.Name)).Concat(branch.SparseInitializer.Select(tensor => tensor.Values?.Name ?? "")).ToHashSet(StringComparer.Ordinal);
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

    /// <summary>The number that a name stands for where shapes alone decide it, and the open ones do not matter.</summary>
    private static double? NumberOfShapes(string name, Dictionary<string, OnnxNode> producers, OnnxConstants constants, string input, int[] shape)
    {
        var (nodes, done) = (new List<OnnxNode>(), new HashSet<OnnxNode>());
        Collect(name);
        var varying = new HashSet<string>(StringComparer.Ordinal) { input };
        foreach (var node in nodes.Where(node => node.Type is not ("Shape" or "Size") && node.Inputs.Any(varying.Contains)))
        {
            varying.UnionWith(node.Outputs);
        }

        if (varying.Contains(name) || nodes.Exists(node => !OnnxOperators.IsComputed(node.Type)))
        {
            return null;
        }

        var found = new HashSet<double>();
        for (var open = 1; open <= (shape.Contains(-1) ? 3 : 1); open++)
        {
            try
            {
                var zeros = Tensor.Zero([.. shape.Select(n => n > 0 ? n : open)]);
                found.UnionWith(new OnnxProgram(nodes, name).Run(new Dictionary<string, Tensor>(StringComparer.Ordinal) { [input] = zeros }, constants).Values);
            }
            catch (FormatException) when (open > 1 && found.Count == 1)
            {
                // Written with an open batch and made for one sample.
            }
        }

        return found.Count == 1 ? found.Single() : null;

        // Inputs first; a name is visited once, so a cycle ends here and is refused later.
        void Collect(string value)
        {
            var pending = new Stack<(OnnxNode Node, bool IsReady)>();
            Push(value);
            while (pending.TryPop(out var entry))
            {
                if (entry.IsReady)
                {
                    nodes.Add(entry.Node);
                    continue;
                }

                pending.Push((entry.Node, true));
                foreach (var needed in entry.Node.Inputs)
                {
                    Push(needed);
                }
            }

            void Push(string needed)
            {
                if (!constants.Contains(needed) && producers.TryGetValue(needed, out var node) && done.Add(node))
                {
                    pending.Push((node, false));
                }
            }
        }
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
