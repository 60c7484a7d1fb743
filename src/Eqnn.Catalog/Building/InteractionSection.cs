using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Interaction;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Building;

/// <summary>The rows of the interaction graphs and the least depths, on one G-set.</summary>
internal static class InteractionSection
{
    /// <summary>The activations of every document.</summary>
    public static IReadOnlyList<string> Activations { get; } = ["relu", "abs", "tanh", "relu-bias"];

    public static IEnumerable<JObject> Rows(IsotypicDecomposition decomposition, InteractionGraph graph, CancellationToken cancellationToken)
    {
        var profiles = DepthAnalysis.UntilRepeated(decomposition, graph.Activation, cancellationToken).Profiles;
        for (var node = 0; node < graph.Nodes.Count; node++)
        {
            yield return new JObject
            {
                ["set"] = decomposition.Set.Name,
                ["activation"] = graph.Activation.Name,
                ["source"] = graph.Nodes[node].Simple.Label,
                ["reaches"] = new JArray(graph.ReachedFrom(node).Select(target => graph.Nodes[target].Simple.Label)),
                ["least"] = new JArray(graph.Nodes.Select(target => Depth(profiles[node].LeastDepthOf(target.Simple)))),
                ["attained"] = new JArray(graph.Nodes.Select(target => Depth(profiles[node].LeastAttainedDepthOf(target.Simple)))),
            };
        }
    }

    private static JValue Depth(int? layers) => layers is { } t ? new JValue(t) : JValue.CreateNull();
}
