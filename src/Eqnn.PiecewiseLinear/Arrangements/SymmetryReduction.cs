using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Chooses how faces are brought to canonical form: by sorting where the group is a full symmetric group on functionals that span, else by search through a stabiliser chain.</summary>
internal static class SymmetryReduction
{
    /// <summary>Blocks are sought in orbits up to this size.</summary>
    private const int LargestOrbitForBlocks = 1024;

    /// <summary>An empty numbering of orbits of faces.</summary>
    public static FaceOrbits<TBits> Create<TBits>(IntegerArrangement arrangement, SignedAction action, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
        where TBits : struct, IBits<TBits>
    {
        var form = InvariantForm.Of(arrangement, progress, cancellationToken);
        if (SymmetricPoints(arrangement, action, cancellationToken) is { } blocks)
        {
            var sorted = FaceColours.Of(form, blocks);
            if (sorted.IsExact)
            {
                return new SortedFaceOrbits<TBits>(sorted, new HyperplaneLookup(sorted));
            }
        }

        var colours = FaceColours.Of(form, [.. Enumerable.Range(0, arrangement.Count).Select(j => (IReadOnlyList<int>)[2 * j])]);
        return new SearchedFaceOrbits<TBits>(colours, Search<TBits>(action, cancellationToken));
    }

    /// <summary>The search along a base taken from the largest orbits first: there one comparison separates most.</summary>
    public static CanonicalSearch<TBits> Search<TBits>(SignedAction action, CancellationToken cancellationToken)
        where TBits : struct, IBits<TBits>
    {
        var based = Based(action, cancellationToken, out var order);
        var basePoints = new int[based.ImageLevels];
        var points = new int[based.ImageLevels][];
        var representatives = new int[based.ImageLevels][][];
        for (var i = 0; i < basePoints.Length; i++)
        {
            var orbit = based.Chain.BasicOrbit(i);
            basePoints[i] = order[based.Chain.Base[i]];
            points[i] = [.. orbit.Select(point => order[point])];
            representatives[i] = new int[orbit.Count][];
            for (var place = 0; place < orbit.Count; place++)
            {
                var element = PermutationArrays.Of(based.Chain.TransversalElement(i, place));
                representatives[i][place] = Array.ConvertAll(element[based.Extra..(based.Extra + 2 * based.Count)], x => x - based.Extra);
            }
        }

        return new CanonicalSearch<TBits>(action.Count, basePoints, points, representatives);
    }

    /// <summary>The action with the signed hyperplanes repeated in front in the order in which base points are wanted; <paramref name="order"/> lists them.</summary>
    public static SignedAction Based(SignedAction action, CancellationToken cancellationToken, out int[] order)
    {
        var ordered = action.SignedOrbits().OrderByDescending(o => o.Length).SelectMany(o => o).ToArray();
        var place = new int[ordered.Length];
        for (var i = 0; i < ordered.Length; i++)
        {
            place[ordered[i]] = i;
        }

        order = ordered;
        return action.Prefixed([.. action.Generators.Select(g => Array.ConvertAll(ordered, p => place[g[action.Extra + p] - action.Extra]))], cancellationToken);
    }

    /// <summary>Signed hyperplanes, or blocks of them, on which the group acts as the full symmetric group, faithfully, and whose sums span; null if none are found.</summary>
    private static List<IReadOnlyList<int>>? SymmetricPoints(IntegerArrangement arrangement, SignedAction action, CancellationToken cancellationToken)
    {
        var degree = 2;
        var factorial = new BigInteger(2);
        while (factorial < action.ImageOrder)
        {
            factorial *= ++degree;
        }

        if (factorial != action.ImageOrder)
        {
            return null;
        }

        foreach (var orbit in action.SignedOrbits())
        {
            if (orbit.Length % degree != 0 || orbit.Length > LargestOrbitForBlocks)
            {
                continue;
            }

            foreach (var blocks in BlockSystems(action, orbit, degree))
            {
                if (ActsAsSymmetricGroup(action, blocks, factorial, cancellationToken) && Spans(arrangement, blocks))
                {
                    return blocks;
                }
            }
        }

        return null;
    }

    /// <summary>The block systems with the given number of blocks that two points generate.</summary>
    private static IEnumerable<List<IReadOnlyList<int>>> BlockSystems(SignedAction action, int[] orbit, int count)
    {
        if (orbit.Length == count)
        {
            yield return [.. orbit.Select(p => (IReadOnlyList<int>)[p])];
            yield break;
        }

        var seen = new HashSet<string>();
        for (var other = 1; other < orbit.Length; other++)
        {
            var classes = Join(action, orbit[0], orbit[other]);
            var blocks = orbit.GroupBy(p => classes[p]).Select(b => (IReadOnlyList<int>)[.. b]).ToList();
            if (blocks.Count == count && seen.Add(string.Join(';', blocks.Select(b => string.Join(',', b)))))
            {
                yield return blocks;
            }
        }
    }

    /// <summary>The finest partition compatible with the action in which two points lie together, as a representative for each signed hyperplane.</summary>
    private static int[] Join(SignedAction action, int first, int second) =>
        InvariantPartition.Generated(2 * action.Count, [.. action.Generators.Select(g => Array.ConvertAll(g[action.Extra..(action.Extra + (2 * action.Count))], x => x - action.Extra))], [(first, second)]);

    private static bool ActsAsSymmetricGroup(SignedAction action, List<IReadOnlyList<int>> blocks, BigInteger factorial, CancellationToken cancellationToken)
    {
        var blockOf = new Dictionary<int, int>();
        for (var b = 0; b < blocks.Count; b++)
        {
            foreach (var point in blocks[b])
            {
                blockOf[point] = b;
            }
        }

        var induced = action.Generators.Select(g => Permutation.FromImages(blocks.Select(b => blockOf[g[action.Extra + b[0]] - action.Extra])));
        return StabilizerChain.Of(blocks.Count, induced, cancellationToken).Order == factorial;
    }

    /// <summary>Whether the sums of the signed normals of the blocks have full rank; decided modulo a prime, where "no" may be wrong and only costs speed.</summary>
    private static bool Spans(IntegerArrangement arrangement, List<IReadOnlyList<int>> blocks)
    {
        var image = ModularImage.Above(arrangement.Ring, ModularImage.Large);
        var field = image.Field;
        var normals = image.Of(arrangement.Big);
        var d = arrangement.Dimension;
        var sums = blocks.Select(block =>
        {
            var sum = new ulong[d];
            foreach (var point in block)
            {
                for (var i = 0; i < d; i++)
                {
                    var value = normals[point / 2 * d + i];
                    sum[i] = point % 2 == 0 ? field.Add(sum[i], value) : field.Subtract(sum[i], value);
                }
            }

            return sum;
        }).ToArray();
        return ModularMatrix.Rank(field, sums) == d;
    }
}
