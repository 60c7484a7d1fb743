using Eqnn.Catalog.Folders;
using Eqnn.Cli.Hosting;
using Eqnn.Numbers;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary>Looks things up in a document by name.</summary>
internal sealed class DocumentView(CatalogDocument document)
{
    /// <summary>The line of the index.</summary>
    public CatalogRecord Record => document.Record;

    private readonly JObject _json = Parse(document.Text);

    /// <summary>The simples, in their order.</summary>
    public IReadOnlyList<JToken> Simples => Records("simple");

    /// <summary>The exact number to which a token points.</summary>
    public Cyclotomic Number(JToken id) => Cyclotomic.Parse((string)_json["numbers"]![(int)id - 1]!["exact"]!);

    /// <summary>The decimals of the number to which a token points.</summary>
    public string Decimal(JToken id) => (string)_json["numbers"]![(int)id - 1]!["decimal"]!;

    /// <summary>The simple with a label or alias.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public JToken Simple(string name) => Simples.FirstOrDefault(simple => Names(simple).Contains(name, StringComparer.OrdinalIgnoreCase))
        ?? throw new InputException($"{Record.File} has no simple '{name}'; it has {string.Join(", ", Simples.SelectMany(Names))}");

    /// <summary>The name of a G-set; the first one where none is asked for.</summary>
    /// <exception cref="InputException">The document does not look at it.</exception>
    public string Set(string? name) => name is null ? Record.Sets[0] : Record.Sets.Contains(name)
        ? name
        : throw new InputException($"--on: {Record.File} does not look at '{name}'; it looks at {string.Join(", ", Record.Sets)}");

    /// <summary>The certificates of a kind.</summary>
    public IReadOnlyList<JToken> Records(string kind) => [.. document.Certificates(kind).Select(Parse)];

    /// <summary>The certificate of a kind with the given fields; null if there is none.</summary>
    public JToken? Find(string kind, params (string Field, string Value)[] fields) =>
        Records(kind).FirstOrDefault(record => fields.All(field => (string?)record[field.Field] == field.Value));

    private static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private static IEnumerable<string> Names(JToken simple) => simple["aliases"]!.Prepend(simple["label"]!).Select(name => (string)name!);
}
