using Eqnn.Catalog.Documents;
using Eqnn.Catalog.Folders;
using Eqnn.Numbers;
using Microsoft.Data.Sqlite;

namespace Eqnn.Catalog.Database;

/// <summary>An SQLite database made from the documents of a catalog, to ask questions across groups. docs/catalog.md#database.</summary>
/// <remarks>
/// Holds nothing that is not in the documents but the number of each group, so it is made again from them at any time. Equal documents give equal bytes with one version of SQLite. Questions only read: an authorizer refuses every other statement,
/// and the file is opened for reading.
/// </remarks>
public sealed class CatalogDatabase
{
    /// <summary>The name in the folder of a catalog.</summary>
    public const string FileName = "catalog.sqlite";

    private CatalogDatabase(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Makes the database of the documents of a folder anew, whole or not at all; every document is checked against its hash.</summary>
    /// <returns>The number of documents.</returns>
    /// <exception cref="InvalidDataException">A document is damaged; the old database stands.</exception>
    /// <exception cref="IOException">The file is there and is no database of a catalog.</exception>
    public static int Build(string catalogFolder, string path, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var files = CatalogBuilding.DocumentFiles(catalogFolder).ToList();
        var full = System.IO.Path.GetFullPath(path);
        var scratch = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(full)!, FormattableString.Invariant($".{System.IO.Path.GetFileName(full)}.{Environment.ProcessId}.tmp"));
        RequireOurs(full);
        try
        {
            File.Delete(scratch);
            using (var connection = SqliteLibrary.Open(scratch, SqliteOpenMode.ReadWriteCreate))
            {
                using var writer = new DatabaseWriter(connection);
                foreach (var (number, file) in files.Index())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(new("documents", number, files.Count));
                    var at = System.IO.Path.Combine(catalogFolder, file);
                    var document = DocumentFile.TryRead(at, out var problem) ?? throw new InvalidDataException($"{at} {problem}");
                    writer.Add(DocumentReader.Read(file, document));
                }

                writer.Finish(IndexHash(catalogFolder));
            }

            File.Move(scratch, full, overwrite: true);
            return files.Count;
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    /// <summary>A file that no catalog has made is not written over; an earlier version of ours is.</summary>
    private static void RequireOurs(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        try
        {
            using var connection = SqliteLibrary.Open(path, SqliteOpenMode.ReadOnly);
            if (Pragma(connection, "application_id") == DatabaseSchema.ApplicationId)
            {
                return;
            }
        }
        catch (SqliteException)
        {
            // No database at all.
        }

        throw new IOException($"{path} is no database of a catalog: it is left as it is; name another file, or remove it");
    }

    /// <summary>Opens a database for questions.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no database of a catalog, or one of another version.</exception>
    public static CatalogDatabase Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"there is no database {path}: it is made from the documents of a catalog", path);
        }

        using var connection = SqliteLibrary.Open(path, SqliteOpenMode.ReadOnly);
        try
        {
            if (Pragma(connection, "application_id") != DatabaseSchema.ApplicationId)
            {
                throw new InvalidDataException($"{path} is a database, but not one of a catalog");
            }

            if (Pragma(connection, "user_version") is var version && version != DatabaseSchema.Version)
            {
                throw new InvalidDataException(FormattableString.Invariant($"{path} has version {version} of the tables, this is version {DatabaseSchema.Version}: make it again from the documents"));
            }
        }
        catch (SqliteException e)
        {
            throw new InvalidDataException($"{path} is no SQLite database: {SqliteLibrary.Plain(e)}", e);
        }

        return new(path);
    }

    /// <summary>Whether the documents of a folder are those that the database was made from, by the hash of the index.</summary>
    public bool IsOf(string catalogFolder) => Query("SELECT value FROM catalog WHERE key = 'index'", new Dictionary<string, string>()).Rows is [var row] && row[0].Text == IndexHash(catalogFolder);

    /// <summary>Asks a question in SQL: one statement that only reads.</summary>
    /// <param name="sql">A SELECT statement.</param>
    /// <param name="parameters">Values of the parameters in it, by their names without the colon.</param>
    /// <param name="maxRows">The largest number of rows.</param>
    /// <param name="cancellationToken">Interrupts the statement.</param>
    /// <exception cref="AlgebraFormatException">The statement is malformed, writes, or there are several.</exception>
    /// <exception cref="LimitExceededException">There are more rows than the limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SearchResult Query(string sql, IReadOnlyDictionary<string, string> parameters, int maxRows = 100_000, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(parameters);
        using var connection = SqliteLibrary.Open(Path, SqliteOpenMode.ReadOnly);
        return ReadOnlyQuery.Run(connection, sql, parameters, maxRows, cancellationToken);
    }

    private static string IndexHash(string catalogFolder)
    {
        var index = System.IO.Path.Combine(catalogFolder, CatalogFolder.IndexFile);
        return File.Exists(index) ? CanonicalJson.OfText(File.ReadAllText(index)) : "";
    }

    private static long Pragma(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        // Only names from the two lines above.
#pragma warning disable CA2100 // the name is one of two constants
        command.CommandText = "PRAGMA " + name;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>In one line: the path.</summary>
    public override string ToString() => $"database {Path}";
}
