using System.Globalization;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>Reads expressions in characters: <c>sum = product (('+'|'-') product)*, product = power ('*' power)*, power = factor ('^' n)?, factor = number | '(' sum ')' | name | operation '(' [n ','] sum ')'</c>.</summary>
internal sealed class ClassFunctionParser(CharacterTable table, string text)
{
    private const string What = "character";
    private const int MaxPower = 1000;
    private const int MaxDepth = 50;

    private int _at;
    private int _depth;

    public ClassFunction Parse()
    {
        var function = ReadSum();
        SkipSpaces();
        return _at == text.Length ? function : throw Fail(_at, $"'{text[_at]}' is not expected here", "standard*standard");
    }

    private ClassFunction ReadSum()
    {
        if (++_depth > MaxDepth)
        {
            throw Fail(_at, FormattableString.Invariant($"more than {MaxDepth} nested parentheses"), "");
        }

        var sum = Take('-') ? -ReadProduct() : ReadProduct();
        while (true)
        {
            if (Take('+'))
            {
                sum += ReadProduct();
            }
            else if (Take('-'))
            {
                sum -= ReadProduct();
            }
            else
            {
                _depth--;
                return sum;
            }
        }
    }

    private ClassFunction ReadProduct()
    {
        var product = ReadPower();
        while (Take('*'))
        {
            product *= ReadPower();
        }

        return product;
    }

    private ClassFunction ReadPower()
    {
        var factor = ReadFactor();
        return Take('^') ? factor.TensorPower(ReadNumber(0, MaxPower)) : factor;
    }

    private ClassFunction ReadFactor()
    {
        SkipSpaces();
        var start = _at;
        if (_at == text.Length)
        {
            throw Fail(_at, "a character is missing here", "L0");
        }

        if (char.IsAsciiDigit(text[_at]))
        {
            return ReadNumber(0, int.MaxValue) * table.Simples[0].Character;
        }

        if (Take('('))
        {
            return ReadClosed();
        }

        if (text[_at] == '[')
        {
            var close = text.IndexOf(']', _at);
            _at = close < 0 ? throw Fail(_at, "this '[' is not closed", "[3,1]") : close + 1;
            return Named(start);
        }

        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '.'))
        {
            _at++;
        }

        var word = text[start.._at];
        switch (word)
        {
            case "sym":
                return ReadNumbered((n, e) => e.SymmetricPower(n), 0);
            case "ext":
                return ReadNumbered((n, e) => e.ExteriorPower(n), 0);
            case "adams":
                return ReadNumbered((n, e) => e.AdamsOperation(n), int.MinValue);
            case "galois":
                var at = _at;
                return ReadNumbered((n, e) => NumberTheory.Gcd(n, (long)table.Group.Exponent) == 1
                    ? e.GaloisConjugate(n)
                    : throw Fail(at, FormattableString.Invariant($"{n} is not prime to {table.Group.Exponent}, the exponent of {table.Group.Name}"), "galois(-1,X.1)"), int.MinValue);
            case "dual":
                Open(word);
                return ReadClosed().Conjugate();
            case "det":
                Open(word);
                return ReadClosed() is { IsCharacter: true } character ? character.Determinant() : throw Fail(start, "only a character has a determinant", "det(L1)");
            case "regular":
                return table.Irreducibles.Select(chi => checked((int)chi.Degree) * chi.Values).Aggregate((a, b) => a + b);
            case "":
                throw Fail(start, $"'{text[start]}' is not expected here", "standard*standard");
            default:
                return Named(start);
        }
    }

    private ClassFunction ReadNumbered(Func<int, ClassFunction, ClassFunction> operation, int least)
    {
        Open(text[.._at].Split('(', '*', '+', '-', ' ', ',')[^1]);
        var n = ReadNumber(least, MaxPower);
        return Take(',') ? operation(n, ReadClosed()) : throw Fail(_at, "expected ',' and a character", "sym(2,L1)");
    }

    private ClassFunction ReadClosed()
    {
        var open = _at;
        var inner = ReadSum();
        return Take(')') ? inner : throw Fail(open, "')' is missing", "");
    }

    private ClassFunction Named(int start)
    {
        var name = text[start.._at];
        if (name.StartsWith("X.", StringComparison.Ordinal) && int.TryParse(name.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number >= 1 && number <= table.Irreducibles.Count
                ? table.Irreducibles[number - 1].Values
                : throw Fail(start, FormattableString.Invariant($"{table.Group.Name} has the characters X.1 to X.{table.Irreducibles.Count}"), FormattableString.Invariant($"X.{table.Irreducibles.Count}"));
        }

        try
        {
            return table.SimpleNamed(name).Character;
        }
        catch (AlgebraFormatException e)
        {
            throw Fail(start, $"'{name}' is no simple, no character X.1 to X.{table.Irreducibles.Count.ToString(CultureInfo.InvariantCulture)} and no operation (sym, ext, adams, galois, dual, det)", e.Nearest);
        }
    }

    private void Open(string word)
    {
        if (!Take('('))
        {
            throw Fail(_at, $"{word} needs parentheses", word is "dual" or "det" ? word + "(L1)" : word + "(2,L1)");
        }
    }

    private int ReadNumber(int least, int most)
    {
        SkipSpaces();
        var start = _at;
        if (least < 0 && _at < text.Length && text[_at] == '-')
        {
            _at++;
        }

        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return int.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Fail(start, FormattableString.Invariant($"expected a whole number{(least < 0 ? "" : FormattableString.Invariant($" from {least}"))} to {most}"), "sym(2,L1)");
    }

    private bool Take(char c)
    {
        SkipSpaces();
        if (_at < text.Length && text[_at] == c)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void SkipSpaces()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }

    private AlgebraFormatException Fail(int at, string problem, string nearest) => new(What, text, at, problem, nearest);
}
