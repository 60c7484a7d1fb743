using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Composites;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Building;

/// <summary>The simples as exact real matrices: a matrix for each generator of the group.</summary>
internal static class ModelSection
{
    public static JArray Of(SimpleModels models, CatalogNumbers numbers) => [.. models.Table.Simples.Select(simple => models.Has(simple)
        ? new JObject { ["simple"] = simple.Label, ["generators"] = Json(models.Table.Group.Generators.Select(g => models.MatrixOf(simple, g)), numbers) }
        : new JObject { ["simple"] = simple.Label, ["limit"] = CatalogLimits.NoModel(simple.Label, SimpleCopy.MaxModelIndex) })];

    public static JArray Json(IEnumerable<Matrix<Cyclotomic>> matrices, CatalogNumbers numbers) =>
        [.. matrices.Select(matrix => new JArray(matrix.Rows().Select(row => (object)numbers.Row(row)).ToArray()))];
}
