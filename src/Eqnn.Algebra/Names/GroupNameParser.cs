using Eqnn.Algebra.Families;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Names;

/// <summary>Reads group names: products of wreath products of powers of atoms, by recursive descent.</summary>
internal sealed partial class GroupNameParser
{
    private const string What = "group";

    /// <summary>The largest number in a name: every use of a larger one is refused anyway.</summary>
    private const long MaxNumber = 1_000_000_000_000;

    private readonly TextCursor _cursor;
    private readonly GroupLimits _limits;
    private readonly GapLibrary? _gap;
    private readonly CancellationToken _cancellation;
    private int _depth;

    private GroupNameParser(string text, GroupLimits limits, GapLibrary? gap, CancellationToken cancellation)
    {
        _cursor = new TextCursor(What, text);
        _limits = limits;
        _gap = gap;
        _cancellation = cancellation;
    }

    public static GroupRecipe Parse(string text, GroupLimits limits, GapLibrary? gap = null, CancellationToken cancellation = default)
    {
        var start = new TextCursor(What, text).SkipSpaces();
        if (start == text.Length)
        {
            throw new AlgebraFormatException(What, text, 0, "the name is empty", "C8");
        }

        if (text[start] == '@')
        {
            throw new AlgebraFormatException(What, text, start, "'@' names a file, and names alone are read here", "perm:(1,2,3);(1,2)");
        }

        if (text.AsSpan(start).StartsWith("perm:", StringComparison.Ordinal))
        {
            return Generated(text, start + 5, text.Length, limits);
        }

        if (InsideGroup(text, start) is var (from, to))
        {
            return Generated(text, from, to, limits);
        }

        var parser = new GroupNameParser(text, limits, gap, cancellation);
        var recipe = parser.ReadAll();
        return parser._readings.Count == 0 ? recipe : recipe with { Reading = string.Join("; ", parser._readings.Distinct()) };
    }

    private static GroupRecipe Generated(string text, int start, int end, GroupLimits limits)
    {
        var generators = CycleNotation.ReadList(What, text, start, end, limits.MaxDegree);
        var name = "perm:" + string.Join(';', generators);
        return new GroupRecipe(name, generators[0].Degree, generators.ToArray(), null);
    }

    /// <summary>The generators in <c>Group( ... )</c>, as GAP and this tool write groups, in <c>PermutationGroup( ... )</c> and <c>Permutation Group with generators [ ... ]</c> of Sage, or in a list <c>[ (1,2,3), (1,2) ]</c>; a semicolon behind it or not. Null for another text.</summary>
    private static (int Start, int End)? InsideGroup(string text, int start)
    {
        var end = text.TrimEnd(' ', '\t', '\r', '\n', ';').Length;
        foreach (var head in new[] { "Group(", "PermutationGroup(" })
        {
            if (text.AsSpan(start).StartsWith(head, StringComparison.Ordinal) && text[end - 1] == ')')
            {
                return (start + head.Length, end - 1);
            }
        }

        const string OfSage = "Permutation Group with generators ";
        var list = text.AsSpan(start).StartsWith(OfSage, StringComparison.Ordinal) ? start + OfSage.Length : start;
        if (list >= end || text[list] != '[')
        {
            return null;
        }

        // [24,3] is a number of a group, [ (1,2), (1,3) ] a list of generators.
        var first = new TextCursor(What, text, list + 1, end);
        first.SkipSpaces();
        return first.Current != '(' && list == start ? null
            : text[end - 1] == ']' ? (list, end)
            : throw first.FailAt(list, "this '[' is not closed", "[ (1,2,3), (1,2) ]");
    }

    private GroupRecipe ReadAll()
    {
        var recipe = ReadProduct();
        return _cursor.AtEnd ? recipe : throw _cursor.Fail(_cursor.Current == ')' ? "a ')' without '('" : $"'{_cursor.Shown}' does not continue a group name", recipe.Name);
    }

    private GroupRecipe ReadProduct()
    {
        var factors = new List<GroupRecipe> { ReadWreath() };
        while (_cursor.Take('x') || _cursor.Take('×'))
        {
            factors.Add(ReadWreath());
        }

        return factors.Count == 1 ? factors[0] : GroupProducts.Direct(factors, _limits);
    }

    private GroupRecipe ReadWreath()
    {
        var recipe = ReadPower();
        while (_cursor.Take("wr"))
        {
            recipe = GroupProducts.Wreath(recipe, ReadPower(), _limits);
        }

        return recipe;
    }

    private GroupRecipe ReadPower()
    {
        var recipe = ReadAtom();
        while (_cursor.Take('^'))
        {
            var at = _cursor.Position;
            var exponent = ReadNumber("an exponent", recipe.Name + "^2");
            if (exponent < 1)
            {
                throw _cursor.FailAt(at, "the exponent must be at least 1", recipe.Name + "^1");
            }

            _limits.RequireDegree((System.Numerics.BigInteger)recipe.Degree * exponent);
            recipe = GroupProducts.Power(recipe, (int)exponent, _limits);
            _cursor.SkipSpaces();
        }

        return recipe;
    }

    private long ReadNumber(string expected, string nearest)
    {
        var start = _cursor.Position;
        var value = _cursor.TakeCount(MaxNumber + 1) ?? throw _cursor.Fail("expected " + expected + " but " + _cursor.Met, nearest);
        var digits = _cursor.Position - start;
        return value <= MaxNumber ? value : throw new LimitExceededException(
            "numbers in names of groups", MaxNumber, digits <= 40 ? _cursor.Text[start.._cursor.Position] : FormattableString.Invariant($"a number of {digits} digits"), "not possible: no such group has a permutation representation within reach");
    }
}
