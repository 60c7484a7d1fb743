using Eqnn.Algebra.Representations;
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
            var (source, profile) = (node, profiles[node]);
            yield return JsonItem.Record(json =>
            {
                json.Field("set", decomposition.Set.Name);
                json.Field("activation", graph.Activation.Name);
                json.Field("source", graph.Nodes[source].Simple.Label);
                json.Row("reaches", graph.ReachedFrom(source).Select(target => graph.Nodes[target].Simple.Label));
                json.Row("least", graph.Nodes.Select(target => profile.LeastDepthOf(target.Simple)));
                json.Row("attained", graph.Nodes.Select(target => profile.LeastAttainedDepthOf(target.Simple)));
            });
        }
    }
}
