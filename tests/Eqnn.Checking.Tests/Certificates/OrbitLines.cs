using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>A certificate of chambers by orbits, to be changed: the header, a record for each orbit; written with the digest of what it then is.</summary>
internal sealed class OrbitLines
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public OrbitLines(string certificate)
    {
        var lines = certificate.TrimEnd('\n').Split('\n');
        Header = JsonNode.Parse(lines[0])!.AsObject();
        Orbits = [.. lines[1..^1].Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    public JsonObject Header { get; }

    public JsonNode Counts => Header["counts"]!;

    public JsonNode Symmetry => Header["symmetry"]!;

    public List<JsonObject> Orbits { get; }

    /// <summary>The lines, sealed.</summary>
    public string Sealed() => Seal([Header.ToJsonString(Compact), .. Orbits.Select(orbit => orbit.ToJsonString(Compact))]);

    /// <summary>Lines with the digest of all of them at the end.</summary>
    public static string Seal(IEnumerable<string> lines)
    {
        var text = string.Concat(lines.Select(line => line + "\n"));
        return text + "{\"digest\":\"" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16] + "\"}\n";
    }

    public static JsonArray List(params int[] values) => [.. values.Select(value => (JsonNode)JsonValue.Create(value))];

    public static JsonArray Lists(params int[][] values) => [.. values.Select(value => (JsonNode)List(value))];

    public static int Number(JsonNode? node) => node!.GetValue<int>();

    /// <summary>Adds to a count of the header.</summary>
    public void Add(string count, int change) => Counts[count] = Number(Counts[count]) + change;
}
