using System.Globalization;
using Eqnn.PiecewiseLinear.Harmonics;

namespace Eqnn.Drawing;

/// <summary>A plot of f(sin x) over one period, its partial Fourier sum, and the sizes of the coefficients.</summary>
public static class HarmonicsDrawing
{
    private const double Left = 46;
    private const double Width = 420;
    private const double Top = 64;
    private const double Height = 220;

    /// <summary>The picture.</summary>
    public static string ToSvg(HarmonicSeries series)
    {
        var f = series.Activation;
        var xs = Enumerable.Range(0, 241).Select(i => 2 * Math.PI * i / 240).ToList();
        var values = xs.Select(x => f.ApproximateAt(Math.Sin(x))).ToList();
        var sums = xs.Select(series.PartialSumAt).ToList();
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        high = high - low < 1e-9 ? low + 1 : high;
        var largest = Math.Max(1e-9, series.Terms.Max(term => Math.Abs(term.Value)));
        var step = Math.Clamp(Width / series.Terms.Count, 3, 40);
        var barLeft = Left + Width + 60;
        var svg = new SvgDocument(barLeft + (step * series.Terms.Count) + 30, Top + Height + 34, $"{f.Name}(sin x)");
        const string Remark = "font-size=\"11\" fill=\"#666\"";
        svg.Text(12, 22, $"{f.Name}(sin x)", "font-weight=\"bold\"");
        svg.Text(12, 40, $"dashed: the partial sum up to frequency {series.Terms.Count - 1}", Remark);
        svg.Text(barLeft, 40, "coefficient of each frequency; red: negative", Remark);
        svg.Line(Left, Y(0), Left + Width, Y(0), "stroke=\"#999\"");
        svg.Line(Left, Top, Left, Top + Height, "stroke=\"#999\"");
        svg.Text(Left - 6, Y(high) + 4, Round(high), "text-anchor=\"end\" font-size=\"10\"");
        svg.Text(Left - 6, Y(0) + 4, "0", "text-anchor=\"end\" font-size=\"10\"");
        if (low < 0)
        {
            svg.Text(Left - 6, Y(low) + 4, Round(low), "text-anchor=\"end\" font-size=\"10\"");
        }

        svg.Text(Left + Width, Top + Height + 18, "2π", "text-anchor=\"middle\" font-size=\"11\"");
        svg.Text(Left + (Width / 2), Top + Height + 18, "π", "text-anchor=\"middle\" font-size=\"11\"");
        svg.Path(Curve(values), "fill=\"none\" stroke=\"#245\" stroke-width=\"2\"");
        svg.Path(Curve(sums), "fill=\"none\" stroke=\"#c42\" stroke-width=\"1.3\" stroke-dasharray=\"5 3\"");
        svg.Line(barLeft, Top + Height, barLeft + (step * series.Terms.Count), Top + Height, "stroke=\"#999\"");
        foreach (var term in series.Terms)
        {
            var size = Math.Abs(term.Value) / largest * Height;
            var x = barLeft + (step * term.Frequency);
            if (Math.Abs(term.Value) > term.ErrorBound)
            {
                svg.Rectangle(x + (step * 0.2), Top + Height - size, step * 0.6, size, $"fill=\"{(term.Value > 0 ? "#245" : "#c42")}\"");
                svg.Text(x + (step / 2), Top + Height - size - 6, Label(term), "text-anchor=\"middle\" font-size=\"9\" fill=\"#456\"");
            }

            if (step >= 12 || term.Frequency % 10 == 0)
            {
                svg.Text(x + (step / 2), Top + Height + 14, term.Frequency.ToString(CultureInfo.InvariantCulture), "text-anchor=\"middle\" font-size=\"9\"");
            }
        }

        return svg.ToString();

        // The exact coefficient, or its decimals, as far as there is room beside the neighbours.
        string Label(Harmonic term)
        {
            var alone = series.Terms.Where(other => Math.Abs(other.Frequency - term.Frequency) == 1).All(other => Math.Abs(other.Value) <= other.ErrorBound);
            var room = step * (alone ? 1.8 : 1) / 4.7;
            return new[] { term.Exact?.ToString() ?? "", term.Value.ToString("0.###", CultureInfo.InvariantCulture) }.FirstOrDefault(text => text is not ("" or "0" or "-0") && text.Length <= room) ?? "";
        }

        double Y(double value) => Top + Height - ((value - low) / (high - low) * Height);

        string Curve(List<double> ys) => "M" + string.Join(" L", xs.Zip(ys, (x, y) => $"{SvgDocument.N(Left + (x / (2 * Math.PI) * Width))},{SvgDocument.N(Y(y))}"));

        static string Round(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
