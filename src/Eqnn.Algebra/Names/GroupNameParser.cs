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

        if (GeneratorsIn(text, start) is { } generators)
        {
            return Generated(generators, limits);
        }

        var parser = new GroupNameParser(text, limits, gap, cancellation);
        var recipe = parser.ReadAll();
        return parser._readings.Count == 0 ? recipe : recipe with { Reading = string.Join("; ", parser._readings.Distinct()) };
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
