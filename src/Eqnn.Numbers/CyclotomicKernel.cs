using System.Buffers;
using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>The loops of cyclotomic arithmetic, for one width of integer: <see cref="long"/>, <see cref="Int128"/> or <see cref="BigInteger"/>.</summary>
/// <typeparam name="TInt">The width. The caller has proved that no coefficient, intermediate or final, leaves it: hence the unchecked arithmetic.</typeparam>
/// <remarks>Sums are collected densely modulo x^n - 1, then rewritten into the Zumbroich basis, then into the smallest conductor.</remarks>
internal static partial class CyclotomicKernel<TInt>
    where TInt : struct, IBinaryInteger<TInt>
{
    /// <summary>A cleared work area of at least <paramref name="length"/> entries; give it back by <see cref="Return"/>.</summary>
    public static TInt[] Rent(int length)
    {
        var area = ArrayPool<TInt>.Shared.Rent(length);
        Array.Clear(area, 0, length);
        return area;
    }

    /// <summary>Gives a work area back.</summary>
    public static void Return(TInt[] area) => ArrayPool<TInt>.Shared.Return(area, typeof(TInt) == typeof(BigInteger));

    /// <summary>Adds <c>factor · Σ c_i ζ^(scale · e_i)</c> to the area.</summary>
    public static void Add<TSource>(TInt[] area, int n, int scale, int[] exponents, TSource[] coefficients, TInt factor)
        where TSource : struct, IBinaryInteger<TSource>
    {
        unchecked
        {
            for (var i = 0; i < exponents.Length; i++)
            {
                area[(int)((long)exponents[i] * scale % n)] += factor * TInt.CreateTruncating(coefficients[i]);
            }
        }
    }

    /// <summary>The sum <c>f Σ a_i ζ^(e_i) + g Σ b_i ζ^(e'_i)</c> of two ascending lists of basis exponents of the same field.</summary>
    public static (int[] Exponents, TInt[] Coefficients) Merge<TSource>(int[] exponentsA, TSource[] a, TInt f, int[] exponentsB, TSource[] b, TInt g)
        where TSource : struct, IBinaryInteger<TSource>
    {
        if (ReferenceEquals(exponentsA, exponentsB) && TryAddInPlace(a, f, b, g) is { } sums)
        {
            return (exponentsA, sums);
        }

        var (exponents, coefficients) = (new int[exponentsA.Length + exponentsB.Length], new TInt[exponentsA.Length + exponentsB.Length]);
        int i = 0, j = 0, k = 0;
        unchecked
        {
            // Invariant: the terms with exponents below both heads are written to 0 .. k-1, without zeros.
            while (i < exponentsA.Length || j < exponentsB.Length)
            {
                var order = i == exponentsA.Length ? 1 : j == exponentsB.Length ? -1 : exponentsA[i].CompareTo(exponentsB[j]);
                exponents[k] = order <= 0 ? exponentsA[i] : exponentsB[j];
                var c = TInt.Zero;
                if (order <= 0)
                {
                    c = f * TInt.CreateTruncating(a[i++]);
                }

                if (order >= 0)
                {
                    c += g * TInt.CreateTruncating(b[j++]);
                }

                if (!TInt.IsZero(c))
                {
                    coefficients[k++] = c;
                }
            }
        }

        if (k < exponents.Length)
        {
            Array.Resize(ref coefficients, k);
            if (k == exponentsA.Length && exponents.AsSpan(0, k).SequenceEqual(exponentsA))
            {
                exponents = exponentsA; // Shared: most sums of dense numbers have all exponents of the basis.
            }
            else
            {
                Array.Resize(ref exponents, k);
            }
        }

        return (exponents, coefficients);
    }

    /// <summary>Adds the product of two sums of powers of ζ_n to the area of length 2n, then folds the upper half down.</summary>
    public static void Multiply<TSource>(TInt[] area, int n, int scaleA, int[] exponentsA, TSource[] a, int scaleB, int[] exponentsB, TSource[] b)
        where TSource : struct, IBinaryInteger<TSource>
    {
        unchecked
        {
            for (var i = 0; i < exponentsA.Length; i++)
            {
                var shift = exponentsA[i] * scaleA;
                var factor = TInt.CreateTruncating(a[i]);
                for (var j = 0; j < exponentsB.Length; j++)
                {
                    // Both exponents are below n after scaling.
                    area[shift + (exponentsB[j] * scaleB)] += factor * TInt.CreateTruncating(b[j]);
                }
            }

            for (var i = 0; i < n; i++)
            {
                area[i] += area[i + n];
            }
        }
    }

    /// <summary>Rewrites the dense sum Σ area[i] ζ_n^i into the Zumbroich basis.</summary>
    public static void ToBasis(TInt[] area, ConductorTable table)
    {
        var n = table.Conductor;
        unchecked
        {
            foreach (var part in table.Primes)
            {
                int step = part.Step, prime = part.Prime;
                foreach (var i in part.BadExponents)
                {
                    var c = area[i];
                    if (TInt.IsZero(c))
                    {
                        continue;
                    }

                    area[i] = TInt.Zero;
                    var target = i;
                    for (var j = 1; j < prime; j++)
                    {
                        target += step;
                        if (target >= n)
                        {
                            target -= n;
                        }

                        area[target] -= c;
                    }
                }
            }
        }
    }

    /// <summary>The nonzero terms of a sum in the basis.</summary>
    public static (int[] Exponents, TInt[] Coefficients) Collect(TInt[] area, ConductorTable table)
    {
        var count = 0;
        var basis = table.Basis;
        foreach (var e in basis)
        {
            if (!TInt.IsZero(area[e]))
            {
                count++;
            }
        }

        var coefficients = new TInt[count];
        var exponents = count == basis.Length ? basis : new int[count];
        var k = 0;
        foreach (var e in basis)
        {
            if (!TInt.IsZero(area[e]))
            {
                if (exponents != basis)
                {
                    exponents[k] = e;
                }

                coefficients[k++] = area[e];
            }
        }

        return (exponents, coefficients);
    }

    /// <summary>The number with the given terms in the basis of <paramref name="conductor"/> over the positive denominator, brought to smallest conductor and lowest terms.</summary>
    /// <param name="conductor">Not 2 modulo 4.</param>
    /// <param name="exponents">Basis exponents, ascending; kept by the result.</param>
    /// <param name="coefficients">Not 0; kept by the result.</param>
    /// <param name="denominator">Positive.</param>
    public static Cyclotomic Finish(int conductor, int[] exponents, TInt[] coefficients, TInt denominator)
    {
        while (exponents.Length > 0 && conductor > 1 && TryLowerConductor(ref conductor, ref exponents, ref coefficients))
        {
        }

        return exponents.Length == 0 ? default : Reduced(conductor, exponents, coefficients, denominator);
    }

    /// <summary>The number with the given terms, of which the conductor is known to be smallest, brought to lowest terms.</summary>
    public static Cyclotomic Reduced(int conductor, int[] exponents, TInt[] coefficients, TInt denominator)
    {
        if (denominator != TInt.One)
        {
            var common = denominator;
            for (var i = 0; i < coefficients.Length && common != TInt.One; i++)
            {
                common = Gcd(common, TInt.Abs(coefficients[i]));
            }

            if (common != TInt.One)
            {
                denominator /= common;
                for (var i = 0; i < coefficients.Length; i++)
                {
                    coefficients[i] /= common;
                }
            }
        }

        return conductor == 1 ? Rational(coefficients[0], denominator) : Narrow(conductor, exponents, coefficients, denominator);
    }

    // The usual case of dense numbers: the same exponents, and no coefficient vanishes. Null if one does.
    private static TInt[]? TryAddInPlace<TSource>(TSource[] a, TInt f, TSource[] b, TInt g)
        where TSource : struct, IBinaryInteger<TSource>
    {
        var sums = new TInt[a.Length];
        unchecked
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] = (f * TInt.CreateTruncating(a[i])) + (g * TInt.CreateTruncating(b[i]));
                if (TInt.IsZero(sums[i]))
                {
                    return null;
                }
            }
        }

        return sums;
    }

    private static TInt Gcd(TInt a, TInt b)
    {
        if (typeof(TInt) == typeof(BigInteger))
        {
            return (TInt)(object)BigInteger.GreatestCommonDivisor((BigInteger)(object)a, (BigInteger)(object)b);
        }

        if (typeof(TInt) == typeof(long))
        {
            return TInt.CreateTruncating(MachineIntegers.Gcd(ulong.CreateTruncating(a), ulong.CreateTruncating(b)));
        }

        while (!TInt.IsZero(b))
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    private static Cyclotomic Rational(TInt numerator, TInt denominator) => Numbers.Rational.Canonical(BigInteger.CreateChecked(numerator), BigInteger.CreateChecked(denominator));

    /// <summary>The irrational number with the given canonical terms, kept as machine integers if they fit.</summary>
    public static Cyclotomic Narrow(int conductor, int[] exponents, TInt[] coefficients, TInt denominator)
    {
        var largest = TInt.CreateTruncating(long.MaxValue);
        if (typeof(TInt) == typeof(long))
        {
            // The proven bound is below 2^63, so no coefficient is long.MinValue.
            return new Cyclotomic(new CyclotomicBody(conductor, exponents, (long[])(object)coefficients, long.CreateTruncating(denominator)));
        }

        var fits = denominator <= largest;
        for (var i = 0; fits && i < coefficients.Length; i++)
        {
            fits = coefficients[i] <= largest && coefficients[i] >= -largest;
        }

        return new Cyclotomic(fits
            ? new CyclotomicBody(conductor, exponents, Array.ConvertAll(coefficients, c => long.CreateTruncating(c)), long.CreateTruncating(denominator))
            : new CyclotomicBody(conductor, exponents, Array.ConvertAll(coefficients, c => BigInteger.CreateTruncating(c)), BigInteger.CreateTruncating(denominator)));
    }
}
