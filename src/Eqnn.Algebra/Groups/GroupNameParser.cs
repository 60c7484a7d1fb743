namespace Eqnn.Algebra.Groups;

/// <summary>Reads group names: products of wreath products of powers of atoms, by recursive descent.</summary>
internal sealed class GroupNameParser
{
    private const string What = "group";

    /// <summary>Numbers above this are cut off while reading: every use of them is refused anyway.</summary>
    private const long Cut = 1_000_000_000_000;

    private readonly string _text;
    private readonly GroupLimits _limits;
    private int _at;
    private int _depth;

    private GroupNameParser(string text, GroupLimits limits)
    {
        _text = text;
        _limits = limits;
    }

    public static FiniteGroup Parse(string text, GroupLimits limits)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (start == text.Length)
        {
            throw new AlgebraFormatException(What, text, 0, "the name is empty", "C8");
        }

        if (text[start] == '@')
        {
            return GroupFile.Read(text[(start + 1)..].TrimEnd(), limits);
        }

        if (text.AsSpan(start).StartsWith("perm:", StringComparison.Ordinal))
        {
            var generators = CycleNotation.ReadList(What, text, start + 5, limits);
            var name = "perm:" + string.Join(';', generators);
            return FiniteGroup.FromTrusted(name, generators[0].Degree, generators.ToArray(), limits);
        }

        return new GroupNameParser(text, limits).ReadAll().ToGroup(limits);
    }

    private GroupRecipe ReadAll()
    {
        var recipe = ReadProduct();
        if (_at < _text.Length)
        {
            var problem = _text[_at] == ')' ? "a ')' without '('" : FormattableString.Invariant($"'{Shown(_text[_at])}' does not continue a group name");
            throw Fail(_at, problem, recipe.Name);
        }

        return recipe;
    }

    private GroupRecipe ReadProduct()
    {
        var factors = new List<GroupRecipe> { ReadWreath() };
        while (TryRead('x') || TryRead('×'))
        {
            factors.Add(ReadWreath());
        }

        return factors.Count == 1 ? factors[0] : GroupProducts.Direct(factors, _limits);
    }

    private GroupRecipe ReadWreath()
    {
        var recipe = ReadPower();
        while (_at + 1 < _text.Length && _text[_at] == 'w' && _text[_at + 1] == 'r')
        {
            _at += 2;
            recipe = GroupProducts.Wreath(recipe, ReadPower(), _limits);
        }

        return recipe;
    }

    private GroupRecipe ReadPower()
    {
        var recipe = ReadAtom();
        while (TryRead('^'))
        {
            var at = _at;
            var exponent = ReadNumber("an exponent", recipe.Name + "^2");
            if (exponent < 1)
            {
                throw Fail(at, "the exponent must be at least 1", recipe.Name + "^1");
            }

            _limits.RequireDegree((System.Numerics.BigInteger)recipe.Degree * exponent);
            recipe = GroupProducts.Power(recipe, (int)exponent, _limits);
            SkipSpaces();
        }

        return recipe;
    }

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

        if (char.IsAsciiDigit(_text[_at]))
        {
            return ReadExtraspecial();
        }

        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
        {
            _at++;
        }

        var head = _text[start.._at];
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
        if (!TryRead('^'))
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
        var units = 0;
        var primitive = 0;
        for (var r = 1; r <= n; r++)
        {
            units += PermutationArrays.GreatestCommonDivisor(r, n) == 1 ? 1 : 0;
        }

        primitive = ClassicalFamilies.LeastOfOrder(n, units);
        if (n > 2 && primitive == 0)
        {
            throw Fail(start, FormattableString.Invariant($"the units modulo {n} are not cyclic, so C{n}:C{m} is not one group"), "perm:(1,2,3)(4,5);(1,2)");
        }

        return ClassicalFamilies.Semidirect(n, m, (int)PermutationArrays.GreatestCommonDivisor(m, units));
    }

    private long ReadNumber(string expected, string nearest)
    {
        var start = _at;
        var value = 0L;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            value = Math.Min((value * 10) + (_text[_at] - '0'), Cut);
            _at++;
        }

        if (_at == start)
        {
            var met = _at < _text.Length ? FormattableString.Invariant($"met '{Shown(_text[_at])}'") : "the text ends";
            throw Fail(start, "expected " + expected + " but " + met, nearest);
        }

        return value;
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

        if (head is "SmallGroup" or "TransitiveGroup" or "PrimitiveGroup")
        {
            return Fail(start, "numbers in GAP's libraries are not understood; give generators", "perm:(1,2,3)(4,5);(1,2)");
        }

        return Fail(start, FormattableString.Invariant($"unknown group '{head}'"), NearestName(head, _text[_at..]));
    }

    private static string NearestName(string head, string rest)
    {
        var digits = 0;
        rest = rest.TrimStart('_', '(', ' ');
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
        {
            digits++;
        }

        var index = rest[..digits];
        NamedFamily? best = null;
        var bestDistance = int.MaxValue;
        foreach (var family in NamedFamily.All)
        {
            foreach (var known in family.Heads)
            {
                var distance = Distance(head.ToUpperInvariant(), known.ToUpperInvariant());
                if (char.ToUpperInvariant(head[0]) == known[0])
                {
                    distance--;
                }

                if (distance < bestDistance)
                {
                    (best, bestDistance) = (family, distance);
                }
            }
        }

        return best is null ? "C8" : best.TakesPair || index.Length is 0 or > 6 ? best.Example : best.Heads[0] + index;
    }

    /// <summary>The number of letters to insert, delete or replace.</summary>
    private static int Distance(string a, string b)
    {
        var row = PermutationArrays.Identity(b.Length + 1);
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }

    private bool TryRead(char c)
    {
        SkipSpaces();
        if (_at < _text.Length && _text[_at] == c)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private AlgebraFormatException Fail(int at, string problem, string nearest = "") => new(What, _text, at, problem, nearest);

    private static char Shown(char c) => char.IsControl(c) ? ' ' : c;
}
