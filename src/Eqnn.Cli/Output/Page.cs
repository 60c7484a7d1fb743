using Eqnn.Cli.Hosting;

namespace Eqnn.Cli.Output;

/// <summary>An answer laid out for people, in blocks; the same page becomes a screen, Markdown or LaTeX.</summary>
internal sealed class Page
{
    private readonly List<Block> _blocks = [];

    /// <summary>The blocks from top to bottom.</summary>
    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>The names of the tables from top to bottom; those that occur again are numbered: <c>rays</c>, <c>rays-2</c>.</summary>
    public IReadOnlyList<string> TableNames
    {
        get
        {
            var (names, counts) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
            foreach (var table in _blocks.OfType<PageTable>())
            {
                var count = counts[table.NameOrTitle] = counts.GetValueOrDefault(table.NameOrTitle) + 1;
                names.Add(count == 1 ? table.NameOrTitle : FormattableString.Invariant($"{table.NameOrTitle}-{count}"));
            }

            return names;
        }
    }

    /// <summary>Everything that is written, line by line: titles of columns after <c>"| "</c>, names of values after <c>"- "</c>. Exact numbers are left out.</summary>
    public string WrittenLines()
    {
        static string Of(Prose prose) => prose.Write(_ => "");
        return string.Join('\n', _blocks.SelectMany(block => block switch
        {
            HeadingBlock heading => [Of(heading.Text)],
            LineBlock line => [Of(line.Text)],
            FactsBlock facts => facts.Rows.SelectMany(row => new[] { "- " + row.Name, Of(row.Value) }),
            PageTable table => [.. table.Columns.Select(column => "| " + Of(column.Title)), .. table.Rows.SelectMany(row => row.Select(Of))],
            _ => Enumerable.Empty<string>(),
        }));
    }

    /// <summary>Adds what the signs on the page mean, each with its place in the theory; nothing where there are none.</summary>
    public void Legend()
    {
        var symbols = Symbols.On(this);
        if (symbols.Count == 0)
        {
            return;
        }

        Heading("Legend, each with its place in docs/theory.md");
        foreach (var symbol in symbols)
        {
            Fact(symbol.Name, $"{symbol.Definition} (#{symbol.Place})");
        }
    }

    /// <summary>The page that holds nothing but one table.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public Page OnlyTable(string name)
    {
        var names = TableNames;
        var at = names.ToList().IndexOf(name);
        if (at < 0)
        {
            throw new InputException($"--part: the answer has no table '{name}'; {(names.Count == 0 ? "it has no tables" : $"its tables are {string.Join(", ", names)}")}");
        }

        var page = new Page();
        page.Table(_blocks.OfType<PageTable>().ElementAt(at));
        return page;
    }

    /// <summary>A heading.</summary>
    public void Heading(Prose text) => _blocks.Add(new HeadingBlock(text));

    /// <summary>A paragraph of one line.</summary>
    public void Line(Prose text) => _blocks.Add(new LineBlock(text));

    /// <summary>A paragraph of one line at the top, below the first heading.</summary>
    public void LineBelowHeading(Prose text) => _blocks.Insert(_blocks.Count > 0 && _blocks[0] is HeadingBlock ? 1 : 0, new LineBlock(text));

    /// <summary>A named value; neighbours are aligned.</summary>
    public void Fact(string name, Prose value)
    {
        if (_blocks.Count == 0 || _blocks[^1] is not FactsBlock facts)
        {
            facts = new FactsBlock([]);
            _blocks.Add(facts);
        }

        facts.Rows.Add((name, value));
    }

    /// <summary>The page with long lists in part, as fits lines of <paramref name="width"/> characters, and a last line that says so; itself where none is long.</summary>
    public Page Shortened(int width)
    {
        var page = new Page();
        page._blocks.AddRange(_blocks.Select(block => block switch
        {
            LineBlock line => line.Text.Within(width) is var text && ReferenceEquals(text, line.Text) ? block : new LineBlock(text),
            FactsBlock facts => Shortened(facts, width),
            PageTable table => table.Shortened(width),
            _ => block,
        }));
        if (_blocks.SequenceEqual(page._blocks, ReferenceEqualityComparer.Instance))
        {
            return this;
        }

        page.Line("long lists are shown in part: --full writes them whole");
        return page;
    }

    private static Block Shortened(FactsBlock facts, int width)
    {
        var room = Math.Max(30, width - facts.Rows.Max(row => row.Name.Length) - 2);
        return facts.Rows.TrueForAll(row => ReferenceEquals(row.Value.Within(room), row.Value)) ? facts : new FactsBlock([.. facts.Rows.Select(row => (row.Name, row.Value.Within(room)))]);
    }

    /// <summary>A table.</summary>
    public void Table(PageTable table) => _blocks.Add(table);
}

/// <summary>A part of a page.</summary>
internal abstract record Block;

/// <summary>A heading.</summary>
internal sealed record HeadingBlock(Prose Text) : Block;

/// <summary>A line of running text.</summary>
internal sealed record LineBlock(Prose Text) : Block;

/// <summary>Named values.</summary>
internal sealed record FactsBlock(List<(string Name, Prose Value)> Rows) : Block;
