using Eqnn.Catalog.Building;
using Eqnn.Catalog.Documents;
using Eqnn.Catalog.Folders;
using Eqnn.Numbers;
using Eqnn.Testing;

namespace Eqnn.Catalog.Tests.Building;

/// <summary>The checks inside the builder of documents are fed something false.</summary>
public sealed class BuilderChecksFire
{
    [Fact]
    public void A_form_of_another_length_has_no_value()
    {
        Assert.Equal(11, PlanarRayOrbits.Evaluate([1, 2], [3, 4]));
        Fires.With("a form and a vector have one length", () => PlanarRayOrbits.Evaluate([1, 2], [3, 4, 5]));
    }

    [Fact]
    public void A_false_document_is_not_written()
    {
        var document = Built.Document("C5");
        CatalogBuilding.RequireTrue(document, "C5");
        document["certificates"]![0]!["order"] = "6";
        document[CanonicalJson.HashField] = CanonicalJson.HashOf(document);
        var refusal = Assert.Throws<CertificateException>(() => CatalogBuilding.RequireTrue(document, "C5"));
        Assert.StartsWith("the catalog's verification ($", refusal.Check, StringComparison.Ordinal);
    }

    [Fact]
    public void A_composite_outside_the_space_has_no_coordinates()
    {
        const string Check = "the ReLU composite lies in the space of maps";
        IReadOnlyList<IReadOnlyList<Cyclotomic>> plane = [[1, 0, 1], [0, 1, 1]];
        Assert.Equal([2, 3], MapSections.In(plane, [2, 3, 5]));
        Fires.With(Check, () => MapSections.In(plane, [2, 3, 4]));
        Assert.Empty(MapSections.In([], [0, 0]));
        Fires.With(Check, () => MapSections.In([], [0, 1]));
    }
}
