namespace Eqnn.Numbers;

public static partial class NumberTheory
{
    private static readonly ulong[] SmallPrimes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

    /// <summary>Whether <paramref name="n"/> is a prime number; numbers below 2 are not.</summary>
    /// <remarks>Deterministic: the strong pseudoprime test for the first twelve primes as bases decides all numbers below 3.3·10^24.</remarks>
    public static bool IsPrime(long n)
    {
        if (n < 2)
        {
            return false;
        }

        var m = (ulong)n;
        foreach (var p in SmallPrimes)
        {
            if (m % p == 0)
            {
                return m == p;
            }
        }

        return m < 41 * 41 || SmallPrimes.All(p => IsStrongProbablePrime(m, p));
    }

    /// <summary>The distinct prime factors, ascending; none for 1.</summary>
    public static IReadOnlyList<long> PrimeFactors(long n) => Array.AsReadOnly(Factor(n).Select(f => f.Prime).ToArray());

    /// <summary>The prime factorisation: primes ascending with their exponents; empty for 1.</summary>
    /// <remarks>Trial division, then Pollard's rho with fixed start values: milliseconds for every 64-bit integer.</remarks>
    public static IReadOnlyList<(long Prime, int Exponent)> Factor(long n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var primes = new List<long>();
        for (long p = 2; p <= 1000 && p * p <= n; p += p == 2 ? 1 : 2)
        {
            while (n % p == 0)
            {
                primes.Add(p);
                n /= p;
            }
        }

        Split((ulong)n, primes);
        return Array.AsReadOnly(primes.Order().GroupBy(p => p).Select(group => (group.Key, group.Count())).ToArray());
    }

    private static void Split(ulong n, List<long> primes)
    {
        if (n == 1)
        {
            return;
        }

        if (IsPrime((long)n))
        {
            primes.Add((long)n);
            return;
        }

        // n is composite, so some constant c finds a factor; small c do.
        for (ulong c = 1; ; c++)
        {
            var factor = PollardRho(n, c);
            if (factor != n)
            {
                Split(factor, primes);
                Split(n / factor, primes);
                return;
            }
        }
    }

    // A cycle of x -> x² + c modulo n, seen modulo an unknown factor first; n itself means that this c failed.
    private static ulong PollardRho(ulong n, ulong c)
    {
        ulong slow = 2, fast = 2;
        while (true)
        {
            slow = Next(slow);
            fast = Next(Next(fast));
            var factor = MachineIntegers.Gcd(slow > fast ? slow - fast : fast - slow, n);
            if (factor != 1)
            {
                return factor;
            }
        }

        ulong Next(ulong x) => (ulong)(((UInt128)x * x + c) % n);
    }

    private static bool IsStrongProbablePrime(ulong n, ulong basis)
    {
        var twos = System.Numerics.BitOperations.TrailingZeroCount(n - 1);
        var x = ModPow(basis, (n - 1) >> twos, n);
        if (x == 1 || x == n - 1)
        {
            return true;
        }

        for (var i = 1; i < twos; i++)
        {
            x = ModMultiply(x, x, n);
            if (x == n - 1)
            {
                return true;
            }
        }

        return false;
    }
}
