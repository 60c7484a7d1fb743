using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>The number of layers that are needed, decided on chambers (docs/theory.md#depth, Theorem 5), where the rules of the interaction records leave it open; nothing depends on a seed.</summary>
internal static class DepthSection
{
    /// <summary>The activations with their kink at 0; of the others the rules decide everything.</summary>
    private static readonly string[] Activations = ["relu", "abs"];

    private static readonly DepthOptions Options = DepthOptions.Default.WithUntilStable(true).WithWitnessTrials(0).WithMaxChamberOrbits(CatalogLimits.MaxChamberOrbits) with { MaxFormEntries = CatalogLimits.MaxFormEntries };

    public static IEnumerable<JsonItem> Rows(IsotypicDecomposition decomposition, CancellationToken cancellationToken)
    {
        foreach (var activation in Activations.Select(Activation.Parse))
        {
            IReadOnlyList<SimpleRepresentation> simples = [.. decomposition.Components.Select(component => component.Simple)];
            var open = DepthAnalysis.UntilRepeated(decomposition, activation, cancellationToken).Profiles
                .Where(profile => simples.Any(target => profile.LeastDepthOf(target) != profile.LeastAttainedDepthOf(target))).Select(profile => profile.Source).ToList();
            foreach (var profile in open.Count == 0 ? [] : DepthAnalysis.Of([decomposition], activation, 1, open, Options, null, cancellationToken).Profiles)
            {
                yield return Row(decomposition, activation.Name, profile, simples);
            }
        }
    }

    private static JsonItem Row(IsotypicDecomposition decomposition, string activation, DepthProfile profile, IReadOnlyList<SimpleRepresentation> simples) => JsonItem.Record(json =>
    {
        var undecided = simples.Where(profile.IsOpen).ToList();
        json.Field("kind", "depth");
        json.Field("set", decomposition.Set.Name);
        json.Field("activation", activation);
        json.Field("source", profile.Source.Label);
        json.Row("layers", simples.Select(profile.LeastAttainedDepthOf));
        if (undecided.Count > 0)
        {
            json.Row("open", undecided.Select(target => target.Label));
            json.Field("limit", profile.Steps.SelectMany(step => step.Reached).First(reached => reached.Populated is null && undecided.Contains(reached.Simple)).Reason);
        }
    });
}
