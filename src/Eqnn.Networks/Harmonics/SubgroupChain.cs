using System.Numerics;
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
        var known = new HashSet<ulong[]>(SameWords.Instance);
        var found = new List<(ulong[] Mask, int[] Members, double Weight)>();
        void Add(ulong[]? mask)
        {
            if (mask is not null && found.Count < MaxSubgroups && known.Add(mask))
            {
                var members = MembersOf(mask);
                found.Add((mask, members, WeightOf(group, members)));
            }
        }

        // Cyclic subgroups first: none of them is lost to the limit. Two generators of one cyclic subgroup give the same with every other element: one of them is enough.
        var elements = new List<int>();
        var cyclic = new HashSet<ulong[]>(SameWords.Instance);
        for (var i = 0; i < count; i++)
        {
            var element = (int)((long)i * order / count);
            if (element > 0 && Generated(group, element, 0) is { } mask && cyclic.Add(mask))
            {
                elements.Add(element);
                Add(mask);
            }
        }

        for (var i = 0; i < elements.Count && found.Count < MaxSubgroups; i++)
        {
            for (var j = i + 1; j < elements.Count && found.Count < MaxSubgroups; j++)
            {
                Add(Generated(group, elements[i], elements[j]));
            }
        }

        var all = new ulong[(order + 63) / 64];
        Array.Fill(all, ulong.MaxValue);
        return [.. found.OrderBy(subgroup => subgroup.Members.Length), (all, [.. Enumerable.Range(0, order)], 0)];
    }

    /// <summary>The set of all products of a and b, or <c>null</c> if that is the whole group, which is certain when it has more than half of the elements.</summary>
    private static ulong[]? Generated(FreeGroupAction group, int a, int b)
    {
        var (order, product) = (group.Order, group.Product);
        var mask = new ulong[(order + 63) / 64];
        mask[0] = 1;
        var pending = new int[(order / 2) + 1];
        var count = 1;
        for (var i = 0; i < count; i++)
        {
            foreach (var g in (ReadOnlySpan<int>)[a, b])
            {
                var next = product[(pending[i] * order) + g];
                if ((mask[next / 64] & (1UL << (next % 64))) == 0)
                {
                    if (count == pending.Length)
                    {
                        return null;
                    }

                    mask[next / 64] |= 1UL << (next % 64);
                    pending[count++] = next;
                }
            }
        }

        return mask;
    }

    private static int[] MembersOf(ulong[] mask)
    {
        var members = new List<int>();
        for (var word = 0; word < mask.Length; word++)
        {
            for (var rest = mask[word]; rest != 0; rest &= rest - 1)
            {
                members.Add((64 * word) + BitOperations.TrailingZeroCount(rest));
            }
        }

        return [.. members];
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

    /// <summary>Sets of elements by their words.</summary>
    private sealed class SameWords : IEqualityComparer<ulong[]>
    {
        public static SameWords Instance { get; } = new();

        public bool Equals(ulong[]? left, ulong[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(ulong[] mask)
        {
            var hash = 0UL;
            foreach (var word in mask)
            {
                hash = unchecked((hash ^ word) * 0x9E3779B97F4A7C15);
                hash ^= hash >> 29;
            }

            return unchecked((int)hash);
        }
    }
}
