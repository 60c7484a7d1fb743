using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>How much of each simple ReLU sends to each that it reaches: the shares of the energy, in the order of <c>reaches</c> of the interaction of ReLU, so that nothing is written that is 0.</summary>
internal static class EnergySection
{
    public static IEnumerable<JsonItem> Rows(IsotypicDecomposition decomposition, CancellationToken cancellationToken)
    {
        if (CatalogLimits.TooManyEnergies(decomposition.Set.Size, decomposition.Components.Count) is { } limit)
        {
            yield return CatalogLimits.Reached(decomposition.Set.Name, limit);
            yield break;
        }

        var flow = EnergyFlow.Of(InteractionGraph.Of(decomposition, Activation.Relu, null, cancellationToken), EnergyOptions.Default.WithDigits(CatalogNumbers.Digits), null, null, cancellationToken);
        foreach (var row in flow.Rows)
        {
            yield return JsonItem.Record(json =>
            {
                json.Field("set", decomposition.Set.Name);
                json.Field("source", row.Source.Label);
                json.Row("shares", row.Shares.Where(share => !share.IsZero).Select(Decimals));
            });
        }
    }

    /// <summary>As many digits for each share, whatever its size.</summary>
    private static string Decimals(EnergyShare share) => share.Share.TryToDecimalString(CatalogNumbers.Digits) ?? share.Text;
}
