using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>Blocks of imprimitivity of a transitive permutation group.</summary>
/// <remarks>Source: [Seress, §5.5].</remarks>
internal static class BlockSystems
{
    /// <summary>A system of blocks with more than one and fewer than all points that has no finer one, as the number of the block of each point, blocks numbered by least points; null iff the group is primitive.</summary>
    /// <param name="degree">The number of points, on which the group is transitive.</param>
    /// <param name="generators">Generators.</param>
    /// <param name="cancellationToken">Stops the work, the square of the degree.</param>
    public static int[]? Minimal(int degree, IReadOnlyList<int[]> generators, CancellationToken cancellationToken = default)
    {
        // A stabiliser carries the block of {0, x} to that of {0, y} for x, y in one orbit; any part of it will do.
        var orbit = OrbitPartition.LeastPoints(degree, SomeStabilizer(degree, generators));
        int[]? best = null;
        var bestSize = degree;
        for (var x = 1; x < degree && !NumberTheory.IsPrime(bestSize); x++)
        {
            // Every block that contains 0 and lies inside the best one has its second point there.
            if (best is null ? orbit[x] != x : best[x] != best[0])
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var roots = InvariantPartition.Generated(degree, generators, [(0, x)]);
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

    private static int[] Numbered(int[] roots) => Array.ConvertAll(roots, new Numbering<int>().NumberOf);
}
