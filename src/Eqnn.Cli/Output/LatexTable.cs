using System.Globalization;
using System.Text;
using Eqnn.Drawing.Typesetting;

namespace Eqnn.Cli.Output;

/// <summary>A table in LaTeX that fits the page: first titles are stacked, then columns of lists are narrowed to paragraphs, then the table is split, the first column repeated.</summary>
internal sealed class LatexTable
{
    /// <summary>More lines go to a longtable, which may be broken over pages.</summary>
    private const int LinesOfAPage = 34;

    private const double Gap = 12;
    private const double NarrowestParagraph = 56;
    private const double Readable = 150;

    private readonly PageTable _table;
    private readonly List<List<string>> _rows;
    private readonly List<List<string>> _titles;
    private readonly double[] _cells;
    private readonly double[] _parts;

    public LatexTable(PageTable table, LatexProse prose)
    {
        _table = table;
        _rows = [.. table.Rows.Select(row => row.Select(prose.Of).ToList())];
        var plain = table.Columns.Select(column => prose.Of(column.Title)).ToList();
        _cells = [.. plain.Select((_, c) => _rows.Select(row => LatexWidth.Of(row[c])).DefaultIfEmpty(0).Max())];
        _parts = [.. plain.Select((title, c) => _rows.Select(row => LatexWidth.OfWidestPart(row[c])).Append(LatexWidth.OfWidestPart(title)).Max())];
        _titles = [.. plain.Select(title => new List<string> { title })];
        if (Total(All) > LatexWidth.OfPage)
        {
            _titles = [.. plain.Select((title, c) => Stacked(title, _cells[c]))];
        }
    }

    private List<int> All => [.. Enumerable.Range(0, _table.Columns.Count)];

    /// <summary>One table, or several of which each fits the page.</summary>
    public string Write() => string.Join('\n', Groups().Select(Group));

    /// <summary>The words of a title in lines about as wide as the cells below.</summary>
    private static List<string> Stacked(string title, double width)
    {
        var lines = new List<string>();
        foreach (var word in title.Split(' '))
        {
            // Formulas with spaces inside stay whole.
            if (lines.Count > 0 && (lines[^1].Count(c => c == '$') % 2 == 1 || LatexWidth.Of(lines[^1] + " " + word) <= Math.Max(width, 34)))
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private double Natural(int column) => _titles[column].Select(LatexWidth.Of).Append(_cells[column]).Max();

    private double Total(IReadOnlyList<int> columns) => columns.Sum(Natural) + (Gap * (columns.Count - 1));

    private bool IsFlexible(int column) => Natural(column) > NarrowestParagraph && _parts[column] + 4 < Natural(column);

    private double Least(int column) => IsFlexible(column) ? Math.Min(Natural(column), Math.Max(NarrowestParagraph, _parts[column] + 4)) : Natural(column);

    private IEnumerable<List<int>> Groups()
    {
        var all = All;
        if (Total(all) <= LatexWidth.OfPage || all.Sum(Least) + (Gap * (all.Count - 1)) <= LatexWidth.OfPage)
        {
            yield return all;
            yield break;
        }

        // In a part of a table lists may be wider than in the whole.
        var needs = all.Select(c => Math.Max(Least(c), IsFlexible(c) ? Math.Min(Natural(c), Readable) : 0)).ToList();
        var group = new List<int> { 0 };
        foreach (var column in all.Skip(1))
        {
            if (group.Count > 1 && group.Append(column).Sum(c => needs[c]) + (Gap * group.Count) > LatexWidth.OfPage)
            {
                yield return group;
                group = [0];
            }

            group.Add(column);
        }

        yield return group;
    }

    /// <summary>The widths of the columns that are paragraphs, 0 for the others.</summary>
    private List<double> Paragraphs(List<int> group)
    {
        if (Total(group) <= LatexWidth.OfPage)
        {
            return [.. group.Select(_ => 0.0)];
        }

        var flexible = group.Where(IsFlexible).ToHashSet();
        if (flexible.Count == 0)
        {
            flexible.Add(group.MaxBy(Natural));
        }

        var room = LatexWidth.OfPage - (Gap * (group.Count - 1)) - group.Where(c => !flexible.Contains(c)).Sum(Natural) - flexible.Sum(Least);
        var wishes = flexible.Sum(c => Natural(c) - Least(c));
        return [.. group.Select(c => !flexible.Contains(c) ? 0 : Math.Max(NarrowestParagraph / 2, Least(c) + (room * (wishes > 0 ? (Natural(c) - Least(c)) / wishes : 1.0 / flexible.Count))))];
    }

    private string Group(List<int> group)
    {
        var widths = Paragraphs(group);
        var hasParagraphs = widths.Exists(width => width > 0);
        // Fractions and matrices need air between the rows.
        var air = _rows.Exists(row => group.Exists(c => row[c].Contains("\\frac", StringComparison.Ordinal) || row[c].Contains("pmatrix", StringComparison.Ordinal)));
        var isLong = _rows.Sum(row => group.Select((c, i) => Lines(row[c], widths[i])).Max() + (air ? 0.5 : 0)) > LinesOfAPage;
        var columns = string.Concat(group.Select((c, i) => widths[i] > 0 ? string.Create(CultureInfo.InvariantCulture, $"p{{{widths[i]:0}pt}}") : _table.Columns[c].AlignRight ? "r" : "l"));
        var end = hasParagraphs ? " \\tabularnewline\n" : " \\\\\n";

        var text = new StringBuilder(isLong ? $"\\begin{{longtable}}{{@{{}}{columns}@{{}}}}\n" : $"\\begin{{center}}\n\\begin{{tabular}}{{@{{}}{columns}@{{}}}}\n").Append("\\toprule\n");
        var hasTitles = _titles.Exists(title => title.Exists(line => line.Length > 0));
        if (hasTitles)
        {
            Row(text, group.Select((c, i) => Title(c, widths[i])), end);
            text.Append(_table.HeadRows == 0 ? "\\midrule\n" : "");
        }

        if (isLong && _table.HeadRows == 0)
        {
            text.Append("\\endhead\n");
        }

        for (var r = 0; r < _rows.Count; r++)
        {
            Row(text, group.Select((c, i) => (widths[i] > 0 ? "\\raggedright " : "") + _rows[r][c]), end);
            if (r + 1 == _table.HeadRows)
            {
                text.Append("\\midrule\n").Append(isLong ? "\\endhead\n" : "");
            }
            else if (air && r + 1 < _rows.Count)
            {
                text.Append("\\addlinespace\n");
            }
        }

        return text.Append("\\bottomrule\n").Append(isLong ? "\\end{longtable}\n" : "\\end{tabular}\n\\end{center}\n").ToString();
    }

    /// <summary>About how many lines of text a cell is high.</summary>
    private static double Lines(string cell, double width) =>
        Math.Max(width > 0 ? Math.Ceiling(LatexWidth.Of(cell) * 1.15 / width) : 1, cell.Contains("pmatrix", StringComparison.Ordinal) ? 1.2 * cell.Split(@"\\").Length : 1);

    private string Title(int column, double width)
    {
        var lines = _titles[column];
        var side = _table.Columns[column].AlignRight ? "r" : "l";
        return width > 0 ? "\\raggedright " + string.Join(' ', lines)
            : lines.Count == 1 ? lines[0]
            : $"\\begin{{tabular}}[b]{{@{{}}{side}@{{}}}}{string.Join("\\\\", lines)}\\end{{tabular}}";
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells, string end) => text.Append(string.Join(" & ", cells).TrimEnd()).Append(end);
}
