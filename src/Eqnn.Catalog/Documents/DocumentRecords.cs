using Eqnn.Records.Json;

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
    public static int Version(JsonItem document) => document["schemaVersion"].Whole();

    /// <summary>The records of a kind: certificates with that kind, or the section of version 1.</summary>
    public static IEnumerable<JsonItem> Of(JsonItem document, string kind) => Version(document) == 1
        ? kind == "group" ? [document["group"]] : document.Find(SectionOf.GetValueOrDefault(kind, kind))?.Items() ?? []
        : document["certificates"].Items().Where(certificate => certificate["kind"].Text() == kind);

    /// <summary>What the library says and no certificate proves; nothing in documents that were built before there were answers.</summary>
    public static IEnumerable<JsonItem> Answers(JsonItem document, string kind) => document.Find("answers")?.Items().Where(answer => answer["kind"].Text() == kind) ?? [];

    /// <summary>The record on the group.</summary>
    public static JsonItem Group(JsonItem document) => Of(document, "group").First();
}
