using System.Globalization;

namespace Eqnn.Numbers;

/// <summary>How an exact number is written.</summary>
internal enum NumberFormatKind
{
    /// <summary>GAP's notation.</summary>
    Gap,

    /// <summary>LaTeX with roots of unity.</summary>
    Latex,

    /// <summary>Square roots where the number is a short sum of them, else GAP's notation.</summary>
    Radicals,

    /// <summary>LaTeX with square roots where the number is a short sum of them.</summary>
    LatexRadicals,

    /// <summary>Decimals.</summary>
    Decimals,
}

/// <summary>A format string of an exact number, read: <c>G</c>, <c>L</c>, <c>R</c>, <c>LR</c>, <c>D</c> with a number of digits.</summary>
internal readonly record struct NumberFormat(NumberFormatKind Kind, int Digits)
{
    private const int LargestDigits = 1_000_000;

    /// <summary>Reads a format string; empty is <c>G</c>.</summary>
    public static NumberFormat Parse(string? format) => format switch
    {
        null or "" or "G" or "g" => new NumberFormat(NumberFormatKind.Gap, 0),
        "L" or "l" => new NumberFormat(NumberFormatKind.Latex, 0),
        "R" or "r" => new NumberFormat(NumberFormatKind.Radicals, 0),
        "LR" or "lr" => new NumberFormat(NumberFormatKind.LatexRadicals, 0),
        ['D' or 'd', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= LargestDigits =>
            new NumberFormat(NumberFormatKind.Decimals, count),
        _ => throw new FormatException($"'{format}' is not a number format: use G (GAP), L (LaTeX), R (radicals), LR (LaTeX with radicals) or D12 (12 decimals)"),
    };
}
