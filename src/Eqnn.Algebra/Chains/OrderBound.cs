using System.Numerics;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>An upper bound on the order of a permutation group from its orbits and blocks, by theorem: attained by direct products, wreath products and Sylow subgroups of symmetric groups.</summary>
/// <remarks>
/// A group is a subgroup of the product of its actions on its orbits. A transitive one with m blocks, on one of which the stabiliser of the block acts as A, is a subgroup of A wr T, T its action on the blocks ([DixonMortimer, Thm 2.6A]); so |G| ≤ |A|^m |T|.
/// A chain whose orbits multiply to this bound is complete: the product of its orbits never exceeds the order.
/// </remarks>
internal static class OrderBound
{
    /// <summary>Groups on fewer points are not bounded but known, by a chain.</summary>
    private const int SmallDegree = 48;

    /// <summary>Blocks are found in the square of the degree.</summary>
    private const int LargestDegree = 10_000;

    /// <summary>The bound; null where a primitive action on many points is met, of which nothing is known.</summary>
    public static BigInteger? TryOf(int degree, IReadOnlyList<int[]> generators, CancellationToken cancellationToken)
    {
        if (degree > LargestDegree)
        {
            return null;
        }

        var (bound, least) = (BigInteger.One, OrbitPartition.LeastPoints(degree, generators));
        foreach (var orbit in Enumerable.Range(0, degree).GroupBy(point => least[point]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] points = [.. orbit];
            if (points.Length == 1)
            {
                continue;
            }

            var places = new Dictionary<int, int>(points.Select((point, place) => KeyValuePair.Create(point, place)));
            if (TryOfTransitive(points.Length, Distinct(generators.Select(g => Restricted(g, points, places))), cancellationToken) is not { } factor)
            {
                return null;
            }

            bound *= factor;
        }

        return bound;
    }

    private static BigInteger? TryOfTransitive(int degree, List<int[]> generators, CancellationToken cancellationToken)
    {
        if (degree <= SmallDegree)
        {
            return StabilizerChain.Of(degree, generators, null, cancellationToken).Order;
        }

        if (GiantRecognition.Recognise(degree, generators).Order is { } giant)
        {
            return giant;
        }

        if (BlockSystems.Minimal(degree, generators, cancellationToken) is not { } blockOf)
        {
            return null;
        }

        var blocks = Enumerable.Range(0, degree).GroupBy(point => blockOf[point]).OrderBy(block => block.Key).Select(block => block.ToArray()).ToArray();
        return TryOfTransitive(blocks.Length, Distinct(generators.Select(g => BlockSystems.Action(blockOf, blocks.Length, g))), cancellationToken) is { } above
            && TryOf(blocks[0].Length, OnFirstBlock(blocks, blockOf, generators, cancellationToken), cancellationToken) is { } inside
            ? BigInteger.Pow(inside, blocks.Length) * above
            : null;
    }

    /// <summary>What the stabiliser of the first block does on it: its Schreier generators, points by their places in the block.</summary>
    private static List<int[]> OnFirstBlock(int[][] blocks, int[] blockOf, List<int[]> generators, CancellationToken cancellationToken)
    {
        // For each block reached the image of each point of the first one under one element.
        var carried = new int[blocks.Length][];
        carried[0] = blocks[0];
        var reached = new List<int> { 0 };
        var placeOf = new int[blockOf.Length];
        var found = new List<int[]>();
        for (var next = 0; next < reached.Count; next++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var g in generators)
            {
                var images = Array.ConvertAll(carried[reached[next]], point => g[point]);
                var block = blockOf[images[0]];
                if (carried[block] is null)
                {
                    carried[block] = images;
                    reached.Add(block);
                    continue;
                }

                for (var i = 0; i < images.Length; i++)
                {
                    placeOf[carried[block][i]] = i;
                }

                found.Add(Array.ConvertAll(images, point => placeOf[point]));
            }
        }

        return Distinct(found);
    }

    private static int[] Restricted(int[] g, int[] points, Dictionary<int, int> places) => Array.ConvertAll(points, point => places[g[point]]);

    /// <summary>Each once, the identity left out.</summary>
    private static List<int[]> Distinct(IEnumerable<int[]> permutations) =>
        [.. permutations.Where(g => !PermutationArrays.IsIdentity(g)).Distinct(SequenceComparer<int>.Instance)];
}
