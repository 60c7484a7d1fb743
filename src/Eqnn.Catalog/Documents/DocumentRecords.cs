using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Documents;

/// <summary>The records of a document by kind, whatever its version.</summary>
internal static class DocumentRecords
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

    /// <summary>The version of the format.</summary>
    public static int Version(JObject document) => (int)document["schemaVersion"]!;

    /// <summary>The records of a kind: certificates with that kind, or the section of version 1.</summary>
    public static IEnumerable<JToken> Of(JObject document, string kind) => Version(document) == 1
        ? kind == "group" ? [document["group"]!] : document[SectionOf.GetValueOrDefault(kind, kind)] ?? Enumerable.Empty<JToken>()
        : document["certificates"]!.Where(certificate => (string?)certificate["kind"] == kind);

    /// <summary>What the library says and no certificate proves; nothing in documents that were built before there were answers.</summary>
    public static IEnumerable<JToken> Answers(JObject document, string kind) => document["answers"]?.Where(answer => (string?)answer["kind"] == kind) ?? [];

    /// <summary>The record on the group.</summary>
    public static JToken Group(JObject document) => Of(document, "group").First();
}
