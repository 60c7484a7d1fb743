using System.Text;

namespace Eqnn.Drawing.Typesetting;

/// <summary>Finds formulas in running text, so that they are set as such: <c>L1</c>, <c>P_L2</c>, <c>ker L1 ≤ ker L2</c>, <c>B = {g : g r = ±r}</c>, <c>t^4 - 5t^3 + 10</c>.</summary>
/// <remarks>
/// Exact numbers stand in the text as letters of the private use area and are operands. A formula begins and ends at the border of a word and holds at least one symbol; everything else is text.
/// Descent: expression = operand (joiner operand)*, operand = sign* primary (primary)*, primary = symbol | number | root | function (…) | (…) | {…} | |…|, each with powers.
/// </remarks>
internal sealed partial class LatexFormula(string text, Func<char, string> number)
{
    private static readonly HashSet<string> Functions = ["relu", "abs", "tanh", "sin", "cos", "tan", "exp", "max", "min", "dim", "ker", "gcd"];

    /// <summary>Spaced words between operands; the first that fits is taken.</summary>
    private static readonly (string Word, string Latex)[] Joiners =
    [
        (" = ", " = "), (" ≤ ", @" \le "), (" ≥ ", @" \ge "), (" ≠ ", @" \ne "), (" < ", " < "), (" > ", " > "), (" + ", " + "), (" - ", " - "), (" → ", @" \to "), (" -> ", @" \to "), (" ∈ ", @" \in "),
        (" ∘ ", @" \circ "), (" · ", @" \cdot "), (" ± ", @" \pm "), (" x ", @" \times "), (" × ", @" \times "), (" ∩ ", @" \cap "), ("+", " + "), ("-", " - "), ("*", @"\,"), ("/", "/"), ("=", " = "), ("≤", @" \le "), ("·", @" \cdot "),
    ];

    private int _at;
    private int _depth;
    private bool _hasSymbol;

    /// <summary>The longest formula from <paramref name="start"/> on, or null where none begins.</summary>
    /// <param name="start">The border of a word.</param>
    /// <param name="end">Where it ends.</param>
    public string? TryAt(int start, out int end)
    {
        (_at, _depth, _hasSymbol) = (start, 0, false);
        var formula = Expression();
        end = _at;
        return formula is not null && _hasSymbol && EndsWord(_at) ? formula.Trim() : null;
    }

    private char Here => _at < text.Length ? text[_at] : '\0';

    private bool EndsWord(int at) => at == text.Length || text[at] is ' ' or ',' or ';' or ':' or ')' or ']' or '}' or '\'' || (text[at] == '.' && (at + 1 == text.Length || text[at + 1] == ' '));

    private string? Expression()
    {
        if (Operand() is not { } first)
        {
            return null;
        }

        var formula = new StringBuilder(first);
        while (true)
        {
            var (at, had) = (_at, _hasSymbol);
            var joined = false;
            foreach (var (word, latex) in Joiners)
            {
                if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                {
                    continue;
                }

                _at = at + word.Length;
                if (Operand() is { } next && (_depth > 0 || EndsWord(_at) || Joins(_at)))
                {
                    _hasSymbol |= word == " x ";
                    formula.Append(latex).Append(next);
                    joined = true;
                    break;
                }

                (_at, _hasSymbol) = (at, had);
            }

            if (!joined)
            {
                return formula.ToString();
            }
        }
    }

    private bool Joins(int at) => Joiners.Any(joiner => text.AsSpan(at).StartsWith(joiner.Word, StringComparison.Ordinal));

    private string? Operand()
    {
        var formula = new StringBuilder();
        while (Here is '-' or '±' or 'Σ' or '−' && _at + 1 < text.Length)
        {
            // A minus before a number is a symbol, so that it is not set as a hyphen.
            _hasSymbol |= Here is not '-' || char.IsDigit(text[_at + 1]) || IsNumber(text[_at + 1]);
            formula.Append(Here == '-' ? "-" : LatexLetters.Math(Here)).Append(Here == '-' ? "" : " ");
            _at++;
            if (text[_at - 1] == 'Σ' && Here == ' ')
            {
                _at++;
            }
        }

        if (Powered() is not { } first)
        {
            return null;
        }

        formula.Append(first);
        while (true)
        {
            var (at, had) = (_at, _hasSymbol);
            var spaced = Here == ' ';
            if (spaced)
            {
                _at++;
            }

            // Side by side: symbols may stand apart, g r; brackets and numbers only close, 5t^3.
            // 2b is the name of a class, 2t is not.
            var isName = !spaced && char.IsAsciiDigit(formula[^1]) && char.IsAsciiLetterLower(Here) && Here is not ('t' or 'v' or 'x' or 'y' or 'n');
            var fits = isName || (spaced && Joins(at)) ? false : spaced ? IsSymbolAhead() : Here is '(' or '|' || IsSymbolAhead() || Here is '√' or 'π' || IsNumber(Here);
            if (fits && Powered() is { } next && (!spaced || _depth > 0 || EndsWord(_at) || Joins(_at) || Here == ' '))
            {
                formula.Append(spaced || (char.IsAsciiLetter(formula[^1]) && char.IsAsciiLetter(next[0])) ? " " : "").Append(next);
                continue;
            }

            (_at, _hasSymbol) = (at, had);
            return formula.ToString();
        }
    }

    private string? Powered()
    {
        if (Primary() is not { } formula)
        {
            return null;
        }

        while (true)
        {
            if (Here is '²' or '³' or '¹')
            {
                formula += LatexLetters.Math(Here);
                _at++;
            }
            else if (Here == '^' && _at + 1 < text.Length)
            {
                var at = _at++;
                var sign = Here == '-' ? "-" : "";
                _at += sign.Length;
                var digits = Digits();
                var power = digits.Length > 0 ? digits : WordPower() ?? (char.IsLetter(Here) || Here == '(' ? Primary() : null);
                if (power is null)
                {
                    _at = at;
                    return formula;
                }

                formula += Script('^', sign + power);
                _hasSymbol |= formula.Length > 0;
            }
            else
            {
                return formula;
            }
        }
    }

    /// <summary>A word as a power, with one in brackets: <c>L^Stab(ray)</c>.</summary>
    private string? WordPower()
    {
        var start = _at;
        var word = Word();
        if (word.Length < 2)
        {
            return Back(start);
        }

        if (Here == '(' && text.AsSpan(_at + 1).IndexOf(')') is > 0 and var length && text.AsSpan(_at + 1, length).IndexOfAnyExceptInRange('a', 'z') < 0)
        {
            word += text.Substring(_at, length + 2);
            _at += length + 2;
        }

        return $"\\mathrm{{{word}}}";
    }

    private string? Primary()
    {
        var c = Here;
        if (IsNumber(c))
        {
            _at++;
            _hasSymbol = true;
            return number(c);
        }

        if (char.IsAsciiDigit(c))
        {
            return Numeral();
        }

        return c switch
        {
            '(' => Bracketed('(', ')', "(", ")", " "),
            '{' => Bracketed('{', '}', @"\{", @"\}", " : "),
            '|' => Bracketed('|', '|', "|", "|", ""),
            '√' => Root(),
            _ => Symbol(),
        };
    }

    private string Numeral()
    {
        var digits = Digits();
        if (Here == '.' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1]))
        {
            _at++;
            digits += "." + Digits();
        }

        return digits;
    }

    private string? Root()
    {
        _at++;
        _hasSymbol = true;
        if (Here == '(')
        {
            return Bracketed('(', ')', "", "", "") is { } inner ? $"\\sqrt{{{inner}}}" : null;
        }

        var digits = Digits();
        return digits.Length > 0 ? $"\\sqrt{{{digits}}}" : @"\surd";
    }

    /// <summary>Expressions between brackets, separated by <c>", "</c>, or by a colon in the brackets of a set.</summary>
    private string? Bracketed(char open, char close, string left, string right, string colon)
    {
        var start = _at;
        _at++;
        _depth++;
        var inside = new StringBuilder(left);
        while (true)
        {
            if (Expression() is not { } part)
            {
                break;
            }

            inside.Append(part);
            if (Here == close)
            {
                _at++;
                _depth--;
                return inside.Append(right).ToString();
            }

            if (open != '|' && text.AsSpan(_at).StartsWith(", ", StringComparison.Ordinal))
            {
                _at += 2;
                inside.Append(", ");
            }
            else if (colon == " : " && text.AsSpan(_at).StartsWith(colon, StringComparison.Ordinal))
            {
                _at += 3;
                inside.Append(@" \mid ");
            }
            else
            {
                break;
            }
        }

        _depth--;
        _at = start;
        return null;
    }

    private string? Back(int at)
    {
        _at = at;
        return null;
    }

    private static bool IsNumber(char c) => c is >= LatexText.FirstNumber and < '\uF8FF';
}
