namespace Eqnn.Cli.Output;

/// <summary>Lays a page out in characters.</summary>
/// <remarks>The layout is the same on a terminal and in a pipe; only colour (<see cref="TerminalColours"/>) and the splitting of wide tables depend on a terminal.</remarks>
internal sealed class TextRenderer(Func<IFormattable, string> number, int? width, CancellationToken cancellationToken = default)
{
    private const string Gap = "  ";
    private readonly List<IReadOnlyList<Span>> _lines = [];

    /// <summary>The lines of the page, each a list of toned pieces without trailing spaces.</summary>
    public IReadOnlyList<IReadOnlyList<Span>> Render(Page page)
    {
        Block? above = null;
        foreach (var block in page.Blocks)
        {
            // Lines of running text stand together, everything else is set off by an empty line.
            if (above is not null && !(above is LineBlock && block is LineBlock) && !(above is HeadingBlock && block is LineBlock))
            {
                _lines.Add([]);
            }

            switch (block)
            {
                case HeadingBlock heading:
                    _lines.Add([new Span(Plain(heading.Text), Tone.Heading)]);
                    break;
                case LineBlock line:
                    _lines.Add(Spans(line.Text));
                    break;
                case FactsBlock facts:
                    Facts(facts);
                    break;
                case PageTable table:
                    Table(table);
                    break;
            }

            above = block;
        }

        return _lines;
    }

    private void Facts(FactsBlock facts)
    {
        var indent = facts.Rows.Max(row => row.Name.Length);
        foreach (var (name, value) in facts.Rows)
        {
            _lines.Add([new Span(name.PadRight(indent) + Gap, Tone.Label), .. Spans(value)]);
        }
    }

    private void Table(PageTable table)
    {
        var widths = new int[table.Columns.Count];
        for (var c = 0; c < widths.Length; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            widths[c] = table.Rows.Select(row => Plain(row[c]).Length).Append(Plain(table.Columns[c].Title).Length).Max();
        }

        var first = true;
        foreach (var (from, to) in Parts(widths))
        {
            if (!first)
            {
                _lines.Add([]);
            }

            first = false;
            if (table.Columns.Any(column => Plain(column.Title).Length > 0))
            {
                _lines.Add(Cells(table.Columns.Select(column => Prose.Of(Plain(column.Title), Tone.Label)).ToList(), table, widths, from, to));
            }

            for (var r = 0; r < table.Rows.Count; r++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _lines.Add(Cells(table.Rows[r], table, widths, from, to));
                if (r + 1 == table.HeadRows)
                {
                    _lines.Add([]);
                }
            }
        }
    }

    /// <summary>The column ranges, from 1, that fit the terminal beside column 0; a single range where nothing limits the width.</summary>
    private IEnumerable<(int From, int To)> Parts(int[] widths)
    {
        if (width is not { } limit)
        {
            yield return (1, widths.Length);
            yield break;
        }

        var from = 1;
        do
        {
            var to = from;
            var used = widths[0];
            while (to < widths.Length && (to == from || used + Gap.Length + widths[to] <= limit))
            {
                used += Gap.Length + widths[to];
                to++;
            }

            yield return (from, to);
            from = to;
        }
        while (from < widths.Length);
    }

    private List<Span> Cells(IReadOnlyList<Prose> cells, PageTable table, int[] widths, int from, int to)
    {
        var line = new List<Span>();
        for (var c = 0; c < to; c = c == 0 ? from : c + 1)
        {
            var spans = Spans(cells[c]);
            var pad = new string(' ', widths[c] - spans.Sum(span => span.Text.Length));
            if (c > 0)
            {
                line.Add(new Span(Gap, Tone.Plain));
            }

            if (table.Columns[c].AlignRight)
            {
                line.Add(new Span(pad, Tone.Plain));
                line.AddRange(spans);
            }
            else
            {
                line.AddRange(spans);
                line.Add(new Span(pad, Tone.Plain));
            }
        }

        while (line.Count > 0 && string.IsNullOrWhiteSpace(line[^1].Text))
        {
            line.RemoveAt(line.Count - 1);
        }

        return line;
    }

    private string Plain(Prose prose) => prose.Write(number);

    private List<Span> Spans(Prose prose) => [.. prose.Runs.Select(run => new Span(run.Number is { } value ? number(value) : run.Text, run.Tone))];

    /// <summary>A piece of a line.</summary>
    internal sealed record Span(string Text, Tone Tone);
}
