using Eqnn.Catalog.Folders;
using Eqnn.Cli.Hosting;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary>Looks things up in a document by name.</summary>
internal sealed class DocumentView(CatalogDocument document)
{
    /// <summary>The line of the index.</summary>
    public CatalogRecord Record => document.Record;

    private readonly JsonItem _numbers = document.Json["numbers"];

    /// <summary>The simples, in their order.</summary>
    public IReadOnlyList<JsonItem> Simples => Records("simple");

    /// <summary>The exact number to which a token points.</summary>
    public Cyclotomic Number(JsonItem id) => _numbers[id.Whole() - 1]["exact"].Exact();

    /// <summary>The decimals of the number to which a token points.</summary>
    public string Decimal(JsonItem id) => _numbers[id.Whole() - 1]["decimal"].Text();

    /// <summary>The simple with a label or alias.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public JsonItem Simple(string name) => Simples.FirstOrDefault(simple => Names(simple).Contains(name, StringComparer.OrdinalIgnoreCase))
        ?? throw new InputException($"{Record.File} has no simple '{name}'; it has {string.Join(", ", Simples.SelectMany(Names))}");

    /// <summary>The name of a G-set; the first one where none is asked for.</summary>
    /// <exception cref="InputException">The document does not look at it.</exception>
    public string Set(string? name) => name is null ? Record.Sets[0] : Record.Sets.Contains(name)
        ? name
        : throw new InputException($"--on: {Record.File} does not look at '{name}'; it looks at {string.Join(", ", Record.Sets)}");

    /// <summary>The certificates of a kind.</summary>
    public IReadOnlyList<JsonItem> Records(string kind) => document.Records(kind);

    /// <summary>The certificate of a kind with the given fields; null if there is none.</summary>
    public JsonItem? Find(string kind, params (string Field, string Value)[] fields) =>
        Records(kind).FirstOrDefault(record => fields.All(field => record[field.Field].Text() == field.Value));

    private static IEnumerable<string> Names(JsonItem simple) => simple["aliases"].Texts().Prepend(simple["label"].Text());
}
