using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>The simples as exact real matrices: a matrix for each generator of the group.</summary>
internal static class ModelSection
{
    public static IReadOnlyList<JsonItem> Of(SimpleModels models, CatalogNumbers numbers) => [.. models.Table.Simples.Select(simple => JsonItem.Record(
    [
        ("simple", JsonItem.Of(simple.Label)),
        models.Has(simple)
            ? ("generators", Json(models.Table.Group.Generators.Select(g => models.MatrixOf(simple, g)), numbers))
            : ("limit", JsonItem.Of(CatalogLimits.NoModel(simple.Label, SimpleCopy.MaxModelIndex))),
    ]))];

    public static JsonItem Json(IEnumerable<Matrix<Cyclotomic>> matrices, CatalogNumbers numbers) => JsonItem.List(matrices.Select(matrix => numbers.Rows(matrix.Rows())));
}
