using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Documents;

/// <summary>The one layout of a catalog file: one line for each field of the outermost object, and one for each element of a list there. So a difference between two versions is read line by line.</summary>
internal static class CanonicalJson
{
    /// <summary>The field that holds the hash of all others.</summary>
    public const string HashField = "hash";

    private const string Prefix = "sha256:";

    /// <summary>The text of a file.</summary>
    public static string Print(JObject root)
    {
        var text = new StringBuilder("{\n");
        foreach (var (number, property) in root.Properties().Index())
        {
            text.Append(number == 0 ? "  " : ",\n  ").Append(JsonConvert.ToString(property.Name)).Append(": ");
            if (property.Value is JArray { Count: > 0 } list && list.All(item => item is JContainer))
            {
                text.Append("[\n");
                foreach (var (position, item) in list.Index())
                {
                    text.Append(position == 0 ? "    " : ",\n    ");
                    Inline(text, item);
                }

                text.Append("\n  ]");
            }
            else
            {
                Inline(text, property.Value);
            }
        }

        return text.Append("\n}\n").ToString();
    }

    /// <summary>Reads the text of a file; numbers with a fraction and repeated names are refused.</summary>
    /// <exception cref="JsonException">The text is not JSON, or not an object.</exception>
    public static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { Culture = CultureInfo.InvariantCulture, DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal, MaxDepth = 16 };
        var root = JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error, LineInfoHandling = LineInfoHandling.Ignore });
        return reader.Read() ? throw new JsonReaderException("text after the end of the document") : root;
    }

    /// <summary>The hash of the content: SHA-256 over the bytes of the file without the line of the hash.</summary>
    public static string HashOf(JObject root)
    {
        var rest = new JObject(root.Properties().Where(property => property.Name != HashField));
        return OfText(Print(rest));
    }

    /// <summary>SHA-256 of a text in UTF-8.</summary>
    public static string OfText(string text) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Inline(StringBuilder text, JToken token)
    {
        switch (token)
        {
            case JObject fields:
                text.Append('{');
                foreach (var (number, property) in fields.Properties().Index())
                {
                    text.Append(number == 0 ? "" : ", ").Append(JsonConvert.ToString(property.Name)).Append(": ");
                    Inline(text, property.Value);
                }

                text.Append('}');
                break;
            case JArray items:
                text.Append('[');
                foreach (var (number, item) in items.Index())
                {
                    text.Append(number == 0 ? "" : ", ");
                    Inline(text, item);
                }

                text.Append(']');
                break;
            default:
                text.Append(token.ToString(Formatting.None));
                break;
        }
    }
}
