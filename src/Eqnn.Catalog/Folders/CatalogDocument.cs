using Eqnn.Catalog.Documents;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Folders;

/// <summary>A document of a catalog, its hash checked. The text is the JSON of docs/catalog.md.</summary>
public sealed class CatalogDocument
{
    internal CatalogDocument(CatalogRecord record, JsonItem json) => (Record, Json) = (record, json);

    /// <summary>What the document is about.</summary>
    public CatalogRecord Record { get; }

    /// <summary>The document as text, byte for byte that of the file.</summary>
    public string Text => Documents.CanonicalJson.Print(Json);

    /// <summary>The certificates of a kind, each as the text of a JSON record: <c>group</c>, <c>class</c>, <c>character</c>, <c>simple</c>, <c>normal-subgroup</c>, <c>existence</c>, <c>model</c>, <c>set</c>, <c>interaction</c>, <c>fan</c>, <c>vectors</c>, <c>maps</c>; of a document of version 1 the records of the section.</summary>
    public IReadOnlyList<string> Certificates(string kind) => [.. Records(kind).Select(record => record.ToString())];

    /// <summary>The same as records.</summary>
    public IReadOnlyList<JsonItem> Records(string kind) => [.. DocumentRecords.Of(Json, kind)];

    /// <summary>The whole document.</summary>
    public JsonItem Json { get; }

    /// <summary>A BibTeX entry with the hash of the document.</summary>
    public string ToBibTeX() => Documents.Citation.BibTeX(Record.Group, Record.Order, Record.File, Record.Version, Record.Hash);
}
