using Eqnn.Algebra.Characters;
using Eqnn.Catalog.Documents;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>The matrix of Theorem 1, a row for each source L: the targets K with a map, each with the value of the witness; for the others the class that is the obstruction.</summary>
internal static class ExistenceSection
{
    public static IReadOnlyList<JsonItem> Of(CharacterTable table, CatalogNumbers numbers) => [.. table.Simples.Select(source => Row(source, numbers))];

    private static JsonItem Row(SimpleRepresentation source, CatalogNumbers numbers)
    {
        var verdicts = source.Table.Simples.Select(target => KernelCriterion.Decide(source, target)).ToList();
        var yes = verdicts.OfType<MapVerdict.Exists>().ToList();
        return JsonItem.Record(
        [
            ("source", JsonItem.Of(source.Label)),
            ("targets", Lists.Texts(yes.Select(verdict => verdict.Target.Label))),
            ("bias", numbers.Number(yes[0].Witness.Bias)),
            ("point", numbers.Number(yes[0].Witness.PointAtIdentity)),
            ("values", numbers.Row(yes.Select(verdict => verdict.Witness.ValueAtIdentity))),
            ("none", Lists.Texts(verdicts.OfType<MapVerdict.Impossible>().Select(verdict => verdict.Target.Label))),
            ("obstructions", Lists.FromOne(verdicts.OfType<MapVerdict.Impossible>().Select(verdict => verdict.Obstruction.ClassPosition))),
        ]);
    }
}
