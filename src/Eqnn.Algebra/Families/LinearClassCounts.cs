using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Families;

/// <summary>Numbers of conjugacy classes of general, special and projective linear and unitary groups, by formula.</summary>
/// <remarks>
/// <para><b>Sign.</b> ε = 1 for the linear groups over the field with q elements, ε = −1 for the unitary ones over the field with q².</para>
/// <para><b>Formulas.</b> Σ k(GL_n) uⁿ = Π_i (1 − ε uⁱ)/(1 − q uⁱ); k(SL_n) and k(PGL_n) are the sums of J₂(d) k(GL_{n/d}) and φ(d) k(GL_{n/d}) over d | gcd(n, q − ε), divided by q − ε [Macdonald1981], J₂ Jordan's totient. Real classes of GL_n, for both
/// signs: Π_i (1 + uⁱ)^e/(1 − q u²ⁱ), e = gcd(2, q − 1). docs/theory.md#families.</para>
/// </remarks>
internal static class LinearClassCounts
{
    /// <summary>k(GL(n,q)) or k(GU(n,q)); 1 for n = 0.</summary>
    public static BigInteger General(int n, int q, int sign) => Coefficient(n, i => [(i, -sign)], i => i, q);

    /// <summary>The number of classes of GL(n,q), and as well of GU(n,q), that hold the inverses of their elements.</summary>
    public static BigInteger RealGeneral(int n, int q) => Coefficient(n, i => q % 2 == 0 ? [(i, 1)] : [(i, 1), (i, 1)], i => 2 * i, q);

    /// <summary>k(SL(n,q)) or k(SU(n,q)).</summary>
    public static BigInteger Special(int n, int q, int sign) => Sum(n, q, sign, d => NumberTheory.EulerPhi(d) * NumberTheory.PrimeFactors(d).Aggregate(d, (psi, p) => psi / p * (p + 1)));

    /// <summary>k(PGL(n,q)) or k(PGU(n,q)).</summary>
    public static BigInteger ProjectiveGeneral(int n, int q, int sign) => Sum(n, q, sign, NumberTheory.EulerPhi);

    /// <summary>k(PSL(n,q)) or k(PSU(n,q)), where the centre of SL is trivial or n is prime; null elsewhere.</summary>
    /// <remarks>Classes of SL/Z are orbits of Z on the classes of SL. For n prime an element z ≠ 1 of Z fixes one class, that of the elements with characteristic polynomial xⁿ ± 1 and determinant 1.</remarks>
    public static BigInteger? ProjectiveSpecial(int n, int q, int sign) =>
        NumberTheory.Gcd(n, q - sign) == 1 ? Special(n, q, sign)
        : NumberTheory.IsPrime(n) ? (Special(n, q, sign) + n - 1) / n
        : null;

    private static BigInteger Sum(int n, int q, int sign, Func<long, long> weight) =>
        NumberTheory.Divisors(NumberTheory.Gcd(n, q - sign)).Aggregate(BigInteger.Zero, (sum, d) => sum + (weight(d) * General(n / (int)d, q, sign))) / (q - sign);

    /// <summary>The coefficient of uⁿ in the product over i of (1 + c u^a) for the pairs (a, c) of i, divided by 1 − q u^b with the b of i.</summary>
    private static BigInteger Coefficient(int n, Func<int, (int Power, int Factor)[]> numerator, Func<int, int> denominator, int q)
    {
        var series = new BigInteger[n + 1];
        series[0] = 1;
        for (var i = 1; i <= n; i++)
        {
            foreach (var (power, factor) in numerator(i))
            {
                for (var k = n; k >= power; k--)
                {
                    series[k] += factor * series[k - power];
                }
            }

            for (var k = denominator(i); k <= n; k++)
            {
                series[k] += q * series[k - denominator(i)];
            }
        }

        return series[n];
    }
}
