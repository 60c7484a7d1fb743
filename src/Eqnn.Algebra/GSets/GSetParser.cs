using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Names;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>Reads G-set names: <c>sum = product ('+' product)*, product = factor ('*' factor)*, factor = number | '(' sum ')' | atom</c>.</summary>
internal sealed class GSetParser(FiniteGroup group, string text)
{
    private static readonly string[] Forms = ["regular", "points", "trivial", "subsets:2", "tuples:2", "cosets:(1,2);(3,4)", "blocks:1,2", "@gset.json"];

    private int _at;

    public GSet Parse()
    {
        var set = ParseSum();
        return _at == text.Length ? set : throw Failure($"'{text[_at]}' is not expected here");
    }

    private GSet ParseSum()
    {
        var parts = new List<GSet> { ParseProduct() };
        while (Take('+'))
        {
            parts.Add(ParseProduct());
        }

        return GSet.Sum(parts);
    }

    private GSet ParseProduct()
    {
        SkipSpaces();
        GSet? product = null;
        var count = 1;
        do
        {
            SkipSpaces();
            if (_at < text.Length && char.IsAsciiDigit(text[_at]))
            {
                var start = _at;
                var number = TakeNumber();
                if (number < 1)
                {
                    _at = start;
                    throw Failure("a multiple must be at least 1");
                }

                count = (int)Math.Min((long)count * number, int.MaxValue);
            }
            else
            {
                var factor = ParseFactor();
                product = product is null ? factor : GSet.Product(product, factor);
            }
        }
        while (Take('*'));

        return product is null ? throw Failure("a number needs a G-set after '*'", "3*points") : GSet.Multiple(count, product);
    }

    private GSet ParseFactor()
    {
        if (Take('('))
        {
            var inner = ParseSum();
            return Take(')') ? inner : throw Failure("')' is missing");
        }

        var start = _at;
        var word = TakeWhile(char.IsAsciiLetter).ToLowerInvariant();
        switch (word)
        {
            case "regular":
                return GSet.Regular(group);
            case "points" or "natural":
                return GSet.Points(group);
            case "trivial":
                return GSet.OnePoint(group);
            case "subsets":
                return GSet.Subsets(group, TakeArgument(word));
            case "tuples":
                return GSet.Tuples(group, TakeArgument(word));
            case "cosets":
                return ParseCosets();
            case "blocks":
                return ParseBlocks();
            case "" when Take('@'):
                return ReadFile(TakeWhile(c => c is not '+' and not '*').Trim());
            default:
                _at = start;
                throw Failure(word.Length == 0 ? "a G-set is missing" : $"'{word}' is not a G-set", Nearest(word));
        }
    }

    private int TakeArgument(string word)
    {
        return Take(':') && _at < text.Length && char.IsAsciiDigit(text[_at]) ? TakeNumber() : throw Failure($"{word} needs a number", $"{word}:2");
    }

    private GSet ParseCosets()
    {
        if (!Take(':'))
        {
            throw Failure("cosets needs generators of a subgroup", "cosets:(1,2);(3,4)");
        }

        if (Take('#'))
        {
            var at = _at;
            var number = _at < text.Length && char.IsAsciiDigit(text[_at]) ? TakeNumber() : throw Failure("cosets:# needs the number of a class of subgroups", "cosets:#1");
            var classes = group.ComputeSubgroups().Classes;
            if (number < 1 || number > classes.Count)
            {
                _at = at;
                throw Failure(string.Create(CultureInfo.InvariantCulture, $"{group.Name} has the classes of subgroups #1 to #{classes.Count}"), string.Create(CultureInfo.InvariantCulture, $"cosets:#{classes.Count}"));
            }

            return GSet.Cosets(classes[number - 1]);
        }

        // The argument runs to the next + or * outside parentheses, or to a parenthesis that closes more than it opened.
        var start = _at;
        var depth = 0;
        for (; _at < text.Length && (depth > 0 || text[_at] is not '+' and not '*' and not ')'); _at++)
        {
            depth += text[_at] == '(' ? 1 : text[_at] == ')' ? -1 : 0;
        }

        var generators = new List<Permutation>();
        foreach (var part in text[start.._at].Split(';'))
        {
            try
            {
                generators.Add(Permutation.Parse(part, group.Degree));
            }
            catch (AlgebraFormatException e)
            {
                throw new AlgebraFormatException("G-set", text, start + e.Position, $"in the generators of the subgroup: {e.Message}");
            }

            start += part.Length + 1;
        }

        return GSet.Cosets(group, generators);
    }

    private GSet ParseBlocks()
    {
        if (!Take(':'))
        {
            throw Failure("blocks needs points that lie in one block", "blocks:1,2");
        }

        var points = new List<int>();
        do
        {
            points.Add((_at < text.Length && char.IsAsciiDigit(text[_at]) ? TakeNumber() : throw Failure("a point is missing", "blocks:1,2")) - 1);
        }
        while (Take(','));

        return GSet.Blocks(group, points);
    }

    private GSet ReadFile(string path)
    {
        PermutationList list;
        try
        {
            list = PermutationListFile.Load("G-set", path, "size", group.Limits.WithMaxDegree((int)GSet.MaxPoints));
        }
        catch (LimitExceededException limit) when (limit.Bound == GSet.MaxPoints)
        {
            throw new LimitExceededException("points of a G-set", GSet.MaxPoints, limit.Needed, "choose a smaller G-set");
        }

        return GSet.FromGeneratorActions(group, "@" + Path.GetFileName(path), list.Size, list.Generators);
    }

    private static string Nearest(string word) => Forms.FirstOrDefault(form => word.Length > 0 && form[0] == word[0]) ?? "regular, points, subsets:2, tuples:2, cosets:(1,2), blocks:1,2 or @gset.json";

    private int TakeNumber()
    {
        var start = _at;
        var digits = TakeWhile(char.IsAsciiDigit);
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        _at = start;
        throw Failure("the number is too large");
    }

    private string TakeWhile(Func<char, bool> predicate)
    {
        SkipSpaces();
        var start = _at;
        while (_at < text.Length && predicate(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }

    private bool Take(char expected)
    {
        SkipSpaces();
        if (_at < text.Length && text[_at] == expected)
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

    private AlgebraFormatException Failure(string problem, string nearest = "") => new("G-set", text, _at, problem, nearest);
}
