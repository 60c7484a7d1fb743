namespace Eqnn.Drawing.Typesetting;

/// <content>Symbols, functions of one word, what stands above and below them.</content>
internal sealed partial class LatexFormula
{
    /// <summary>Whether a symbol that is no plain word begins here.</summary>
    private bool IsSymbolAhead()
    {
        var (at, had) = (_at, _hasSymbol);
        var is_ = Here is not ('(' or '{' or '|') && Symbol() is not null;
        (_at, _hasSymbol) = (at, had);
        return is_;
    }

    private string? Symbol()
    {
        var start = _at;
        var word = Word();
        if (Functions.Contains(word) && Function(word) is { } applied)
        {
            _hasSymbol = true;
            return applied;
        }

        _at = start;
        var c = Here;
        var greek = c > '~' && c is not ('→' or '·' or '≤' or '±' or 'Σ' or '−' or '…') && char.IsLetter(c) ? LatexLetters.Math(c) : null;
        if (greek is null && !char.IsAsciiLetter(c))
        {
            return null;
        }

        _at++;
        var letter = greek ?? c.ToString();
        if (Here == '_' && Subscript() is { } sub)
        {
            _hasSymbol = true;
            return letter + Script('_', sub);
        }

        if (c is 'X' && Here == '.' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1]))
        {
            _at++;
            _hasSymbol = true;
            return "\\chi" + Script('_', Digits());
        }

        if (c is 'E' && Here == '(' && text.AsSpan(_at + 1).IndexOf(')') is > 0 and var length && text.AsSpan(_at + 1, length).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            var root = text.Substring(_at + 1, length);
            _at += length + 2;
            _hasSymbol = true;
            return "\\zeta" + Script('_', root);
        }

        if (char.IsAsciiLetterUpper(c) && Digits() is { Length: > 0 } digits)
        {
            _hasSymbol = true;
            return letter + Script('_', digits) + Product();
        }

        // Single letters are symbols but for those that are words, or signs of an answer.
        if (char.IsAsciiLetter(Here) || c is 'a' or 'I' or 'o' || (c == 'A' && _depth == 0))
        {
            _at = start;
            return null;
        }

        _hasSymbol = true;
        return letter;
    }

    /// <summary>The rest of a product of groups written without spaces: <c>xC4</c>, <c>wrS3</c>.</summary>
    private string Product()
    {
        foreach (var (word, latex) in new[] { ("x", @" \times "), ("wr", @" \wr ") })
        {
            if (text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal) && _at + word.Length + 1 < text.Length && char.IsAsciiLetterUpper(text[_at + word.Length]) && char.IsAsciiDigit(text[_at + word.Length + 1]))
            {
                _at += word.Length;
                return latex + Symbol();
            }
        }

        return "";
    }

    /// <summary>A function with its arguments, or before a symbol: <c>relu(v - β)</c>, <c>ker L1</c>, <c>cos 2x</c>.</summary>
    private string? Function(string name)
    {
        var latex = name is "relu" or "abs" ? $"\\operatorname{{{name}}}" : "\\" + name;
        if (Here == '(')
        {
            return Bracketed('(', ')', "(", ")", "") is { } arguments ? latex + arguments : null;
        }

        if (Here != ' ')
        {
            return null;
        }

        _at++;
        var coefficient = name is "sin" or "cos" ? Digits() : "";
        return IsSymbolAhead() && Powered() is { } argument ? $"{latex} {coefficient}{argument}" : null;
    }

    private string? Subscript()
    {
        var start = _at;
        _at++;
        if (Here == '(')
        {
            return Bracketed('(', ')', "", "", "") is { } inner ? inner : Back(start);
        }

        var word = Word() + Digits();
        return word.Length == 0 ? Back(start)
            : word.Length > 1 && char.IsAsciiLetterUpper(word[0]) && word.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? word[0] + Script('_', word[1..])
            : word;
    }

    private string Word()
    {
        var start = _at;
        while (char.IsAsciiLetter(Here))
        {
            _at++;
        }

        return text[start.._at];
    }

    private string Digits()
    {
        var start = _at;
        while (char.IsAsciiDigit(Here))
        {
            _at++;
        }

        return text[start.._at];
    }

    private static string Script(char place, string what) => what.Length == 1 ? $"{place}{what}" : $"{place}{{{what}}}";
}
