using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Folders;

/// <summary>A document of a catalog, its hash checked. The text is the JSON of docs/catalog.md.</summary>
public sealed class CatalogDocument
{
    internal CatalogDocument(CatalogRecord record, JObject json) => (Record, Json) = (record, json);

    /// <summary>What the document is about.</summary>
    public CatalogRecord Record { get; }

    /// <summary>The document as text, byte for byte that of the file.</summary>
    public string Text => Documents.CanonicalJson.Print(Json);

    internal JObject Json { get; }

    /// <summary>A BibTeX entry with the hash of the document.</summary>
    public string ToBibTeX() => Documents.Citation.BibTeX(Record.Group, Record.Order, Record.File, Record.Version, Record.Hash);
}
