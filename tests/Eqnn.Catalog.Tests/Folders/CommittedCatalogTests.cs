using Eqnn.Catalog.Folders;
using Eqnn.Testing;

namespace Eqnn.Catalog.Tests.Folders;

/// <summary>The catalog of this repository: a sample of it is verified, and it is what a build makes today.</summary>
public sealed class CommittedCatalogTests
{
    private static readonly string Folder = Path.Combine(Oracles.Repository(), "catalog");

    [Fact]
    public void It_has_the_cyclic_groups_to_64_and_the_showcase()
    {
        var groups = new CatalogFolder(Folder).ReadIndex().Select(record => record.Group).ToList();
        Assert.Superset(Enumerable.Range(1, 64).Select(n => FormattableString.Invariant($"C{n}")).ToHashSet(), groups.ToHashSet());
        Assert.Superset(Enumerable.Range(3, 10).Select(n => FormattableString.Invariant($"D{n}")).Concat(["S3", "S4", "S5", "A4", "A5", "Q8", "SL(2,3)", "PSL(2,7)"]).ToHashSet(), groups.ToHashSet());
    }

    [Fact]
    public void A_sample_of_it_verifies() => Assert.Empty(new CatalogFolder(Folder).Verify(["C1", "C2", "C8", "C24", "C31", "D5", "S3", "S4", "Q8", "A5", "SL(2,3)", "PSL(2,7)"]));

    /// <summary>Documents as 0.1.0 wrote them, with their index and figures: what people have cited stays readable.</summary>
    [Fact]
    public void A_catalog_of_version_1_verifies()
    {
        var catalog = new CatalogFolder(Path.Combine(Eqnn.Testing.Oracles.Repository(), "tests", "cases", "catalog-1"));
        Assert.Empty(catalog.Verify());
        Assert.Equal(["C5", "S3"], catalog.ReadIndex().Select(record => record.Group));
        Assert.Equal(10, catalog.Read("S3").Certificates("maps").Count);
    }

    [Fact]
    public void It_is_small() => Assert.InRange(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, 20_000_000);

    /// <summary>Documents and figures, byte for byte. Where a change of the code changes them on purpose, CONTRIBUTING.md has the command that builds them again.</summary>
    [Fact]
    public void Building_C1_to_C16_again_gives_its_bytes()
    {
        using var folder = new TemporaryFolder();
        new CatalogFolder(folder.Path).Build(CatalogPlan.Parse("cyclic:1..16", ["regular"], 16));
        var (again, committed) = (TemporaryFolder.Contents(folder.Path), TemporaryFolder.Contents(Folder));
        Assert.All(again.Where(file => file.Key != "index.json"), file => Assert.True(committed.TryGetValue(file.Key, out var text) && text == file.Value, $"{file.Key} is not what is built today; see CONTRIBUTING.md"));
    }
}
