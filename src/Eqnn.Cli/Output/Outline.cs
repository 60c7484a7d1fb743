using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Output;

/// <summary>An answer described once: what people read and what programs read, side by side. The page takes its blocks in the order of the calls, the document its fields, and neither is made before it is asked for.</summary>
internal sealed class Outline
{
    private readonly List<Action<Page>> _blocks;
    private readonly List<Action<JsonOutput>> _fields = [];

    /// <summary>Of an answer.</summary>
    public Outline()
        : this([])
    {
    }

    private Outline(List<Action<Page>> blocks) => _blocks = blocks;

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

    /// <summary>A verdict of the page with its reason, and the field that holds the verdict.</summary>
    public void Fact(string name, Prose value, string field, bool truth)
    {
        Fact(name, value);
        Field(field, truth);
    }

    /// <summary>A named value of the page, and the fields that say the same.</summary>
    public void Fact(string name, Prose value, Action<JsonOutput> fields)
    {
        Fact(name, value);
        InDocument(fields);
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

    /// <summary>A part of the answer: blocks of the page where they stand, and an object of the document with the fields.</summary>
    public void Object(string name, Action<Outline> part)
    {
        var inside = new Outline(_blocks);
        part(inside);
        InDocument(json => json.Object(name, () => inside.WriteJson(json)));
    }

    /// <summary>The same with an object on one line of the document.</summary>
    public void Record(string name, Action<Outline> part)
    {
        var inside = new Outline(_blocks);
        part(inside);
        InDocument(json => json.Record(name, () => inside.WriteJson(json)));
    }

    /// <summary>Parts of one kind: the blocks of each on the page, and a list of objects in the document. Described one after another, when they are asked for.</summary>
    public void Each<T>(string name, IEnumerable<T> items, Action<Outline, T> part)
    {
        OnPage(page =>
        {
            foreach (var item in items)
            {
                Of(item).Describe(page);
            }
        });
        InDocument(json => json.List(name, items, item => json.Object(() => Of(item).WriteJson(json))));

        Outline Of(T item)
        {
            var inside = new Outline();
            part(inside, item);
            return inside;
        }
    }

    /// <summary>A table that only the page has.</summary>
    /// <param name="name">Its name; null where the title of a column says it.</param>
    /// <param name="items">What the rows are about.</param>
    /// <param name="columns">What is said of each.</param>
    public void Table<T>(string? name, IEnumerable<T> items, Action<RecordColumns<T>> columns) => OnPage(page => page.Table(Described(columns).TableOf(name, items)));

    /// <summary>Records: a table of the page, and a field that lists them.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="items">What the records are about.</param>
    /// <param name="columns">What is said of each.</param>
    /// <param name="isTableShown">Whether the page has the table.</param>
    /// <param name="shown">The rows of the page, where it has not all.</param>
    public void Records<T>(string table, string field, IEnumerable<T> items, Action<RecordColumns<T>> columns, bool isTableShown = true, IEnumerable<T>? shown = null)
    {
        var described = Shown(table, isTableShown, shown ?? items, columns);
        InDocument(json => json.Records(field, items, item => described.Write(json, item)));
    }

    /// <summary>The same with records too long for a line of the document.</summary>
    public void Objects<T>(string? table, string field, IEnumerable<T> items, Action<RecordColumns<T>> columns, bool isTableShown = true, IEnumerable<T>? shown = null)
    {
        var described = Shown(table, isTableShown, shown ?? items, columns);
        InDocument(json => json.List(field, items, item => json.Object(() => described.Write(json, item))));
    }

    /// <summary>One record: a table of one row, and its fields.</summary>
    public void Record<T>(string table, T item, Action<RecordColumns<T>> columns)
    {
        var described = Shown(table, true, [item], columns);
        InDocument(json => described.Write(json, item));
    }

    /// <summary>Lays the page out.</summary>
    public void Describe(Page page) => _blocks.ForEach(block => block(page));

    /// <summary>Writes the fields of the document.</summary>
    public void WriteJson(JsonOutput json) => _fields.ForEach(field => field(json));

    private RecordColumns<T> Shown<T>(string? table, bool isShown, IEnumerable<T> items, Action<RecordColumns<T>> columns)
    {
        var described = Described(columns);
        if (isShown)
        {
            OnPage(page => page.Table(described.TableOf(table, items)));
        }

        return described;
    }

    private static RecordColumns<T> Described<T>(Action<RecordColumns<T>> columns)
    {
        var described = new RecordColumns<T>();
        columns(described);
        return described;
    }
}
