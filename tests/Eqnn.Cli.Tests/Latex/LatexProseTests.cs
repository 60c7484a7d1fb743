using System.Globalization;
using Eqnn.Cli.Output;
using Eqnn.Drawing.Typesetting;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Cli.Tests.Latex;

public sealed class LatexProseTests
{
    [Theory]
    [InlineData("L1", "$L_1$")]
    [InlineData("L1, L12 and N3", "$L_1$, $L_{12}$ and $N_3$")]
    [InlineData("ker L1 ≤ ker L2", @"$\ker L_1 \le \ker L_2$")]
    [InlineData("F(v) = P_L2 relu(v - β) on the regular representation", @"$F(v) = P_{L_2} \operatorname{relu}(v - \beta)$ on the regular representation")]
    [InlineData("B = {g : g r = ±r}, r = P_L1 e_x", @"$B = \{g \mid g r = \pm r\}$, $r = P_{L_1} e_x$")]
    [InlineData("t^4 - 5t^3 + 10t^2 - 10t + 4", "$t^4 - 5t^3 + 10t^2 - 10t + 4$")]
    [InlineData("f(t) = max(t, 0)", @"$f(t) = \max(t, 0)$")]
    [InlineData("Σ dim L2^Stab(ray) = 1: an upper bound", @"$\sum \dim L_2^{\mathrm{Stab(ray)}} = 1$: an upper bound")]
    [InlineData("C2xC4, C3wrS2, C2 x C2", @"$C_2 \times C_4$, $C_3 \wr S_2$, $C_2 \times C_2$")]
    [InlineData("2+√2/2, -1-√2", @"$2 + \sqrt{2}/2$, $-1 - \sqrt{2}$")]
    [InlineData("-2/(3 π)", @"$-2/(3 \pi)$")]
    [InlineData("X.3 and E(8)^3", @"$\chi_3$ and $\zeta_8^3$")]
    [InlineData("-++--", @"\texttt{-++--}")]
    [InlineData("--full", @"\texttt{--full}")]
    [InlineData("a map, 12 of 60 characters, 2a, order 8", "a map, 12 of 60 characters, 2a, order 8")]
    [InlineData("(1,2)(3,4)", "(1,2)(3,4)")]
    [InlineData("[3,1] of 100% & $5 #2 a_b {1a}", @"{[}3,1{]} of 100\% \& \$5 \#2 $a_b$ \{1a\}")]
    [InlineData("über 日", "\\\"{u}ber {[}U+65E5{]}")]
    public void Formulas_are_found_in_text(string text, string latex) => Assert.Equal(latex, LatexText.Of(text));

    [Fact]
    public void Matrices_and_vectors_are_laid_out()
    {
        var matrix = Matrix<Cyclotomic>.FromRows([[Cyclotomic.One, Cyclotomic.Zero], [Cyclotomic.Zero, Cyclotomic.Parse("1/2")]]);
        var prose = new LatexProse(number => number.ToString("LR", CultureInfo.InvariantCulture));
        Assert.Equal(@"$\begin{pmatrix} 1 & 0 \\[3pt] 0 & \frac{1}{2} \end{pmatrix}$", prose.Of(Matrices.Inline(matrix)));
        Assert.Equal(@"$(1, \frac{1}{2})$", prose.Of(Matrices.Vector([Cyclotomic.One, Cyclotomic.Parse("1/2")])));
        Assert.Equal("[1, 0; 0, 1/2]", Matrices.Inline(matrix).Write(number => number.ToString("R", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Long_words_may_be_broken_and_long_vectors_too()
    {
        Assert.Contains("\\allowbreak", LatexText.Of("(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16)"), StringComparison.Ordinal);
        var vector = Matrices.Vector(Enumerable.Repeat(Cyclotomic.Parse("-1/2"), 12));
        Assert.Contains(", \\allowbreak ", new LatexProse(number => number.ToString("LR", CultureInfo.InvariantCulture)).Of(vector), StringComparison.Ordinal);
    }

    /// <summary>Whatever the table, its parts fit the page, and no column is lost.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(60)]
    public void Wide_tables_are_split(int columns)
    {
        var table = new PageTable { Name = "wide" }.Left("");
        for (var c = 1; c <= columns; c++)
        {
            table.Right($"T{c}");
        }

        table.Row([(Prose)"L1", .. Enumerable.Range(1, columns).Select(c => (Prose)(1000 * c))]);
        var page = new Page();
        page.Table(table);
        var latex = new LatexRenderer(number => number.ToString("LR", CultureInfo.InvariantCulture)).Render(page);
        var rows = latex.Split('\n').Where(line => line.StartsWith("$L_1$ & ", StringComparison.Ordinal)).Select(line => line.TrimEnd('\\', ' ').Split(" & ")).ToList();
        Assert.Equal(Enumerable.Range(1, columns).Select(c => FormattableString.Invariant($"{1000 * c}")), rows.SelectMany(row => row.Skip(1)));
        Assert.All(rows, row => Assert.InRange(row.Sum(LatexWidth.Of) + (12 * (row.Length - 1)), 0, LatexWidth.OfPage));
    }
}
