using Eqnn.Numbers;

namespace Eqnn.Catalog.Folders;

/// <summary>Why a catalog does not pass: a claim that does not hold, a file that is missing or damaged; or a limit (<see cref="Limit"/>) that keeps a document from being checked, so that nothing is known of its claims.</summary>
public sealed record CatalogProblem
{
    internal CatalogProblem(string file, string path, string message)
    {
        File = file;
        Path = path;
        Message = message;
    }

    internal CatalogProblem(string file, LimitExceededException limit)
        : this(file, "$", FormattableString.Invariant($"cannot be checked: {limit.Limit} is {limit.Bound}, this needs {limit.Needed}")) =>
        Limit = new(limit.Limit, limit.Bound, limit.Needed, "not adjustable; documents are checked within fixed limits");

    /// <summary>The file, relative to the catalog, with slashes.</summary>
    public string File { get; }

    /// <summary>Where in the file, as a JSON path: <c>$.maps[3].values[0][0][1]</c>; <c>$</c> for the file itself.</summary>
    public string Path { get; }

    /// <summary>What was found instead.</summary>
    public string Message { get; }

    /// <summary>The limit that the check of this file would exceed; null where something was found to be wrong.</summary>
    public LimitExceededException? Limit { get; }

    /// <summary><c>cyclic/C008.json: $.maps[3].dimension: claims 3, found 2</c>.</summary>
    public override string ToString() => $"{File}: {Path}: {Message}";
}
