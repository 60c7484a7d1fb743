using System.Security.Cryptography;
using System.Text;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Documents;

/// <summary>The one layout of a catalog file: one line for each field of the outermost object, and one for each element of a list there. So a difference between two versions is read line by line.</summary>
internal static class CanonicalJson
{
    /// <summary>The field that holds the hash of all others.</summary>
    public const string HashField = "hash";

    private const string Prefix = "sha256:";
    private const int MaxDepth = 16;

    /// <summary>The text of a file.</summary>
    public static string Print(JsonItem root)
    {
        using var json = new JsonOutput();
        json.Object(() =>
        {
            foreach (var field in root.Fields())
            {
                if (field.Kind == JsonKind.List && field.Items().Count > 0 && field.Items().All(item => item.Kind is JsonKind.List or JsonKind.Record))
                {
                    json.List(field.Name, field.Items(), json.Line);
                }
                else
                {
                    json.Line(field.Name, field);
                }
            }
        });
        return json.Finish();
    }

    /// <summary>Reads the text of a file; repeated names are refused.</summary>
    /// <param name="what">What it should be, for messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="path">The name of the file, for messages; empty where it has none.</param>
    /// <exception cref="AlgebraFormatException">The text is not JSON, or not an object.</exception>
    public static JsonItem Parse(string what, string text, string path = "")
    {
        var root = JsonItem.ParseFile(what, path, text, "", MaxDepth);
        return root.Kind == JsonKind.Record ? root : throw root.Wrong("a record { ... } is expected");
    }

    /// <summary>The hash of the content: SHA-256 over the bytes of the file without the line of the hash.</summary>
    public static string HashOf(JsonItem root) => OfText(Print(root.Without(HashField)));

    /// <summary>The content with its hash in the place of the one that is there.</summary>
    public static JsonItem Hashed(JsonItem root) => root.With(HashField, JsonItem.Of(HashOf(root)));

    /// <summary>SHA-256 of a text in UTF-8.</summary>
    public static string OfText(string text) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
