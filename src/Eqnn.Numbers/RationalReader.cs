using System.Globalization;
using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>Reads rational numbers: sign, digits, then <c>/</c> digits or <c>.</c> digits.</summary>
internal static class RationalReader
{
    private const string What = "rational number";

    /// <summary>The number, or an exception that says where reading failed.</summary>
    public static Rational Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out var result, out var position, out var problem) ? result : throw new AlgebraFormatException(What, text, position, problem, Nearest(text));
    }

    /// <summary>The number, or where and why reading failed.</summary>
    public static bool TryRead(string text, out Rational result, out int position, out string problem)
    {
        result = default;
        problem = "";
        position = 0;
        SkipSpaces(text, ref position);
        var negative = false;
        if (position < text.Length && text[position] is '-' or '+')
        {
            negative = text[position] == '-';
            position++;
            SkipSpaces(text, ref position);
        }

        var digits = Digits(text, ref position);
        if (digits.IsEmpty)
        {
            problem = "a digit is expected here";
            return false;
        }

        var numerator = Integer(digits);
        var denominator = BigInteger.One;
        var afterNumerator = position;
        SkipSpaces(text, ref position);
        if (position < text.Length && text[position] == '/')
        {
            position++;
            SkipSpaces(text, ref position);
            var start = position;
            var below = Digits(text, ref position);
            if (below.IsEmpty)
            {
                problem = "a digit is expected here";
                return false;
            }

            denominator = Integer(below);
            if (denominator.IsZero)
            {
                position = start;
                problem = "the denominator is 0";
                return false;
            }
        }
        else if (afterNumerator < text.Length && text[afterNumerator] == '.')
        {
            position = afterNumerator + 1;
            var decimals = Digits(text, ref position);
            if (decimals.IsEmpty)
            {
                problem = "a digit is expected here";
                return false;
            }

            denominator = BigInteger.Pow(10, decimals.Length);
            numerator = (numerator * denominator) + Integer(decimals);
        }

        SkipSpaces(text, ref position);
        if (position < text.Length)
        {
            problem = $"unexpected '{text[position]}'";
            return false;
        }

        result = new Rational(negative ? -numerator : numerator, denominator);
        return true;
    }

    /// <summary>The digits from <paramref name="position"/> on; the position moves behind them.</summary>
    public static ReadOnlySpan<char> Digits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return text.AsSpan(start, position - start);
    }

    /// <summary>The value of a nonempty row of digits.</summary>
    public static BigInteger Integer(ReadOnlySpan<char> digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void SkipSpaces(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private static string Nearest(string text)
    {
        // The usual slips: a decimal comma, a typographic minus, digits in groups.
        var repaired = text.Replace(',', '.').Replace('−', '-').Replace("_", "", StringComparison.Ordinal);
        return repaired != text && TryRead(repaired, out var value, out _, out _) ? value.ToString() : "";
    }
}
