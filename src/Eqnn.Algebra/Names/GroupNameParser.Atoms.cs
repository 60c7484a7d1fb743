using System.Globalization;
using Eqnn.Algebra.Families;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Names;

/// <content>The parts of a name that are no products: families, semidirect products of cyclic groups, extraspecial groups.</content>
internal sealed partial class GroupNameParser
{
    private GroupRecipe ReadAtom()
    {
        _cursor.SkipSpaces();
        if (_cursor.AtEnd)
        {
            throw _cursor.Fail("a group is missing here", _depth == 0 ? _cursor.Text.Trim() + " C2" : "");
        }

        if (_cursor.Current == '(')
        {
            return ReadParenthesis();
        }

        if (_cursor.Current == '[')
        {
            return ReadNumbered(_cursor.Position, '[', ']');
        }

        if (_cursor.AtDigit)
        {
            return BehindDigits() switch
            {
                '.' => ReadLabel(),
                'T' or 't' when IsTransitiveLabel() => throw RefuseTransitive(_cursor.Position, _cursor.Text[_cursor.Position..]),
                _ => ReadExtraspecial(),
            };
        }

        var start = _cursor.Position;
        _atomAt = start;
        var head = _cursor.TakeWhile(char.IsAsciiLetter);
        if (head == "SmallGroup")
        {
            return ReadNumbered(start, '(', ')');
        }

        if (head == "Z" && _cursor.Current == '/')
        {
            return ReadQuotientOfIntegers();
        }

        var family = Find(head);
        if (family is null)
        {
            return TryReadElsewhere(start, head) ?? throw Unknown(start, head);
        }

        var recipe = family.TakesPair ? ReadPair(family, head) : ReadIndexed(family);
        _cursor.SkipSpaces();
        return recipe.Kind == GroupKind.General && head is "C" or "Z" && _cursor.Take(':') ? ReadComplement(start, recipe) : recipe;
    }

    /// <summary>p^{1+2n}_+ or p^{1+2n}_-; also without braces or underscore.</summary>
    private GroupRecipe ReadExtraspecial()
    {
        const string Example = "2^{1+4}_+";
        var start = _cursor.Position;
        var p = ReadNumber("a prime", Example);
        if (!_cursor.Take('^'))
        {
            throw _cursor.FailAt(start, "the name of a group begins with a letter", NearestGroupName.WithLetter(_cursor.Text, start));
        }

        var brace = _cursor.Take('{');
        var oneAt = _cursor.SkipSpaces();
        if (!_cursor.AtDigit)
        {
            throw _cursor.Fail("expected 1+ but " + _cursor.Met, _cursor.Current == '(' ? Example : NearestGroupName.WithLetter(_cursor.Text, start));
        }

        if (ReadNumber("1+", Example) != 1 || !_cursor.Take('+'))
        {
            throw _cursor.FailAt(oneAt, "the exponent of an extraspecial group must be written 1+2n", brace ? Example : NearestGroupName.WithLetter(_cursor.Text, start));
        }

        var twoAt = _cursor.SkipSpaces();
        var twice = ReadNumber("an even number", Example);
        var isExtraspecial = twice >= 2 && (twice & 1) == 0 && FiniteField.PrimePower(p).Degree == 1;
        var nearest = isExtraspecial ? FormattableString.Invariant($"{p}^{{1+{twice}}}_+") : Example;
        if (brace && !_cursor.Take('}'))
        {
            throw _cursor.Fail("expected '}'", nearest);
        }

        _cursor.Take('_');
        var plus = _cursor.Take('+');
        if (!plus && !_cursor.Take('-'))
        {
            throw _cursor.Fail("expected + or -: there are two extraspecial groups of each order", nearest);
        }

        if (FiniteField.PrimePower(p).Degree != 1)
        {
            throw _cursor.FailAt(start, "extraspecial groups belong to a prime", Example);
        }

        _limits.RequireDegree(p);
        _limits.RequireDegree(twice);
        if (twice < 2 || (twice & 1) != 0)
        {
            throw _cursor.FailAt(twoAt, "the number after 1+ must be 2, 4, 6, ...", Example);
        }

        _cursor.SkipSpaces();
        return ExtraspecialGroups.Make((int)p, (int)(twice / 2), plus, _limits);
    }

    private GroupRecipe ReadParenthesis()
    {
        var open = _cursor.Position;
        _cursor.Take('(');
        if (++_depth > 50)
        {
            throw _cursor.FailAt(open, "more than 50 nested parentheses");
        }

        var recipe = ReadProduct();
        if (!_cursor.Take(')'))
        {
            throw _cursor.AtEnd ? _cursor.FailAt(open, "this '(' is not closed", "(" + recipe.Name + ")") : DoesNotContinue(recipe);
        }

        _depth--;
        return recipe;
    }

    private GroupRecipe ReadIndexed(NamedFamily family)
    {
        var head = family.Heads[0];
        var parenthesis = _cursor.Take("(");
        if (!parenthesis)
        {
            _cursor.Take("_");
        }

        var at = _cursor.Position;
        var index = ReadNumber("a number", family.Example);
        if (index < 1)
        {
            throw _cursor.FailAt(at, head + "0 is not a group: the number must be at least 1", head is "C" or "D" or "S" or "A" ? head + "1" : family.Example);
        }

        if (parenthesis && !_cursor.Take(')'))
        {
            throw NotClosed(at - 1, '(', ')', head + index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return family.Build(new NameArguments(family.Heads[0], _cursor.Text, at, index, at, 0, _limits, _cancellation));
    }

    private GroupRecipe ReadPair(NamedFamily family, string head)
    {
        var open = _cursor.Position;
        if (!_cursor.Take('('))
        {
            throw _cursor.FailAt(open, head + " needs two numbers in parentheses", DimensionBefore(family) ?? family.Example);
        }

        var firstAt = _cursor.SkipSpaces();
        var first = ReadNumber("a number", family.Example);
        _cursor.SkipSpaces();
        if (!_cursor.Take(','))
        {
            throw _cursor.Fail("expected ','", family.Example);
        }

        var secondAt = _cursor.SkipSpaces();
        var second = ReadNumber("a number", family.Example);
        _cursor.SkipSpaces();
        if (!_cursor.Take(')'))
        {
            throw NotClosed(open, '(', ')', family.Example);
        }

        if (first < 1)
        {
            throw _cursor.FailAt(firstAt, "the dimension must be at least 1", family.Example);
        }

        return family.Build(new NameArguments(family.Heads[0], _cursor.Text, firstAt, first, secondAt, second, _limits, _cancellation));
    }

    /// <summary>As books write it, <c>L2(7)</c>, <c>PSL_3(4)</c>: the name here, or null for another text.</summary>
    private string? DimensionBefore(NamedFamily family)
    {
        _cursor.Take("_");
        var dimension = _cursor.TakeWhile(char.IsAsciiDigit);
        var open = _cursor.Take('(');
        var order = _cursor.TakeWhile(char.IsAsciiDigit);
        return open && dimension.Length is > 0 and < 4 && order.Length is > 0 and < 7 && _cursor.Take(')') ? $"{family.Heads[0]}({dimension},{order})" : null;
    }

    private GroupRecipe ReadComplement(int start, GroupRecipe kernel)
    {
        var at = _cursor.SkipSpaces();
        if (!_cursor.Take("C") && !_cursor.Take("Z"))
        {
            throw _cursor.FailAt(at, "only cyclic groups C<m> may follow ':'", kernel.Name + ":C2");
        }

        var complement = ReadIndexed(NamedFamily.All[0]);
        _cursor.SkipSpaces();
        var (n, m) = (kernel.Degree, complement.Degree);
        _limits.RequireDegree(n + m);
        if (!ClassicalFamilies.HasCyclicUnits(n))
        {
            throw _cursor.FailAt(start, FormattableString.Invariant($"the units modulo {n} are not cyclic, so C{n}:C{m} is not one group"), "perm:(1,2,3)(4,5);(1,2)");
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
            return _cursor.FailAt(start, $"expected a group name but {_cursor.Met}", NearestGroupName.AllForms);
        }

        // T8N4, t8n4: labels of transitive groups.
        if (head is "TransitiveGroup" or "PrimitiveGroup" || (head is "T" or "t" && _cursor.AtDigit && BehindDigits() is 'N' or 'n'))
        {
            throw RefuseTransitive(start, _cursor.Text[start..]);
        }

        var (nearest, remark) = NearestGroupName.Of(head, _cursor.Text[_cursor.Position..]);
        return _cursor.FailAt(start, FormattableString.Invariant($"unknown group '{head}'{remark}"), nearest);
    }
}
