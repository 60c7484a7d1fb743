using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>The simples as exact real matrices: a matrix for each generator of the group.</summary>
internal static class ModelSection
{
    public static IReadOnlyList<JsonItem> Of(SimpleModels models, CatalogNumbers numbers) => [.. models.Table.Simples.Select(simple => JsonItem.Record(json =>
    {
        json.Field("simple", simple.Label);
        if (models.Has(simple))
        {
            numbers.Matrices(json, "generators", models.Table.Group.Generators.Select(g => models.MatrixOf(simple, g).Rows()));
        }
        else
        {
            json.Field("limit", CatalogLimits.NoModel(simple.Label, SimpleCopy.MaxModelIndex));
        }
    }))];
}
