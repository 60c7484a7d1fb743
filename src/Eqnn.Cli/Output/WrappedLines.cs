namespace Eqnn.Cli.Output;

/// <summary>Pages of text on a terminal of some width.</summary>
internal static class WrappedLines
{
    /// <summary>Where the text of a row goes on if its second column begins beyond the middle.</summary>
    private const int NarrowIndent = 6;

    /// <summary>A page with no line longer than a width, as far as its words allow: what is broken goes on where its text began, in a row of two columns below the second one.</summary>
    public static string At(int width, string page) => string.Concat(page.Split('\n').SkipLast(1).SelectMany(line => Broken(line, width)).Select(line => line + "\n"));

    private static IEnumerable<string> Broken(string line, int width)
    {
        var (gap, column) = Columns(line);
        var indent = column <= width / 2 ? column : NarrowIndent;
        if (line.Length > width && gap > 0 && column > indent)
        {
            yield return line[..gap];
            line = new string(' ', indent) + line[column..];
        }

        for (var rest = line; ;)
        {
            var at = rest.Length <= width ? -1 : rest.LastIndexOf(' ', width);
            if (rest.Length > width && at <= indent)
            {
                at = rest.IndexOf(' ', Math.Min(width, rest.Length - 1));
            }

            if (at < 0)
            {
                yield return rest;
                yield break;
            }

            yield return rest[..at].TrimEnd(' ');
            rest = new string(' ', indent) + rest[at..].TrimStart(' ');
        }
    }

    /// <summary>The gap before the second column, -1 where there is none, and where the text of the line, or of that column, begins.</summary>
    private static (int Gap, int Column) Columns(string line)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        var gap = indent == 2 ? line.IndexOf("  ", indent, StringComparison.Ordinal) : -1;
        return gap < 0 ? (-1, indent) : (gap, line.Length - line[gap..].TrimStart(' ').Length);
    }
}
