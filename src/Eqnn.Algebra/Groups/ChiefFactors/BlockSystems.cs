using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Groups.ChiefFactors;

/// <summary>Blocks of imprimitivity of a transitive permutation group.</summary>
/// <remarks>Source: [Seress, §5.5].</remarks>
internal static class BlockSystems
{
    /// <summary>A system of blocks with more than one and fewer than all points that has no finer one, as the number of the block of each point, blocks numbered by least points; null iff the group is primitive.</summary>
    /// <param name="degree">The number of points, on which the group is transitive.</param>
    /// <param name="generators">Generators.</param>
    public static int[]? Minimal(int degree, IReadOnlyList<int[]> generators)
    {
        // A stabiliser carries the block of {0, x} to that of {0, y} for x, y in one orbit; any part of it will do.
        var orbit = OrbitPartition.LeastPoints(degree, SomeStabilizer(degree, generators));
        int[]? best = null;
        var bestSize = degree;
        for (var x = 1; x < degree && !IsPrime(bestSize); x++)
        {
            // Every block that contains 0 and lies inside the best one has its second point there.
            if (best is null ? orbit[x] != x : best[x] != best[0])
            {
                continue;
            }

            var roots = Generated(degree, generators, x);
            var size = roots.Count(root => root == roots[0]);
            if (size < bestSize)
            {
                (best, bestSize) = (roots, size);
            }
        }

        return best is null ? null : Numbered(best);
    }

    /// <summary>The action on the blocks.</summary>
    public static int[] Action(int[] blockOf, int count, int[] g)
    {
        var images = new int[count];
        for (var x = 0; x < g.Length; x++)
        {
            images[blockOf[x]] = blockOf[g[x]];
        }

        return images;
    }

    /// <summary>The finest invariant partition with 0 and a point in one part, as a common value for the points of each part.</summary>
    private static int[] Generated(int degree, IReadOnlyList<int[]> generators, int point)
    {
        var parent = PermutationArrays.Identity(degree);
        var queue = new Queue<int>();
        Unite(0, point);

        // Invariant: for every point that left its root and is not in the queue, generators carry it to the part of the image of its root.
        while (queue.TryDequeue(out var x))
        {
            foreach (var g in generators)
            {
                Unite(g[x], g[Find(x)]);
            }
        }

        for (var x = 0; x < degree; x++)
        {
            parent[x] = Find(x);
        }

        return parent;

        int Find(int x)
        {
            while (parent[x] != x)
            {
                x = parent[x] = parent[parent[x]];
            }

            return x;
        }

        void Unite(int a, int b)
        {
            (a, b) = (Find(a), Find(b));
            if (a != b)
            {
                parent[Math.Max(a, b)] = Math.Min(a, b);
                queue.Enqueue(Math.Max(a, b));
            }
        }
    }

    private static List<int[]> SomeStabilizer(int degree, IReadOnlyList<int[]> generators)
    {
        var level = new ChainLevel(degree, 0, new ChainMemory(1L << 20));
        foreach (var generator in generators)
        {
            level.AddGenerator(generator);
        }

        var random = new ProductReplacement(degree, generators);
        var found = new List<int[]>();
        for (var draw = 0; draw < 6; draw++)
        {
            var g = random.Next();
            level.StripFromLeft(level.PlaceOf(g[0]), g);
            found.Add(g);
        }

        return found;
    }

    private static int[] Numbered(int[] roots)
    {
        var numbers = new Dictionary<int, int>();
        return [.. roots.Select(root =>
        {
            if (!numbers.TryGetValue(root, out var number))
            {
                numbers.Add(root, number = numbers.Count);
            }

            return number;
        })];
    }

    private static bool IsPrime(int n)
    {
        for (var d = 2; d * d <= n; d++)
        {
            if (n % d == 0)
            {
                return false;
            }
        }

        return n > 1;
    }
}
