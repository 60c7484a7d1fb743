using Eqnn.Drawing.Typesetting;

namespace Eqnn.Cli.Output;

/// <summary>Writes a page as LaTeX to be pasted into a paper: formulas and numbers in math mode, tables by booktabs, none wider than a page.</summary>
internal sealed class LatexRenderer(Func<IFormattable, string> number)
{
    /// <summary>What the fragment asks of the document around it.</summary>
    private const string Packages = "% needs amsmath, amssymb, booktabs, longtable\n";

    private readonly LatexProse _prose = new(number);

    /// <summary>The fragment.</summary>
    public string Render(Page page)
    {
        var blocks = new List<string>();
        var (names, isFirst) = (page.TableNames, true);
        var tables = 0;
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    blocks.Add($"\\{(isFirst ? "subsection" : "subsubsection")}*{{\\raggedright {_prose.Of(heading.Text)}}}\n");
                    isFirst = false;
                    break;
                case LineBlock line:
                    blocks.Add(Line(_prose.Of(line.Text)));
                    break;
                case FactsBlock facts:
                    blocks.Add("\\begin{description}\\raggedright\n" + string.Concat(facts.Rows.Select(row => $"\\item[{{{LatexText.Of(row.Name)}}}] {_prose.Of(row.Value)}\n")) + "\\end{description}\n");
                    break;
                case PageTable table:
                    blocks.Add($"% table {LatexText.Of(names[tables++])}\n" + new LatexTable(table, _prose).Write());
                    break;
                default:
                    throw new InvalidOperationException($"no LaTeX for {block.GetType().Name}");
            }
        }

        return Packages + string.Join('\n', blocks);
    }

    /// <summary>A paragraph; a long one with a ragged border, since formulas and lists break in few places.</summary>
    private static string Line(string text) => LatexWidth.Of(text) > LatexWidth.OfPage ? $"{{\\raggedright {text}\\par}}\n" : text + "\n";
}
