using System.Runtime.InteropServices;
using Eqnn.Algebra.GSets;
using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Harmonics;

/// <summary>A chain of subgroups 1 = H₀ &lt; H₁ &lt; ... &lt; H_k = G along which the Fourier transform of G takes few products.</summary>
/// <remarks>
/// Chosen among the subgroups with two generators by the estimate Σ |G|/|K| · [K:H]² σ(H) over the steps H &lt; K, σ(H) = Σ over simples of (rows) · (dimension)²: exact for abelian H (2|H| less the number of involutions and 1),
/// else |H|^(3/2)/√(number of classes), which it would be if all simples had the same degree. Any chain is right; a poor one is only slower.
/// </remarks>
internal static class SubgroupChain
{
    private const int MaxSubgroups = 400;

    /// <summary>Larger groups are not searched pair by pair but in this many elements, evenly spaced.</summary>
    private const int MaxGenerators = 128;

    /// <summary>The members of H₁, ..., H_k, ascending.</summary>
    public static int[][] Of(FreeGroupAction group)
    {
        var order = group.Order;
        if (order == 1)
        {
            return [[0]];
        }

        var subgroups = SubgroupsOf(group);
        var best = new (double Cost, int Before)[subgroups.Count];
        for (var k = 0; k < subgroups.Count; k++)
        {
            var size = subgroups[k].Members.Length;
            best[k] = ((double)size * size, -1);
            for (var h = 0; h < k; h++)
            {
                var index = size / subgroups[h].Members.Length;
                if (index > 1 && size % subgroups[h].Members.Length == 0 && IsInside(subgroups[h].Mask, subgroups[k].Mask))
                {
                    var cost = (index * best[h].Cost) + ((double)index * index * subgroups[h].Weight);
                    if (cost < best[k].Cost)
                    {
                        best[k] = (cost, h);
                    }
                }
            }
        }

        var chain = new List<int[]>();
        for (var k = subgroups.Count - 1; k >= 0; k = best[k].Before)
        {
            chain.Insert(0, subgroups[k].Members);
        }

        return [.. chain];
    }

    /// <summary>Subgroups with at most two generators, smaller ones first, G itself last.</summary>
    private static List<(ulong[] Mask, int[] Members, double Weight)> SubgroupsOf(FreeGroupAction group)
    {
        var order = group.Order;
        var count = Math.Min(order, MaxGenerators);
        int[] elements = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * order / count))];
        var known = new HashSet<string>();
        var found = new List<(ulong[] Mask, int[] Members, double Weight)>();

        // Cyclic subgroups first: none of them is lost to the limit.
        var pairs = elements.Select(a => (a, 0)).Concat(elements.SelectMany((a, i) => elements.Skip(i + 1).Select(b => (a, b))));
        foreach (var (a, b) in pairs)
        {
            if (found.Count == MaxSubgroups)
            {
                break;
            }

            var (mask, members) = Generated(group, a, b);
            if (members.Length > 1 && members.Length < order && known.Add(Convert.ToHexString(MemoryMarshal.AsBytes(mask.AsSpan()))))
            {
                found.Add((mask, members, WeightOf(group, members)));
            }
        }

        var all = new ulong[(order + 63) / 64];
        Array.Fill(all, ulong.MaxValue);
        return [.. found.OrderBy(subgroup => subgroup.Members.Length), (all, [.. Enumerable.Range(0, order)], 0)];
    }

    private static (ulong[] Mask, int[] Members) Generated(FreeGroupAction group, int a, int b)
    {
        var order = group.Order;
        var mask = new ulong[(order + 63) / 64];
        List<int> members = [0];
        mask[0] = 1;
        for (var i = 0; i < members.Count; i++)
        {
            foreach (var g in (ReadOnlySpan<int>)[a, b])
            {
                var product = group.Product[(members[i] * order) + g];
                if ((mask[product / 64] & (1UL << (product % 64))) == 0)
                {
                    mask[product / 64] |= 1UL << (product % 64);
                    members.Add(product);
                }
            }
        }

        members.Sort();
        return (mask, [.. members]);
    }

    private static bool IsInside(ulong[] small, ulong[] large)
    {
        for (var i = 0; i < small.Length; i++)
        {
            if ((small[i] & ~large[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static double WeightOf(FreeGroupAction group, int[] members)
    {
        var (order, size) = (group.Order, members.Length);
        var (commuting, roots) = (0L, 0);
        foreach (var a in members)
        {
            roots += group.Product[(a * order) + a] == 0 ? 1 : 0;
            foreach (var b in members)
            {
                commuting += group.Product[(a * order) + b] == group.Product[(b * order) + a] ? 1 : 0;
            }
        }

        // The number of commuting pairs is |H| times the number of classes.
        return commuting == (long)size * size ? (2 * size) - roots : size * (double)size / Math.Sqrt(commuting);
    }
}
