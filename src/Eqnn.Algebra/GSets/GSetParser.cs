using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>Reads G-set names: <c>sum = product ('+' product)*, product = factor ('*' factor)*, factor = number | '(' sum ')' | atom</c>.</summary>
/// <param name="group">The group that acts.</param>
/// <param name="text">The text.</param>
/// <param name="file">The set that <c>@</c> with a path stands for; null where no files are read.</param>
internal sealed class GSetParser(FiniteGroup group, string text, Func<string, GSet>? file)
{
    private static readonly string[] Forms = ["regular", "points", "trivial", "subsets:2", "tuples:2", "cosets:(1,2);(3,4)", "blocks:1,2"];

    private readonly TextCursor _cursor = new("G-set", text);

    public GSet Parse()
    {
        var set = ParseSum();
        return _cursor.AtEnd ? set : throw _cursor.Fail($"'{_cursor.Shown}' is not expected here");
    }

    private GSet ParseSum()
    {
        var parts = new List<GSet> { ParseProduct() };
        while (_cursor.Take('+'))
        {
            parts.Add(ParseProduct());
        }

        return GSet.Sum(parts);
    }

    private GSet ParseProduct()
    {
        GSet? product = null;
        var count = 1;
        do
        {
            var start = _cursor.SkipSpaces();
            if (_cursor.AtDigit)
            {
                var number = TakeNumber();
                if (number < 1)
                {
                    throw _cursor.FailAt(start, "a multiple must be at least 1");
                }

                count = (int)Math.Min((long)count * number, int.MaxValue);
            }
            else
            {
                var factor = ParseFactor();
                product = product is null ? factor : GSet.Product(product, factor);
            }
        }
        while (_cursor.Take('*'));

        return product is null ? throw _cursor.Fail("a number needs a G-set after '*'", "3*points") : GSet.Multiple(count, product);
    }

    private GSet ParseFactor()
    {
        if (_cursor.Take('('))
        {
            var inner = ParseSum();
            return _cursor.Take(')') ? inner : throw _cursor.Fail("')' is missing");
        }

        var start = _cursor.SkipSpaces();
        var word = _cursor.TakeWhile(char.IsAsciiLetter).ToLowerInvariant();
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
            case "" when file is not null && _cursor.Take('@'):
                return file(_cursor.TakeWhile(c => c is not '+' and not '*').Trim());
            case "" when _cursor.Current == '@':
                throw _cursor.FailAt(start, "'@' names a file, and names alone are read here", Nearest(""));
            default:
                throw _cursor.FailAt(start, word.Length == 0 ? "a G-set is missing" : $"'{word}' is not a G-set", Nearest(word));
        }
    }

    private int TakeArgument(string word)
    {
        return _cursor.Take(':') && AtDigit() ? TakeNumber() : throw _cursor.Fail($"{word} needs a number", $"{word}:2");
    }

    private GSet ParseCosets()
    {
        if (!_cursor.Take(':'))
        {
            throw _cursor.Fail("cosets needs generators of a subgroup", "cosets:(1,2);(3,4)");
        }

        if (_cursor.Take('#'))
        {
            var at = _cursor.Position;
            var number = AtDigit() ? TakeNumber() : throw _cursor.Fail("cosets:# needs the number of a class of subgroups", "cosets:#1");
            var classes = group.ComputeSubgroups().Classes;
            if (number < 1 || number > classes.Count)
            {
                throw _cursor.FailAt(at, string.Create(CultureInfo.InvariantCulture, $"{group.Name} has the classes of subgroups #1 to #{classes.Count}"), string.Create(CultureInfo.InvariantCulture, $"cosets:#{classes.Count}"));
            }

            return GSet.Cosets(classes[number - 1]);
        }

        // The argument runs to the next + or * outside parentheses, or to a parenthesis that closes more than it opened.
        var start = _cursor.Position;
        var depth = 0;
        var argument = _cursor.TakeWhile(c =>
        {
            var inside = depth > 0 || c is not '+' and not '*' and not ')';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            return inside;
        });

        var generators = new List<Permutation>();
        foreach (var part in argument.Split(';'))
        {
            try
            {
                generators.Add(Permutation.Parse(part, group.Degree));
            }
            catch (AlgebraFormatException e)
            {
                throw _cursor.FailAt(start + e.Position, $"in the generators of the subgroup: {e.Message}");
            }

            start += part.Length + 1;
        }

        return GSet.Cosets(group, generators);
    }

    private GSet ParseBlocks()
    {
        if (!_cursor.Take(':'))
        {
            throw _cursor.Fail("blocks needs points that lie in one block", "blocks:1,2");
        }

        var points = new List<int>();
        do
        {
            points.Add((AtDigit() ? TakeNumber() : throw _cursor.Fail("a point is missing", "blocks:1,2")) - 1);
        }
        while (_cursor.Take(','));

        return GSet.Blocks(group, points);
    }

    private string Nearest(string word)
    {
        var near = NearestWord.TryFind(word, Forms.Select(form => form.Split(':')[0]));
        return near is null ? "regular, points, subsets:2, tuples:2, cosets:(1,2)" + (file is null ? " or blocks:1,2" : ", blocks:1,2 or @gset.json") : Array.Find(Forms, form => form.StartsWith(near, StringComparison.Ordinal))!;
    }

    private bool AtDigit()
    {
        _cursor.SkipSpaces();
        return _cursor.AtDigit;
    }

    private int TakeNumber()
    {
        var start = _cursor.Position;
        return _cursor.TakeCount(int.MaxValue + 1L) is { } number and <= int.MaxValue ? (int)number : throw _cursor.FailAt(start, "the number is too large");
    }
}
