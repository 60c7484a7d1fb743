using Eqnn.Catalog.Documents;
using Eqnn.Catalog.Folders;
using Eqnn.Numbers;

namespace Eqnn.Catalog.Tests.Folders;

public sealed class CatalogFolderTests
{
    private static CatalogPlan Plan { get; } = CatalogPlan.Parse("cyclic:1..6,S3", ["regular"], 6);

    [Fact]
    public void A_build_gives_documents_figures_index_and_schema_that_verify()
    {
        using var folder = new TemporaryFolder();
        var catalog = new CatalogFolder(folder["new/catalog"]);
        var result = catalog.Build(Plan);
        Assert.Equal((7, 0), (result.Built.Count, result.Kept.Count));
        Assert.Empty(catalog.Verify());
        Assert.Equal(["C1", "C2", "C3", "C4", "C5", "C6", "S3"], catalog.ReadIndex().Select(record => record.Group));
        var files = TemporaryFolder.Contents(catalog.Path);
        // Documents, index and schema; a graph for each of four activations; the maps from each simple of dimension 2: one for C3, C4, S3 and two for C5, C6.
        Assert.Equal(7 + 2 + (7 * 4) + 7, files.Count);
        Assert.Contains("cyclic/figures/C006-regular-maps-L2.svg", files.Keys);
        Assert.Contains("cyclic/figures/C006-regular-relu-bias.svg", files.Keys);
        Assert.All(files.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)), file => Assert.EndsWith("}\n", file.Value, StringComparison.Ordinal));
        Assert.Equal(files["cyclic/C006.json"], catalog.Read("Z6").Text);
    }

    [Fact]
    public void A_second_build_keeps_what_is_there_and_touches_nothing()
    {
        using var folder = new TemporaryFolder();
        var catalog = new CatalogFolder(folder.Path);
        catalog.Build(Plan);
        var before = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        var again = catalog.Build(Plan);
        Assert.Equal((0, 7), (again.Built.Count, again.Kept.Count));
        Assert.All(before, pair => Assert.Equal(pair.Value, File.GetLastWriteTimeUtc(pair.Key)));
    }

    /// <summary>Whatever a crash or an editor leaves behind, the next build gives the bytes of an undisturbed one.</summary>
    [Theory]
    [InlineData("cyclic/C005.json", 0)]
    [InlineData("cyclic/C005.json", 500)]
    [InlineData("cyclic/C005.json", -1)]
    [InlineData("cyclic/figures/C005-regular-relu.svg", 100)]
    [InlineData("index.json", 40)]
    [InlineData("schema/document-2.schema.json", 40)]
    public void A_torn_or_missing_file_does_not_pass_and_is_built_again(string file, int length)
    {
        using var folder = new TemporaryFolder();
        var catalog = new CatalogFolder(folder.Path);
        catalog.Build(Plan);
        var expected = TemporaryFolder.Contents(folder.Path);
        if (length < 0)
        {
            File.Delete(folder[file]);
        }
        else
        {
            File.WriteAllText(folder[file], expected[file][..length]);
        }

        File.WriteAllText(folder["cyclic/.C004.json.123456.tmp"], "{");
        Assert.NotEmpty(catalog.Verify());
        catalog.Build(Plan);
        Assert.Equal(expected, TemporaryFolder.Contents(folder.Path));
        Assert.Empty(catalog.Verify());
    }

    [Theory]
    [InlineData(".index.json.123456.tmp", true)]
    [InlineData("schema/.document-2.schema.json.7.tmp", true)]
    [InlineData("cyclic/.C004.json.123456.tmp", true)]
    [InlineData("cyclic/figures/.C004-regular-relu.svg.123456.tmp", true)]
    [InlineData("other/.SL-2-3.json.1.tmp", true)]
    [InlineData(".index.json.tmp", false)]
    [InlineData(".session.1.tmp", false)]
    [InlineData(".notes.json.1.tmp", false)]
    [InlineData("index.json.1.tmp", false)]
    [InlineData("cyclic/.mine.tmp", false)]
    [InlineData("cyclic/.C004.json.12x.tmp", false)]
    [InlineData("cyclic/.C004.json..tmp", false)]
    [InlineData("cyclic/.editor.txt.12.tmp", false)]
    [InlineData("cyclic/deep/.C004.json.12.tmp", false)]
    [InlineData("cyclic/figures/.C004.json.12.tmp", false)]
    [InlineData("thesis/.C004.json.12.tmp", false)]
    [InlineData("thesis/figures/.plot.svg.12.tmp", false)]
    [InlineData(".git/.C004.json.12.tmp", false)]
    public void Only_what_a_build_of_the_catalog_left_behind_is_removed(string file, bool isOwn)
    {
        using var folder = new TemporaryFolder();
        var catalog = new CatalogFolder(folder.Path);
        catalog.Build(Plan);
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        File.WriteAllText(folder[file], "half");
        catalog.Build(Plan);
        Assert.Equal(!isOwn, File.Exists(folder[file]));
    }

    [Fact]
    public void A_document_with_other_inputs_is_built_again()
    {
        using var folder = new TemporaryFolder();
        var catalog = new CatalogFolder(folder.Path);
        catalog.Build(CatalogPlan.Parse("S3", ["regular"], 0));
        Assert.Single(catalog.Build(CatalogPlan.Parse("S3", ["regular", "points"], 0)).Built);
        Assert.Single(catalog.Build(CatalogPlan.Parse("S3", ["regular", "points"], 6)).Built);
        Assert.Equal(["regular", "points"], Assert.Single(catalog.ReadIndex()).Sets);
    }

    [Fact]
    public void Shards_in_any_order_merge_to_the_bytes_of_one_build()
    {
        using var folder = new TemporaryFolder();
        new CatalogFolder(folder["whole"]).Build(Plan);
        for (var part = 1; part <= 3; part++)
        {
            new CatalogFolder(folder[$"part{part}"]).Build(Plan.Shard(part, 3));
        }

        Assert.Equal(Plan.Entries.Select(entry => entry.Group).Order(StringComparer.Ordinal), Enumerable.Range(1, 3).SelectMany(part => Plan.Shard(part, 3).Entries).Select(entry => entry.Group).Order(StringComparer.Ordinal));
        Assert.Equal(7, new CatalogFolder(folder["merged"]).Merge([folder["part3"], folder["part1"], folder["part2"], folder["part1"]]));
        Assert.Equal(TemporaryFolder.Contents(folder["whole"]), TemporaryFolder.Contents(folder["merged"]));
    }

    [Fact]
    public void A_merge_names_conflicting_documents_and_copies_nothing()
    {
        using var folder = new TemporaryFolder();
        new CatalogFolder(folder["a"]).Build(CatalogPlan.Parse("C3,S3,C5", ["regular"], 0));
        new CatalogFolder(folder["b"]).Build(CatalogPlan.Parse("C3,S3", ["regular", "points"], 0));
        var target = new CatalogFolder(folder["merged"]);
        var failure = Assert.Throws<InvalidDataException>(() => target.Merge([folder["a"], folder["b"]]));
        Assert.Contains("cyclic/C003.json in ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("symmetric/S003.json in ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("C005", failure.Message, StringComparison.Ordinal);
        Assert.Empty(TemporaryFolder.Contents(folder["merged"]));
        File.WriteAllText(folder["a/cyclic/C005.json"], "{}");
        Assert.Contains("C005.json", Assert.Throws<InvalidDataException>(() => target.Merge([folder["a"]])).Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => target.Merge([folder["absent"]]));
    }

    [Fact]
    public void Two_builds_of_one_folder_at_once_are_refused()
    {
        using var folder = new TemporaryFolder();
        using (new FileStream(folder[".lock"], FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("another build", Assert.Throws<IOException>(() => new CatalogFolder(folder.Path).Build(Plan)).Message, StringComparison.Ordinal);
        }

        // The mark of a build that was killed is no obstacle: the system has released it.
        Assert.Equal(7, new CatalogFolder(folder.Path).Build(Plan).Built.Count);
        Assert.False(File.Exists(folder[".lock"]));
    }

    [Fact]
    public void A_build_can_be_cancelled_and_goes_on()
    {
        using var folder = new TemporaryFolder();
        var catalog = new CatalogFolder(folder.Path);
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => catalog.Build(Plan, new Once(stop.Cancel), stop.Token));
        catalog.Build(Plan);
        Assert.Empty(catalog.Verify());
    }

    [Fact]
    public void A_group_that_is_too_large_leaves_a_limit_in_the_place_of_its_document()
    {
        using var folder = new TemporaryFolder();
        var result = new CatalogFolder(folder["part"]).Build(CatalogPlan.Parse("S7,C2", ["points"], 0));
        var (entry, limit) = Assert.Single(result.Limited);
        Assert.Equal(("S7", CatalogLimits.MaxOrder), (entry.Group, limit.Bound));
        Assert.Equal(["C2"], result.Built.Select(built => built.Group));
        Assert.Contains("\"says\": \"limit reached: order of a group in the catalog is 2000", File.ReadAllText(folder["part/limits/symmetric-S007.json"]), StringComparison.Ordinal);

        // It is no document: verified, listed and merged as such.
        var merged = new CatalogFolder(folder["merged"]);
        Assert.Equal(1, merged.Merge([folder["part"]]));
        Assert.Empty(merged.Verify());
        Assert.Equal(TemporaryFolder.Contents(folder["part"]), TemporaryFolder.Contents(folder["merged"]));
    }

    [Fact]
    public void Verification_says_which_file_and_where()
    {
        using var folder = new TemporaryFolder();
        var catalog = new CatalogFolder(folder.Path);
        catalog.Build(Plan);
        var document = Changeable.Parse(File.ReadAllText(folder["cyclic/C006.json"]));
        var set = Changeable.Of(document, "set").First();
        set["multiplicities"]![1] = 2;
        document["hash"] = Changeable.HashOf(document);
        File.WriteAllText(folder["cyclic/C006.json"], Changeable.Print(document));
        Assert.Equal($"cyclic/C006.json: $.{set.Path}.multiplicities[1]: claims 2, found 1", Assert.Single(catalog.Verify()).ToString());
        Assert.Empty(catalog.Verify(["C5"]));
        Assert.Equal(["cyclic/C007.json: $: is missing", $"cyclic/C006.json: $.{set.Path}.multiplicities[1]: claims 2, found 1"], catalog.Verify(["C7", "C6"]).Select(problem => problem.ToString()));
        File.Move(folder["cyclic/C005.json"], folder["cyclic/C006.json"], overwrite: true);
        Assert.Equal("cyclic/C006.json: $.certificates[0].name: a document of this group lies in cyclic/C005.json", Assert.Single(catalog.Verify()).ToString());
    }

    /// <summary>Nothing is known of its claims, so it is no false document.</summary>
    [Fact]
    public void A_document_beyond_a_limit_is_told_apart_from_a_false_one()
    {
        using var folder = new TemporaryFolder();
        var catalog = new CatalogFolder(folder.Path);
        catalog.Build(CatalogPlan.Parse("C2,S3", ["regular"], 0));
        var document = Changeable.Parse(File.ReadAllText(folder["symmetric/S003.json"]).Replace("\"regular\"", "\"1000000*regular\"", StringComparison.Ordinal));
        document["hash"] = Changeable.HashOf(document);
        File.WriteAllText(folder["symmetric/S003.json"], Changeable.Print(document));
        catalog.Merge([]);
        var limited = Assert.Single(catalog.Verify());
        Assert.Contains("points", limited.Limit!.Needed, StringComparison.Ordinal);
        Assert.Equal("symmetric/S003.json", limited.File);
        Assert.StartsWith("cannot be checked: ", limited.Message, StringComparison.Ordinal);
        Assert.Null(limited.Limit.Raised);

        // The index is looked at all the same.
        File.AppendAllText(folder["index.json"], "\n");
        Assert.Equal([false, true], catalog.Verify().Select(problem => problem.Limit is null));
    }

    private sealed class Once(Action action) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => action();
    }
}
