using System.Globalization;
using Eqnn.Algebra.Families;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Names;

/// <content>Names as GAP, Sage, Magma and books write them, where their meaning is certain; each is read as the name that stands for the group here.</content>
internal sealed partial class GroupNameParser
{
    private static readonly Dictionary<string, string> WordsForFamilies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SymmetricGroup"] = "S",
        ["Sym"] = "S",
        ["Symmetric"] = "S",
        ["AlternatingGroup"] = "A",
        ["Alt"] = "A",
        ["Alternating"] = "A",
        ["CyclicGroup"] = "C",
        ["Cyc"] = "C",
        ["Cyclic"] = "C",
        ["QuaternionGroup"] = "Q",
        ["MathieuGroup"] = "M",
        ["GeneralLinearGroup"] = "GL",
        ["SpecialLinearGroup"] = "SL",
        ["SymplecticGroup"] = "Sp",
    };

    /// <summary>The categories that GAP and Magma allow before the number, and whether the number of a dihedral group is its order there.</summary>
    private static readonly Dictionary<string, bool> Categories = new(StringComparer.Ordinal)
    {
        ["IsPermGroup"] = true,
        ["IsPcGroup"] = true,
        ["IsFpGroup"] = true,
        ["GrpPerm"] = false,
        ["GrpPC"] = false,
        ["GrpFP"] = false,
    };

    private readonly List<string> _readings = [];

    /// <summary>Where the name of another system that is being read begins.</summary>
    private int _atomAt;

    /// <summary>A name of another system whose first word has been read; null where it is none.</summary>
    private GroupRecipe? TryReadElsewhere(int start, string head)
    {
        switch (head)
        {
            case "V" or "K" or "KleinFourGroup" or "KleinFour":
                if (head.Length == 1)
                {
                    _cursor.Take("_");
                    if (!_cursor.Take("4"))
                    {
                        return null;
                    }
                }

                TakeEmptyParentheses();
                return As("C2^2", $"{_cursor.Text[start.._cursor.Position].Trim()} is the four-group");
            case "DihedralGroup" or "Dihedral":
                return ReadDihedral(start);
            case "Dih" or "dih":
                _cursor.Take("_");
                var corners = ReadArgument("Dih4");
                return As(Text("D", corners), FormattableString.Invariant($"Dih{corners} is D{corners}, of order {2 * corners}"));
            case "groups":
                return _cursor.Take(".permutation.") || _cursor.Take(".presentation.") ? ReadOfSage(start) : null;
            case "DicyclicGroup":
                var order = ReadArgument("DicyclicGroup(12)");
                return order % 4 == 0 && order > 4 ? As(Text("Dic", order / 4), FormattableString.Invariant($"DicyclicGroup({order}) is read as in GAP, by its order: Dic{order / 4}")) : throw _cursor.FailAt(start, "the number of DicyclicGroup is the order, 8, 12, 16, ..., as in GAP", "Dic3");
            case "ElementaryAbelianGroup":
                return ReadElementaryAbelian(start);
            case "AbelianGroup":
                return ReadAbelian(start);
            case "W":
                return _cursor.Current == '(' ? ReadCoxeter(start) : null;
        }

        if (WordsForFamilies.TryGetValue(head, out var family))
        {
            return ReadFamily(start, head, family);
        }

        // The same head in lower case: c8, s4, psl(2,7).
        return Find(head) is null && NamedFamily.All.FirstOrDefault(known => Array.Exists(known.Heads, h => string.Equals(h, head, StringComparison.OrdinalIgnoreCase))) is { } same && (_cursor.AtDigit || _cursor.Current is '(' or '_')
            ? same.TakesPair ? ReadPair(same, head) : ReadIndexed(same)
            : null;
    }

    /// <summary>Z/n, Z/nZ, Z/(n), behind the letter.</summary>
    private GroupRecipe ReadQuotientOfIntegers()
    {
        _cursor.Take('/');
        var parenthesis = _cursor.Take('(');
        _cursor.SkipSpaces();
        var at = _cursor.Position;
        var n = ReadNumber("a number", "Z/8Z");
        if (n < 1)
        {
            throw _cursor.FailAt(at, "Z/0 is not finite: the number must be at least 1", "Z/8Z");
        }

        if (parenthesis && !_cursor.Take(')'))
        {
            throw _cursor.Fail("expected ')'", Text("C", n));
        }

        _ = _cursor.Take("Z") || _cursor.Take("ℤ");
        return As(Text("C", n), null);
    }

    private GroupRecipe ReadDihedral(int start)
    {
        const string Example = "DihedralGroup(8)";
        var (numbers, category) = ReadArguments(Example);
        var n = Single(start, numbers, Example);
        if (category is { } named && !Categories[named])
        {
            return As(Text("D", n), FormattableString.Invariant($"DihedralGroup({named}, {n}) is read as in Magma, by its corners: D{n}, of order {2 * n}"));
        }

        if (n % 2 == 0)
        {
            return As(Text("D", n / 2), FormattableString.Invariant($"DihedralGroup({n}) is read as in GAP, by its order: D{n / 2}, of order {n}; Sage and Magma mean D{n} by it, of order {2 * n}"));
        }

        return As(Text("D", n), FormattableString.Invariant($"DihedralGroup({n}) is read as in Sage and Magma, by its corners: D{n}, of order {2 * n}; in GAP the number is the order, which is even"));
    }

    /// <summary>A group of Sage's catalogue, behind <c>groups.permutation.</c>: there the number of a dihedral group is that of its corners.</summary>
    private GroupRecipe? ReadOfSage(int start)
    {
        var name = _cursor.TakeWhile(char.IsAsciiLetter);
        if (name is "KleinFour" or "Quaternion")
        {
            TakeEmptyParentheses();
            return As(name == "Quaternion" ? "Q8" : "C2^2", null);
        }

        if (name is "Symmetric" or "Alternating" or "Cyclic")
        {
            return ReadFamily(start, name, name[..1]);
        }

        return name switch
        {
            "Dihedral" => As(Text("D", ReadArgument("groups.permutation.Dihedral(4)")), null),
            "DiCyclic" => As(Text("Dic", ReadArgument("groups.permutation.DiCyclic(3)")), null),
            "Mathieu" => As(Text("M", ReadArgument("groups.permutation.Mathieu(11)")), null),
            "PSL" or "PGL" => ReadPair(Find(name)!, name),
            _ => null,
        };
    }

    private GroupRecipe ReadFamily(int start, string head, string family)
    {
        var known = Find(family)!;
        if (family == "Q" && TakeEmptyParentheses())
        {
            return As("Q8", null);
        }

        if (!known.TakesPair && _cursor.Current != '(')
        {
            _cursor.Take("_");
            return As(Text(family, ReadNumber("a number", known.Example)), null);
        }

        var (numbers, _) = ReadArguments(FormattableString.Invariant($"{head}({(known.TakesPair ? "2,3" : "4")})"));
        return known.TakesPair
            ? numbers.Count == 2 ? As(FormattableString.Invariant($"{family}({numbers[0]},{numbers[1]})"), null) : throw _cursor.FailAt(start, head + " needs two numbers", known.Example)
            : As(Text(family, Single(start, numbers, known.Example)), null);
    }

    private GroupRecipe ReadElementaryAbelian(int start)
    {
        const string Example = "ElementaryAbelianGroup(8)";
        var n = Single(start, ReadArguments(Example).Numbers, Example);
        return FiniteField.PrimePower(n) is { Degree: > 0 } field
            ? As(FormattableString.Invariant($"C{field.Characteristic}^{field.Degree}"), null)
            : throw _cursor.FailAt(start, "the order of an elementary abelian group is a power of a prime", Example);
    }

    private GroupRecipe ReadAbelian(int start)
    {
        var (numbers, _) = ReadArguments("AbelianGroup([2,4])");
        return numbers.Count > 0 && numbers.All(n => n > 0)
            ? As(string.Join(" x ", numbers.Select(n => Text("C", n))), null)
            : throw _cursor.FailAt(start, "the orders of the cyclic factors are positive", "C2 x C4");
    }

    /// <summary>W(X_n): a Coxeter group by the type of its diagram.</summary>
    private GroupRecipe ReadCoxeter(int start)
    {
        const string Example = "W(E6)";
        _cursor.Take('(');
        _cursor.SkipSpaces();
        var letter = _cursor.TakeWhile(char.IsAsciiLetter);
        _cursor.Take("_");
        var rank = ReadNumber("a rank", Example);
        var corners = letter == "I" && _cursor.Take('(') ? ReadNumber("a number of corners", "W(I2(5))") : 0;
        if ((corners > 0 && !_cursor.Take(')')) || !_cursor.Take(')'))
        {
            throw _cursor.Fail("expected ')'", Example);
        }

        var known = letter.Length == 1 ? Array.Find(CoxeterGroups.Exceptional, type => type.Letter == letter[0] && type.Rank == rank) : default;
        if (known.Rank > 0)
        {
            _limits.RequireDegree(240);
            return CoxeterGroups.OnRoots(known.Letter, known.Rank, known.Order);
        }

        var name = _cursor.Text[start.._cursor.Position].Trim();
        switch (letter)
        {
            case "A" when rank >= 1:
                return As(Text("S", rank + 1), $"{name} is {Text("S", rank + 1)}");
            case "B" or "C" when rank >= 2:
                return As(Text("C2 wr S", rank), $"{name} is {Text("C2 wr S", rank)}");
            case "D" when rank >= 4:
                _limits.RequireDegree(2 * rank);
                return CoxeterGroups.EvenSigns((int)rank);
            case "G" when rank == 2:
                return As("D6", $"{name} is D6");
            case "I" when rank == 2 && corners >= 3:
                return As(Text("D", corners), $"{name} is {Text("D", corners)}");
            default:
                throw _cursor.FailAt(start, $"there is no finite Coxeter group {name}: the types are A<n>, B<n>, C<n>, D<n> (n >= 4), E6, E7, E8, F4, G2, H3, H4 and I2(m)", Example);
        }
    }

    private long ReadArgument(string example)
    {
        var start = _cursor.Position;
        return _cursor.Current == '(' ? Single(start, ReadArguments(example).Numbers, example) : ReadNumber("a number", example);
    }

    /// <summary>Numbers in parentheses, in brackets inside them or not, a category of GAP or Magma before them or not.</summary>
    private (IReadOnlyList<long> Numbers, string? Category) ReadArguments(string example)
    {
        if (!_cursor.Take('('))
        {
            throw _cursor.Fail("expected '('", example);
        }

        _cursor.SkipSpaces();
        string? category = null;
        if (char.IsAsciiLetter(_cursor.Current))
        {
            var at = _cursor.Position;
            category = _cursor.TakeWhile(char.IsAsciiLetter);
            if (!Categories.ContainsKey(category) || !_cursor.Take(','))
            {
                throw _cursor.FailAt(at, "expected a number", example);
            }
        }

        var bracket = _cursor.Take('[');
        var numbers = new List<long>();
        do
        {
            _cursor.SkipSpaces();
            numbers.Add(ReadNumber("a number", example));
        }
        while (_cursor.Take(','));
        return (!bracket || _cursor.Take(']')) && _cursor.Take(')') ? (numbers, category) : throw _cursor.Fail(bracket ? "expected '])'" : "expected ')'", example);
    }

    private long Single(int start, IReadOnlyList<long> numbers, string example) =>
        numbers is [>= 1] ? numbers[0] : throw _cursor.FailAt(start, "one number, at least 1, belongs here", example);

    private bool TakeEmptyParentheses()
    {
        var at = _cursor.Position;
        if (_cursor.Take('(') && _cursor.Take(')'))
        {
            return true;
        }

        _cursor.MoveTo(at);
        return false;
    }

    /// <summary>The group of a name of our own, and what is to be said about the reading.</summary>
    private GroupRecipe As(string name, string? reading)
    {
        if (reading is not null)
        {
            _readings.Add(reading);
        }

        try
        {
            return new GroupNameParser(name, _limits, _gap, _cancellation).ReadAll();
        }
        catch (AlgebraFormatException error)
        {
            // Said of the text that was typed.
            throw _cursor.FailAt(_atomAt, FormattableString.Invariant($"read as {name}: {error.Problem}"), error.Nearest);
        }
    }

    private static string Text(string head, long n) => head + n.ToString(CultureInfo.InvariantCulture);
}
