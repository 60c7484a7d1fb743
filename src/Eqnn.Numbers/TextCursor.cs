using System.Globalization;
using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>A place in a text that is read from left to right: what stands there, steps over it, and the error that names the place.</summary>
/// <remarks>
/// All parsers of names and numbers read through it, so that white space, expectations and places of errors are the same everywhere. It moves, so it belongs to one reading and is no value;
/// it reads one part of a text and points into the whole. White space is what Unicode calls so.
/// </remarks>
public sealed class TextCursor
{
    private const int MostDigits = 320_000;

    private readonly string _what;
    private readonly int _end;

    /// <summary>A cursor at the beginning of a text.</summary>
    /// <param name="what">What is to be read, for errors: <c>group</c>, <c>cyclotomic number</c>.</param>
    /// <param name="text">The whole text.</param>
    public TextCursor(string what, string text)
        : this(what, text, 0, (text ?? throw new ArgumentNullException(nameof(text))).Length)
    {
    }

    /// <summary>A cursor at the beginning of a part of a text.</summary>
    /// <param name="what">What is to be read, for errors.</param>
    /// <param name="text">The whole text: errors show it and point into it.</param>
    /// <param name="start">Where the part begins, from 0.</param>
    /// <param name="end">The position behind the part.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public TextCursor(string what, string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        (_what, Text, Position, _end) = (what, text, start, end);
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The place, from 0 in <see cref="Text"/>.</summary>
    public int Position { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public bool AtEnd => Position == _end;

    /// <summary>The character here; the character 0 at the end.</summary>
    public char Current => Position < _end ? Text[Position] : '\0';

    /// <summary>Whether a digit 0 to 9 stands here.</summary>
    public bool AtDigit => char.IsAsciiDigit(Current);

    /// <summary>What stands here, as errors say it: <c>met 'x'</c> or <c>the text ends</c>; a character that is not visible is shown as a space.</summary>
    public string Met => AtEnd ? "the text ends" : $"met '{Shown}'";

    /// <summary>The character here as errors show it: a space for one that is not visible.</summary>
    public char Shown => VisibleText.IsVisible(Current) ? Current : ' ';

    /// <summary>Goes to a place, back or ahead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the text.</exception>
    public void MoveTo(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, _end);
        Position = position;
    }

    /// <summary>Goes behind the white space here; the new place.</summary>
    public int SkipSpaces()
    {
        while (Position < _end && char.IsWhiteSpace(Text[Position]))
        {
            Position++;
        }

        return Position;
    }

    /// <summary>Whether a word stands exactly here.</summary>
    public bool At(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length <= _end - Position && string.CompareOrdinal(Text, Position, word, 0, word.Length) == 0;
    }

    /// <summary>Steps over a character if it stands here, behind white space or not; the white space is left behind either way.</summary>
    public bool Take(char expected)
    {
        SkipSpaces();
        if (AtEnd || Text[Position] != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Steps over a word if it stands exactly here.</summary>
    public bool Take(string word)
    {
        if (!At(word))
        {
            return false;
        }

        Position += word.Length;
        return true;
    }

    /// <summary>Steps over the longest run of such characters that begins exactly here, and is it; empty if there is none.</summary>
    public string TakeWhile(Func<char, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var start = Position;
        while (Position < _end && predicate(Text[Position]))
        {
            Position++;
        }

        return Text[start..Position];
    }

    /// <summary>Steps over the digits that begin exactly here; their value, or <c>null</c> if there are none.</summary>
    /// <exception cref="LimitExceededException">There are more than 320,000: to read so many takes seconds, and minutes beyond.</exception>
    public BigInteger? TakeInteger() => TakeWhile(char.IsAsciiDigit) is { Length: > 0 } digits
        ? digits.Length <= MostDigits ? BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : throw new LimitExceededException("digits of a number", MostDigits, FormattableString.Invariant($"{digits.Length}"), "not adjustable; write shorter numbers")
        : null;

    /// <summary>Steps over the digits that begin exactly here; their value, at most <paramref name="most"/> whatever they say, or <c>null</c> if there are none.</summary>
    /// <remarks>For numbers whose large values are refused anyway: no time is spent on them.</remarks>
    public long? TakeCount(long most)
    {
        var start = Position;
        var value = 0L;
        for (; AtDigit; Position++)
        {
            value = value > (most - (Current - '0')) / 10 ? most : (value * 10) + (Current - '0');
        }

        return Position == start ? null : Math.Min(value, most);
    }

    /// <summary>Steps over digits, and a point with decimals where one follows; the exact value, or <c>null</c> where a digit is missing: the place is there.</summary>
    public Rational? TakeDecimal()
    {
        if (TakeInteger() is not { } whole)
        {
            return null;
        }

        if (!Take("."))
        {
            return whole;
        }

        var start = Position;
        return TakeInteger() is { } decimals ? whole + new Rational(decimals, BigInteger.Pow(10, Position - start)) : null;
    }

    /// <summary>The error that reading fails here.</summary>
    /// <param name="problem">What is wrong here, in one clause.</param>
    /// <param name="nearest">The nearest valid form, or an empty string.</param>
    public AlgebraFormatException Fail(string problem, string nearest = "") => FailAt(Position, problem, nearest);

    /// <summary>The error that reading fails at a place.</summary>
    /// <param name="position">The place, from 0 in <see cref="Text"/>.</param>
    /// <param name="problem">What is wrong there, in one clause.</param>
    /// <param name="nearest">The nearest valid form, or an empty string.</param>
    public AlgebraFormatException FailAt(int position, string problem, string nearest = "") => new(_what, Text, position, problem, nearest);
}
