using System.Security.Cryptography;
using System.Text;
using Eqnn.Catalog.Documents;
using Eqnn.Records.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests;

/// <summary>Documents as trees that tests change. Layout, hash and records by code of its own: a second route to what the catalog writes.</summary>
internal static class Changeable
{
    private static readonly Dictionary<string, string> SectionOf = new(StringComparer.Ordinal)
    {
        ["class"] = "classes",
        ["character"] = "characters",
        ["simple"] = "simples",
        ["normal-subgroup"] = "normalSubgroups",
        ["model"] = "models",
        ["set"] = "sets",
        ["fan"] = "fans",
    };

    /// <summary>A tree of a text.</summary>
    public static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    /// <summary>The document as the catalog reads it.</summary>
    public static JsonItem Item(JObject document) => CanonicalJson.Parse("document", Print(document));

    /// <summary>The text of a document.</summary>
    public static string Print(JObject document)
    {
        var lines = document.Properties().Select(property => $"  \"{property.Name}\": " + (property.Value is JArray { Count: > 0 } list && list.All(item => item is JContainer)
            ? $"[\n{string.Join(",\n", list.Select(item => "    " + Inline(item)))}\n  ]"
            : Inline(property.Value)));
        return $"{{\n{string.Join(",\n", lines)}\n}}\n";
    }

    /// <summary>The hash of all fields but that of the hash.</summary>
    public static string HashOf(JObject document) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Print(new JObject(document.Properties().Where(property => property.Name != CanonicalJson.HashField))))));

    /// <summary>The records of a kind, of either version.</summary>
    public static IEnumerable<JToken> Of(JObject document, string kind) => (int)document["schemaVersion"]! == 1
        ? kind == "group" ? [document["group"]!] : document[SectionOf.GetValueOrDefault(kind, kind)]!
        : document["certificates"]!.Where(certificate => (string?)certificate["kind"] == kind);

    /// <summary>The record on the group.</summary>
    public static JToken Group(JObject document) => Of(document, "group").First();

    private static string Inline(JToken token) => token switch
    {
        JObject record => $"{{{string.Join(", ", record.Properties().Select(property => $"\"{property.Name}\": {Inline(property.Value)}"))}}}",
        JArray list => $"[{string.Join(", ", list.Select(Inline))}]",
        _ => token.ToString(Formatting.None),
    };
}
