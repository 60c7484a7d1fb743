using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Output;

/// <summary>What is said of each of several things, described once: the columns of a table for people, and the fields of a record for programs.</summary>
internal sealed class RecordColumns<T>
{
    private readonly List<(Prose Title, bool IsRight, Func<T, Prose> Cell)> _columns = [];
    private readonly List<Action<JsonOutput, T>> _fields = [];

    /// <summary>A column of words at the left, which only the page has.</summary>
    public RecordColumns<T> Left(Prose title, Func<T, Prose> cell) => Column(title, false, cell);

    /// <summary>A column at the right, which only the page has.</summary>
    public RecordColumns<T> Right(Prose title, Func<T, Prose> cell) => Column(title, true, cell);

    /// <summary>A column for each of several keys, which only the page has.</summary>
    /// <param name="keys">What the columns are about.</param>
    /// <param name="title">The title of the column of a key.</param>
    /// <param name="cell">What stands there.</param>
    public RecordColumns<T> RightOfEach<TKey>(IEnumerable<TKey> keys, Func<TKey, Prose> title, Func<T, TKey, Prose> cell) => OfEach(keys, title, cell, true);

    /// <summary>The same with cells at the left.</summary>
    public RecordColumns<T> LeftOfEach<TKey>(IEnumerable<TKey> keys, Func<TKey, Prose> title, Func<T, TKey, Prose> cell) => OfEach(keys, title, cell, false);

    /// <summary>Fields that only the document has.</summary>
    public RecordColumns<T> Fields(Action<JsonOutput, T> fields)
    {
        _fields.Add(fields);
        return this;
    }

    /// <summary>A text.</summary>
    public RecordColumns<T> Text(Prose title, string field, Func<T, string> text) => Left(title, item => text(item)).Fields((json, item) => json.Field(field, text(item)));

    /// <summary>Several texts.</summary>
    public RecordColumns<T> Texts(Prose title, string field, Func<T, IEnumerable<string>> texts, string separator = ", ") =>
        Left(title, item => Prose.List(texts(item), separator)).Fields((json, item) => json.Row(field, texts(item)));

    /// <summary>A few texts, which the page shows all.</summary>
    public RecordColumns<T> Words(Prose title, string field, Func<T, IEnumerable<string>> texts) => Left(title, item => string.Join(", ", texts(item))).Fields((json, item) => json.Row(field, texts(item)));

    /// <summary>A count.</summary>
    public RecordColumns<T> Count(Prose title, string field, Func<T, BigInteger> count) => Right(title, item => count(item)).Fields((json, item) => json.Field(field, count(item)));

    /// <summary>Several counts.</summary>
    public RecordColumns<T> Counts(Prose title, string field, Func<T, IEnumerable<BigInteger>> counts) =>
        Left(title, item => Prose.List(counts(item).Select(DecimalText.Of))).Fields((json, item) => json.Row(field, counts(item)));

    /// <summary>A position from 0: its number from 1, on the page behind a letter.</summary>
    public RecordColumns<T> Numbered(string letter, string field, Func<T, int> position) =>
        Left("", item => FormattableString.Invariant($"{letter}{position(item) + 1}")).Fields((json, item) => json.Field(field, position(item) + 1));

    /// <summary>A floating-point number, on the page as <paramref name="text"/> writes it.</summary>
    public RecordColumns<T> Measured(Prose title, string field, Func<T, double> value, Func<double, string> text) => Right(title, item => text(value(item))).Fields((json, item) => json.Measured(field, value(item)));

    /// <summary>An exact number.</summary>
    public RecordColumns<T> Exact(Prose title, string field, Func<T, Cyclotomic> value) => Right(title, item => value(item)).Fields((json, item) => json.Exact(field, value(item)));

    /// <summary>A vector of exact numbers.</summary>
    public RecordColumns<T> Vector(Prose title, string field, Func<T, IEnumerable<Cyclotomic>> vector) => Left(title, item => Matrices.Vector(vector(item))).Fields((json, item) => json.ExactRow(field, vector(item)));

    /// <summary>The table of these things.</summary>
    public PageTable TableOf(string? name, IEnumerable<T> items)
    {
        var table = new PageTable { Name = name };
        foreach (var (title, isRight, _) in _columns)
        {
            _ = isRight ? table.Right(title) : table.Left(title);
        }

        foreach (var item in items)
        {
            table.Row(_columns.Select(column => column.Cell(item)));
        }

        return table;
    }

    /// <summary>The fields of the record of one of them.</summary>
    public void Write(JsonOutput json, T item) => _fields.ForEach(field => field(json, item));

    private RecordColumns<T> OfEach<TKey>(IEnumerable<TKey> keys, Func<TKey, Prose> title, Func<T, TKey, Prose> cell, bool isRight)
    {
        foreach (var key in keys)
        {
            Column(title(key), isRight, item => cell(item, key));
        }

        return this;
    }

    private RecordColumns<T> Column(Prose title, bool isRight, Func<T, Prose> cell)
    {
        _columns.Add((title, isRight, cell));
        return this;
    }
}
