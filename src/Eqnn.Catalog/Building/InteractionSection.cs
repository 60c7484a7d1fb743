using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
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
        var profiles = Profiles(decomposition, graph.Activation, cancellationToken);
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

    /// <summary>The sets J_t until each sequence repeats itself: what has not come by then never comes. What is attained follows from rules alone: no networks are searched, so that the document does not depend on a seed, and no chambers, which would decide more (<c>eqnn interact --depth</c>) and take long for large groups.</summary>
    private static IReadOnlyList<DepthProfile> Profiles(IsotypicDecomposition decomposition, Activation activation, CancellationToken cancellationToken)
    {
        for (var depth = 3; ; depth *= 2)
        {
            var profiles = DepthAnalysis.Of([decomposition], activation, depth, null, DepthOptions.Default.WithWitnessTrials(0).WithMaxChamberOrbits(0), null, cancellationToken).Profiles;
            if (profiles.All(Repeats))
            {
                return profiles;
            }
        }
    }

    private static bool Repeats(DepthProfile profile)
    {
        // J_0 is a set of its own kind: with biases the next set depends on it otherwise than later ones do; so it does not count as a repetition.
        var sets = profile.Steps.Skip(1).Select(step => string.Join(' ', step.Reached.Select(reached => reached.Simple.Label))).ToList();
        return sets.Distinct(StringComparer.Ordinal).Count() < sets.Count;
    }
}
