using System.Text;

namespace Eqnn.Cli.Output;

/// <summary>Writes a page as GitHub flavoured Markdown.</summary>
internal sealed class MarkdownRenderer(Func<IFormattable, string> number)
{
    /// <summary>The document.</summary>
    public string Render(Page page)
    {
        var blocks = new List<string>();
        foreach (var block in page.Blocks)
        {
            blocks.Add(block switch
            {
                HeadingBlock heading => "## " + Inline(heading.Text) + "\n",
                LineBlock line => Inline(line.Text) + "\n",
                FactsBlock facts => string.Concat(facts.Rows.Select(row => $"- **{Escape(row.Name)}**: {Inline(row.Value)}\n")),
                PageTable table => Table(table),
                _ => throw new InvalidOperationException($"no Markdown for {block.GetType().Name}"),
            });
        }

        return string.Join('\n', blocks);
    }

    private string Table(PageTable table)
    {
        var text = new StringBuilder();
        Row(text, table.Columns.Select(column => Inline(column.Title)));
        Row(text, table.Columns.Select(column => column.AlignRight ? "--:" : ":--"));
        foreach (var row in table.Rows)
        {
            Row(text, row.Select(Inline));
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private string Inline(Prose prose) => prose.Write(value => Escape(number(value)), Escape);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '|' or '<' or '>' or '[' or ']' or '#' or '~')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
