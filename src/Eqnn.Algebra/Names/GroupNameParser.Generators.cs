using System.Globalization;
using Eqnn.Algebra.Families;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Names;

/// <content>Groups by generators, as this tool, GAP, Sage and Magma write them.</content>
internal sealed partial class GroupNameParser
{
    private const string OfSage = "Permutation Group with generators ";
    private const string OfMagma = "PermutationGroup<";
    private const string PrintedByMagma = "acting on a set of cardinality ";

    /// <summary>Where the generators of a group stand in a text.</summary>
    /// <param name="Text">The text; line breaks that part generators are semicolons in it.</param>
    /// <param name="Start">Where they begin.</param>
    /// <param name="End">Where they end.</param>
    /// <param name="Points">The number of points, where it is said.</param>
    private sealed record GeneratorList(string Text, int Start, int End, long? Points = null);

    /// <summary>The generators in <c>perm:...</c>; in <c>Group( ... )</c>, as GAP and this tool write groups; in <c>PermutationGroup( ... )</c> and <c>Permutation Group with generators [ ... ]</c> of Sage; in <c>PermutationGroup&lt; n | ... &gt;</c>
    /// of Magma, and in what it prints; in a list <c>[ (1,2,3), (1,2) ]</c>, with brackets or not; a semicolon behind it or not. Null for another text.</summary>
    private static GeneratorList? GeneratorsIn(string text, int start)
    {
        var here = text.AsSpan(start);
        if (here.StartsWith("perm:", StringComparison.Ordinal))
        {
            return new(text, start + 5, text.Length);
        }

        var end = text.TrimEnd(' ', '\t', '\r', '\n', ';').Length;
        foreach (var head in new[] { "Group(", "PermutationGroup(" })
        {
            if (here.StartsWith(head, StringComparison.Ordinal) && text[end - 1] == ')')
            {
                return new(text, start + head.Length, end - 1);
            }
        }

        if (here.StartsWith(OfMagma, StringComparison.Ordinal))
        {
            return InAngles(text, start, end);
        }

        if (here.StartsWith("Permutation group ", StringComparison.Ordinal) && text.IndexOf(PrintedByMagma, start, StringComparison.Ordinal) is >= 0 and var at)
        {
            return BelowHeading(text, at, end);
        }

        // [24,3] is a number of a group, [ (1,2), (1,3) ] a list of generators, (C2 x C3) a group in parentheses, (1,2) a cycle.
        var list = here.StartsWith(OfSage, StringComparison.Ordinal) ? start + OfSage.Length : start;
        var isBracket = list < end && text[list] == '[';
        var first = new TextCursor(What, text, isBracket ? list + 1 : list, end);
        first.SkipSpaces();
        if (!isBracket)
        {
            return first.Take('(') && (first.AtDigit || first.Current == ')') ? new(text, list, end) : null;
        }

        return first.Current != '(' && list == start ? null
            : text[end - 1] == ']' ? new(text, list, end)
            : throw first.FailAt(list, "this '[' is not closed", "[ (1,2,3), (1,2) ]");
    }

    /// <summary><c>PermutationGroup&lt; 4 | (1,2), (1,2,3,4) &gt;</c>.</summary>
    private static GeneratorList InAngles(string text, int start, int end)
    {
        const string Example = "PermutationGroup< 4 | (1,2), (1,2,3,4) >";
        var cursor = new TextCursor(What, text, start + OfMagma.Length, end);
        cursor.SkipSpaces();
        var points = Points(cursor.TakeWhile(char.IsAsciiDigit)) ?? throw cursor.Fail("the number of points is expected", Example);
        cursor.SkipSpaces();
        return !cursor.Take('|') ? throw cursor.Fail("expected '|'", Example)
            : text[end - 1] != '>' ? throw cursor.FailAt(start, "this '<' is not closed", Example)
            : new(text, cursor.Position, end - 1, points);
    }

    /// <summary>What Magma prints: a line with the number of points, one with the order or not, and a generator on each line below.</summary>
    private static GeneratorList? BelowHeading(string text, int at, int end)
    {
        var cursor = new TextCursor(What, text, at + PrintedByMagma.Length, end);
        var points = Points(cursor.TakeWhile(char.IsAsciiDigit));
        var first = text.IndexOf('(', cursor.Position);
        return points is null || first < 0 ? null : new(string.Concat(text.AsSpan(0, first), text[first..end].Replace('\n', ';')), first, end, points);
    }

    private static long? Points(string digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points > 0 ? points : null;

    private static GroupRecipe Generated(GeneratorList list, GroupLimits limits)
    {
        var generators = CycleNotation.ReadList(What, list.Text, list.Start, list.End, limits.MaxDegree);
        var degree = generators[0].Degree;
        var recipe = new GroupRecipe("perm:" + string.Join(';', generators), degree, generators.ToArray(), null);
        return list.Points is not { } points || points == degree ? recipe
            : points > degree ? recipe with { Reading = FormattableString.Invariant($"a group on {points} points, of which those from {degree + 1} on are fixed: they are left out") }
            : throw new AlgebraFormatException(What, list.Text, list.Start, FormattableString.Invariant($"the generators move the point {degree}, and {points} points are given"));
    }
}
