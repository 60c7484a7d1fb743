using System.IO.Compression;
using Eqnn.Catalog.Folders;

namespace Eqnn.Catalog.Tests.Folders;

public sealed class CatalogArchiveTests
{
    [Fact]
    public void An_archive_holds_the_catalog_and_nothing_else_and_equal_catalogs_give_equal_bytes()
    {
        using var folder = new TemporaryFolder();
        Build(folder["a"], "C1,C2,S3");
        Build(folder["b"], "S3,C2,C1");
        File.WriteAllText(folder["b/notes.txt"], "of somebody else");
        foreach (var file in Directory.EnumerateFiles(folder["b"], "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        Assert.Equal(3, CatalogArchive.Write(folder["a"], folder["a.zip"]));
        CatalogArchive.Write(folder["b"], folder["b.zip"]);
        Assert.Equal(File.ReadAllBytes(folder["a.zip"]), File.ReadAllBytes(folder["b.zip"]));
        Assert.Empty(CatalogArchive.Check(folder["a.zip"]));
        ZipFile.ExtractToDirectory(folder["a.zip"], folder["out"]);
        File.Delete(folder["out/" + CatalogArchive.SumsFile]);
        Assert.Equal(TemporaryFolder.Contents(folder["a"]), TemporaryFolder.Contents(folder["out"]));
    }

    [Fact]
    public void An_archive_that_was_changed_is_found_out()
    {
        using var folder = new TemporaryFolder();
        Build(folder["a"], "C1,C2");
        CatalogArchive.Write(folder["a"], folder["a.zip"]);
        using (var zip = ZipFile.Open(folder["a.zip"], ZipArchiveMode.Update))
        {
            zip.GetEntry("cyclic/C001.json")!.Delete();
            zip.GetEntry("cyclic/C002.json")!.Delete();
            using (var changed = new StreamWriter(zip.CreateEntry("cyclic/C002.json").Open()))
            {
                changed.Write("{}");
            }

            zip.CreateEntry("cyclic/C003.json");
        }

        Assert.Equal(["cyclic/C001.json", "cyclic/C002.json", "cyclic/C003.json"], CatalogArchive.Check(folder["a.zip"]).Select(problem => problem.File));
        File.WriteAllText(folder["no.zip"], "no archive");
        Assert.Throws<InvalidDataException>(() => CatalogArchive.Check(folder["no.zip"]));
    }

    [Fact]
    public void A_damaged_document_is_not_packed()
    {
        using var folder = new TemporaryFolder();
        Build(folder["a"], "C2");
        File.AppendAllText(folder["a/cyclic/C002.json"], " ");
        Assert.Throws<InvalidDataException>(() => CatalogArchive.Write(folder["a"], folder["a.zip"]));
        Assert.False(File.Exists(folder["a.zip"]));
    }

    private static void Build(string folder, string groups) => new CatalogFolder(folder).Build(CatalogPlan.Parse(groups, ["regular"], 2));
}
