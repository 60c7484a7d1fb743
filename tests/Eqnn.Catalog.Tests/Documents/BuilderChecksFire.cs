using Eqnn.Catalog.Folders;
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
}
