using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>Square roots of integers as cyclotomic numbers, and cyclotomic numbers as sums of square roots.</summary>
internal static class QuadraticRadicals
{
    private const int MostTerms = 4;

    /// <summary>√k for k ≥ 0, i√|k| for k &lt; 0.</summary>
    public static Cyclotomic SquareRoot(long k)
    {
        if (k == 0)
        {
            return default;
        }

        if (k == long.MinValue)
        {
            throw new LimitExceededException("the integer under a square root", long.MaxValue, "2^63", "take squares out of the root");
        }

        // k = square² · free, free squarefree with the sign of k.
        long square = 1, free = Math.Sign(k);
        foreach (var (prime, exponent) in NumberTheory.Factor(Math.Abs(k)))
        {
            for (var i = 0; i < exponent / 2; i++)
            {
                square *= prime;
            }

            free *= exponent % 2 == 1 ? prime : 1;
        }

        if (free == 1)
        {
            return square;
        }

        // The discriminant D of Q(√free): free itself if it is 1 modulo 4, else 4 free. Gauss: Σ (D/k) ζ_|D|^k = √D.
        var isOne = NumberTheory.Mod(free, 4) == 1;
        if (Math.Abs(free) > ConductorTable.LargestConductor)
        {
            ConductorTable.CheckConductor(Math.Abs(free));
        }

        var discriminant = isOne ? free : 4 * free;
        var n = Math.Abs(discriminant);
        ConductorTable.CheckConductor(n);
        var symbols = new long[n];
        for (var j = 1; j < n; j++)
        {
            symbols[j] = NumberTheory.Kronecker(discriminant, j);
        }

        var root = Cyclotomic.FromPowers((int)n, symbols);
        return root * (isOne ? square : new Rational(square, 2));
    }

    /// <summary>The unique (root, coefficient) with this = Σ coefficient · √root, roots squarefree (1: the rational part); 1 first, then positive roots ascending, then negative ones by size. Null if there are more than four terms or the number is no such sum.</summary>
    public static IReadOnlyList<(long Root, Rational Coefficient)>? TryDecompose(Cyclotomic value)
    {
        if (value.IsRational)
        {
            return value.IsZero ? [] : [(1, value.ToRational())];
        }

        // A sum of square roots is fixed by the squares of all automorphisms; then it splits into common eigenvectors, each the root of a rational number.
        var n = value.Conductor;
        var parts = new List<Cyclotomic> { value };
        foreach (var step in ConductorTable.Of(n).GaloisChain)
        {
            if (value.GaloisConjugate((long)step.Multiplier * step.Multiplier) != value)
            {
                return null;
            }
        }

        foreach (var step in ConductorTable.Of(n).GaloisChain)
        {
            parts = [.. parts.SelectMany(p => Split(p, step.Multiplier)).Where(p => !p.IsZero)];
            if (parts.Count > MostTerms)
            {
                return null;
            }
        }

        var primes = NumberTheory.PrimeFactors(n);
        var terms = parts.ConvertAll(p => RootOf(p, primes));
        terms.Sort((a, b) => (a.Root < 0, Math.Abs(a.Root)).CompareTo((b.Root < 0, Math.Abs(b.Root))));
        return terms.AsReadOnly();
    }

    private static IEnumerable<Cyclotomic> Split(Cyclotomic part, long multiplier)
    {
        var image = part.GaloisConjugate(multiplier);
        return image == part ? [part] : [(part + image) / 2, (part - image) / 2];
    }

    // part² = N/M is rational; √(N/M) = √(N M)/M, and only primes of the conductor stay under the root.
    private static (long Root, Rational Coefficient) RootOf(Cyclotomic part, IReadOnlyList<long> primes)
    {
        var square = (part * part).ToRational();
        long root = square.Sign;
        foreach (var p in primes)
        {
            if ((Valuation(square.Numerator, p) + Valuation(square.Denominator, p)) % 2 == 1)
            {
                root *= p;
            }
        }

        // part = coefficient · √root in the field: the quotient is rational, and its sign comes out right.
        return (root, (part / SquareRoot(root)).ToRational());
    }

    private static int Valuation(BigInteger value, long p)
    {
        var count = 0;
        while ((value % p).IsZero)
        {
            value /= p;
            count++;
        }

        return count;
    }
}
