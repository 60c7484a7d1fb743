using System.Globalization;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Output;

/// <summary>From a report to the bytes of the answer.</summary>
internal static class Rendering
{
    /// <summary>The length of lines beyond which lists are shown in part where no terminal has a width.</summary>
    private const int WidthOfFiles = 120;

    /// <summary>The whole answer in the format of <paramref name="query"/>.</summary>
    /// <param name="report">The answer.</param>
    /// <param name="query">The question.</param>
    /// <param name="screen">The console it goes to, or null for a file.</param>
    public static string Render(Report report, Query query, ConsoleHost? screen)
    {
        switch (query.Format)
        {
            case OutputFormat.Json:
                using (var json = new JsonOutput(query.CancellationToken) { Producer = ToolVersion.Producer })
                {
                    report.WriteJson(json);
                    return json.Finish();
                }

            case OutputFormat.Gap:
                return Written(report.WriteGap);
            case OutputFormat.Dot:
                return Written(report.WriteDot);
            case OutputFormat.Csv:
                return Written(report.WriteCsv);

            case OutputFormat.Latex:
                return new LatexRenderer(Number(LatexFormat(query.Numbers))).Render(PageOf(report, query, WidthOfFiles));
            case OutputFormat.Markdown:
                return new MarkdownRenderer(Number(query.Numbers.FormatString)).Render(PageOf(report, query, WidthOfFiles));
            case OutputFormat.Text:
                var terminal = screen is { OutputIsTerminal: true };
                var lines = new TextRenderer(Number(query.Numbers.FormatString), terminal ? screen!.Width : null, query.CancellationToken).Render(PageOf(report, query, terminal ? screen!.Width : WidthOfFiles));
                return terminal && !screen!.NoColour ? TerminalColours.Colour(lines) : string.Concat(lines.Select(line => string.Concat(line.Select(span => span.Text)) + "\n"));
            default:
                throw new ArgumentOutOfRangeException(nameof(query), query.Format, "a format that nothing writes");
        }
    }

    private static string Written(Action<TextWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(text);
        return text.ToString();
    }

    private static string LatexFormat(NumberNotation numbers) => numbers == NumberNotation.Radicals ? "LR" : numbers == NumberNotation.Gap ? "L" : numbers.FormatString;

    private static Page PageOf(Report report, Query query, int width)
    {
        var page = new Page();
        report.Describe(page);
        foreach (var reading in query.Readings.Distinct().Reverse())
        {
            page.LineBelowHeading("read: " + reading);
        }

        page = query.Part is { } name ? page.OnlyTable(name) : page;
        if (query.Legend)
        {
            page.Legend();
        }

        return query.Full ? page : page.Shortened(width);
    }

    private static Func<IFormattable, string> Number(string format) => value => value.ToString(format, CultureInfo.InvariantCulture);
}
