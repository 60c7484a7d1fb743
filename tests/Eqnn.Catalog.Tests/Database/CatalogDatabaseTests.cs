using Eqnn.Catalog.Database;
using Eqnn.Catalog.Tests.Folders;
using Eqnn.Numbers;

namespace Eqnn.Catalog.Tests.Database;

/// <summary>The database as a file: made anew, only read, and known for what it is.</summary>
public sealed class CatalogDatabaseTests(SearchableCatalog catalog) : IClassFixture<SearchableCatalog>
{
    private static readonly Dictionary<string, string> None = [];

    [Theory]
    [InlineData("DELETE FROM groups", "only questions are answered")]
    [InlineData("CREATE TEMP TABLE t(x)", "only questions are answered")]
    [InlineData("VACUUM INTO 'copy.db'", "only questions are answered")]
    [InlineData("ATTACH 'other.db' AS other", "only questions are answered")]
    [InlineData("PRAGMA user_version = 7", "only questions are answered")]
    [InlineData("SELECT load_extension('x')", "")]
    [InlineData("SELECT 1; DELETE FROM groups", "a second statement follows")]
    [InlineData("SELEC 1", "syntax error")]
    [InlineData("SELECT absent FROM groups", "no such column")]
    [InlineData("SELECT :missing", "missing")]
    [InlineData("  ", "there is no statement")]
    [InlineData("-- a remark", "there is no statement")]
    public void Nothing_but_one_question_is_answered(string sql, string problem)
    {
        var before = File.ReadAllBytes(catalog.File);
        var error = Assert.Throws<AlgebraFormatException>(() => catalog.Database.Query(sql, None));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(catalog.File));
        Assert.False(File.Exists("copy.db") || File.Exists("other.db"));
    }

    [Fact]
    public void Rows_are_bounded_and_work_is_stopped()
    {
        const string Endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT ";
        Assert.Equal(100, Assert.Throws<LimitExceededException>(() => catalog.Database.Query(Endless + "x FROM c", None, maxRows: 100)).Bound);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.ThrowsAny<OperationCanceledException>(() => catalog.Database.Query(Endless + "count(*) FROM c", None, cancellationToken: stop.Token));
    }

    [Fact]
    public void Values_keep_their_kinds()
    {
        var row = Assert.Single(catalog.Database.Query("SELECT 1, 2.5, 'x', NULL, :p + 1", new Dictionary<string, string> { ["p"] = "41" }).Rows);
        Assert.Equal([(SearchCellKind.Whole, "1"), (SearchCellKind.Real, "2.5"), (SearchCellKind.Text, "x"), (SearchCellKind.Null, ""), (SearchCellKind.Whole, "42")], row.Select(cell => (cell.Kind, cell.Text)));
    }

    [Fact]
    public void Equal_documents_give_equal_bytes_and_damaged_ones_no_database()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(catalog.Plan.Entries.Count, CatalogDatabase.Build(catalog.Folder, folder["again.sqlite"]));
        Assert.Equal(File.ReadAllBytes(catalog.File), File.ReadAllBytes(folder["again.sqlite"]));
        Assert.True(catalog.Database.IsOf(catalog.Folder));

        Directory.CreateDirectory(folder["damaged/small"]);
        var document = catalog.Plan.Entries[0].Path;
        File.WriteAllText(folder["damaged/" + document], File.ReadAllText(Path.Combine(catalog.Folder, document)).Replace("\"degree\": 1", "\"degree\": 2", StringComparison.Ordinal));
        Assert.Throws<InvalidDataException>(() => CatalogDatabase.Build(folder["damaged"], folder["again.sqlite"]));
        Assert.Equal(File.ReadAllBytes(catalog.File), File.ReadAllBytes(folder["again.sqlite"]));
        Assert.Equal(["again.sqlite"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
        Assert.False(CatalogDatabase.Open(folder["again.sqlite"]).IsOf(folder["damaged"]));
    }

    [Fact]
    public void Other_files_are_no_databases_of_a_catalog()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["text.sqlite"], "no database at all, but long enough to be read as one: " + new string('x', 200));
        Assert.Contains("is no SQLite database", Assert.Throws<InvalidDataException>(() => CatalogDatabase.Open(folder["text.sqlite"])).Message, StringComparison.Ordinal);
        using (var foreign = SqliteLibrary.Open(folder["foreign.sqlite"], Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate))
        {
            using var command = foreign.CreateCommand();
            command.CommandText = "CREATE TABLE groups (name TEXT)";
            command.ExecuteNonQuery();
        }

        Assert.Contains("not one of a catalog", Assert.Throws<InvalidDataException>(() => CatalogDatabase.Open(folder["foreign.sqlite"])).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => CatalogDatabase.Open(folder["absent.sqlite"]));
        Assert.False(File.Exists(folder["absent.sqlite"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_no_catalog_has_made_is_not_written_over(bool isDatabase)
    {
        using var folder = new TemporaryFolder();
        var file = folder["catalog.sqlite"];
        if (isDatabase)
        {
            using var foreign = SqliteLibrary.Open(file, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate);
            using var command = foreign.CreateCommand();
            command.CommandText = "CREATE TABLE dear (name TEXT)";
            command.ExecuteNonQuery();
        }
        else
        {
            File.WriteAllText(file, new string('x', 300));
        }

        var before = File.ReadAllBytes(file);
        Assert.Contains("left as it is", Assert.Throws<IOException>(() => CatalogDatabase.Build(catalog.Folder, file)).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Equal(["catalog.sqlite"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Every_question_is_answered_and_knows_its_parameters()
    {
        Assert.True(CatalogQuestion.All.Count >= 10);
        Assert.All(CatalogQuestion.All, question => Assert.NotEmpty(question.Ask(catalog.Database, None).Columns));
        Assert.Contains("no parameter 'x'", Assert.Throws<ArgumentException>(() => CatalogQuestion.All[0].Ask(catalog.Database, new Dictionary<string, string> { ["x"] = "1" })).Message, StringComparison.Ordinal);
    }
}
