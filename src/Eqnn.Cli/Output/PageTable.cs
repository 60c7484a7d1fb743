namespace Eqnn.Cli.Output;

/// <summary>A table: the first column names the rows; it is repeated where a terminal is too narrow for all columns.</summary>
internal sealed record PageTable : Block
{
    private readonly List<Column> _columns = [];
    private readonly List<IReadOnlyList<Prose>> _rows = [];

    /// <summary>What the table holds, in one word of small letters; null where the title of a column says it.</summary>
    public string? Name { get; init; }

    /// <summary>The name, else the first title that is a word.</summary>
    public string NameOrTitle => Name ?? _columns.SelectMany(column => column.Title.Runs).Select(run => run.Text.Split(' ', ',')[0].ToLowerInvariant()).FirstOrDefault(word => word.Length > 1 && word.All(char.IsAsciiLetterLower)) ?? "table";

    /// <summary>The columns from left to right.</summary>
    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>The rows from top to bottom, each as long as <see cref="Columns"/>.</summary>
    public IReadOnlyList<IReadOnlyList<Prose>> Rows => _rows;

    /// <summary>How many rows at the top belong to the head (below the titles).</summary>
    public int HeadRows { get; set; }

    /// <summary>The table with long lists in part; its columns of lists share about <paramref name="width"/> characters.</summary>
    public PageTable Shortened(int width)
    {
        var lists = Enumerable.Range(0, _columns.Count).Where(c => _rows.Exists(row => row[c].HasListing)).ToList();
        if (lists.Count == 0)
        {
            return this;
        }

        var others = Enumerable.Range(0, _columns.Count).Except(lists).Sum(c => 2 + _rows.Select(row => Length(row[c])).Append(Length(_columns[c].Title)).Max());
        var room = Math.Clamp(((width - others) / lists.Count) - 2, 32, 90);
        if (_rows.TrueForAll(row => row.All(cell => ReferenceEquals(cell.Within(room), cell))))
        {
            return this;
        }

        var table = new PageTable { HeadRows = HeadRows, Name = Name };
        table._columns.AddRange(_columns);
        table._rows.AddRange(_rows.Select(row => (IReadOnlyList<Prose>)[.. row.Select(cell => cell.Within(room))]));
        return table;
    }

    /// <summary>About the length of a cell: the notation of numbers is not known here.</summary>
    private static int Length(Prose cell) => cell.Runs.Sum(run => run.Number is null ? run.Text.Length : 6);

    /// <summary>Adds a column whose cells stand at the left.</summary>
    public PageTable Left(Prose title)
    {
        _columns.Add(new Column(title, AlignRight: false));
        return this;
    }

    /// <summary>Adds a column whose cells stand at the right.</summary>
    public PageTable Right(Prose title)
    {
        _columns.Add(new Column(title, AlignRight: true));
        return this;
    }

    /// <summary>Adds a row.</summary>
    public void Row(params IEnumerable<Prose> cells)
    {
        var row = cells.ToList();
        if (row.Count != _columns.Count)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"a row of {row.Count} cells in a table of {_columns.Count} columns"));
        }

        _rows.Add(row);
    }

    /// <summary>A column: its title, and where its cells stand.</summary>
    internal sealed record Column(Prose Title, bool AlignRight);
}
