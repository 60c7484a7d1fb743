using Eqnn.Testing;
using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class NumberTheoryTests
{
    [Fact]
    public void Small_numbers_agree_with_counting()
    {
        for (long n = 1; n <= 400; n++)
        {
            var divisors = Range(n).Where(d => n % d == 0).ToArray();
            Assert.Equal(divisors, NumberTheory.Divisors(n));
            Assert.Equal(divisors.Length == 2, NumberTheory.IsPrime(n));
            Assert.Equal(divisors.Where(NumberTheory.IsPrime), NumberTheory.PrimeFactors(n));
            Assert.Equal(Range(n).Count(k => NumberTheory.Gcd(k, n) == 1), NumberTheory.EulerPhi(n));
            Assert.Equal(n, NumberTheory.Factor(n).Aggregate(1L, (p, f) => p * (long)Math.Pow(f.Prime, f.Exponent)));

            // Σ_{d | n} μ(d) = [n = 1].
            Assert.Equal(n == 1 ? 1 : 0, divisors.Sum(NumberTheory.Mobius));
        }
    }

    [Fact]
    public void Greatest_common_divisors_agree_with_searching()
    {
        for (long a = -30; a <= 30; a++)
        {
            for (long b = -30; b <= 30; b++)
            {
                var expected = a == 0 && b == 0 ? 0 : Range(30).Last(d => a % d == 0 && b % d == 0);
                Assert.Equal(expected, NumberTheory.Gcd(a, b));
                Assert.Equal(Math.Abs(a * b), NumberTheory.Gcd(a, b) * NumberTheory.Lcm(a, b));
            }
        }
    }

    [Law]
    public void Both_greatest_common_divisors_agree(long a, long b) =>
        Assert.Equal(NumberTheory.Gcd((System.Numerics.BigInteger)a, b), NumberTheory.Gcd(a, b));

    [Fact]
    public void Large_numbers_are_factored()
    {
        Assert.Equal([(2147483647L, 2)], NumberTheory.Factor(2147483647L * 2147483647L));
        Assert.Equal([(3L, 2), (5, 2), (7, 1), (11, 1), (13, 1), (31, 1), (41, 1), (61, 1), (151, 1), (331, 1), (1321, 1)], NumberTheory.Factor((1L << 60) - 1));
        Assert.Equal([(1000003L, 1), (1000033, 1)], NumberTheory.Factor(1000003L * 1000033));
        Assert.True(NumberTheory.IsPrime(9223372036854775783));
        Assert.Equal([(9223372036854775783L, 1)], NumberTheory.Factor(9223372036854775783));
        Assert.False(NumberTheory.IsPrime(3215031751)); // A strong pseudoprime to the bases 2, 3, 5, 7.
        Assert.False(NumberTheory.IsPrime(long.MinValue));
    }

    [Fact]
    public void Modular_powers_and_inverses_agree_with_multiplying()
    {
        for (long m = 1; m <= 40; m++)
        {
            for (long a = -m; a <= m; a++)
            {
                var power = 1 % m;
                for (var e = 0; e < 6; e++)
                {
                    Assert.Equal(power, NumberTheory.ModPow(a, e, m));
                    power = NumberTheory.Mod(power * a, m);
                }

                if (NumberTheory.Gcd(a, m) == 1)
                {
                    Assert.Equal(1 % m, NumberTheory.Mod(a * NumberTheory.ModInverse(a, m), m));
                }
                else
                {
                    Assert.Throws<ArgumentException>(() => NumberTheory.ModInverse(a, m));
                }
            }
        }

        Assert.Equal(1, NumberTheory.ModPow(3, 9223372036854775782, 9223372036854775783)); // Fermat.
    }

    [Fact]
    public void Primitive_roots_generate()
    {
        for (long n = 1; n <= 120; n++)
        {
            var units = Range(n).Where(k => NumberTheory.Gcd(k, n) == 1).Select(k => k % n).ToHashSet();
            var generators = Range(n).Where(g => NumberTheory.Gcd(g, n) == 1 && Range(n).Select(e => NumberTheory.ModPow(g, e, n)).ToHashSet().SetEquals(units)).ToArray();
            if (generators.Length == 0)
            {
                Assert.Throws<ArgumentException>(() => NumberTheory.PrimitiveRoot(n));
            }
            else
            {
                Assert.Equal(generators[0], NumberTheory.PrimitiveRoot(n));
            }
        }
    }

    [Fact]
    public void The_Kronecker_symbol_is_Legendres_at_primes_and_multiplicative()
    {
        foreach (var p in new long[] { 3, 5, 7, 11, 13 })
        {
            for (var a = -2 * p; a <= 2 * p; a++)
            {
                var isSquare = Range(p).Any(x => NumberTheory.Mod((x * x) - a, p) == 0);
                Assert.Equal(a % p == 0 ? 0 : isSquare ? 1 : -1, NumberTheory.Kronecker(a, p));
            }
        }

        for (long a = -20; a <= 20; a++)
        {
            Assert.Equal(NumberTheory.Kronecker(a, 2) * NumberTheory.Kronecker(a, 2) * NumberTheory.Kronecker(a, 15), NumberTheory.Kronecker(a, 60));
            Assert.Equal(a % 2 == 0 ? 0 : NumberTheory.Mod(a, 8) is 1 or 7 ? 1 : -1, NumberTheory.Kronecker(a, 2));
        }
    }

    [Theory]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 3)]
    [InlineData(12, 0, 13)]
    [InlineData(12, 13, 37)]
    [InlineData(12, 36, 37)]
    [InlineData(12, 37, 61)]
    [InlineData(8, -100, 17)]
    [InlineData(60, 1000, 1021)]
    public void Primes_congruent_to_one(long n, long above, long prime) => Assert.Equal(prime, NumberTheory.NextPrimeCongruentToOne(n, above));

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(105)]
    [InlineData(128)]
    [InlineData(385)]
    public void Cyclotomic_polynomials_of_the_divisors_multiply_to_a_power_less_one(int n)
    {
        List<long> product = [1];
        foreach (var d in NumberTheory.Divisors(n))
        {
            var phi = NumberTheory.CyclotomicPolynomial((int)d);
            Assert.Equal(NumberTheory.EulerPhi(d) + 1, phi.Count);
            var next = new long[product.Count + phi.Count - 1];
            for (var i = 0; i < product.Count; i++)
            {
                for (var j = 0; j < phi.Count; j++)
                {
                    next[i + j] += product[i] * phi[j];
                }
            }

            product = [.. next];
        }

        Assert.Equal(Enumerable.Range(0, n + 1).Select(k => k == 0 ? -1L : k == n ? 1 : 0), product);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberTheory.CyclotomicPolynomial(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberTheory.Factor(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberTheory.EulerPhi(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberTheory.ModPow(2, -1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberTheory.Mod(2, 0));
        Assert.Throws<OverflowException>(() => NumberTheory.Lcm(long.MaxValue, long.MaxValue - 1));
        Assert.Throws<OverflowException>(() => NumberTheory.Gcd(long.MinValue, 0));
    }

    private static IEnumerable<long> Range(long n) => Enumerable.Range(1, (int)n).Select(k => (long)k);
}
