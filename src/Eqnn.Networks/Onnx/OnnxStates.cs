using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Onnx;

/// <summary>The states of a model in order: the input, what comes out of every activation, the output. For each the user of a model has to say the G-set and the number of channels.</summary>
/// <remarks>Shapes are found by running the model on zeros, with one and with two samples where the file leaves the batch open; no group is needed.</remarks>
public sealed class OnnxStates
{
    private OnnxStates(IReadOnlyList<OnnxStateInfo> states) => All = states;

    /// <summary>The states; the first is the input.</summary>
    public IReadOnlyList<OnnxStateInfo> All { get; }

    /// <summary>Lists the states of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">Which output, and where the model ends; <c>null</c> for the defaults.</param>
    /// <exception cref="OnnxNodeException">A node is neither affine nor an activation; it is named.</exception>
    /// <exception cref="FormatException">The model uses what is not read.</exception>
    public static OnnxStates Of(OnnxModel model, OnnxImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var chosen = options ?? OnnxImportOptions.Default;
        var graph = OnnxGraph.Of(model, new(chosen.Output, chosen.Until, false));
        var one = ShapesOf(graph, 1);
        var two = graph.InputShape.Contains(-1) ? ShapesOf(graph, 2) : one;
        var name = graph.InputNames.Where((_, axis) => graph.InputShape[axis] < 0).FirstOrDefault("");
        var list = new List<OnnxStateInfo> { new(graph.Input, Text(one[0], two[0], name), null, [], "input") };
        for (var i = 0; i < graph.States.Count; i++)
        {
            var state = graph.States[i];
            list.Add(new(state.After, Text(one[i + 1], two[i + 1], name), state.Activation, graph.SourcesOf(i), state.Place));
        }

        return new(list.AsReadOnly());
    }

    /// <summary>The shapes of all states where open axes get a length; <c>null</c> where that cannot be run.</summary>
    private static int[]?[] ShapesOf(OnnxGraph graph, int open)
    {
        var shapes = new int[]?[graph.States.Count + 1];
        shapes[0] = [.. graph.InputShape.Select(n => n > 0 ? n : open)];
        for (var i = 0; i < graph.States.Count; i++)
        {
            var sources = graph.SourcesOf(i);
            try
            {
                shapes[i + 1] = sources.All(s => shapes[s] is not null) ? graph.Evaluate(i, sources.ToDictionary(s => s, s => Tensor.Zero(shapes[s]!))).Shape : null;
            }
            catch (FormatException) when (open > 1)
            {
                // The file says an open batch and runs with one sample only.
                shapes[i + 1] = null;
            }
        }

        return shapes;
    }

    /// <summary>Lengths that grow with the open axis by its name.</summary>
    private static List<string> Text(int[]? one, int[]? two, string name) => one is null ? ["?"]
        : [.. one.Select((n, axis) => two is null || two.Length != one.Length || two[axis] == n ? FormattableString.Invariant($"{n}") : (name.Length > 0 ? name : "n") + (n > 1 ? FormattableString.Invariant($"*{n}") : ""))];
}
