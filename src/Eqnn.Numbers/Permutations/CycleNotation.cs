namespace Eqnn.Numbers.Permutations;

/// <summary>Reads 1-based disjoint cycles out of a part of a text; errors point into the whole text.</summary>
public static class CycleNotation
{
    /// <summary>Reads <paramref name="text"/>[start..end]; <paramref name="degree"/> 0 means: the largest point named, at least 1.</summary>
    public static Permutation Read(string what, string text, int start, int end, int degree, int maxDegree)
    {
        var cycles = ReadCycles(what, text, start, end, maxDegree, degree);
        var needed = 1;
        foreach (var cycle in cycles)
        {
            foreach (var (point, _) in cycle)
            {
                needed = Math.Max(needed, point);
            }
        }

        return FromCycles(what, text, cycles, degree == 0 ? needed : degree);
    }

    /// <summary>Reads several permutations separated by semicolons or commas, in brackets or not, all of the degree of the largest point named anywhere.</summary>
    public static IReadOnlyList<Permutation> ReadList(string what, string text, int start, int end, int maxDegree)
    {
        (start, end) = WithoutBrackets(text, start, end);
        var all = new List<List<List<(int Point, int At)>>>();
        var degree = 1;
        for (var depth = 0; start <= end; depth = 0)
        {
            var stop = start;
            while (stop < end && (depth > 0 || text[stop] is not (';' or ',')))
            {
                depth += text[stop] == '(' ? 1 : text[stop] == ')' ? -1 : 0;
                stop++;
            }

            var cycles = ReadCycles(what, text, start, stop, maxDegree, 0);
            foreach (var cycle in cycles)
            {
                foreach (var (point, _) in cycle)
                {
                    degree = Math.Max(degree, point);
                }
            }

            all.Add(cycles);
            start = stop + 1;
        }

        var permutations = new List<Permutation>(all.Count);
        foreach (var cycles in all)
        {
            permutations.Add(FromCycles(what, text, cycles, degree));
        }

        return permutations;
    }

    /// <summary>The part of a text inside one pair of brackets, where such a pair stands around all of it.</summary>
    private static (int Start, int End) WithoutBrackets(string text, int start, int end)
    {
        var (first, last) = (SkipSpaces(text, start, end), end - 1);
        while (last > first && char.IsWhiteSpace(text[last]))
        {
            last--;
        }

        return last > first && text[first] == '[' && text[last] == ']' ? (first + 1, last) : (start, end);
    }

    private static Permutation FromCycles(string what, string text, List<List<(int Point, int At)>> cycles, int degree)
    {
        var images = PermutationArrays.Identity(degree);
        var seen = new bool[degree];
        foreach (var cycle in cycles)
        {
            foreach (var (point, at) in cycle)
            {
                if (seen[point - 1])
                {
                    throw new AlgebraFormatException(what, text, at, FormattableString.Invariant($"the point {point} occurs twice; cycles must be disjoint"));
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

    private static List<List<(int Point, int At)>> ReadCycles(string what, string text, int start, int end, int maxDegree, int degree)
    {
        var cycles = new List<List<(int Point, int At)>>();
        var at = SkipSpaces(text, start, end);
        if (at == end)
        {
            throw new AlgebraFormatException(what, text, start, "a permutation is missing here", "()");
        }

        while (at < end)
        {
            if (text[at] != '(')
            {
                var problem = text[at] == ')' ? "a ')' without '('" : FormattableString.Invariant($"expected '(' but met '{Shown(text[at])}'");
                throw new AlgebraFormatException(what, text, at, problem, "(1,2,3)(4,5)");
            }

            var open = at;
            var cycle = new List<(int Point, int At)>();
            at = SkipSpaces(text, at + 1, end);
            while (at < end && text[at] != ')')
            {
                var pointAt = at;
                cycle.Add((ReadPoint(what, text, ref at, end, maxDegree, degree), pointAt));
                at = SkipSpaces(text, at, end);
                if (at < end && text[at] == ',')
                {
                    at = SkipSpaces(text, at + 1, end);
                    if (at < end && text[at] == ')')
                    {
                        throw new AlgebraFormatException(what, text, at, "a point is missing after ','");
                    }
                }
                else if (at < end && text[at] != ')' && !char.IsAsciiDigit(text[at]))
                {
                    throw new AlgebraFormatException(what, text, at, FormattableString.Invariant($"expected ',' or ')' but met '{Shown(text[at])}'"), "(1,2,3)(4,5)");
                }
            }

            if (at >= end)
            {
                throw new AlgebraFormatException(what, text, open, "this '(' is not closed");
            }

            cycles.Add(cycle);
            at = SkipSpaces(text, at + 1, end);
        }

        return cycles;
    }

    private static int ReadPoint(string what, string text, ref int at, int end, int maxDegree, int degree)
    {
        var start = at;
        var point = 0L;
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            point = Math.Min((point * 10) + (text[at] - '0'), int.MaxValue);
            at++;
        }

        if (at == start)
        {
            throw new AlgebraFormatException(what, text, at, FormattableString.Invariant($"expected a point but met '{Shown(text[at])}'; points are the numbers 1, 2, 3, ..."), "(1,2,3)(4,5)");
        }

        if (point == 0)
        {
            throw new AlgebraFormatException(what, text, start, "points are numbered from 1");
        }

        if (degree > 0 && point > degree)
        {
            throw new AlgebraFormatException(what, text, start, FormattableString.Invariant($"the point {point} exceeds the degree {degree}"));
        }

        DegreeLimit.Require(point, maxDegree);
        return (int)point;
    }

    private static int SkipSpaces(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static char Shown(char c) => char.IsControl(c) ? ' ' : c;
}
