using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>Chooses for each operation on cyclotomic bodies the narrowest integers that provably suffice, and runs the kernel on them.</summary>
/// <remarks>
/// Bounds: a coefficient of b bits is below 2^b in absolute value; a product of sums with s and t terms has coefficients below 2^(b+c) · min(s, t);
/// rewriting into the basis at most doubles them once per prime of the conductor (<see cref="ConductorTable"/>).
/// </remarks>
internal static class CyclotomicArithmetic
{
    private const int LongBits = 63;
    private const int Int128Bits = 127;

    /// <summary>The product of two irrational numbers.</summary>
    public static Cyclotomic Multiply(CyclotomicBody a, CyclotomicBody b)
    {
        var n = ConductorTable.CommonConductor(a.Conductor, b.Conductor);
        var table = ConductorTable.Of(n);
        if (a.Small is { } x && b.Small is { } y)
        {
            var bits = a.SmallBits() + b.SmallBits() + MachineIntegers.BitLength((ulong)Math.Min(a.Count, b.Count)) + table.Primes.Length;
            if (bits <= LongBits && MachineIntegers.TryMultiply(a.SmallDenominator, b.SmallDenominator, out var denominator))
            {
                return Multiply<long, long>(table, a, x, b, y, denominator);
            }

            if (bits <= Int128Bits)
            {
                return Multiply<Int128, long>(table, a, x, b, y, (Int128)a.SmallDenominator * b.SmallDenominator);
            }
        }

        return Multiply<BigInteger, BigInteger>(table, a, a.LargeCoefficients(), b, b.LargeCoefficients(), a.Denominator * b.Denominator);
    }

    /// <summary>The product with a rational number that is not 0.</summary>
    public static Cyclotomic Scale(CyclotomicBody a, Rational factor)
    {
        if (a.Small is { } small && factor.Big is null)
        {
            long p = factor.SmallNumerator, q = factor.SmallDenominatorLessOne + 1;
            if (a.SmallBits() + MachineIntegers.BitLength(MachineIntegers.Magnitude(p)) <= LongBits && MachineIntegers.TryMultiply(a.SmallDenominator, q, out var d))
            {
                return CyclotomicKernel<long>.Reduced(a.Conductor, a.Exponents, Array.ConvertAll(small, c => c * p), d);
            }
        }

        var numerator = factor.Numerator;
        var coefficients = Array.ConvertAll(a.LargeCoefficients(), c => c * numerator);
        return CyclotomicKernel<BigInteger>.Reduced(a.Conductor, a.Exponents, coefficients, a.Denominator * factor.Denominator);
    }

    /// <summary>The sum <c>a + sign · b</c> of two irrational numbers.</summary>
    public static Cyclotomic Add(CyclotomicBody a, CyclotomicBody b, int sign)
    {
        var n = ConductorTable.CommonConductor(a.Conductor, b.Conductor);
        var table = ConductorTable.Of(n);
        if (a.Small is { } x && b.Small is { } y)
        {
            var common = a.SmallDenominator == b.SmallDenominator ? a.SmallDenominator : (long)MachineIntegers.Gcd((ulong)a.SmallDenominator, (ulong)b.SmallDenominator);
            long f = b.SmallDenominator / common, g = a.SmallDenominator / common;
            var bits = 1 + Math.Max(a.SmallBits() + MachineIntegers.BitLength((ulong)f), b.SmallBits() + MachineIntegers.BitLength((ulong)g))
                + (a.Conductor == b.Conductor ? 0 : table.Primes.Length);
            if (bits <= LongBits && MachineIntegers.TryMultiply(a.SmallDenominator, f, out var denominator))
            {
                return Add<long, long>(table, a, x, f, b, y, sign * g, denominator);
            }

            if (bits <= Int128Bits)
            {
                return Add<Int128, long>(table, a, x, f, b, y, sign * g, (Int128)a.SmallDenominator * f);
            }
        }

        BigInteger da = a.Denominator, db = b.Denominator, gcd = BigInteger.GreatestCommonDivisor(da, db);
        return Add<BigInteger, BigInteger>(table, a, a.LargeCoefficients(), db / gcd, b, b.LargeCoefficients(), sign * (da / gcd), da / gcd * db);
    }

    /// <summary>The sum <c>sign · a + r</c>.</summary>
    public static Cyclotomic AddRational(CyclotomicBody a, int sign, Rational r)
    {
        var table = ConductorTable.Of(a.Conductor);
        if (r.IsZero)
        {
            return sign > 0 ? new Cyclotomic(a) : Negate(a);
        }

        // The number r has the conductor of a in this sum, and no smaller one afterwards: a is irrational.
        var one = r.Big is null
            ? new CyclotomicBody(a.Conductor, table.OneExponents, r.SmallNumerator == 1 ? table.OneCoefficients : Array.ConvertAll(table.OneCoefficients, c => c * r.SmallNumerator),
                r.SmallDenominatorLessOne + 1)
            : new CyclotomicBody(a.Conductor, table.OneExponents, Array.ConvertAll(table.OneCoefficients, c => c * r.Numerator), r.Denominator);
        return Add(one, a, sign);
    }

    /// <summary>The negative.</summary>
    public static Cyclotomic Negate(CyclotomicBody a) => new(a.Small is { } small
        ? new CyclotomicBody(a.Conductor, a.Exponents, Array.ConvertAll(small, c => -c), a.SmallDenominator)
        : new CyclotomicBody(a.Conductor, a.Exponents, Array.ConvertAll(a.Large!, c => -c), a.LargeDenominator));

    /// <summary>The image under ζ → ζ^k, k a unit modulo the conductor.</summary>
    public static Cyclotomic Conjugate(CyclotomicBody a, int k)
    {
        var table = ConductorTable.Of(a.Conductor);
        if (a.Small is { } small)
        {
            return a.SmallBits() + table.Primes.Length <= LongBits
                ? Conjugate<long, long>(table, a, small, k, a.SmallDenominator)
                : Conjugate<Int128, long>(table, a, small, k, a.SmallDenominator);
        }

        return Conjugate<BigInteger, BigInteger>(table, a, a.Large!, k, a.LargeDenominator);
    }

    /// <summary>The sum <c>Σ c_i ζ_n^(e_i) / denominator</c> for any exponents in 0 .. n-1, n not 2 modulo 4.</summary>
    public static Cyclotomic Sum(int n, int[] exponents, long[] coefficients, long denominator)
    {
        var table = ConductorTable.Of(n);
        ulong all = 0;
        foreach (var c in coefficients)
        {
            all |= MachineIntegers.Magnitude(c);
        }

        var bits = MachineIntegers.BitLength(all) + MachineIntegers.BitLength((ulong)exponents.Length) + table.Primes.Length;
        return bits <= LongBits ? Sum<long, long>(table, exponents, coefficients, denominator) : Sum<Int128, long>(table, exponents, coefficients, denominator);
    }

    /// <summary>As <see cref="Sum(int, int[], long[], long)"/>, for integers of any size.</summary>
    public static Cyclotomic Sum(int n, int[] exponents, BigInteger[] coefficients, BigInteger denominator) =>
        Sum<BigInteger, BigInteger>(ConductorTable.Of(n), exponents, coefficients, denominator);

    private static Cyclotomic Multiply<TInt, TSource>(ConductorTable table, CyclotomicBody a, TSource[] x, CyclotomicBody b, TSource[] y, TInt denominator)
        where TInt : struct, IBinaryInteger<TInt>
        where TSource : struct, IBinaryInteger<TSource>
    {
        var n = table.Conductor;
        var area = CyclotomicKernel<TInt>.Rent(2 * n);
        CyclotomicKernel<TInt>.Multiply(area, n, n / a.Conductor, a.Exponents, x, n / b.Conductor, b.Exponents, y);
        return Finish(area, table, denominator);
    }

    private static Cyclotomic Add<TInt, TSource>(ConductorTable table, CyclotomicBody a, TSource[] x, TInt f, CyclotomicBody b, TSource[] y, TInt g, TInt denominator)
        where TInt : struct, IBinaryInteger<TInt>
        where TSource : struct, IBinaryInteger<TSource>
    {
        var n = table.Conductor;
        if (a.Conductor == b.Conductor)
        {
            var (exponents, coefficients) = CyclotomicKernel<TInt>.Merge(a.Exponents, x, f, b.Exponents, y, g);
            return CyclotomicKernel<TInt>.Finish(n, exponents, coefficients, denominator);
        }

        var area = CyclotomicKernel<TInt>.Rent(n);
        CyclotomicKernel<TInt>.Add(area, n, n / a.Conductor, a.Exponents, x, f);
        CyclotomicKernel<TInt>.Add(area, n, n / b.Conductor, b.Exponents, y, g);
        return Finish(area, table, denominator);
    }

    private static Cyclotomic Conjugate<TInt, TSource>(ConductorTable table, CyclotomicBody a, TSource[] x, int k, TInt denominator)
        where TInt : struct, IBinaryInteger<TInt>
        where TSource : struct, IBinaryInteger<TSource>
    {
        var area = CyclotomicKernel<TInt>.Rent(table.Conductor);
        CyclotomicKernel<TInt>.Add(area, table.Conductor, k, a.Exponents, x, TInt.One);
        CyclotomicKernel<TInt>.ToBasis(area, table);
        var (exponents, coefficients) = CyclotomicKernel<TInt>.Collect(area, table);
        CyclotomicKernel<TInt>.Return(area);

        // An automorphism keeps the conductor and, as the basis spans the ring of integers, the content.
        return CyclotomicKernel<TInt>.Narrow(table.Conductor, exponents, coefficients, denominator);
    }

    private static Cyclotomic Sum<TInt, TSource>(ConductorTable table, int[] exponents, TSource[] coefficients, TInt denominator)
        where TInt : struct, IBinaryInteger<TInt>
        where TSource : struct, IBinaryInteger<TSource>
    {
        var area = CyclotomicKernel<TInt>.Rent(table.Conductor);
        CyclotomicKernel<TInt>.Add(area, table.Conductor, 1, exponents, coefficients, TInt.One);
        return Finish(area, table, denominator);
    }

    private static Cyclotomic Finish<TInt>(TInt[] area, ConductorTable table, TInt denominator)
        where TInt : struct, IBinaryInteger<TInt>
    {
        CyclotomicKernel<TInt>.ToBasis(area, table);
        var (exponents, coefficients) = CyclotomicKernel<TInt>.Collect(area, table);
        CyclotomicKernel<TInt>.Return(area);
        return CyclotomicKernel<TInt>.Finish(table.Conductor, exponents, coefficients, denominator);
    }
}
