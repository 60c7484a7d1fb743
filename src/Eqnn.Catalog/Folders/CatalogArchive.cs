using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Eqnn.Catalog.Folders;

/// <summary>A catalog in one file to publish: a zip archive with the documents, their figures, the index, the schema and <c>SHA256SUMS</c>.</summary>
/// <remarks>
/// Names are sorted, times are 1980-01-01, rights are 0644: equal catalogs give equal bytes with one version of .NET on one kind of system (the compressor belongs to it; the contents and <c>SHA256SUMS</c> are equal everywhere).
/// Only what belongs to the catalog is packed: no database, no file of others.
/// </remarks>
public static class CatalogArchive
{
    /// <summary>The file of hashes inside, in the format that <c>sha256sum -c</c> reads.</summary>
    public const string SumsFile = "SHA256SUMS";

    private const long MaxEntryBytes = 1L << 30;

    /// <summary>Packs the catalog in a folder; the archive is written whole or not at all.</summary>
    /// <returns>The number of documents.</returns>
    /// <exception cref="FileNotFoundException">The folder has no index, or a figure is missing.</exception>
    /// <exception cref="InvalidDataException">A document is damaged.</exception>
    public static int Write(string folder, string path, CancellationToken cancellationToken = default)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var documents = CatalogBuilding.DocumentFiles(folder).ToList();
        foreach (var file in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var at = Path.Combine(folder, file);
            var document = DocumentFile.TryRead(at, out var problem) ?? throw new InvalidDataException($"{at} {problem}");
            if (!DocumentFile.HasItsFigures(at, document))
            {
                throw new InvalidDataException($"{at}: a figure is missing or not what the document says");
            }

            files.Add(file, at);
            foreach (var figure in document["figures"].Items())
            {
                var relative = $"{Path.GetDirectoryName(file)}/{figure["file"].Text()}".Replace('\\', '/');
                files[relative] = Path.Combine(folder, relative);
            }
        }

        var index = Path.Combine(folder, CatalogFolder.IndexFile);
        files.Add(CatalogFolder.IndexFile, File.Exists(index) ? index : throw new FileNotFoundException($"{folder} is no catalog: it has no {CatalogFolder.IndexFile}", index));
        foreach (var own in new[] { (CatalogFolder.SchemaFolder, "document-*.schema.json"), (LimitFile.Folder, "*.json") })
        {
            if (Directory.Exists(Path.Combine(folder, own.Item1)))
            {
                foreach (var at in Directory.EnumerateFiles(Path.Combine(folder, own.Item1), own.Item2).Where(at => !Path.GetFileName(at).StartsWith('.')))
                {
                    files.Add($"{own.Item1}/{Path.GetFileName(at)}", at);
                }
            }
        }

        AtomicFile.Write(path, stream => Write(stream, files, cancellationToken));
        return documents.Count;
    }

    /// <summary>Checks an archive: every file is there with its hash, and nothing else.</summary>
    /// <returns>The problems, in the order of names; empty if the archive is whole.</returns>
    /// <exception cref="InvalidDataException">The file is no such archive.</exception>
    public static IReadOnlyList<CatalogProblem> Check(string path, CancellationToken cancellationToken = default)
    {
        using var zip = ZipFile.OpenRead(path);
        var sums = zip.GetEntry(SumsFile) ?? throw new InvalidDataException($"{path} has no {SumsFile}: it is no archive of a catalog");
        var wanted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using (var reader = new StreamReader(sums.Open(), Encoding.UTF8))
        {
            while (reader.ReadLine() is { } line)
            {
                if (line.Length < 67 || !wanted.TryAdd(line[66..], line[..64]))
                {
                    throw new InvalidDataException($"{path}: {SumsFile} has a line that is no hash and name");
                }
            }
        }

        var problems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName != SumsFile))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!wanted.Remove(entry.FullName, out var hash))
            {
                problems[entry.FullName] = $"is not in {SumsFile}, or is there twice";
            }
            else if (entry.Length > MaxEntryBytes)
            {
                problems[entry.FullName] = "is larger than a gigabyte: not read";
            }
            else
            {
                using var content = entry.Open();
                if (Convert.ToHexStringLower(SHA256.HashData(content)) != hash)
                {
                    problems[entry.FullName] = "the content is not what the hash says";
                }
            }
        }

        foreach (var (name, _) in wanted)
        {
            problems[name] = "is missing";
        }

        return [.. problems.Select(problem => new CatalogProblem(problem.Key, "$", problem.Value))];
    }

    private static void Write(Stream stream, SortedDictionary<string, string> files, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var sums = new StringBuilder();
        foreach (var (name, path) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var content = File.ReadAllBytes(path);
            sums.Append(Convert.ToHexStringLower(SHA256.HashData(content))).Append("  ").Append(name).Append('\n');
            Add(zip, name, content);
        }

        Add(zip, SumsFile, Encoding.UTF8.GetBytes(sums.ToString()));
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        entry.ExternalAttributes = Convert.ToInt32("100644", 8) << 16;
        using var target = entry.Open();
        target.Write(content);
    }
}
