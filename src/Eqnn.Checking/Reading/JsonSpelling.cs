namespace Eqnn.Checking.Reading;

/// <summary>The spelling of JSON to the letter of RFC 8259, token by token, before a text is read: the reader of the package takes more (comments, single quotes, octal numbers, trailing commas, names without quotes).</summary>
/// <remarks>Structure is the reader's; this looks at tokens alone. A whole number beyond 2^53 - 1 is refused: the formats write it as text.</remarks>
internal sealed class JsonSpelling
{
    private const int MaxDigits = 16;
    private const string HalfPair = "half a surrogate pair is no character";
    private static readonly System.Buffers.SearchValues<char> Hex = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
    private readonly string _text;
    private int _at;

    private JsonSpelling(string text) => _text = text;

    /// <summary>Refuses a text with a token that JSON does not have, at its line and character.</summary>
    public static void Require(string text) => new JsonSpelling(text).Scan();

    private void Scan()
    {
        var before = '\0';
        while (_at < _text.Length)
        {
            var c = _text[_at];
            switch (c)
            {
                case ' ' or '\t' or '\n' or '\r':
                    _at++;
                    continue;
                case '"':
                    Text();
                    break;
                case '-' or (>= '0' and <= '9'):
                    Number();
                    break;
                case ',' when before is ',' or '[' or '{' or ':' or '\0':
                case ']' or '}' when before is ',' or ':':
                    throw Problem("a value is expected here");
                case '{' or '}' or '[' or ']' or ',' or ':':
                    _at++;
                    break;
                default:
                    Word();
                    break;
            }

            before = c;
        }
    }

    private void Text()
    {
        for (_at++; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '"':
                    _at++;
                    return;
                case < ' ':
                    throw Problem("a text has no line breaks or control characters");
                case >= '\ud800' and <= '\udfff':
                    _at += _at + 1 < _text.Length && char.IsSurrogatePair(_text[_at], _text[_at + 1]) ? 1 : throw Problem(HalfPair);
                    break;
                case '\\':
                    _at++;
                    var escape = _at < _text.Length ? _text[_at] : '\0';
                    if (escape == 'u')
                    {
                        if (_at + 4 >= _text.Length || _text.AsSpan(_at + 1, 4).IndexOfAnyExcept(Hex) >= 0)
                        {
                            throw Problem("\\u takes four hexadecimal digits");
                        }

                        RequirePair();
                    }
                    else if (escape is not ('"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't'))
                    {
                        throw Problem("no such escape in a text");
                    }

                    break;
            }
        }

        throw Problem("a text does not end");
    }

    /// <summary>Steps over the digits of \u; half a surrogate pair is no character.</summary>
    private void RequirePair()
    {
        var unit = (char)Convert.ToInt32(_text.Substring(_at + 1, 4), 16);
        var start = _at - 1;
        _at += 4;
        if (!char.IsSurrogate(unit))
        {
            return;
        }

        var isPair = char.IsHighSurrogate(unit) && _at + 6 < _text.Length && _text[_at + 1] == '\\' && _text[_at + 2] == 'u' && _text.AsSpan(_at + 3, 4).IndexOfAnyExcept(Hex) < 0
            && char.IsLowSurrogate((char)Convert.ToInt32(_text.Substring(_at + 3, 4), 16));
        _at += isPair ? 6 : throw Problem(HalfPair, start);
    }

    private void Number()
    {
        var start = _at;
        _at += _text[_at] == '-' ? 1 : 0;
        var digits = Digits();
        if (digits == 0 || (digits > 1 && _text[_at - digits] == '0') || (digits == 1 && start < _at - 1 && _text[_at - 1] == '0'))
        {
            throw Problem("a number is written with digits, without leading zeros", start);
        }

        if (_at < _text.Length && _text[_at] is '.' or 'e' or 'E')
        {
            throw Problem("only whole numbers, written with digits alone, are numbers here", start);
        }

        if (digits > MaxDigits || long.Parse(_text.AsSpan(start, _at - start), System.Globalization.CultureInfo.InvariantCulture) is > Claim.LargestNumber or < -Claim.LargestNumber)
        {
            throw Problem("a whole number beyond 2^53 - 1 is written as text", start);
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
        foreach (var word in new[] { "true", "false", "null" })
        {
            if (string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0 && (_at + word.Length == _text.Length || !char.IsAsciiLetterOrDigit(_text[_at + word.Length])))
            {
                _at += word.Length;
                return;
            }
        }

        throw Problem("not JSON");
    }

    private RefusedException Problem(string problem, int? at = null)
    {
        var before = _text.AsSpan(0, Math.Min(at ?? _at, _text.Length));
        var line = before.Count('\n');
        return new(FormattableString.Invariant($"line {line + 1}, character {before.Length - before.LastIndexOf('\n')}"), problem);
    }
}
