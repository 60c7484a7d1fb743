namespace Eqnn.Catalog.Folders;

/// <summary>Why a catalog does not pass: a claim that does not hold, a file that is missing or damaged.</summary>
/// <param name="File">The file, relative to the catalog, with slashes.</param>
/// <param name="Path">Where in the file, as a JSON path: <c>$.maps[3].values[0][0][1]</c>; <c>$</c> for the file itself.</param>
/// <param name="Message">What was found instead.</param>
public sealed record CatalogProblem(string File, string Path, string Message)
{
    /// <summary><c>cyclic/C008.json: $.maps[3].dimension: claims 3, found 2</c>.</summary>
    public override string ToString() => $"{File}: {Path}: {Message}";
}
