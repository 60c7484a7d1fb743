using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>An order of subgroups without their classes: that of the lists of their elements, ascending by image lists. Of two subgroups of equal order the one comes first that has the first element which is not in both.</summary>
internal static class ElementListOrder
{
    /// <summary>Compares two groups of equal degree and order.</summary>
    public static int Compare(FiniteGroup a, FiniteGroup b)
    {
        // From the deepest stabilisers upwards: elements that fix more points in front stand earlier. Invariant: the stabilisers of the base points below are equal in both chains.
        var (i, j) = (a.Chain.Levels.Length, b.Chain.Levels.Length);
        while (i > 0 || j > 0)
        {
            var (x, y) = (i > 0 ? a.Chain.Levels[i - 1] : null, j > 0 ? b.Chain.Levels[j - 1] : null);
            if (y is null || x?.BasePoint > y.BasePoint)
            {
                return -1;
            }

            if (x is null || y.BasePoint > x.BasePoint)
            {
                return 1;
            }

            if (CompareLevels(x, y, a.Chain.Levels.AsSpan(i)) is var order and not 0)
            {
                return order;
            }

            (i, j) = (i - 1, j - 1);
        }

        return 0;
    }

    /// <summary>Levels over one stabiliser H: the first image of the base point at which the cosets of H differ decides, by their least elements.</summary>
    private static int CompareLevels(ChainLevel x, ChainLevel y, ReadOnlySpan<ChainLevel> below)
    {
        for (var place = 0; place < Math.Min(x.OrbitSize, y.OrbitSize); place++)
        {
            // Orbits of finished chains ascend.
            if (x.Point(place) != y.Point(place))
            {
                return x.Point(place).CompareTo(y.Point(place));
            }

            var order = LeastInCoset(x.Representative(place), below).AsSpan().SequenceCompareTo(LeastInCoset(y.Representative(place), below));
            if (order != 0)
            {
                return order;
            }
        }

        return y.OrbitSize.CompareTo(x.OrbitSize);
    }

    /// <summary>The least image list in the coset gH: base point by base point the least image is chosen.</summary>
    private static int[] LeastInCoset(int[] g, ReadOnlySpan<ChainLevel> levels)
    {
        foreach (var level in levels)
        {
            var best = 0;
            for (var place = 1; place < level.OrbitSize; place++)
            {
                if (g[level.Point(place)] < g[level.Point(best)])
                {
                    best = place;
                }
            }

            g = PermutationArrays.Product(g, level.Representative(best));
        }

        return g;
    }
}
