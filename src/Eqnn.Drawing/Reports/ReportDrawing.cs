using System.Text;
using static Eqnn.Drawing.Reports.ReportText;

namespace Eqnn.Drawing.Reports;

/// <summary>The drawings of a report, as SVG inside HTML.</summary>
internal static class ReportDrawing
{
    /// <summary>The states from left to right, each a bar divided among the simples, with the activations between.</summary>
    public static string Flow(IReadOnlyList<EnergyBar> bars)
    {
        var (gap, bar, height) = (bars.Count > 6 ? 84.0 : 130.0, 96.0, 260.0);
        var width = (bars.Count * bar) + ((bars.Count - 1) * gap) + 40;
        var svg = Open(width, height + 74, "energy of every state, by simple");
        for (var i = 0; i < bars.Count; i++)
        {
            var (state, x) = (bars[i], 20 + (i * (bar + gap)));
            var (y, rest) = (14.0, 1.0);
            for (var k = 0; k < state.Shares.Count; k++)
            {
                var (label, share) = (state.Labels[k], state.Shares[k]);
                rest -= share;
                Piece(svg, x, ref y, bar, height * share, Colour(k), $"{label}: {Share(share)}", share > 0.045 ? $"{label}  {Share(share)}" : null);
            }

            if (rest > 1e-9)
            {
                Piece(svg, x, ref y, bar, height * rest, Colour(-1), $"all others: {Share(rest)}", rest > 0.06 ? "others" : null);
            }

            svg.Line($"<rect x=\"{N(x)}\" y=\"14\" width=\"{N(bar)}\" height=\"{N(height)}\" rx=\"4\" class=\"frame\"/>");
            svg.Line($"<text x=\"{N(x + (bar / 2))}\" y=\"{N(height + 34)}\" class=\"mid strong\">{state.Caption}</text>");
            svg.Line($"<text x=\"{N(x + (bar / 2))}\" y=\"{N(height + 51)}\" class=\"mid soft\">{Escape(state.Space)}</text>");
            svg.Line($"<text x=\"{N(x + (bar / 2))}\" y=\"{N(height + 67)}\" class=\"mid soft\">energy {Short(state.Total)}</text>");
            if (i > 0)
            {
                var middle = 14 + (height / 2);
                svg.Line($"<path d=\"M{N(x - gap + 10)},{N(middle)} L{N(x - 18)},{N(middle)}\" class=\"arrow\"/><path d=\"M{N(x - 10)},{N(middle)} l-9,-5 v10 z\" class=\"tip\"/>");
                svg.Line($"<text x=\"{N(x - (gap / 2))}\" y=\"{N(middle - 10)}\" class=\"mid strong\">{Escape(state.Activation)}</text>");
                svg.Line($"<text x=\"{N(x - (gap / 2))}\" y=\"{N(middle + 20)}\" class=\"mid soft\">{state.Weights} weights</text>");
            }
        }

        return Close(svg);
    }

    /// <summary>A matrix of shares in colours; cells that a theorem forbids are crossed.</summary>
    public static string Matrix(ShareMatrix shares, int lowerRows, string title)
    {
        var (rows, columns) = (shares.Rows, shares.Columns);
        var cell = columns.Count <= 12 ? 46.0 : columns.Count <= 26 ? 30.0 : 15.0;
        var high = columns.Count <= 12 ? 26.0 : columns.Count <= 26 ? 22.0 : 13.0;
        var left = 18 + (7.2 * Math.Max(4, rows.Max(row => row.Length)));
        var turned = cell < 7.0 * columns.Max(column => column.Length);
        var top = turned ? 14 + (6.6 * columns.Max(column => column.Length)) : 24;
        var svg = Open(left + (cell * columns.Count) + 30, top + (high * rows.Count) + (lowerRows > 0 ? 20 : 10), title);
        for (var c = 0; c < columns.Count; c++)
        {
            var x = left + (cell * c) + (cell / 2);
            svg.Line(turned
                ? $"<text transform=\"translate({N(x + 4)},{N(top - 6)}) rotate(-90)\" class=\"small\">{Escape(columns[c])}</text>"
                : $"<text x=\"{N(x)}\" y=\"{N(top - 7)}\" class=\"mid small\">{Escape(columns[c])}</text>");
        }

        for (var r = 0; r < rows.Count; r++)
        {
            var y = top + (high * r) + (r >= rows.Count - lowerRows ? 8 : 0);
            svg.Line($"<text x=\"{N(left - 8)}\" y=\"{N(y + (high / 2) + 4)}\" class=\"end small\">{Escape(rows[r])}</text>");
            for (var c = 0; c < columns.Count; c++)
            {
                var x = left + (cell * c);
                if (shares.Shares[r][c] is not { } value)
                {
                    svg.Line($"<g><title>{Escape(rows[r])} to {Escape(columns[c])}: forbidden by the theorem</title><rect x=\"{N(x + 1)}\" y=\"{N(y + 1)}\" width=\"{N(cell - 2)}\" height=\"{N(high - 2)}\" rx=\"2\" class=\"no\"/>"
                        + $"<path d=\"M{N(x + (cell / 2) - 3.5)},{N(y + (high / 2) - 3.5)} l7,7 m0,-7 l-7,7\" class=\"cross\"/></g>");
                    continue;
                }

                svg.Line($"<g><title>{Escape(rows[r])} to {Escape(columns[c])}: {Share(value)}</title><rect x=\"{N(x + 1)}\" y=\"{N(y + 1)}\" width=\"{N(cell - 2)}\" height=\"{N(high - 2)}\" rx=\"2\" fill=\"{Heat(value)}\" class=\"cell\"/>"
                    + (cell > 40 ? $"<text x=\"{N(x + (cell / 2))}\" y=\"{N(y + (high / 2) + 4)}\" class=\"mid tiny\" fill=\"{TextOn(value)}\">{Share(value)}</text>" : "") + "</g>");
            }
        }

        return Close(svg);
    }

    /// <summary>What the colours and crosses of a matrix mean.</summary>
    public static string Key()
    {
        double[] shares = [0, 1e-6, 1e-4, 1e-2, 0.1, 1];
        return "<div class=\"legend\">" + string.Concat(shares.Select(share => $"<span><i class=\"dot key\" style=\"background:{Heat(share)}\"></i>{(share == 0 ? "0, to rounding" : Share(share))}</span>"))
            + "<span><i class=\"dot key no\">×</i>forbidden by the theorem</span></div>\n";
    }

    /// <summary>The spectrum of one state on the plane of frequencies, frequency 0 in the middle.</summary>
    public static string Spectrum(EnergyPlane plane)
    {
        var shares = plane.Shares;
        var (n, m) = (shares.Count, shares[0].Count);
        var cell = Math.Clamp(230.0 / Math.Max(n, m), 3, 22);
        var largest = Math.Max(double.Epsilon, shares.Max(row => row.Max()));
        var svg = Open((cell * m) + 16, (cell * n) + 40, "spectrum");
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < m; j++)
            {
                var (a, b) = ((i + n - (n / 2)) % n, (j + m - (m / 2)) % m);
                svg.Line($"<rect x=\"{N(8 + (cell * j))}\" y=\"{N(6 + (cell * i))}\" width=\"{N(cell)}\" height=\"{N(cell)}\" fill=\"{Heat(shares[a][b] / largest, 4)}\" shape-rendering=\"crispEdges\"/>");
            }
        }

        svg.Line($"<rect x=\"8\" y=\"6\" width=\"{N(cell * m)}\" height=\"{N(cell * n)}\" class=\"frame\"/>");
        svg.Line($"<text x=\"{N(8 + (cell * m / 2))}\" y=\"{N((cell * n) + 22)}\" class=\"mid small strong\">{plane.Caption}</text>");
        svg.Line($"<text x=\"{N(8 + (cell * m / 2))}\" y=\"{N((cell * n) + 36)}\" class=\"mid tiny soft\">{Escape(plane.Space)}</text>");
        return Close(svg);
    }

    /// <summary>A horizontal bar inside a table.</summary>
    public static string Bar(double share, string colour) =>
        $"<svg class=\"bar\" width=\"120\" height=\"12\" viewBox=\"0 0 120 12\" role=\"img\" aria-label=\"{Share(share)}\"><rect width=\"120\" height=\"12\" rx=\"2\" fill=\"#eef1f6\"/><rect width=\"{N(120 * Math.Clamp(share, 0, 1))}\" height=\"12\" rx=\"2\" fill=\"{colour}\"/></svg>";

    /// <summary>Singular values, descending, as columns.</summary>
    public static string Spark(IReadOnlyList<double> values, double largest)
    {
        var count = Math.Min(values.Count, 32);
        var svg = new StringBuilder($"<svg class=\"bar\" width=\"{N((5 * count) + 2)}\" height=\"20\" role=\"img\" aria-label=\"singular values\">");
        for (var i = 0; i < count; i++)
        {
            var h = largest > 0 ? Math.Max(1, 18 * values[i] / largest) : 1;
            svg.Append($"<rect x=\"{N(1 + (5 * i))}\" y=\"{N(19 - h)}\" width=\"4\" height=\"{N(h)}\" fill=\"#2f5d9b\"><title>{Short(values[i])}</title></rect>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Piece(StringBuilder svg, double x, ref double y, double width, double height, string colour, string title, string? label)
    {
        if (height > 0.2)
        {
            svg.Line($"<g><title>{Escape(title)}</title><rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{colour}\" stroke=\"#fff\" stroke-width=\"0.6\"/>"
                + (label is null ? "" : $"<text x=\"{N(x + (width / 2))}\" y=\"{N(y + (height / 2) + 4)}\" class=\"mid tiny\" fill=\"#fff\">{Escape(label)}</text>") + "</g>");
        }

        y += height;
    }

    private static StringBuilder Open(double width, double height, string title) =>
        new($"<svg class=\"drawing\" width=\"{N(width)}\" height=\"{N(height)}\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-label=\"{Escape(title)}\">\n");

    private static string Close(StringBuilder svg) => svg.Append("</svg>\n").ToString();
}
