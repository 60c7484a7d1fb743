namespace Eqnn.Numbers;

public static partial class NumberTheory
{
    /// <summary>The cyclotomic polynomial <c>Φ_n = Π (t^(n/d) − 1)^μ(d)</c>, the minimal polynomial of the primitive n-th roots of unity.</summary>
    /// <param name="n">At least 1.</param>
    /// <returns>The φ(n) + 1 coefficients, the constant term first; the last one is 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is below 1.</exception>
    public static IReadOnlyList<long> CyclotomicPolynomial(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        long[] product = [1];
        var divisors = Divisors(n);
        foreach (var d in divisors.Where(d => Mobius(d) == 1))
        {
            product = TimesPowerLessOne(product, (int)(n / d));
        }

        foreach (var d in divisors.Where(d => Mobius(d) == -1))
        {
            product = DividedByPowerLessOne(product, (int)(n / d));
        }

        return Array.AsReadOnly(product);
    }

    private static long[] TimesPowerLessOne(long[] polynomial, int degree)
    {
        var product = new long[polynomial.Length + degree];
        for (var i = 0; i < polynomial.Length; i++)
        {
            product[i + degree] += polynomial[i];
            product[i] -= polynomial[i];
        }

        return product;
    }

    private static long[] DividedByPowerLessOne(long[] polynomial, int degree)
    {
        // (t^degree − 1) q = p, so q_i = q_(i − degree) − p_i.
        var quotient = new long[polynomial.Length - degree];
        for (var i = 0; i < quotient.Length; i++)
        {
            quotient[i] = (i >= degree ? quotient[i - degree] : 0) - polynomial[i];
        }

        return quotient;
    }
}
