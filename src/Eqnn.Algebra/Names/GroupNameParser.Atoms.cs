using System.Globalization;
using Eqnn.Algebra.Families;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Names;

/// <content>The parts of a name that are no products: families, semidirect products of cyclic groups, extraspecial groups.</content>
internal sealed partial class GroupNameParser
{
    private GroupRecipe ReadAtom()
    {
        SkipSpaces();
        if (_at >= _text.Length)
        {
            throw Fail(_at, "a group is missing here", "C8");
        }

        if (_text[_at] == '(')
        {
            return ReadParenthesis();
        }

        if (_text[_at] == '[')
        {
            return ReadNumbered(_at, '[', ']');
        }

        if (char.IsAsciiDigit(_text[_at]))
        {
            return BehindDigits() switch
            {
                '.' => ReadLabel(),
                'T' or 't' => throw RefuseTransitive(_at, _text[_at..]),
                _ => ReadExtraspecial(),
            };
        }

        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
        {
            _at++;
        }

        var head = _text[start.._at];
        if (head == "SmallGroup")
        {
            return ReadNumbered(start, '(', ')');
        }

        var family = Find(head);
        if (family is null)
        {
            throw Unknown(start, head);
        }

        var recipe = family.TakesPair ? ReadPair(family, head) : ReadIndexed(family);
        SkipSpaces();
        return recipe.Kind == GroupKind.General && head is "C" or "Z" && TryRead(':') ? ReadComplement(start, recipe) : recipe;
    }

    /// <summary>p^{1+2n}_+ or p^{1+2n}_-; also without braces or underscore.</summary>
    private GroupRecipe ReadExtraspecial()
    {
        const string Nearest = "2^{1+4}_+";
        var start = _at;
        var p = ReadNumber("a prime", Nearest);
        if (_at < _text.Length && _text[_at] == 'T')
        {
            throw Fail(start, "numbers in libraries of transitive groups are not understood; give generators", "perm:(1,2,3)(4,5);(1,2)");
        }

        if (!TryRead('^') && !_text.Contains('^', StringComparison.Ordinal))
        {
            throw Fail(start, "the name of a group begins with a letter", FormattableString.Invariant($"C{Math.Max(1, p)}"));
        }

        if (_text[_at - 1] != '^')
        {
            throw Fail(_at, "a name that begins with a number is that of an extraspecial group p^{1+2n}_+ or _-", Nearest);
        }

        var brace = TryRead('{');
        SkipSpaces();
        var oneAt = _at;
        if (ReadNumber("1+", Nearest) != 1 || !TryRead('+'))
        {
            throw Fail(oneAt, "the exponent must be written 1+2n", Nearest);
        }

        SkipSpaces();
        var twoAt = _at;
        var twice = ReadNumber("an even number", Nearest);
        if (brace && !TryRead('}'))
        {
            throw Fail(_at, "expected '}'", Nearest);
        }

        TryRead('_');
        var plus = TryRead('+');
        if (!plus && !TryRead('-'))
        {
            throw Fail(_at, "expected + or -: there are two extraspecial groups of each order", Nearest);
        }

        if (FiniteField.PrimePower(p).Degree != 1)
        {
            throw Fail(start, "extraspecial groups belong to a prime", Nearest);
        }

        _limits.RequireDegree(p);
        _limits.RequireDegree(twice);
        if (twice < 2 || (twice & 1) != 0)
        {
            throw Fail(twoAt, "the number after 1+ must be 2, 4, 6, ...", Nearest);
        }

        SkipSpaces();
        return ExtraspecialGroups.Make((int)p, (int)(twice / 2), plus, _limits);
    }

    private GroupRecipe ReadParenthesis()
    {
        var open = _at++;
        if (++_depth > 50)
        {
            throw Fail(open, "more than 50 nested parentheses");
        }

        var recipe = ReadProduct();
        if (!TryRead(')'))
        {
            throw Fail(open, "this '(' is not closed", "(" + recipe.Name + ")");
        }

        _depth--;
        return recipe;
    }

    private GroupRecipe ReadIndexed(NamedFamily family)
    {
        var head = family.Heads[0];
        var parenthesis = false;
        if (_at < _text.Length && (_text[_at] is '_' or '('))
        {
            parenthesis = _text[_at] == '(';
            _at++;
        }

        var at = _at;
        var index = ReadNumber("a number", family.Example);
        if (index < 1)
        {
            throw Fail(at, head + "0 is not a group: the number must be at least 1", head is "C" or "D" or "S" or "A" ? head + "1" : family.Example);
        }

        if (parenthesis && !TryRead(')'))
        {
            throw Fail(at - 1, "this '(' is not closed", head + index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return family.Build(new NameArguments(family.Heads[0], _text, at, index, at, 0, _limits));
    }

    private GroupRecipe ReadPair(NamedFamily family, string head)
    {
        var open = _at;
        if (!TryRead('('))
        {
            throw Fail(open, head + " needs two numbers in parentheses", family.Example);
        }

        SkipSpaces();
        var firstAt = _at;
        var first = ReadNumber("a number", family.Example);
        SkipSpaces();
        if (!TryRead(','))
        {
            throw Fail(_at, "expected ','", family.Example);
        }

        SkipSpaces();
        var secondAt = _at;
        var second = ReadNumber("a number", family.Example);
        SkipSpaces();
        if (!TryRead(')'))
        {
            throw Fail(open, "this '(' is not closed", family.Example);
        }

        if (first < 1)
        {
            throw Fail(firstAt, "the dimension must be at least 1", family.Example);
        }

        return family.Build(new NameArguments(family.Heads[0], _text, firstAt, first, secondAt, second, _limits));
    }

    private GroupRecipe ReadComplement(int start, GroupRecipe kernel)
    {
        SkipSpaces();
        var at = _at;
        if (_at >= _text.Length || _text[_at] is not ('C' or 'Z'))
        {
            throw Fail(at, "only cyclic groups C<m> may follow ':'", kernel.Name + ":C2");
        }

        _at++;
        var complement = ReadIndexed(NamedFamily.All[0]);
        SkipSpaces();
        var (n, m) = (kernel.Degree, complement.Degree);
        _limits.RequireDegree(n + m);
        if (!ClassicalFamilies.HasCyclicUnits(n))
        {
            throw Fail(start, FormattableString.Invariant($"the units modulo {n} are not cyclic, so C{n}:C{m} is not one group"), "perm:(1,2,3)(4,5);(1,2)");
        }

        var units = 0;
        for (var r = 1; r <= n; r++)
        {
            units += NumberTheory.Gcd(r, n) == 1 ? 1 : 0;
        }

        return ClassicalFamilies.Semidirect(n, m, (int)NumberTheory.Gcd(m, units));
    }

    private static NamedFamily? Find(string head)
    {
        foreach (var family in NamedFamily.All)
        {
            foreach (var known in family.Heads)
            {
                if (known == head)
                {
                    return family;
                }
            }
        }

        return null;
    }

    private AlgebraFormatException Unknown(int start, string head)
    {
        if (head.Length == 0)
        {
            return Fail(start, FormattableString.Invariant($"expected a group name but met '{Shown(_text[start])}'"), "C8");
        }

        if (head is "TransitiveGroup" or "PrimitiveGroup")
        {
            throw RefuseTransitive(start, head);
        }

        var (nearest, remark) = NearestGroupName.Of(head, _text[_at..]);
        return Fail(start, FormattableString.Invariant($"unknown group '{head}'{remark}"), nearest);
    }
}
