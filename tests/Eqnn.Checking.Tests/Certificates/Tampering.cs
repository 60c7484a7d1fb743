using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Eqnn.Numbers;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>Documents in which one number, one sign or one truth value differs.</summary>
internal static class Tampering
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every change of one value, with its place; with fresh digests if <paramref name="reseal"/>, so that only the claims themselves can give it away.</summary>
    public static IEnumerable<(string Where, string Document)> Of(string certificate, bool reseal)
    {
        var places = Leaves(JsonNode.Parse(certificate)!, "").ToList();
        foreach (var (path, _) in places)
        {
            var copy = JsonNode.Parse(certificate)!;
            var leaf = Leaves(copy, "").Single(l => l.Path == path).Value;
            if (Changed(leaf) is not { } changed)
            {
                continue;
            }

            leaf.ReplaceWith(changed);
            if (reseal)
            {
                Seal(copy);
            }

            yield return (path, copy.ToJsonString(Compact));
        }
    }

    /// <summary>The document with fresh digests.</summary>
    public static string Sealed(JsonNode document)
    {
        Seal(document);
        return document.ToJsonString(Compact);
    }

    private static JsonNode? Changed(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => JsonValue.Create(value.GetValue<long>() + 1),
        JsonValueKind.True => JsonValue.Create(false),
        JsonValueKind.False => JsonValue.Create(true),
        JsonValueKind.String when value.GetPropertyNameOrEmpty() is "digest" or "name" or "format" or "kind" or "solver" or "label" or "type" => null,
        JsonValueKind.String when value.GetValue<string>() is { Length: > 0 } word && word.All(c => c is '+' or '-') => JsonValue.Create((word[0] == '+' ? "-" : "+") + word[1..]),
        JsonValueKind.String when Cyclotomic.TryParse(value.GetValue<string>(), out var number) => JsonValue.Create((number + 1).ToString()),
        _ => null,
    };

    private static IEnumerable<(string Path, JsonValue Value)> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject record => record.Where(field => field.Value is not null).SelectMany(field => Leaves(field.Value!, path + "." + field.Key)),
        JsonArray list => list.SelectMany((item, i) => Leaves(item!, $"{path}[{i}]")),
        _ => [(path, node.AsValue())],
    };

    private static string GetPropertyNameOrEmpty(this JsonNode node) => node.Parent is JsonObject ? node.GetPropertyName() : "";

    private static void Seal(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Seal(item);
                }

                break;
            case JsonObject record:
                foreach (var (_, value) in record.ToList())
                {
                    Seal(value);
                }

                if (record.Remove("digest"))
                {
                    record["digest"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.ToJsonString(Compact))))[..16];
                }

                break;
        }
    }
}
