using Eqnn.Catalog.Building;
using Eqnn.Catalog.Folders;
using Eqnn.Numbers;
using Eqnn.Testing;

namespace Eqnn.Catalog.Tests.Documents;

/// <summary>What the builder of the catalog checks, fed false documents and vectors.</summary>
public sealed class BuilderChecksFire
{
    [Fact]
    public void A_false_document_is_not_written()
    {
        var document = Built.Document("S3");
        CatalogBuilding.RequireVerified(document, "S3", CancellationToken.None);
        var orbit = document.SelectTokens("$..multiplicities").Concat(document.SelectTokens("$..values")).First(token => token.HasValues);
        orbit.First!.Replace(7);
        Fires.With("what the catalog builds its checker accepts", () => CatalogBuilding.RequireVerified(document, "S3", CancellationToken.None));
    }

    [Fact]
    public void A_form_of_another_length_is_refused()
    {
        Assert.Equal(Cyclotomic.Zero, PlanarRayOrbits.Evaluate([1, 2], [2, -1]));
        Fires.With("a form and a vector have one length", () => PlanarRayOrbits.Evaluate([1, 2, 3], [2, -1]));
    }

    [Fact]
    public void A_composite_outside_the_space_of_maps_is_refused()
    {
        const string Check = "the ReLU composite lies in the space of maps";
        Assert.Empty(MapSections.In([], [0, 0]));
        Assert.Equal([2, -1], MapSections.In([[1, 0, 0], [0, 1, 0]], [2, -1, 0]));
        Fires.With(Check, () => MapSections.In([], [0, 1]));
        Fires.With(Check, () => MapSections.In([[1, 0, 0], [0, 1, 0]], [2, -1, 1]));
    }
}
