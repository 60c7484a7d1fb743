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
        var no = verdicts.OfType<MapVerdict.Impossible>().ToList();
        return JsonItem.Record(json =>
        {
            json.Field("source", source.Label);
            json.Row("targets", yes.Select(verdict => verdict.Target.Label));
            json.Field("bias", numbers[yes[0].Witness.Bias]);
            json.Field("point", numbers[yes[0].Witness.PointAtIdentity]);
            numbers.Row(json, "values", yes.Select(verdict => verdict.Witness.ValueAtIdentity));
            json.Row("none", no.Select(verdict => verdict.Target.Label));
            json.Positions("obstructions", no.Select(verdict => verdict.Obstruction.ClassPosition));
        });
    }
}
