using Eqnn.Catalog.Building;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Folders;

/// <summary>Builds documents into a folder, and the small operations on its files.</summary>
internal sealed class CatalogBuilding(string folder)
{
    private readonly DocumentBuilder _builder = new();

    /// <summary>Builds a document with its figures, the document last: where it is, its figures are.</summary>
    /// <returns>Whether it was not there.</returns>
    public bool BuildUnlessThere(CatalogEntry entry, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, entry.Path);
        if (DocumentFile.TryRead(path, out _) is { } there && DocumentRecords.Version(there) == Citation.SchemaVersion && entry.Inputs.ToJson().Equals(there.Find("inputs")) && DocumentFile.HasItsFigures(path, there))
        {
            return false;
        }

        var (document, figures) = _builder.Build(entry.Inputs, cancellationToken);
        RequireVerified(document, entry.Group, cancellationToken);

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        foreach (var (file, svg) in figures)
        {
            var figure = Path.Combine(Path.GetDirectoryName(path)!, file);
            Directory.CreateDirectory(Path.GetDirectoryName(figure)!);
            WriteUnlessSame(figure, svg);
        }

        AtomicFile.Write(path, CanonicalJson.Print(document));
        return true;
    }

    /// <summary>Has a document that was built checked by the code that shares nothing with what built it.</summary>
    /// <exception cref="CertificateException">It makes a false claim: a bug.</exception>
    public static void RequireVerified(JsonItem document, string group, CancellationToken cancellationToken)
    {
        if (CatalogVerification.FalseClaim(document, cancellationToken) is { } problem)
        {
            throw new CertificateException("what the catalog builds its checker accepts", $"{group}, {problem.Path}: {problem.Message}");
        }
    }

    /// <summary>Does work on all processors; the first failure is thrown as it is.</summary>
    public static void ForEach<T>(IEnumerable<T> items, Action<T> work, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.ForEach(
                System.Collections.Concurrent.Partitioner.Create(items, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
                work);
        }
        catch (AggregateException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions.FirstOrDefault(inner => inner is not OperationCanceledException) ?? e.Flatten().InnerExceptions[0]);
        }
    }

    /// <summary>The paths of the documents under a folder, relative, with slashes, in ordinal order.</summary>
    public static IEnumerable<string> DocumentFiles(string folder) => Directory.EnumerateDirectories(folder)
        .Where(family => !Path.GetFileName(family).StartsWith('.') && Path.GetFileName(family) is not (CatalogFolder.SchemaFolder or LimitFile.Folder))
        .SelectMany(family => Directory.EnumerateFiles(family, "*.json"))
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Where(file => !Path.GetFileName(file).StartsWith('.'))
        .Order(StringComparer.Ordinal);

    /// <summary>Writes a file unless it has that content: an unchanged catalog keeps its files untouched.</summary>
    public static void WriteUnlessSame(string path, string content)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != content)
        {
            AtomicFile.Write(path, content);
        }
    }
}
