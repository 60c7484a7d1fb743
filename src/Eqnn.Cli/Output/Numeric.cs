using System.Globalization;

namespace Eqnn.Cli.Output;

/// <summary>Floating-point numbers for people.</summary>
internal static class Numeric
{
    /// <summary>Four significant digits.</summary>
    public static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A quantity that is rounding: 0, or the power of ten above it, because its digits mean nothing; below 1E-12 machines differ.</summary>
    public static string Bound(double value) => value switch
    {
        0 => "0",
        < 1e-12 => "below 1E-12",
        < 1e-3 => string.Create(CultureInfo.InvariantCulture, $"below 1E{Math.Floor(Math.Log10(value)) + 1:+00;-00}"),
        _ => Short(value),
    };

    /// <summary>A share in per cent.</summary>
    public static string Share(double value) => value switch
    {
        0 => "0",
        < 1e-12 => "< 1E-10 %",
        < 0.0005 => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.#E-0} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0} %"),
    };
}
