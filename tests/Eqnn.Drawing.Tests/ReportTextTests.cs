using System.Globalization;
using Eqnn.Drawing.Reports;
using Xunit;

namespace Eqnn.Drawing.Tests;

public sealed class ReportTextTests
{
    /// <summary>The contrast ratio of WCAG 2.1, 1.4.3; no grey between white and black allows more than 4.6 on both sides.</summary>
    [Fact]
    public void Numbers_stand_out_from_the_colour_of_their_cell()
    {
        for (var exponent = -7.0; exponent <= 0; exponent += 0.05)
        {
            var share = Math.Pow(10, exponent);
            var (a, b) = (Luminance(ReportText.Heat(share)), Luminance(ReportText.TextOn(share)));
            Assert.True((Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05) >= 4.0, $"{share}: {ReportText.TextOn(share)} on {ReportText.Heat(share)}");
        }
    }

    private static double Luminance(string colour)
    {
        double Part(int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var c && c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
