using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Catalog.Building;
using Eqnn.Catalog.Folders;
using Eqnn.PiecewiseLinear.Universality;
using Eqnn.Testing;

namespace Eqnn.Catalog.Tests.Documents;

/// <summary>What the builder of the catalog checks, fed false documents.</summary>
public sealed class BuilderChecksFire
{
    [Fact]
    public void A_false_document_is_not_written()
    {
        var document = Built.Document("S3");
        CatalogBuilding.RequireVerified(Changeable.Item(document), "S3", CancellationToken.None);
        var orbit = document.SelectTokens("$..multiplicities").Concat(document.SelectTokens("$..values")).First(token => token.HasValues);
        orbit.First!.Replace(7);
        Fires.With("what the catalog builds its checker accepts", () => CatalogBuilding.RequireVerified(Changeable.Item(document), "S3", CancellationToken.None));
    }

    [Fact]
    public void Closures_of_stabilisers_are_compared()
    {
        var group = FiniteGroup.Parse("S3");
        var set = GSet.Points(group);
        var table = UniversalityTable.Of(set);
        var records = UniversalitySection.Of(set, [.. group.EnumerateElements()], CancellationToken.None).Certificates;
        UniversalitySection.Agree(records[0], table.Sets[0]);
        Fires.With("closures of stabilisers agree on both routes", () => UniversalitySection.Agree(records[^1], table.Sets[0]));
    }
}
