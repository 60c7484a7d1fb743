using System.Globalization;
using System.Text;

namespace Eqnn.Drawing.Reports;

/// <summary>Text and numbers of a report in HTML.</summary>
internal static class ReportText
{
    private static readonly string[] Colours = ["#2f5d9b", "#d97b29", "#3c8d5a", "#b5423f", "#7a5aa6", "#7d6148", "#cf77b1", "#6f8f2f", "#2f9aa8", "#a8862f", "#51607a", "#94b0dd"];

    /// <summary>Shares below this are rounding: amplitudes below 10⁻¹⁰.</summary>
    private const double Nothing = 1e-20;

    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A colour for each of the first simples, grey for the rest.</summary>
    public static string Colour(int index) => index >= 0 && index < Colours.Length ? Colours[index] : "#b9bec7";

    public static int ColourCount => Colours.Length;

    /// <summary>A coordinate, rounded to a tenth.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    public static string Share(double share) => share <= Nothing ? "0"
        : share < 1e-4 ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:0E0}%")
        : share < 0.01 ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##}%")
        : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0}%");

    /// <summary>From white to deep blue on a logarithmic scale.</summary>
    public static string Heat(double share, double decades = 6)
    {
        if (share <= Nothing)
        {
            return "#ffffff";
        }

        var t = Math.Clamp((Math.Log10(share) + decades) / decades, 0.03, 1);
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(0xf4, 0x12, t):x2}{Mix(0xf8, 0x3a, t):x2}{Mix(0xfd, 0x73, t):x2}");
    }

    /// <summary>White or nearly black, whichever stands out more from that colour.</summary>
    public static string TextOn(double share) => share > 1e-2 ? "#ffffff" : "#0d1320";

    public static void Line(this StringBuilder page, string text) => page.Append(text).Append('\n');

    private static int Mix(int from, int to, double t) => (int)Math.Round(from + ((to - from) * t));
}
