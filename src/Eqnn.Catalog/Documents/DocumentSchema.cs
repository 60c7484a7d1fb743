using System.Text.RegularExpressions;

namespace Eqnn.Catalog.Documents;

/// <summary>The JSON Schemas of documents, draft 7, one for each version of the format, which are written beside them. They are for others: the checker reads the fields by its own code, and a test compares the two.</summary>
internal static partial class DocumentSchema
{
    /// <summary>The name of the file of a version.</summary>
    public static string NameOf(int version) => FormattableString.Invariant($"document-{version}.schema.json");

    /// <summary>Whether a file is named like a schema.</summary>
    public static bool IsName(string file) => Name().IsMatch(file);

    /// <summary>The text of the schema of a version.</summary>
    public static string TextOf(int version)
    {
        using var stream = typeof(DocumentSchema).Assembly.GetManifestResourceStream(NameOf(version))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^document-[0-9]+\.schema\.json\z")]
    private static partial Regex Name();
}
