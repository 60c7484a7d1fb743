using Eqnn.Catalog.Documents;
using Eqnn.Catalog.Verification;
using Eqnn.Numbers;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Folders;

/// <summary>Checks documents of a folder, several at once.</summary>
internal static class CatalogVerification
{
    public static IReadOnlyList<CatalogProblem> Of(string folder, IReadOnlyList<string> files, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var problems = new CatalogProblem?[files.Count];
        var done = 0;
        progress?.Report(new("verified", 0, files.Count));
        CatalogBuilding.ForEach(files.Index().Reverse(), pair =>
        {
            problems[pair.Index] = Of(folder, pair.Item, cancellationToken);
            progress?.Report(new($"verified, {pair.Item} done", Interlocked.Increment(ref done), files.Count));
        }, cancellationToken);
        return [.. problems.OfType<CatalogProblem>()];
    }

    private static CatalogProblem? Of(string folder, string file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, file);
        if (DocumentFile.TryRead(path, out var problem) is not { } document)
        {
            return new(file, "$", problem);
        }

        try
        {
            Check(file, document, figure => DocumentFile.TryReadFigure(path, figure), cancellationToken);
            return null;
        }
        catch (CheckFailure failure)
        {
            return new(file, failure.Path, failure.Message);
        }
    }

    /// <summary>The schema, then the place of the file, then every claim.</summary>
    public static void Check(string file, JObject document, Func<string, string?> figure, CancellationToken cancellationToken)
    {
        DocumentSchema.Check(document);
        document["group"]!["name"]!.Require(file == DocumentPath.Of((string)document["group"]!["name"]!), $"a document of this group lies in {DocumentPath.Of((string)document["group"]!["name"]!)}");
        try
        {
            DocumentCheck.Check(document, figure, cancellationToken);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or ArithmeticException or InvalidOperationException or LimitExceededException or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException or InvalidCastException or CertificateException)
        {
            // A number so wrong that nothing can be computed with it.
            throw new CheckFailure("$", $"cannot be checked: {e.Message}");
        }
    }
}
