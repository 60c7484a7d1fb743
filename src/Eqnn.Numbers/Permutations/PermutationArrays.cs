using System.Numerics;

namespace Eqnn.Numbers.Permutations;

/// <summary>The arithmetic of image lists, below <see cref="Permutation"/>: no checks, for inner loops. Points from 0; entry x is the image of x.</summary>
/// <remarks>Whoever is not counting nanoseconds uses <see cref="Permutation"/>. Arguments must be bijections of equal degree; results are new arrays unless the name says otherwise.</remarks>
public static class PermutationArrays
{
    /// <summary>The array behind a permutation: it may be read and never written to.</summary>
    public static int[] Of(Permutation permutation)
    {
        ArgumentNullException.ThrowIfNull(permutation);
        return permutation.RawImages;
    }

    /// <summary>The permutation with these images. It takes the array over without a copy: nobody may write to it afterwards.</summary>
    /// <exception cref="ArgumentException">Not a bijection; the message names the entry.</exception>
    public static Permutation ToPermutation(int[] images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Permutation.TakeOver(images);
    }

    /// <summary>The identity.</summary>
    public static int[] Identity(int degree)
    {
        var images = new int[degree];
        for (var x = 0; x < images.Length; x++)
        {
            images[x] = x;
        }

        return images;
    }

    /// <summary>Whether every point is fixed.</summary>
    public static bool IsIdentity(int[] images)
    {
        for (var x = 0; x < images.Length; x++)
        {
            if (images[x] != x)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>x ↦ left(right(x)).</summary>
    public static int[] Product(int[] left, int[] right)
    {
        var product = new int[right.Length];
        for (var x = 0; x < product.Length; x++)
        {
            product[x] = left[right[x]];
        }

        return product;
    }

    /// <summary>Replaces g by left·g.</summary>
    public static void MultiplyFromLeft(int[] left, int[] g)
    {
        for (var x = 0; x < g.Length; x++)
        {
            g[x] = left[g[x]];
        }
    }

    /// <summary>x ↦ the point sent to x.</summary>
    public static int[] Inverse(int[] images)
    {
        var inverse = new int[images.Length];
        for (var x = 0; x < images.Length; x++)
        {
            inverse[images[x]] = x;
        }

        return inverse;
    }

    /// <summary>g p g⁻¹: sends g(x) to g(p(x)).</summary>
    public static int[] Conjugate(int[] p, int[] g)
    {
        var conjugate = new int[p.Length];
        for (var x = 0; x < p.Length; x++)
        {
            conjugate[g[x]] = g[p[x]];
        }

        return conjugate;
    }

    /// <summary>True iff ab = ba.</summary>
    public static bool Commute(int[] a, int[] b)
    {
        for (var x = 0; x < a.Length; x++)
        {
            if (a[b[x]] != b[a[x]])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The commutator a b a⁻¹ b⁻¹.</summary>
    public static int[] Commutator(int[] a, int[] b)
    {
        var commutator = new int[a.Length];
        for (var x = 0; x < a.Length; x++)
        {
            // (a b)(a⁻¹ b⁻¹): the point b(a(x)) goes to x under a⁻¹ b⁻¹, then to a(b(x)).
            commutator[b[a[x]]] = a[b[x]];
        }

        return commutator;
    }

    /// <summary>The least moved point, or −1 for the identity.</summary>
    public static int LeastMovedPoint(int[] images)
    {
        for (var x = 0; x < images.Length; x++)
        {
            if (images[x] != x)
            {
                return x;
            }
        }

        return -1;
    }

    /// <summary>The position of the first entry that is out of range or repeats an earlier one; −1 for a bijection.</summary>
    internal static int FirstDefect(int[] images)
    {
        var seen = new bool[images.Length];
        for (var x = 0; x < images.Length; x++)
        {
            var y = images[x];
            if (y < 0 || y >= images.Length || seen[y])
            {
                return x;
            }

            seen[y] = true;
        }

        return -1;
    }

    /// <summary>Cycle lengths in the order of the least points of the cycles, fixed points included.</summary>
    public static int[] CycleLengths(int[] images)
    {
        var lengths = new List<int>();
        foreach (var (_, length) in Cycles(images))
        {
            lengths.Add(length);
        }

        return [.. lengths];
    }

    /// <summary>For each cycle, fixed points too, its smallest point and its length, in the order of these points.</summary>
    public static IEnumerable<(int Start, int Length)> Cycles(int[] images)
    {
        var seen = new bool[images.Length];
        for (var x = 0; x < images.Length; x++)
        {
            if (seen[x])
            {
                continue;
            }

            var length = 0;
            for (var y = x; !seen[y]; y = images[y])
            {
                seen[y] = true;
                length++;
            }

            yield return (x, length);
        }
    }

    /// <summary>The least common multiple of the cycle lengths.</summary>
    public static BigInteger Order(int[] images)
    {
        var order = 1L;
        foreach (var length in CycleLengths(images))
        {
            var step = length / NumberTheory.Gcd(order, length);
            if (order > long.MaxValue / step)
            {
                return BigOrder(images);
            }

            order *= step;
        }

        return order;
    }

    /// <summary>1 for an even permutation, −1 for an odd one.</summary>
    public static int Sign(int[] images)
    {
        var even = true;
        foreach (var length in CycleLengths(images))
        {
            even ^= (length & 1) == 0;
        }

        return even ? 1 : -1;
    }

    /// <summary>The power with any exponent, also a negative one.</summary>
    public static int[] Power(int[] images, long exponent)
    {
        var power = new int[images.Length];
        var seen = new bool[images.Length];
        var cycle = new int[images.Length];
        for (var x = 0; x < images.Length; x++)
        {
            if (seen[x])
            {
                continue;
            }

            var length = 0;
            for (var y = x; !seen[y]; y = images[y])
            {
                seen[y] = true;
                cycle[length++] = y;
            }

            var shift = (int)(exponent % length);
            if (shift < 0)
            {
                shift += length;
            }

            for (var i = 0; i < length; i++)
            {
                var j = i + shift;
                power[cycle[i]] = cycle[j < length ? j : j - length];
            }
        }

        return power;
    }

    /// <summary>A hash of the images, the same in every process.</summary>
    public static int Hash(int[] images)
    {
        // Word-wise mixing with wrap-around on purpose; no secret, equal lists have equal hashes in every process.
        unchecked
        {
            var hash = (uint)images.Length;
            foreach (var image in images)
            {
                hash = (BitOperations.RotateLeft(hash, 5) ^ (uint)image) * 0x9E3779B1u;
            }

            return (int)(hash ^ (hash >> 15));
        }
    }

    private static BigInteger BigOrder(int[] images)
    {
        var order = BigInteger.One;
        foreach (var length in CycleLengths(images))
        {
            order = NumberTheory.Lcm(order, length);
        }

        return order;
    }
}
