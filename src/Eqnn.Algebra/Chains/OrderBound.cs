using System.Numerics;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>An upper bound on the order of a permutation group from its orbits and blocks, by theorem: attained by direct products, wreath products and Sylow subgroups of symmetric groups.</summary>
/// <remarks>
/// A group is a subgroup of the product of its actions on its orbits. A transitive one with m blocks, on one of which the stabiliser of the block acts as A, is a subgroup of A wr T, T its action on the blocks ([DixonMortimer, Thm 2.6A]); so |G| ≤ |A|^m |T|.
/// Signs lower the bound: those of the actions on orbits and blocks, and the products of the signs inside the blocks, are independent characters of the group that bounds; if they take only 2^r of 2^k values on the generators, the order is at most
/// the 2^(k − r)-th part: so for D_n among the signed permutations, and for products of symmetric groups with equal signs.
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

        var signs = new List<BigInteger>();
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
            if (TryOfTransitive(points.Length, [.. generators.Select(g => Restricted(g, points, places))], signs, cancellationToken) is not { } factor)
            {
                return null;
            }

            bound *= factor;
        }

        return bound >> (signs.Count - Rank(signs));
    }

    /// <param name="degree">The number of points.</param>
    /// <param name="all">What each generator does, the identity included.</param>
    /// <param name="signs">Takes up characters with values ±1 that do not depend on each other: a bit for each generator.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    private static BigInteger? TryOfTransitive(int degree, List<int[]> all, List<BigInteger> signs, CancellationToken cancellationToken)
    {
        var generators = Distinct(all);
        if (degree <= SmallDegree)
        {
            AddSign(Signs(all), signs);
            return StabilizerChain.Of(degree, generators, null, cancellationToken).Order;
        }

        if (GiantRecognition.Recognise(degree, generators).Order is { } giant)
        {
            AddSign(Signs(all), signs);
            return giant;
        }

        if (BlockSystems.Minimal(degree, generators, cancellationToken) is not { } blockOf)
        {
            return null;
        }

        var blocks = Enumerable.Range(0, degree).GroupBy(point => blockOf[point]).OrderBy(block => block.Key).Select(block => block.ToArray()).ToArray();
        List<int[]> actions = [.. all.Select(g => BlockSystems.Action(blockOf, blocks.Length, g))];
        var onFirst = OnFirstBlock(blocks, blockOf, generators, cancellationToken);
        if (TryOfTransitive(blocks.Length, actions, signs, cancellationToken) is not { } above || TryOf(blocks[0].Length, onFirst, cancellationToken) is not { } inside)
        {
            return null;
        }

        if (!Signs(onFirst).IsZero)
        {
            // The product of the signs inside the blocks: a permutation of blocks of b points has its sign to the power b.
            signs.Add(blocks[0].Length % 2 == 0 ? Signs(all) : Signs(all) ^ Signs(actions));
        }

        return BigInteger.Pow(inside, blocks.Length) * above;
    }

    /// <summary>A bit for each permutation, set where it is odd.</summary>
    private static BigInteger Signs(List<int[]> permutations)
    {
        var signs = BigInteger.Zero;
        for (var i = 0; i < permutations.Count; i++)
        {
            signs |= PermutationArrays.Sign(permutations[i]) < 0 ? BigInteger.One << i : BigInteger.Zero;
        }

        return signs;
    }

    /// <summary>The sign of the action itself is a character of a group that is known where some generator is odd.</summary>
    private static void AddSign(BigInteger sign, List<BigInteger> signs)
    {
        if (!sign.IsZero)
        {
            signs.Add(sign);
        }
    }

    /// <summary>The rank over the field with two elements.</summary>
    private static int Rank(List<BigInteger> rows)
    {
        var basis = new List<BigInteger>();
        foreach (var row in rows)
        {
            // The least of row and row + b has no more the leading bit of b.
            var rest = basis.Aggregate(row, (r, b) => BigInteger.Min(r, r ^ b));
            if (!rest.IsZero)
            {
                basis.Add(rest);
            }
        }

        return basis.Count;
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
