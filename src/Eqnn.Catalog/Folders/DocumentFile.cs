using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Folders;

/// <summary>A document as it lies in a folder, with its figures beside it.</summary>
internal static class DocumentFile
{
    /// <summary>The document, or <c>null</c> with the reason if the file is absent, torn, in another layout, or not what its hash says.</summary>
    public static JsonItem? TryRead(string path, out string problem)
    {
        problem = "";
        try
        {
            var text = File.ReadAllText(path);
            var document = CanonicalJson.Parse("document", text, Path.GetFileName(path));
            problem = CanonicalJson.Print(document) != text ? "is not in the layout of the catalog: damaged or edited by hand"
                : document[CanonicalJson.HashField].Text() != CanonicalJson.HashOf(document) ? "the content is not what the hash says"
                : "";
            return problem.Length == 0 ? document : null;
        }
        catch (Exception e) when (e is AlgebraFormatException or ArgumentException)
        {
            problem = "is no document: " + e.Message.Split('\n')[0];
            return null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = "is missing";
            return null;
        }
    }

    /// <summary>The text of a figure, by its path relative to the document; <c>null</c> if it is absent.</summary>
    public static string? TryReadFigure(string path, string figure)
    {
        var file = Path.Combine(Path.GetDirectoryName(path)!, figure);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>Whether all figures of a document are there and what it says.</summary>
    public static bool HasItsFigures(string path, JsonItem document) =>
        document["figures"].Items().All(figure => TryReadFigure(path, figure["file"].Text()) is { } svg && CanonicalJson.OfText(svg) == figure["hash"].Text());
}
