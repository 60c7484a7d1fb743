namespace Eqnn.Catalog.Folders;

/// <summary>Why a catalog does not pass: a claim that does not hold, a file that is missing or damaged.</summary>
public sealed record CatalogProblem
{
    internal CatalogProblem(string file, string path, string message)
    {
        File = file;
        Path = path;
        Message = message;
    }

    /// <summary>The file, relative to the catalog, with slashes.</summary>
    public string File { get; }

    /// <summary>Where in the file, as a JSON path: <c>$.maps[3].values[0][0][1]</c>; <c>$</c> for the file itself.</summary>
    public string Path { get; }

    /// <summary>What was found instead.</summary>
    public string Message { get; }

    /// <summary><c>cyclic/C008.json: $.maps[3].dimension: claims 3, found 2</c>.</summary>
    public override string ToString() => $"{File}: {Path}: {Message}";
}
