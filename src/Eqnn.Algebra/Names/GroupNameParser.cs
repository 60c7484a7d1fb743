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

    private readonly string _text;
    private readonly GroupLimits _limits;
    private readonly GapLibrary? _gap;
    private readonly CancellationToken _cancellation;
    private int _at;
    private int _depth;

    private GroupNameParser(string text, GroupLimits limits, GapLibrary? gap, CancellationToken cancellation)
    {
        _text = text;
        _limits = limits;
        _gap = gap;
        _cancellation = cancellation;
    }

    public static GroupRecipe Parse(string text, GroupLimits limits, GapLibrary? gap = null, CancellationToken cancellation = default)
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
            return Generated(text, start + 5, text.Length, limits);
        }

        if (InsideGroup(text, start) is var (from, to))
        {
            return Generated(text, from, to, limits);
        }

        return new GroupNameParser(text, limits, gap, cancellation).ReadAll();
    }

    private static GroupRecipe Generated(string text, int start, int end, GroupLimits limits)
    {
        var generators = CycleNotation.ReadList(What, text, start, end, limits.MaxDegree);
        var name = "perm:" + string.Join(';', generators);
        return new GroupRecipe(name, generators[0].Degree, generators.ToArray(), null);
    }

    /// <summary>The part between the parentheses of <c>Group( ... )</c>, as GAP and this tool write groups, a semicolon behind it or not; null for another text.</summary>
    private static (int Start, int End)? InsideGroup(string text, int start)
    {
        const string Head = "Group(";
        var end = text.TrimEnd(' ', '\t', '\r', '\n', ';').Length;
        return text.AsSpan(start).StartsWith(Head, StringComparison.Ordinal) && text[end - 1] == ')' ? (start + Head.Length, end - 1) : null;
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

    private long ReadNumber(string expected, string nearest)
    {
        var start = _at;
        var value = 0L;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            value = Math.Min((value * 10) + (_text[_at] - '0'), MaxNumber + 1);
            _at++;
        }

        if (value > MaxNumber)
        {
            throw new LimitExceededException("numbers in names of groups", MaxNumber, _at - start <= 40 ? _text[start.._at] : FormattableString.Invariant($"a number of {_at - start} digits"), "not possible: no such group has a permutation representation within reach");
        }

        if (_at == start)
        {
            var met = _at < _text.Length ? FormattableString.Invariant($"met '{Shown(_text[_at])}'") : "the text ends";
            throw Fail(start, "expected " + expected + " but " + met, nearest);
        }

        return value;
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
