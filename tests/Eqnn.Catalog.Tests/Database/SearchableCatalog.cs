using Eqnn.Catalog.Database;
using Eqnn.Catalog.Folders;
using Eqnn.Catalog.Tests.Folders;

namespace Eqnn.Catalog.Tests.Database;

/// <summary>A small catalog with its database, built once for the tests of questions.</summary>
public sealed class SearchableCatalog : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SearchableCatalog()
    {
        Plan = CatalogPlan.Of([.. CatalogPlan.Parse("order:1..12,order:18,SL(2,3),D4,Q8,C15", ["regular"], 0).Entries, .. CatalogPlan.Parse("A4,S4", ["regular", "points", "cosets:#2"], 0).Entries]);
        new CatalogFolder(Folder).Build(Plan);
        CatalogDatabase.Build(Folder, File);
        Database = CatalogDatabase.Open(File);
    }

    internal string Folder => _folder["catalog"];

    internal string File => _folder["catalog/catalog.sqlite"];

    internal CatalogPlan Plan { get; }

    internal CatalogDatabase Database { get; }

    public void Dispose() => _folder.Dispose();
}
