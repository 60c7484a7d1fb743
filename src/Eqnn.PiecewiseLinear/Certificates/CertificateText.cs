using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Certificates;

/// <summary>Builds the JSON of certificates: exact numbers as text in GAP's notation, positions from 1, an object closed by its digest, one record per line.</summary>
internal static class CertificateText
{
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value of the field <c>format</c>.</summary>
    public const string Format = "eqnn-certificate";

    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    private const int MaxLabel = 1000;

    /// <summary>The largest whole number that every reader of JSON takes exactly.</summary>
    private static readonly BigInteger LargestNumber = (BigInteger.One << 53) - 1;

    /// <summary>The object with its digest as last field.</summary>
    public static JsonObject Seal(JsonObject record)
    {
        record["digest"] = DigestOf(record);
        return record;
    }

    /// <summary>The first 16 hexadecimal digits of SHA-256 of the compact text.</summary>
    public static string DigestOf(JsonObject record) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(record.ToJsonString(Compact))))[..16];

    /// <summary>A name, with a question mark for each character that a certificate cannot hold: printable ASCII without quotation marks and backslashes, at most 1000 characters.</summary>
    public static string Label(string name) => string.Concat(name.Take(MaxLabel).Select(c => c is >= ' ' and <= '~' and not ('"' or '\\') ? c : '?'));

    /// <summary>A count: a number, or its digits as text where readers would round it.</summary>
    public static JsonNode Count(BigInteger value) => value <= LargestNumber ? JsonValue.Create((long)value) : JsonValue.Create(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A list of numbers.</summary>
    public static JsonArray Numbers(IEnumerable<int> values) => [.. values.Select(value => (JsonNode)JsonValue.Create(value))];

    /// <summary>Positions from 0 become numbers from 1.</summary>
    public static JsonArray Positions(IEnumerable<int> positions) => Numbers(positions.Select(position => position + 1));

    /// <summary>An image list from 1.</summary>
    public static JsonArray Images(Permutation permutation) => Positions(permutation.Images);

    /// <summary>An exact number.</summary>
    public static JsonNode Value(Cyclotomic value) => JsonValue.Create(value.ToString());

    /// <summary>A list of exact numbers.</summary>
    public static JsonArray Vector(IEnumerable<Cyclotomic> values) => [.. values.Select(Value)];

    /// <summary>A matrix by rows.</summary>
    public static JsonArray Rows(Matrix<Cyclotomic> matrix) => [.. matrix.Rows().Select(row => (JsonNode)Vector(row))];

    /// <summary>The document: fields one below the other, the records of a list one per line.</summary>
    public static string Document(JsonObject root)
    {
        var text = new StringBuilder();
        Write(root, "", text);
        return text.Append('\n').ToString();
    }

    private static void Write(JsonNode? node, string indent, StringBuilder text)
    {
        var inner = indent + "  ";
        switch (node)
        {
            case JsonObject record when indent.Length < 4 && record.Any(field => field.Value is JsonArray or JsonObject):
                text.Append('{');
                var comma = "";
                foreach (var (name, value) in record)
                {
                    text.Append(comma).Append('\n').Append(inner).Append(JsonValue.Create(name).ToJsonString(Compact)).Append(": ");
                    Write(value, inner, text);
                    comma = ",";
                }

                text.Append('\n').Append(indent).Append('}');
                break;
            case JsonArray { Count: > 0 } list when list.All(item => item is JsonObject or JsonArray):
                text.Append('[');
                for (var i = 0; i < list.Count; i++)
                {
                    text.Append(i == 0 ? "\n" : ",\n").Append(inner).Append(list[i]!.ToJsonString(Compact));
                }

                text.Append('\n').Append(indent).Append(']');
                break;
            default:
                text.Append(node?.ToJsonString(Compact) ?? "null");
                break;
        }
    }
}
