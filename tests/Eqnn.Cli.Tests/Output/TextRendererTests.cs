using Eqnn.Cli.Output;

namespace Eqnn.Cli.Tests.Output;

public sealed class TextRendererTests
{
    private static string Render(Page page, int? width = null) =>
        string.Concat(new TextRenderer(n => n.ToString(null, null), width).Render(page).Select(line => string.Concat(line.Select(span => span.Text)) + "\n"));

    private static Page Sample()
    {
        var page = new Page();
        page.Heading("Heading");
        page.Line($"one {1}");
        page.Fact("a", "x");
        page.Fact("longer", Prose.YesOrNo(true));
        var table = new PageTable().Left("").Right("n").Right("value");
        table.Row("L0", 1, "1/2");
        table.Row("L10", 100, "3");
        page.Table(table);
        return page;
    }

    [Fact]
    public void Blocks_are_separated_columns_aligned_and_no_line_ends_with_a_space()
    {
        const string expected =
            """
            Heading
            one 1

            a       x
            longer  yes

                   n  value
            L0     1    1/2
            L10  100      3

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), Render(Sample()));
    }

    [Fact]
    public void A_table_wider_than_the_terminal_is_split_and_repeats_its_first_column()
    {
        var table = new PageTable().Left("").Right("aaaa").Right("bbbb").Right("cccc");
        table.Row("r", "1", "2", "3");
        var page = new Page();
        page.Table(table);
        Assert.Equal("   aaaa  bbbb\nr     1     2\n\n   cccc\nr     3\n", Render(page, 13));
        Assert.Equal("   aaaa\nr     1\n\n   bbbb\nr     2\n\n   cccc\nr     3\n", Render(page, 3));
    }

    [Fact]
    public void Markdown_escapes_what_it_would_read_as_markup()
    {
        var page = new Page();
        page.Line("[3,1] a*b_c|d");
        page.Table(Row(new PageTable().Left("x").Right("y"), "1|2", "3"));
        Assert.Equal("\\[3,1\\] a\\*b\\_c\\|d\n\n| x | y |\n| :-- | --: |\n| 1\\|2 | 3 |\n", new MarkdownRenderer(n => n.ToString(null, null)).Render(page));
    }

    [Fact]
    public void Latex_escapes_special_characters_and_rules_the_head()
    {
        var page = new Page();
        page.Line("50% of ab_c ≤ {1c}");
        page.Table(Row(new PageTable().Left("x").Right("y"), "1", "3"));
        Assert.Equal(
            "% needs amsmath, amssymb, booktabs, longtable\n50\\% of ab\\_c $\\le$ \\{1c\\}\n\n% table table\n"
                + "\\begin{center}\n\\begin{tabular}{@{}lr@{}}\n\\toprule\n$x$ & $y$ \\\\\n\\midrule\n1 & 3 \\\\\n\\bottomrule\n\\end{tabular}\n\\end{center}\n",
            new LatexRenderer(n => n.ToString(null, null)).Render(page));
    }

    [Fact]
    public void Colours_do_not_change_the_text_and_brackets_are_no_markup()
    {
        var page = Sample();
        page.Line("[3,1] [red]x[/]");
        var lines = new TextRenderer(n => n.ToString(null, null), null).Render(page);
        var coloured = TerminalColours.Colour(lines);
        Assert.Contains("\u001b[", coloured, StringComparison.Ordinal);
        Assert.Equal(Render(page), System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
    }

    private static PageTable Row(PageTable table, params Prose[] cells)
    {
        table.Row(cells);
        return table;
    }
}
