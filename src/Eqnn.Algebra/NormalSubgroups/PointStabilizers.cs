using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>Pointwise stabilisers of intervals of points.</summary>
internal static class PointStabilizers
{
    /// <summary>The subgroup that fixes all points before one, read off the stabiliser chain.</summary>
    public static FiniteGroup Before(FiniteGroup group, int point, CancellationToken cancellationToken = default)
    {
        var order = BigInteger.One;
        ChainLevel? first = null;
        foreach (var level in group.ComputeChain(cancellationToken).Levels.Where(level => level.BasePoint >= point))
        {
            first ??= level;
            order *= level.OrbitSize;
        }

        var generators = first is null ? [] : Enumerable.Range(0, first.GeneratorCount).Select(i => PermutationArrays.ToPermutation(first.Generator(i))).ToArray();
        return FiniteGroup.OfKnownOrder("stabiliser in " + group.Name, group.Degree, generators, order, group.Limits);
    }

    /// <summary>The subgroup that fixes all points of an interval, from a chain with these points in front.</summary>
    public static FiniteGroup Of(FiniteGroup group, int start, int count, CancellationToken cancellationToken = default)
    {
        var n = group.Degree;
        var shift = new int[n];
        for (var x = 0; x < n; x++)
        {
            shift[x] = x < start ? x + count : x < start + count ? x - start : x;
        }

        var inverse = PermutationArrays.Inverse(shift);
        var moved = group.EssentialGenerators.Select(g => PermutationArrays.ToPermutation(PermutationArrays.Conjugate(g, shift))).ToArray();
        var fixing = Before(FiniteGroup.OfKnownOrder(group.Name, n, moved, group.Order, group.Limits), count, cancellationToken);
        return FiniteGroup.OfKnownOrder(fixing.Name, n, [.. fixing.EssentialGenerators.Select(g => PermutationArrays.ToPermutation(PermutationArrays.Conjugate(g, inverse)))], fixing.Order, group.Limits);
    }
}
