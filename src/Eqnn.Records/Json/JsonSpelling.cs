using System.Buffers;

namespace Eqnn.Records.Json;

/// <summary>The spelling of JSON to the letter of RFC 8259, token by token, before a text is read: the reader of the package takes more (comments, single quotes, octal numbers, NaN, trailing commas, names without quotes), and forgets where tokens begin.</summary>
/// <remarks>Structure is the reader's; this looks at tokens alone, so nothing here nests.</remarks>
internal sealed class JsonSpelling
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly string[] Words = ["true", "false", "null"];
    private readonly string _text;
    private readonly List<TokenPlace> _tokens = [];
    private int _at;

    private JsonSpelling(string text) => _text = text;

    /// <summary>The tokens that begin a value or name a field, in order.</summary>
    /// <exception cref="JsonMistake">A token is not one of JSON.</exception>
    public static List<TokenPlace> TokensOf(string text) => new JsonSpelling(text).Scan();

    private List<TokenPlace> Scan()
    {
        var before = '\0';
        var open = 0;
        while (_at < _text.Length)
        {
            var (start, c) = (_at, _text[_at]);
            switch (c)
            {
                case ' ' or '\t' or '\n' or '\r':
                    _at++;
                    continue;
                case var _ when open == 0 && (before != '\0' || c is '}' or ']' or ',' or ':'):
                    // The reader of the package ends at a bracket that follows the end at once, without a word.
                    throw new JsonMistake(_at, before == '\0' ? "a value is expected here" : "something stands behind the end");
                case '"':
                    var isWhole = Text();
                    _tokens.Add(new(start, _at - start, isWhole));
                    break;
                case '-' or (>= '0' and <= '9'):
                    Number();
                    _tokens.Add(new(start, _at - start, true));
                    break;
                case ',' when before is ',' or '[' or '{' or ':':
                case ']' or '}' when before is ',' or ':':
                    throw new JsonMistake(_at, "a value is expected here");
                case '{' or '[':
                    _at++;
                    open++;
                    _tokens.Add(new(start, 1, true));
                    break;
                case '}' or ']':
                    _at++;
                    open--;
                    break;
                case ',' or ':':
                    _at++;
                    break;
                default:
                    Word();
                    _tokens.Add(new(start, _at - start, true));
                    break;
            }

            before = c;
        }

        return _tokens;
    }

    /// <summary>Passes a text; false where it holds half of a surrogate pair, escaped or not, which is no character.</summary>
    private bool Text()
    {
        var (start, isWhole, high) = (_at, true, false);
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            switch (c)
            {
                case '"':
                    _at++;
                    return isWhole && !high;
                case < ' ':
                    throw new JsonMistake(_at, "a text has no line breaks or control characters");
                case '\\':
                    c = Escaped();
                    break;
            }

            // A low half belongs to the high half just before it, and nothing else does.
            isWhole &= char.IsLowSurrogate(c) == high;
            high = char.IsHighSurrogate(c);
        }

        throw new JsonMistake(start, "a text does not end");
    }

    /// <summary>The character of an escape; any plain character for those of one letter.</summary>
    private char Escaped()
    {
        _at++;
        switch (_at < _text.Length ? _text[_at] : '\0')
        {
            case 'u':
                if (_at + 4 >= _text.Length || _text.AsSpan(_at + 1, 4).ContainsAnyExcept(Hex))
                {
                    throw new JsonMistake(_at - 1, "\\u takes four hexadecimal digits");
                }

                _at += 4;
                return (char)int.Parse(_text.AsSpan(_at - 3, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture);
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                return ' ';
            default:
                throw new JsonMistake(_at - 1, "no such escape in a text");
        }
    }

    private void Number()
    {
        var start = _at;
        _at += _text[_at] == '-' ? 1 : 0;
        var first = _at;
        if (Digits() == 0 || (_at > first + 1 && _text[first] == '0'))
        {
            throw new JsonMistake(start, "a number is written with digits, without leading zeros");
        }

        if (_at < _text.Length && _text[_at] == '.')
        {
            _at++;
            if (Digits() == 0)
            {
                throw new JsonMistake(start, "digits are missing after the point of a number");
            }
        }

        if (_at < _text.Length && _text[_at] is 'e' or 'E')
        {
            _at++;
            _at += _at < _text.Length && _text[_at] is '+' or '-' ? 1 : 0;
            if (Digits() == 0)
            {
                throw new JsonMistake(start, "digits are missing in the exponent of a number");
            }
        }
    }

    private int Digits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return _at - start;
    }

    private void Word()
    {
        foreach (var word in Words)
        {
            if (string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0 && (_at + word.Length == _text.Length || !char.IsAsciiLetterOrDigit(_text[_at + word.Length])))
            {
                _at += word.Length;
                return;
            }
        }

        throw new JsonMistake(_at, "a value is a number, a text, a list, a record, true, false or null");
    }
}

/// <summary>Where a token stands.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Its length.</param>
/// <param name="IsWhole">False for a text that holds half of a surrogate pair.</param>
internal readonly record struct TokenPlace(int Start, int Length, bool IsWhole);

/// <summary>A text is no JSON: where, and why.</summary>
internal sealed class JsonMistake(int position, string problem) : Exception(problem)
{
    /// <summary>The character, from 0.</summary>
    public int Position { get; } = position;
}
