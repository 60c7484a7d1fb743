using System.Text;

namespace Eqnn.Cli.Output;

/// <summary>Writes a page as LaTeX to be pasted into a paper: numbers in math mode, tables as <c>tabular</c>; needs amsmath and amssymb only.</summary>
internal sealed class LatexRenderer(Func<IFormattable, string> number)
{
    private static readonly Dictionary<char, string> Special = new()
    {
        ['\\'] = @"\textbackslash{}",
        ['{'] = @"\{",
        ['}'] = @"\}",
        ['$'] = @"\$",
        ['%'] = @"\%",
        ['&'] = @"\&",
        ['#'] = @"\#",
        ['_'] = @"\_",
        ['^'] = @"\textasciicircum{}",
        ['~'] = @"\textasciitilde{}",
        ['<'] = "$<$",
        ['>'] = "$>$",
        ['|'] = "$|$",
        ['≤'] = @"$\le$",
        ['≥'] = @"$\ge$",
        ['≠'] = @"$\ne$",
        ['±'] = @"$\pm$",
        ['×'] = @"$\times$",
        ['·'] = @"$\cdot$",
        ['→'] = @"$\to$",
        ['∘'] = @"$\circ$",
        ['∩'] = @"$\cap$",
        ['²'] = @"$^2$",
        ['ε'] = @"$\varepsilon$",
        ['∈'] = @"$\in$",
        ['∉'] = @"$\notin$",
        ['√'] = @"$\surd$",
        ['Σ'] = @"$\Sigma$",
        ['β'] = @"$\beta$",
        ['ψ'] = @"$\psi$",
        ['ρ'] = @"$\rho$",
        ['χ'] = @"$\chi$",
        ['λ'] = @"$\lambda$",
        ['ℝ'] = @"$\mathbb{R}$",
        ['ℂ'] = @"$\mathbb{C}$",
        ['ℍ'] = @"$\mathbb{H}$",
    };

    /// <summary>The fragment.</summary>
    public string Render(Page page)
    {
        var blocks = new List<string>();
        foreach (var block in page.Blocks)
        {
            blocks.Add(block switch
            {
                HeadingBlock heading => $"\\paragraph*{{{Inline(heading.Text)}}}\n",
                LineBlock line => Inline(line.Text) + "\n",
                FactsBlock facts => "\\begin{description}\n" + string.Concat(facts.Rows.Select(row => $"\\item[{Escape(row.Name)}] {Inline(row.Value)}\n")) + "\\end{description}\n",
                PageTable table => Table(table),
                _ => throw new InvalidOperationException($"no LaTeX for {block.GetType().Name}"),
            });
        }

        return string.Join('\n', blocks);
    }

    private string Table(PageTable table)
    {
        var text = new StringBuilder();
        var columns = string.Concat(table.Columns.Select(column => column.AlignRight ? 'r' : 'l'));
        text.Append($"\\begin{{tabular}}{{{columns[..1]}|{columns[1..]}}}\n");
        Row(text, table.Columns.Select(column => Inline(column.Title)));
        if (table.HeadRows == 0)
        {
            text.Append("\\hline\n");
        }

        for (var r = 0; r < table.Rows.Count; r++)
        {
            Row(text, table.Rows[r].Select(Inline));
            if (r + 1 == table.HeadRows)
            {
                text.Append("\\hline\n");
            }
        }

        return text.Append("\\end{tabular}\n").ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(" & ", cells).Append(" \\\\\n");

    private string Inline(Prose prose) => prose.Write(value => $"${number(value)}$", Escape);

    /// <summary>Text with the letters that LaTeX reserves, and those it does not know, in its words.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(Special.TryGetValue(c, out var latex) ? latex : c.ToString());
        }

        return escaped.ToString();
    }
}
