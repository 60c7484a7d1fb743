using System.Diagnostics;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Folders;

/// <summary>A catalog on disk: documents in folders by family, their figures, <c>index.json</c> and the schema.</summary>
/// <remarks>Every file is written whole or not at all. The index is made from the documents that are there, so builds of different lists add up in one folder.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CatalogFolder
{
    internal const string IndexFile = "index.json";
    internal const string SchemaFolder = "schema";
    private const string LockFile = ".lock";

    /// <summary>The catalog in a folder, which need not exist yet.</summary>
    public CatalogFolder(string path) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Builds the documents of a plan that are not there yet; several at once, on all processors.</summary>
    /// <remarks>
    /// A document that is there with the same inputs, an intact hash and its figures is kept; so a build that was stopped at any moment goes on where it was. Every document is verified before it is written.
    /// A group that is beyond a limit is said to be so in <c>limits</c>, in the place of its document, and the others are built all the same.
    /// </remarks>
    /// <exception cref="IOException">Another build writes into the folder, or a file cannot be written.</exception>
    public CatalogBuildResult Build(CatalogPlan plan, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(Path);
        using var held = Hold();
        TemporaryFiles.RemoveFrom(Path);
        var builder = new CatalogBuilding(Path);
        var done = 0;
        var built = new System.Collections.Concurrent.ConcurrentBag<CatalogEntry>();
        var limited = new System.Collections.Concurrent.ConcurrentBag<(CatalogEntry Entry, LimitExceededException Limit)>();

        // The largest first, so that no processor is left with one of them at the end.
        var entries = plan.Entries.Reverse().ToList();
        progress?.Report(new("documents", 0, entries.Count));
        CatalogBuilding.ForEach(entries, entry =>
        {
            try
            {
                if (builder.BuildUnlessThere(entry, cancellationToken))
                {
                    built.Add(entry);
                }

                LimitFile.Remove(Path, entry);
            }
            catch (LimitExceededException limit)
            {
                // Said in the place of the document; the others are built all the same.
                LimitFile.Write(Path, entry, limit);
                limited.Add((entry, limit));
            }

            progress?.Report(new($"documents, {entry.Group} done", Interlocked.Increment(ref done), entries.Count));
        }, cancellationToken);
        WriteIndexAndSchema();
        var limits = limited.OrderBy(pair => pair.Entry.Path, StringComparer.Ordinal).ToList();
        return new([.. plan.Entries.Where(built.Contains)], [.. plan.Entries.Where(entry => !built.Contains(entry) && limits.TrueForAll(pair => pair.Entry != entry))], limits);
    }

    /// <summary>Checks everything: layout, schema, hashes, figures, the index, and every mathematical claim, from its certificate or again from the definitions.</summary>
    /// <param name="groups">Only the documents of these groups; <c>null</c>: all, and the index.</param>
    /// <param name="progress">Told one step for each document.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The problems, the first one of each file, in the order of the files; empty if the catalog is sound. Documents whose check needs more than a limit allows are among them (<see cref="CatalogProblem.Limit"/>).</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public IReadOnlyList<CatalogProblem> Verify(IReadOnlyCollection<string>? groups = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var files = DocumentFiles().ToList();
        if (groups is not null)
        {
            var wanted = groups.Select(group => DocumentPath.Of(GroupFile.ReadOrParse(group).Name)).ToHashSet(StringComparer.Ordinal);
            var absent = wanted.Except(files).Select(file => new CatalogProblem(file, "$", "is missing")).ToList();
            files = [.. files.Where(wanted.Contains)];
            return [.. absent, .. CatalogVerification.Of(Path, files, progress, cancellationToken)];
        }

        var problems = CatalogVerification.Of(Path, files, progress, cancellationToken);
        return problems.Any(problem => problem.Limit is null) ? problems : [.. problems, .. CheckIndex()];
    }

    /// <summary>The names in the documents that nothing proves, because they are those of files (<c>@set.json</c>), each with its document and place.</summary>
    /// <param name="groups">Only the documents of these groups; <c>null</c>: all.</param>
    /// <exception cref="InvalidDataException">A document is damaged.</exception>
    public IReadOnlyList<string> Labels(IReadOnlyCollection<string>? groups = null) =>
        [.. Wanted(groups).SelectMany(file => NamedThings.Labels(Document(file)).Select(label => $"{file}: {label}"))];

    private IEnumerable<string> Wanted(IReadOnlyCollection<string>? groups)
    {
        var wanted = groups?.Select(group => DocumentPath.Of(GroupFile.ReadOrParse(group).Name)).ToHashSet(StringComparer.Ordinal);
        return DocumentFiles().Where(file => wanted?.Contains(file) != false);
    }

    /// <summary>The documents of which <see cref="Verify"/> compares figures with their hashes alone and does not draw them again, each with the number of its figures: documents of version 1.</summary>
    /// <param name="groups">Only the documents of these groups; <c>null</c>: all.</param>
    /// <exception cref="InvalidDataException">A document is damaged.</exception>
    public IReadOnlyList<(string File, int Figures)> HashedFigures(IReadOnlyCollection<string>? groups = null) =>
        [.. Wanted(groups).Select(file => (File: file, Figures: NamedThings.HashedFigures(Document(file)))).Where(pair => pair.Figures > 0)];

    /// <summary>The documents as the index lists them.</summary>
    /// <exception cref="FileNotFoundException">There is no index: the folder is no catalog.</exception>
    /// <exception cref="InvalidDataException">The index is damaged; <see cref="Verify"/> says more.</exception>
    public IReadOnlyList<CatalogRecord> ReadIndex()
    {
        var path = InFolder(IndexFile);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{Path} is no catalog: it has no {IndexFile}; eqnn catalog build makes one", path);
        }

        try
        {
            return [.. CanonicalJson.Parse("index", File.ReadAllText(path), IndexFile)["documents"].Items().Select(CatalogRecord.Read)];
        }
        catch (Exception e) when (e is AlgebraFormatException or ArgumentException)
        {
            throw new InvalidDataException($"{path} is damaged: {e.Message.Split('\n')[0]}", e);
        }
    }

    /// <summary>The document of a group.</summary>
    /// <param name="group">A name of the group, in any form that <see cref="Eqnn.Algebra.Groups.FiniteGroup.Parse(string)"/> reads.</param>
    /// <exception cref="FileNotFoundException">The catalog has none.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public CatalogDocument Read(string group)
    {
        var file = DocumentPath.Of(GroupFile.ReadOrParse(group).Name);
        var path = InFolder(file);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"the catalog {Path} has no {file}", path);
        }

        return DocumentFile.TryRead(path, out var problem) is { } document ? new CatalogDocument(CatalogRecord.Of(file, document), document) : throw new InvalidDataException($"{path} {problem}");
    }

    /// <summary>Copies the documents of other catalogs into this one: those of the shards of a build, in any order.</summary>
    /// <returns>The number of documents of this catalog after it.</returns>
    /// <exception cref="InvalidDataException">A document is damaged, or two catalogs have different documents of one group; all of these are named, and nothing is copied.</exception>
    public int Merge(IReadOnlyList<string> folders, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(Path);
        using var held = Hold();
        TemporaryFiles.RemoveFrom(Path);
        CatalogMerge.Into(Path, folders, cancellationToken);
        LimitFile.Merge(Path, folders);
        WriteIndexAndSchema();
        return DocumentFiles().Count();
    }

    /// <summary>Whether <see cref="Merge"/> would succeed, without writing anything.</summary>
    /// <returns>The number of documents this catalog would have.</returns>
    /// <exception cref="InvalidDataException">As for <see cref="Merge"/>.</exception>
    public int CheckMerge(IReadOnlyList<string> folders, CancellationToken cancellationToken = default) => CatalogMerge.Origins(Path, folders, cancellationToken).Count;

    /// <summary>The paths of all documents, relative, in ordinal order.</summary>
    private IEnumerable<string> DocumentFiles() => CatalogBuilding.DocumentFiles(Path);

    private List<CatalogProblem> CheckIndex()
    {
        var path = InFolder(IndexFile);
        if (!File.Exists(path))
        {
            return [new(IndexFile, "$", "is missing")];
        }

        var (actual, expected) = (File.ReadAllText(path).Split('\n'), IndexText().Split('\n'));
        var line = actual.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        if (line < actual.Length || line < expected.Length)
        {
            return [new(IndexFile, FormattableString.Invariant($"line {line + 1}"), "is not what the documents say")];
        }

        return [.. Versions().Where(version => !File.Exists(InFolder(SchemaFile(version))) || File.ReadAllText(InFolder(SchemaFile(version))) != DocumentSchema.TextOf(version))
            .Select(version => new CatalogProblem(SchemaFile(version), "$", "is not the schema of this version")).Take(1)];
    }

    private string IndexText() => CanonicalJson.Print(JsonItem.Record(json =>
    {
        json.Field("format", "eqnn-catalog-index");
        json.Field("schemaVersion", Citation.IndexVersion);
        json.Field("licence", Citation.Licence);
        json.List("documents", DocumentFiles().Select(file => CatalogRecord.Of(file, Document(file)).ToJson()), json.Item);
    }));

    private void WriteIndexAndSchema()
    {
        Directory.CreateDirectory(InFolder(SchemaFolder));
        foreach (var version in Versions())
        {
            CatalogBuilding.WriteUnlessSame(InFolder(SchemaFile(version)), DocumentSchema.TextOf(version));
        }

        CatalogBuilding.WriteUnlessSame(InFolder(IndexFile), IndexText());
    }

    /// <summary>The versions of the format of the documents here; of an empty catalog the one that is written.</summary>
    private IEnumerable<int> Versions() => DocumentFiles().Select(file => DocumentRecords.Version(Document(file))).DefaultIfEmpty(Citation.SchemaVersion).Distinct().Order();

    private JsonItem Document(string file) => DocumentFile.TryRead(InFolder(file), out var problem) ?? throw new InvalidDataException($"{InFolder(file)} {problem}");

    private static string SchemaFile(int version) => $"{SchemaFolder}/{DocumentSchema.NameOf(version)}";

    private FileStream Hold()
    {
        try
        {
            return new FileStream(InFolder(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (File.Exists(InFolder(LockFile)))
        {
            throw new IOException($"another build writes into {Path}; give shards folders of their own and merge them", e);
        }
    }

    private string InFolder(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>In one line: the path.</summary>
    public override string ToString() => FormattableString.Invariant($"catalog {Path}");
}
