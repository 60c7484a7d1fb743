using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>Elementary number theory of 64-bit integers, deterministic.</summary>
/// <remarks>Lists ascend. Arguments outside the stated range are an <see cref="ArgumentOutOfRangeException"/>; results that leave 64 bits an <see cref="OverflowException"/>.</remarks>
public static partial class NumberTheory
{
    /// <summary>n! = 1 · 2 ⋯ n; 1 for n below 2.</summary>
    /// <remarks>Factors of equal length are multiplied: 100000! takes a tenth of a second, one factor after the other some seconds.</remarks>
    public static BigInteger Factorial(int n)
    {
        return n < 2 ? BigInteger.One : Product(2, n);

        static BigInteger Product(int first, int last)
        {
            if (last - first > 16)
            {
                var middle = first + ((last - first) / 2);
                return Product(first, middle) * Product(middle + 1, last);
            }

            var product = (BigInteger)first;
            for (var i = first + 1; i <= last; i++)
            {
                product *= i;
            }

            return product;
        }
    }

    /// <summary>The greatest common divisor, not negative; <c>Gcd(0, 0) = 0</c>.</summary>
    public static long Gcd(long a, long b) => checked((long)MachineIntegers.Gcd(MachineIntegers.Magnitude(a), MachineIntegers.Magnitude(b)));

    /// <summary>The greatest common divisor, not negative.</summary>
    public static BigInteger Gcd(BigInteger a, BigInteger b) => BigInteger.GreatestCommonDivisor(a, b);

    /// <summary>The least common multiple, not negative; 0 if one argument is 0.</summary>
    /// <exception cref="OverflowException">It leaves 64 bits.</exception>
    public static long Lcm(long a, long b) => a == 0 || b == 0 ? 0 : checked(Math.Abs(a) / Gcd(a, b) * Math.Abs(b));

    /// <summary>The least common multiple, not negative; 0 if one argument is 0.</summary>
    public static BigInteger Lcm(BigInteger a, BigInteger b) =>
        a.IsZero || b.IsZero ? BigInteger.Zero : BigInteger.Abs(a) / BigInteger.GreatestCommonDivisor(a, b) * BigInteger.Abs(b);

    /// <summary>The number of units modulo <paramref name="n"/>; <c>EulerPhi(1) = 1</c>.</summary>
    public static long EulerPhi(long n)
    {
        var result = n;
        foreach (var p in PrimeFactors(n))
        {
            result = result / p * (p - 1);
        }

        return result;
    }

    /// <summary>0 if a square larger than 1 divides <paramref name="n"/>, else 1 or -1 as the number of its prime factors is even or odd.</summary>
    public static int Mobius(long n)
    {
        var result = 1;
        foreach (var (_, exponent) in Factor(n))
        {
            result = exponent > 1 ? 0 : -result;
        }

        return result;
    }

    /// <summary>The positive divisors, ascending.</summary>
    public static IReadOnlyList<long> Divisors(long n)
    {
        var divisors = new List<long> { 1 };
        foreach (var (prime, exponent) in Factor(n))
        {
            var before = divisors.Count;
            long power = 1;
            for (var i = 0; i < exponent; i++)
            {
                power *= prime;
                for (var j = 0; j < before; j++)
                {
                    divisors.Add(divisors[j] * power);
                }
            }
        }

        divisors.Sort();
        return divisors.AsReadOnly();
    }

    /// <summary><c>value^exponent</c> modulo <paramref name="modulus"/>, in 0 .. modulus - 1.</summary>
    /// <param name="value">Any integer.</param>
    /// <param name="exponent">Not negative; for a negative power invert first.</param>
    /// <param name="modulus">Positive.</param>
    public static long ModPow(long value, long exponent, long modulus)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        return (long)ModPow((ulong)Mod(value, modulus), (ulong)exponent, (ulong)modulus);
    }

    /// <summary>The inverse of <paramref name="value"/> modulo <paramref name="modulus"/>, in 0 .. modulus - 1.</summary>
    /// <exception cref="ArgumentException">The value is not a unit modulo <paramref name="modulus"/>.</exception>
    public static long ModInverse(long value, long modulus)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(modulus, 1);

        // Invariant: r = s · value modulo modulus, for both pairs.
        long r0 = modulus, r1 = Mod(value, modulus), s0 = 0, s1 = 1;
        while (r1 != 0)
        {
            var q = r0 / r1;
            (r0, r1) = (r1, r0 - (q * r1));
            (s0, s1) = (s1, s0 - (q * s1));
        }

        if (r0 != 1)
        {
            throw new ArgumentException($"{value} is not a unit modulo {modulus}: their greatest common divisor is {r0}", nameof(value));
        }

        return Mod(s0, modulus);
    }

    /// <summary>The residue of <paramref name="value"/> in 0 .. modulus - 1.</summary>
    public static long Mod(long value, long modulus)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(modulus, 1);
        var rest = value % modulus;
        return rest < 0 ? rest + modulus : rest;
    }

    /// <summary>The least positive generator of the units modulo <paramref name="n"/>, for n = 1, 2, 4, p^k, 2 p^k with an odd prime p.</summary>
    /// <exception cref="ArgumentException">The units are not cyclic.</exception>
    public static long PrimitiveRoot(long n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (n <= 2)
        {
            return 1;
        }

        var factors = Factor(n);
        var odd = factors.Count(f => f.Prime != 2);
        var two = factors[0].Prime == 2 ? factors[0].Exponent : 0;
        if (odd > 1 || two > 2 || (odd == 1 && two > 1))
        {
            throw new ArgumentException($"the units modulo {n} are not cyclic", nameof(n));
        }

        var phi = EulerPhi(n);
        var primes = PrimeFactors(phi);
        for (long g = 1; ; g++)
        {
            if (Gcd(g, n) == 1 && primes.All(p => ModPow(g, phi / p, n) != 1))
            {
                return g;
            }
        }
    }

    /// <summary>The least prime p with p = 1 modulo <paramref name="n"/> and p &gt; <paramref name="above"/>.</summary>
    /// <exception cref="OverflowException">There is none below 2^63.</exception>
    internal static long NextPrimeCongruentToOne(long n, long above)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var candidate = above < 1 ? 1 : above - Mod(above - 1, n);
        do
        {
            candidate = checked(candidate + n);
        }
        while (!IsPrime(candidate));

        return candidate;
    }

    /// <summary>The Kronecker symbol (a/n), -1, 0 or 1, for positive <paramref name="n"/>: multiplicative in n, the Legendre symbol at odd primes, at 2 it is 0, 1, -1 as a is even, ±1, ±3 modulo 8.</summary>
    public static int Kronecker(long a, long n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var result = 1;
        var twos = BitOperations.TrailingZeroCount(n);
        if (twos > 0)
        {
            if ((a & 1) == 0)
            {
                return 0;
            }

            result = (twos & 1) == 1 && Mod(a, 8) is 3 or 5 ? -1 : 1;
            n >>= twos;
        }

        // n is odd from here on: the Jacobi symbol by quadratic reciprocity.
        a = Mod(a, n);
        while (a != 0)
        {
            var shift = BitOperations.TrailingZeroCount(a);
            a >>= shift;
            if ((shift & 1) == 1 && (n & 7) is 3 or 5)
            {
                result = -result;
            }

            if ((a & 3) == 3 && (n & 3) == 3)
            {
                result = -result;
            }

            (a, n) = (n % a, a);
        }

        return n == 1 ? result : 0;
    }

    internal static ulong ModMultiply(ulong a, ulong b, ulong modulus) => (a | b) <= uint.MaxValue ? a * b % modulus : (ulong)((UInt128)a * b % modulus);

    internal static ulong ModPow(ulong value, ulong exponent, ulong modulus)
    {
        var result = 1 % modulus;
        while (exponent != 0)
        {
            if ((exponent & 1) != 0)
            {
                result = ModMultiply(result, value, modulus);
            }

            value = ModMultiply(value, value, modulus);
            exponent >>= 1;
        }

        return result;
    }

    /// <summary>⌊√n⌋ for n ≥ 0, and 0 below.</summary>
    internal static BigInteger FloorRoot(BigInteger value)
    {
        if (value.Sign <= 0)
        {
            return BigInteger.Zero;
        }

        // Newton from above ends at the floor of the root.
        var root = BigInteger.One << (((int)value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
