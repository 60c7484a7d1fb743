using System.Numerics;

namespace Eqnn.Algebra.Subgroups;

/// <summary>Sets of numbers as words of bits, with equality by content.</summary>
internal sealed class SubgroupBits : IEqualityComparer<ulong[]>
{
    public static readonly SubgroupBits Comparer = new();

    public static bool Has(ulong[] bits, int i) => ((bits[i >> 6] >> (i & 63)) & 1) != 0;

    public static bool IsSubset(ulong[] inner, ulong[] outer)
    {
        for (var w = 0; w < inner.Length; w++)
        {
            if ((inner[w] & ~outer[w]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public static bool AreDisjoint(ulong[] a, ulong[] b)
    {
        for (var w = 0; w < a.Length; w++)
        {
            if ((a[w] & b[w]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a permutation of the numbers sends the first set into the second.</summary>
    public static bool IsMapped(ulong[] from, int[] images, ulong[] into)
    {
        for (var w = 0; w < from.Length; w++)
        {
            for (var word = from[w]; word != 0; word &= word - 1)
            {
                if (!Has(into, images[(64 * w) + BitOperations.TrailingZeroCount(word)]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public static void Add(ulong[] to, ulong[] more)
    {
        for (var w = 0; w < to.Length; w++)
        {
            to[w] |= more[w];
        }
    }

    /// <summary>The image of the set under a permutation of the numbers.</summary>
    public static ulong[] Permute(ulong[] bits, int[] images)
    {
        var result = new ulong[bits.Length];
        for (var w = 0; w < bits.Length; w++)
        {
            for (var word = bits[w]; word != 0; word &= word - 1)
            {
                var image = images[(64 * w) + BitOperations.TrailingZeroCount(word)];
                result[image >> 6] |= 1UL << (image & 63);
            }
        }

        return result;
    }

    /// <summary>The order of the ascending lists of members: the set with the least number that is not in both is first.</summary>
    public static int Compare(ulong[] a, ulong[] b)
    {
        for (var w = 0; w < a.Length; w++)
        {
            var difference = a[w] ^ b[w];
            if (difference != 0)
            {
                return (a[w] & difference & (~difference + 1)) != 0 ? -1 : 1;
            }
        }

        return 0;
    }

    public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(ulong[] bits)
    {
        var hash = default(HashCode);
        foreach (var word in bits)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
