namespace Eqnn.Numbers;

/// <summary>Reads rational numbers: sign, digits, then <c>/</c> digits or <c>.</c> digits.</summary>
internal static class RationalReader
{
    private const string What = "rational number";
    private const string DigitExpected = "a digit is expected here";

    /// <summary>The number, or an exception that says where reading failed.</summary>
    public static Rational Read(string text)
    {
        var cursor = new TextCursor(What, text);
        return TryRead(cursor, out var result) is { } problem ? throw cursor.Fail(problem, Nearest(text)) : result;
    }

    /// <summary>Whether the whole text is a rational number.</summary>
    public static bool TryRead(string text, out Rational result) => TryRead(new TextCursor(What, text), out result) is null;

    /// <summary>Reads all that is left; what is wrong at the place, or <c>null</c>.</summary>
    private static string? TryRead(TextCursor cursor, out Rational result)
    {
        result = default;
        var negative = cursor.Take('-');
        if (!negative)
        {
            cursor.Take('+');
        }

        var first = cursor.SkipSpaces();
        if (cursor.TakeDecimal() is not { } value)
        {
            return DigitExpected;
        }

        if (!cursor.Text.AsSpan(first, cursor.Position - first).Contains('.') && cursor.Take('/'))
        {
            var start = cursor.SkipSpaces();
            if (cursor.TakeInteger() is not { } denominator)
            {
                return DigitExpected;
            }

            if (denominator.IsZero)
            {
                cursor.MoveTo(start);
                return "the denominator is 0";
            }

            value = new Rational(value.Numerator, denominator);
        }

        cursor.SkipSpaces();
        if (!cursor.AtEnd)
        {
            return $"unexpected '{cursor.Shown}'";
        }

        result = negative ? -value : value;
        return null;
    }

    private static string Nearest(string text)
    {
        // The usual slips: a decimal comma, a typographic minus, digits in groups.
        var repaired = text.Replace(',', '.').Replace('−', '-').Replace("_", "", StringComparison.Ordinal);
        return repaired != text && TryRead(repaired, out var value) ? value.ToString() : "";
    }
}
