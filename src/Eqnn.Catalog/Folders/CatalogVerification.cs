using Eqnn.Catalog.Documents;
using Eqnn.Checking;
using Eqnn.Numbers;
using Eqnn.Records.Json;

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
            return Problem(document, figure => DocumentFile.TryReadFigure(path, figure), file, cancellationToken) is { } found ? new(file, found.Path, found.Message) : null;
        }
        catch (LimitExceededException limit)
        {
            return new(file, limit);
        }
    }

    /// <summary>The first thing in a document that does not hold: its place in the catalog, a claim, the descriptive fields, a name or a figure; null if all is well.</summary>
    /// <remarks>The claims are the checker's; the rest is what the catalog says of itself and what the library says of names.</remarks>
    /// <exception cref="LimitExceededException">The check needs more than a limit allows.</exception>
    public static DocumentProblem? Problem(JsonItem document, Func<string, string?> figure, string? file = null, CancellationToken cancellationToken = default) =>
        FalseClaim(document, cancellationToken) ?? Described(document, figure, file, cancellationToken);

    /// <summary>The first claim that the checker refuses; null if all hold. Documents are written only if this is so.</summary>
    public static DocumentProblem? FalseClaim(JsonItem document, CancellationToken cancellationToken) => CertificateChecker.Check(CanonicalJson.Print(document), null, null, cancellationToken) is CertificateReport.Refused refused
        ? new(refused.Where.StartsWith("line ", StringComparison.Ordinal) ? refused.Where : refused.Where == "the document" ? "$" : "$." + refused.Where, refused.Problem)
        : null;

    private static DocumentProblem? Described(JsonItem document, Func<string, string?> figure, string? file, CancellationToken cancellationToken)
    {
        try
        {
            var name = DocumentRecords.Group(document)["name"];
            DocumentProblem.Unless(file is null || file == DocumentPath.Of(name.Text()), name, $"a document of this group lies in {DocumentPath.Of(name.Text())}");
            foreach (var (field, text) in Citation.Fields(name.Text(), DocumentProblem.TextOf(document["inputs"], "version")))
            {
                DocumentProblem.Unless(DocumentProblem.TextOf(document, field) == text, document[field], $"is not '{text}'");
            }

            DocumentProblem.Unless(DocumentProblem.TextOf(document["inputs"], "tool") == "eqnn", document["inputs"]["tool"], "is not 'eqnn'");
            NamedThings.Check(document, figure, cancellationToken);
            return null;
        }
        catch (DocumentProblem problem)
        {
            return problem;
        }
    }
}
