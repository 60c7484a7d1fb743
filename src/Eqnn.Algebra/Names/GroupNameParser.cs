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
        if (_cursor.AtEnd)
        {
            return recipe;
        }

        if (_cursor.Current == ')')
        {
            throw _cursor.Fail("a ')' without '('", recipe.Name);
        }

        throw DoesNotContinue(recipe);
    }

    /// <summary>What stands behind a name, and how it would be written: signs that others use for products, quotients and extensions must not be taken for a slip of the finger.</summary>
    private AlgebraFormatException DoesNotContinue(GroupRecipe recipe)
    {
        var problem = $"'{_cursor.Shown}' does not continue a group name";
        return _cursor.Current switch
        {
            '*' or '+' or ',' or '⊗' or '⊕' or '∗' => _cursor.Fail(problem + "; direct products are written with x", NearestGroupName.WithSign(_cursor.Text, _cursor.Position, "x", recipe.Name + " x C2")),
            '⋊' or '⋉' or ':' or 'r' or 'l' => _cursor.Fail(problem + "; semidirect products are written with ':', both factors cyclic", "C5:C4"),
            '≀' => _cursor.Fail(problem + "; wreath products are written with wr", NearestGroupName.WithSign(_cursor.Text, _cursor.Position, "wr", recipe.Name + " wr C2")),
            '/' => _cursor.Fail(problem + "; quotients have no names"),
            '.' => _cursor.Fail(problem + "; extensions have no names"),
            '(' or '[' => _cursor.Fail(problem),
            >= 'A' and <= 'Z' => _cursor.Fail(problem + "; direct products are written with x", recipe.Name + " x C2"),
            _ => _cursor.Fail(problem, recipe.Name),
        };
    }

    /// <summary>The error that a bracket is not closed where the text ends, or that something else stands where it should be closed.</summary>
    private AlgebraFormatException NotClosed(int open, char bracket, char close, string nearest)
    {
        _cursor.SkipSpaces();
        return _cursor.AtEnd ? _cursor.FailAt(open, $"this '{bracket}' is not closed", nearest) : _cursor.Fail($"expected '{close}' but {_cursor.Met}", nearest);
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
