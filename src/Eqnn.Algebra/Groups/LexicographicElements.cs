namespace Eqnn.Algebra.Groups;

/// <summary>The elements of a group in the lexicographic order of their image lists.</summary>
/// <remarks>The base is canonical: between base points, images are determined by the earlier ones. So the order of image lists is the order of base images, and at each level the
/// candidates for the next base image, P(O) for the product P of the representatives chosen so far, are visited in ascending order.</remarks>
internal static class LexicographicElements
{
    /// <summary>The numbers of the elements (see <see cref="ElementNumbering"/>); the order of the group fits in 31 bits.</summary>
    public static IEnumerable<int> Numbers(ChainLevel[] levels, int degree)
    {
        foreach (var (number, _, _) in Walk(levels, degree))
        {
            yield return number;
        }
    }

    /// <summary>The elements themselves, in new arrays; any order of the group.</summary>
    public static IEnumerable<int[]> Images(ChainLevel[] levels, int degree)
    {
        foreach (var (_, prefix, place) in Walk(levels, degree))
        {
            if (levels.Length == 0)
            {
                yield return PermutationArrays.Identity(degree);
                continue;
            }

            var last = levels[^1];
            yield return PermutationArrays.Product(prefix, last.WrittenRepresentative(place) ?? last.Representative(place));
        }
    }

    /// <summary>Number, product of the representatives of all levels but the last (reused between steps), place at the last level. The number is meaningless for orders above 31 bits.</summary>
    private static IEnumerable<(int Number, int[] Prefix, int Place)> Walk(ChainLevel[] levels, int degree)
    {
        var depth = levels.Length;
        if (depth == 0)
        {
            yield return (0, [], 0);
            yield break;
        }

        var order = new int[depth][];
        var keys = new int[depth][];
        var at = new int[depth];
        var number = new int[depth];
        var prefix = new int[depth][];
        prefix[0] = PermutationArrays.Identity(degree);
        for (var i = 0; i < depth; i++)
        {
            order[i] = new int[levels[i].OrbitSize];
            keys[i] = new int[levels[i].OrbitSize];
            if (i > 0)
            {
                prefix[i] = new int[degree];
            }
        }

        Open(0);
        var level = 0;
        while (true)
        {
            if (at[level] == order[level].Length)
            {
                if (--level < 0)
                {
                    yield break;
                }

                at[level]++;
                continue;
            }

            var place = order[level][at[level]];
            // Wraps around for groups that cannot be numbered; then nobody reads it.
            var value = unchecked((level == 0 ? 0 : number[level - 1] * levels[level].OrbitSize) + place);
            if (level == depth - 1)
            {
                yield return (value, prefix[level], place);
                at[level]++;
                continue;
            }

            number[level] = value;
            var representative = levels[level].WrittenRepresentative(place) ?? levels[level].Representative(place);
            for (var x = 0; x < degree; x++)
            {
                prefix[level + 1][x] = prefix[level][representative[x]];
            }

            level++;
            Open(level);
        }

        void Open(int i)
        {
            for (var place = 0; place < order[i].Length; place++)
            {
                order[i][place] = place;
                keys[i][place] = prefix[i][levels[i].Point(place)];
            }

            Array.Sort(keys[i], order[i]);
            at[i] = 0;
        }
    }
}
