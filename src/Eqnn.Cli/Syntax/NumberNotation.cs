using System.Globalization;
using Eqnn.Cli.Hosting;

namespace Eqnn.Cli.Syntax;

/// <summary>How exact numbers are written for people: the value of <c>--numbers</c>. JSON and GAP output always have GAP's notation.</summary>
/// <param name="FormatString">The format string of the number types: <c>R</c>, <c>G</c> or <c>Dn</c>.</param>
internal sealed record NumberNotation(string FormatString)
{
    /// <summary>Square roots where a number is that simple, GAP's notation otherwise.</summary>
    public static NumberNotation Radicals { get; } = new("R");

    /// <summary>The number of decimals where decimals were asked for, else null.</summary>
    public int? Digits => FormatString.StartsWith('D') ? int.Parse(FormatString.AsSpan(1), CultureInfo.InvariantCulture) : null;

    /// <summary>GAP's notation.</summary>
    public static NumberNotation Gap { get; } = new("G");

    /// <summary>Reads <c>radicals</c>, <c>gap</c>, <c>decimals</c> or <c>decimals:n</c> with n from 1 to 1000.</summary>
    /// <exception cref="InputException">Anything else.</exception>
    public static NumberNotation Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (text == "radicals")
        {
            return Radicals;
        }

        if (text == "gap")
        {
            return Gap;
        }

        if (text == "decimals")
        {
            return new NumberNotation("D12");
        }

        if (colon > 0 && text[..colon] == "decimals" && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits is >= 1 and <= 1000)
        {
            return new NumberNotation(string.Create(CultureInfo.InvariantCulture, $"D{digits}"));
        }

        throw new InputException($"--numbers: '{text}' is not a notation; use radicals, gap, decimals or decimals:n with n from 1 to 1000");
    }
}
