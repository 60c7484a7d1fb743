using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>The rows of the interaction graphs and the least depths, on one G-set.</summary>
internal static class InteractionSection
{
    /// <summary>The activations of every document.</summary>
    public static IReadOnlyList<string> Activations { get; } = ["relu", "abs", "tanh", "relu-bias"];

    public static IEnumerable<JsonItem> Rows(IsotypicDecomposition decomposition, InteractionGraph graph, CancellationToken cancellationToken)
    {
        var profiles = DepthAnalysis.UntilRepeated(decomposition, graph.Activation, cancellationToken).Profiles;
        for (var node = 0; node < graph.Nodes.Count; node++)
        {
            yield return JsonItem.Record(
            [
                ("set", JsonItem.Of(decomposition.Set.Name)),
                ("activation", JsonItem.Of(graph.Activation.Name)),
                ("source", JsonItem.Of(graph.Nodes[node].Simple.Label)),
                ("reaches", Lists.Texts(graph.ReachedFrom(node).Select(target => graph.Nodes[target].Simple.Label))),
                ("least", JsonItem.List(graph.Nodes.Select(target => Depth(profiles[node].LeastDepthOf(target.Simple))))),
                ("attained", JsonItem.List(graph.Nodes.Select(target => Depth(profiles[node].LeastAttainedDepthOf(target.Simple))))),
            ]);
        }
    }

    private static JsonItem Depth(int? layers) => layers is { } t ? JsonItem.Of(t) : JsonItem.Null;
}
