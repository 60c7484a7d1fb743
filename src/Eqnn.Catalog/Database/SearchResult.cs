namespace Eqnn.Catalog.Database;

/// <summary>The answer to a question: names of columns, and rows in the order of the question.</summary>
public sealed class SearchResult
{
    internal SearchResult(string sql, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<SearchCell>> rows)
    {
        Sql = sql;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The statement that was run.</summary>
    public string Sql { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, each with a cell for each column.</summary>
    public IReadOnlyList<IReadOnlyList<SearchCell>> Rows { get; }
}

/// <summary>A value in a row.</summary>
public sealed record SearchCell
{
    internal SearchCell(string text, SearchCellKind kind)
    {
        Text = text;
        Kind = kind;
    }

    /// <summary>The value as text; empty for none.</summary>
    public string Text { get; }

    /// <summary>What it is.</summary>
    public SearchCellKind Kind { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>The kinds of values that SQLite has, but for bytes.</summary>
public enum SearchCellKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A floating-point number.</summary>
    Real,

    /// <summary>A text.</summary>
    Text,
}
