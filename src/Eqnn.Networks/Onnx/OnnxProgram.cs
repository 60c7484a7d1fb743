using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Onnx;

/// <summary>The nodes between some values and another one, in the order of computation.</summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Result">The value.</param>
internal sealed record OnnxProgram(IReadOnlyList<OnnxNode> Nodes, string Result)
{
    /// <summary>For each node the values that are not needed after it.</summary>
    private readonly Lazy<string[][]> _released = new(() => ReleasedOf(Nodes, Result));

    /// <summary>Computes the value.</summary>
    /// <param name="given">The values from which the program starts; they are not changed.</param>
    /// <param name="constants">The constants.</param>
    /// <param name="observe">Is shown every node with its results, if given.</param>
    /// <exception cref="FormatException">A node's inputs do not fit; the message names it.</exception>
    public Tensor Run(IReadOnlyDictionary<string, Tensor> given, OnnxConstants constants, Action<OnnxStep>? observe = null)
    {
        var values = new Dictionary<string, Tensor>(given, StringComparer.Ordinal);
        for (var i = 0; i < Nodes.Count; i++)
        {
            var node = Nodes[i];
            Tensor?[] inputs = [.. node.Inputs.Select(name => name.Length == 0 ? null : ValueOf(name))];
            var results = OnnxOperators.Evaluate(node, inputs);
            observe?.Invoke(new(node, inputs, results));
            for (var k = 0; k < Math.Min(results.Count, node.Outputs.Count); k++)
            {
                values[node.Outputs[k]] = results[k];
            }

            foreach (var name in _released.Value[i])
            {
                values.Remove(name);
            }
        }

        return ValueOf(Result);

        Tensor ValueOf(string name) => values.TryGetValue(name, out var value) ? value : constants.TryFind(name) ?? throw new FormatException($"nothing computes {name}");
    }

    private static string[][] ReleasedOf(IReadOnlyList<OnnxNode> nodes, string result)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var name in nodes[i].Inputs.Concat(nodes[i].Outputs))
            {
                last[name] = i;
            }
        }

        last.Remove(result);
        var released = last.ToLookup(pair => pair.Value, pair => pair.Key);
        return [.. Enumerable.Range(0, nodes.Count).Select(i => released[i].ToArray())];
    }
}
