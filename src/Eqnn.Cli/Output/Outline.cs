using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Output;

/// <summary>An answer described once: what people read and what programs read, side by side. The page takes its blocks in the order of the calls, the document its fields, and neither is made before it is asked for.</summary>
internal sealed class Outline
{
    private readonly List<Action<Page>> _blocks = [];
    private readonly List<Action<JsonOutput>> _fields = [];

    /// <summary>A heading of the page.</summary>
    public void Heading(Prose text) => OnPage(page => page.Heading(text));

    /// <summary>A paragraph of one line of the page.</summary>
    public void Line(Prose text) => OnPage(page => page.Line(text));

    /// <summary>Lines of the page.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            Line(line);
        }
    }

    /// <summary>A named value of the page.</summary>
    public void Fact(string name, Prose value) => OnPage(page => page.Fact(name, value));

    /// <summary>A named value of the page, and the field that says the same.</summary>
    public void Fact(string name, Prose value, string field, BigInteger? count)
    {
        Fact(name, value);
        Field(field, count);
    }

    /// <summary>A named value of the page, and the field that says the same.</summary>
    public void Fact(string name, Prose value, string field, string? text)
    {
        Fact(name, value);
        Field(field, text);
    }

    /// <summary>An exact number of the page, and the field that says the same.</summary>
    public void Fact(string name, string field, Cyclotomic value)
    {
        Fact(name, (Prose)value);
        InDocument(json => json.Exact(field, value));
    }

    /// <summary>A verdict of the page, and the field that says the same.</summary>
    public void Fact(string name, string field, bool truth)
    {
        Fact(name, Prose.YesOrNo(truth));
        Field(field, truth);
    }

    /// <summary>A named value of the page, and the field that says the same.</summary>
    public void Fact(string name, Prose value, string field, IEnumerable<string> texts)
    {
        Fact(name, value);
        Row(field, texts);
    }

    /// <summary>A field of the document.</summary>
    public void Field(string name, BigInteger? count) => InDocument(json => json.Field(name, count));

    /// <summary>A field of the document.</summary>
    public void Field(string name, string? text) => InDocument(json => json.Field(name, text));

    /// <summary>A field of the document.</summary>
    public void Field(string name, bool? truth) => InDocument(json => json.Field(name, truth));

    /// <summary>A field of the document that is a list of texts.</summary>
    public void Row(string name, IEnumerable<string> texts) => InDocument(json => json.Row(name, texts));

    /// <summary>A field of the document that is a floating-point number.</summary>
    public void Measured(string name, double value) => InDocument(json => json.Measured(name, value));

    /// <summary>What only the page has.</summary>
    public void OnPage(Action<Page> blocks) => _blocks.Add(blocks);

    /// <summary>What only the document has.</summary>
    public void InDocument(Action<JsonOutput> fields) => _fields.Add(fields);

    /// <summary>Records: a table of the page, and a field that lists them.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="items">What the records are about.</param>
    /// <param name="columns">What is said of each.</param>
    /// <param name="isTableShown">Whether the page has the table.</param>
    /// <param name="most">How many rows the page has at most.</param>
    public void Records<T>(string table, string field, IReadOnlyList<T> items, Action<RecordColumns<T>> columns, bool isTableShown = true, int most = int.MaxValue)
    {
        var described = Table(isTableShown ? table : null, items.Take(most), columns);
        InDocument(json => json.Records(field, items, item => described.Write(json, item)));
    }

    /// <summary>The same with records too long for a line of the document.</summary>
    public void Objects<T>(string table, string field, IReadOnlyList<T> items, Action<RecordColumns<T>> columns)
    {
        var described = Table(table, items, columns);
        InDocument(json => json.List(field, items, item => json.Object(() => described.Write(json, item))));
    }

    /// <summary>Lays the page out.</summary>
    public void Describe(Page page) => _blocks.ForEach(block => block(page));

    /// <summary>Writes the fields of the document.</summary>
    public void WriteJson(JsonOutput json) => _fields.ForEach(field => field(json));

    private RecordColumns<T> Table<T>(string? name, IEnumerable<T> items, Action<RecordColumns<T>> columns)
    {
        var described = new RecordColumns<T>();
        columns(described);
        if (name is not null)
        {
            OnPage(page => page.Table(described.TableOf(name, items)));
        }

        return described;
    }
}
