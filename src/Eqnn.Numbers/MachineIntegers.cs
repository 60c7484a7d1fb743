using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>Products, sums and greatest common divisors of 64-bit integers that say when they do not fit, without exceptions.</summary>
internal static class MachineIntegers
{
    /// <summary>The product, if it fits.</summary>
    public static bool TryMultiply(long a, long b, out long product)
    {
        var high = Math.BigMul(a, b, out product);

        // The 128-bit product fits in 64 bits iff its high word is the sign extension of the low one.
        return high == product >> 63;
    }

    /// <summary>The sum, if it fits.</summary>
    public static bool TryAdd(long a, long b, out long sum)
    {
        unchecked
        {
            sum = a + b;
        }

        // Overflow iff both summands have the sign opposite to that of the wrapped sum.
        return ((a ^ sum) & (b ^ sum)) >= 0;
    }

    /// <summary>The absolute value, also of the least number.</summary>
    public static ulong Magnitude(long a) => a >= 0 ? (ulong)a : unchecked((ulong)-a);

    /// <summary>The greatest common divisor; 0 for two zeros.</summary>
    public static ulong Gcd(ulong a, ulong b)
    {
        if (a == 0 || b == 0)
        {
            return a | b;
        }

        // Binary algorithm: both odd in the loop, the larger minus the smaller loses its powers of two.
        var shift = BitOperations.TrailingZeroCount(a | b);
        a >>= BitOperations.TrailingZeroCount(a);
        while (true)
        {
            b >>= BitOperations.TrailingZeroCount(b);
            if (a == b)
            {
                return a << shift;
            }

            if (a == 1)
            {
                return 1UL << shift;
            }

            if (a > b)
            {
                (a, b) = (b, a);
            }

            b -= a;
        }
    }

    /// <summary>The number of bits of the absolute value.</summary>
    public static int BitLength(ulong a) => 64 - BitOperations.LeadingZeroCount(a);
}
