using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Eqnn.Numbers;

public readonly partial struct Rational
{
    /// <summary>Reads <c>3</c>, <c>-3/4</c> or a decimal <c>0.25</c> (exactly); spaces may stand around the parts.</summary>
    /// <exception cref="AlgebraFormatException">The text is not a rational number; a zero denominator counts as that.</exception>
    public static Rational Parse(string s) => RationalReader.Read(s);

    /// <summary>As <see cref="Parse(string)"/>; the provider is not used: the notation does not depend on a culture.</summary>
    /// <exception cref="AlgebraFormatException">The text is not a rational number.</exception>
    public static Rational Parse(string s, IFormatProvider? provider) => RationalReader.Read(s);

    /// <summary>As <see cref="Parse(string)"/>, without an exception.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Rational result) => TryParse(s, null, out result);

    /// <summary>As <see cref="Parse(string)"/>, without an exception; the provider is not used.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Rational result)
    {
        result = default;
        return s is not null && RationalReader.TryRead(s, out result);
    }

    /// <summary><c>-3/4</c>, <c>5</c>: GAP's notation, the same under every culture.</summary>
    public override string ToString() => IsInteger
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>This number as text.</summary>
    /// <param name="format"><c>G</c> (or empty): <c>-3/4</c>; <c>R</c>: the same; <c>L</c>: LaTeX, <c>-\frac{3}{4}</c>; <c>D12</c>: <see cref="ToDecimalString"/> with 12 digits.</param>
    /// <param name="formatProvider">Not used: the notation does not depend on a culture.</param>
    /// <exception cref="FormatException">Another format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
    {
        var chosen = NumberFormat.Parse(format);
        return chosen.Kind switch
        {
            NumberFormatKind.Decimals => ToDecimalString(chosen.Digits),
            NumberFormatKind.Latex or NumberFormatKind.LatexRadicals when !IsInteger =>
                string.Create(CultureInfo.InvariantCulture, $"{(Sign < 0 ? "-" : "")}\\frac{{{BigInteger.Abs(Numerator)}}}{{{Denominator}}}"),
            _ => ToString(),
        };
    }

    /// <summary>The decimal notation with exactly <paramref name="digits"/> digits after the point, rounded to the nearest, halves away from zero (1/8 with two digits: <c>0.13</c>).</summary>
    /// <remarks>A number that rounds to zero prints without a sign.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is negative.</exception>
    public string ToDecimalString(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        return DecimalText((this * BigInteger.Pow(10, digits)).Round(), digits);
    }

    /// <summary>The text of <c>scaled / 10^digits</c>.</summary>
    internal static string DecimalText(BigInteger scaled, int digits)
    {
        var text = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var sign = scaled.Sign < 0 ? "-" : "";
        return digits == 0 ? sign + text : string.Concat(sign, text.AsSpan(0, text.Length - digits), ".", text.AsSpan(text.Length - digits));
    }
}
