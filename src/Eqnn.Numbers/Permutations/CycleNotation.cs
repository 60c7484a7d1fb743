namespace Eqnn.Numbers.Permutations;

/// <summary>Reads 1-based disjoint cycles out of a part of a text; errors point into the whole text.</summary>
public static class CycleNotation
{
    private const string Form = "(1,2,3)(4,5)";

    /// <summary>Numbers of points are refused far below; up to here they are said as they stand.</summary>
    private const long MostShown = 1_000_000_000_000_000_000;

    /// <summary>Reads <paramref name="text"/>[start..end]; <paramref name="degree"/> 0 means: the largest point named, at least 1.</summary>
    public static Permutation Read(string what, string text, int start, int end, int degree, int maxDegree)
    {
        var cursor = new TextCursor(what, text, start, end);
        var cycles = ReadCycles(cursor, maxDegree, degree);
        return FromCycles(cursor, cycles, degree == 0 ? LargestPoint(cycles) : degree);
    }

    /// <summary>Reads several permutations separated by semicolons or commas, in brackets or not, all of the degree of the largest point named anywhere.</summary>
    public static IReadOnlyList<Permutation> ReadList(string what, string text, int start, int end, int maxDegree)
    {
        (start, end) = WithoutBrackets(new TextCursor(what, text, start, end), end);
        var all = new List<List<List<(int Point, int At)>>>();
        for (var depth = 0; start <= end; depth = 0)
        {
            var stop = start;
            while (stop < end && (depth > 0 || text[stop] is not (';' or ',')))
            {
                depth += text[stop] == '(' ? 1 : text[stop] == ')' ? -1 : 0;
                stop++;
            }

            all.Add(ReadCycles(new TextCursor(what, text, start, stop), maxDegree, 0));
            start = stop + 1;
        }

        var (whole, degree) = (new TextCursor(what, text), all.Max(LargestPoint));
        return [.. all.Select(cycles => FromCycles(whole, cycles, degree))];
    }

    private static int LargestPoint(List<List<(int Point, int At)>> cycles) => cycles.SelectMany(cycle => cycle).Select(entry => entry.Point).DefaultIfEmpty(1).Max();

    /// <summary>The part of a text inside one pair of brackets, where such a pair stands around all of it.</summary>
    private static (int Start, int End) WithoutBrackets(TextCursor cursor, int end)
    {
        var (start, first, last) = (cursor.Position, cursor.SkipSpaces(), end - 1);
        while (last > first && char.IsWhiteSpace(cursor.Text[last]))
        {
            last--;
        }

        return last > first && cursor.Current == '[' && cursor.Text[last] == ']' ? (first + 1, last) : (start, end);
    }

    private static Permutation FromCycles(TextCursor cursor, List<List<(int Point, int At)>> cycles, int degree)
    {
        var images = PermutationArrays.Identity(degree);
        var seen = new bool[degree];
        foreach (var cycle in cycles)
        {
            foreach (var (point, at) in cycle)
            {
                if (seen[point - 1])
                {
                    throw cursor.FailAt(at, FormattableString.Invariant($"the point {point} occurs twice; cycles must be disjoint"));
                }

                seen[point - 1] = true;
            }

            for (var i = 0; i < cycle.Count; i++)
            {
                images[cycle[i].Point - 1] = cycle[i + 1 < cycle.Count ? i + 1 : 0].Point - 1;
            }
        }

        return new Permutation(images);
    }

    private static List<List<(int Point, int At)>> ReadCycles(TextCursor cursor, int maxDegree, int degree)
    {
        var cycles = new List<List<(int Point, int At)>>();
        var start = cursor.Position;
        cursor.SkipSpaces();
        if (cursor.AtEnd)
        {
            throw cursor.FailAt(start, "a permutation is missing here", "()");
        }

        while (!cursor.AtEnd)
        {
            var open = cursor.Position;
            if (!cursor.Take('('))
            {
                throw cursor.Fail(cursor.Current == ')' ? "a ')' without '('" : $"expected '(' but met '{cursor.Shown}'", Form);
            }

            var cycle = new List<(int Point, int At)>();
            while (!cursor.Take(')'))
            {
                if (cursor.AtEnd)
                {
                    throw cursor.FailAt(open, "this '(' is not closed");
                }

                var at = cursor.Position;
                cycle.Add((ReadPoint(cursor, maxDegree, degree), at));
                if (cursor.Take(','))
                {
                    cursor.SkipSpaces();
                    if (cursor.Current == ')')
                    {
                        throw cursor.Fail("a point is missing after ','");
                    }
                }
                else if (!cursor.AtEnd && cursor.Current != ')' && !cursor.AtDigit)
                {
                    throw cursor.Fail($"expected ',' or ')' but met '{cursor.Shown}'", Form);
                }
            }

            cycles.Add(cycle);
            cursor.SkipSpaces();
        }

        return cycles;
    }

    private static int ReadPoint(TextCursor cursor, int maxDegree, int degree)
    {
        var start = cursor.Position;
        if (cursor.TakeCount(MostShown) is not { } point)
        {
            throw cursor.Fail($"expected a point but met '{cursor.Shown}'; points are the numbers 1, 2, 3, ...", Form);
        }

        if (point == 0)
        {
            throw cursor.FailAt(start, "points are numbered from 1");
        }

        if (degree > 0 && point > degree)
        {
            throw cursor.FailAt(start, FormattableString.Invariant($"the point {point} exceeds the degree {degree}"));
        }

        DegreeLimit.Require(point, maxDegree);
        return (int)point;
    }
}
