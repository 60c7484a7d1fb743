namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Primes p ≡ 1 mod n below 2^31, and the image of an arrangement over ℤ[2cos(2π/n)] in the field of p elements.</summary>
internal static class ModularPrimes
{
    /// <summary>The least prime p ≡ 1 mod n above a bound.</summary>
    public static ulong NextSplitting(int conductor, ulong above)
    {
        var n = (ulong)conductor;
        for (var p = above / n * n + 1; p < int.MaxValue; p += n)
        {
            if (p > above && IsPrime(p))
            {
                return p;
            }
        }

        throw new InvalidOperationException(FormattableString.Invariant($"no prime = 1 mod {conductor} between {above} and 2^31"));
    }

    /// <summary>The normals modulo p, coordinate i of normal j at <c>j·d + i</c>: ζ_n goes to an element of order n.</summary>
    public static ulong[] Reduce(IntegerArrangement arrangement, ulong prime)
    {
        var basis = BasisImage(arrangement.Ring, prime);
        var result = new ulong[arrangement.Count * arrangement.Dimension];
        for (var at = 0; at < result.Length; at++)
        {
            var sum = 0UL;
            for (var k = 0; k < basis.Length; k++)
            {
                var residue = (long)(arrangement.Big[at * basis.Length + k] % prime);
                sum = (sum + (ulong)(residue < 0 ? residue + (long)prime : residue) * basis[k]) % prime;
            }

            result[at] = sum;
        }

        return result;
    }

    /// <summary>The images of 1, c_1, …, c_{m-1}.</summary>
    public static ulong[] BasisImage(RealCyclotomicOrder ring, ulong prime)
    {
        var zeta = RootOfUnity((ulong)ring.Conductor, prime);
        var basis = new ulong[ring.Degree];
        basis[0] = 1;
        for (var k = 1; k < basis.Length; k++)
        {
            var power = Power(zeta, (ulong)k, prime);
            basis[k] = (power + Power(power, prime - 2, prime)) % prime;
        }

        return basis;
    }

    /// <summary>1/x by Euclid's algorithm; x not 0.</summary>
    public static ulong Inverse(ulong x, ulong prime)
    {
        var (a, b) = ((long)x, (long)prime);
        var (u, v) = (1L, 0L);
        while (b != 0)
        {
            var q = a / b;
            (a, b) = (b, a - q * b);
            (u, v) = (v, u - q * v);
        }

        return (ulong)(u < 0 ? u + (long)prime : u);
    }

    public static ulong Power(ulong x, ulong exponent, ulong prime)
    {
        var result = 1UL;
        for (; exponent != 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
            {
                result = result * x % prime;
            }

            x = x * x % prime;
        }

        return result;
    }

    /// <summary>The rank of rows over the field of p elements; the rows are overwritten.</summary>
    public static int Rank(ulong[][] rows, ulong prime)
    {
        var rank = 0;
        var columns = rows.Length == 0 ? 0 : rows[0].Length;
        for (var c = 0; c < columns && rank < rows.Length; c++)
        {
            var at = Array.FindIndex(rows, rank, row => row[c] != 0);
            if (at < 0)
            {
                continue;
            }

            (rows[rank], rows[at]) = (rows[at], rows[rank]);
            var inverse = Power(rows[rank][c], prime - 2, prime);
            for (var r = rank + 1; r < rows.Length; r++)
            {
                var factor = rows[r][c] * inverse % prime;
                for (var i = c; factor != 0 && i < columns; i++)
                {
                    rows[r][i] = (rows[r][i] + (prime - factor) * rows[rank][i]) % prime;
                }
            }

            rank++;
        }

        return rank;
    }

    private static ulong RootOfUnity(ulong n, ulong prime)
    {
        for (var candidate = 2UL; ; candidate++)
        {
            var root = Power(candidate, (prime - 1) / n, prime);
            if (HasOrder(root, n, prime))
            {
                return root;
            }
        }
    }

    private static bool HasOrder(ulong root, ulong n, ulong prime)
    {
        for (var q = 2UL; q <= n; q++)
        {
            if (n % q == 0 && IsPrime(q) && Power(root, n / q, prime) == 1)
            {
                return false;
            }
        }

        return Power(root, n, prime) == 1;
    }

    private static bool IsPrime(ulong p)
    {
        if (p < 2 || (p % 2 == 0 && p != 2))
        {
            return false;
        }

        for (var d = 3UL; d * d <= p; d += 2)
        {
            if (p % d == 0)
            {
                return false;
            }
        }

        return true;
    }
}
