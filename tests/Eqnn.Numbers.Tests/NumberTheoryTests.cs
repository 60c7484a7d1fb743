using System.Numerics;
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
        Assert.Equal(NumberTheory.Gcd((BigInteger)a, b), NumberTheory.Gcd(a, b));

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
        Action<long>[] ofPositive =
        [
            n => NumberTheory.CyclotomicPolynomial((int)n), n => NumberTheory.Factor(n), n => NumberTheory.PrimeFactors(n), n => NumberTheory.EulerPhi(n), n => NumberTheory.Mobius(n), n => NumberTheory.Divisors(n),
            n => NumberTheory.ModPow(2, 3, n), n => NumberTheory.ModInverse(1, n), n => NumberTheory.Mod(2, n), n => NumberTheory.PrimitiveRoot(n), n => NumberTheory.NextPrimeCongruentToOne(n, 10), n => NumberTheory.Kronecker(3, n),
        ];
        foreach (var function in ofPositive)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => function(0));
            Assert.Throws<ArgumentOutOfRangeException>(() => function(-1));
            function(1);
        }

        // The name of the argument that is wrong, not of one inside.
        Assert.Equal("modulus", Assert.Throws<ArgumentOutOfRangeException>(() => NumberTheory.ModPow(2, 3, 0)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberTheory.ModPow(2, -1, 5));
        Assert.Throws<OverflowException>(() => NumberTheory.NextPrimeCongruentToOne(1L << 62, long.MaxValue - 1));
        Assert.Throws<OverflowException>(() => NumberTheory.Lcm(long.MaxValue, long.MaxValue - 1));
        Assert.Throws<OverflowException>(() => NumberTheory.Gcd(long.MinValue, 0));
    }

    [Theory]
    [InlineData(-3, "1")]
    [InlineData(0, "1")]
    [InlineData(1, "1")]
    [InlineData(2, "2")]
    [InlineData(5, "120")]
    [InlineData(17, "355687428096000")]
    [InlineData(18, "6402373705728000")]
    [InlineData(19, "121645100408832000")]
    [InlineData(25, "15511210043330985984000000")]
    public void Factorials(int n, string value) => Assert.Equal(BigInteger.Parse(value, null), NumberTheory.Factorial(n));

    /// <summary>Through the halves into which long products are cut.</summary>
    [Fact]
    public void Factorials_grow_factor_by_factor()
    {
        for (var n = 1; n <= 130; n++)
        {
            Assert.Equal(n * NumberTheory.Factorial(n - 1), NumberTheory.Factorial(n));
        }
    }

    [Fact]
    public void Least_common_multiples_of_both_kinds_agree()
    {
        for (long a = -24; a <= 24; a++)
        {
            for (long b = -24; b <= 24; b++)
            {
                var expected = a == 0 || b == 0 ? 0 : Range(600).First(m => m % a == 0 && m % b == 0);
                Assert.Equal(expected, NumberTheory.Lcm(a, b));
                Assert.Equal(expected, NumberTheory.Lcm((BigInteger)a, b));
            }
        }
    }

    /// <summary>Beyond the trial division by small primes: squares and products around 41², Carmichael numbers, and the least strong pseudoprimes to the first 1, 2, ... 11 prime bases (OEIS A014233).</summary>
    [Fact]
    public void Composite_numbers_that_look_prime_are_not()
    {
        foreach (var n in new long[] { 1681, 1763, 1849, 561, 41041, 825265, 321197185, 2047, 1373653, 25326001, 3215031751, 2152302898747, 3474749660383, 341550071728321, 3825123056546413051, 9223372036854775781 })
        {
            Assert.False(NumberTheory.IsPrime(n));
        }

        // 2^k divides p - 1 for k from 1 to 31, so that the squarings of the test are many and few.
        foreach (var p in new long[] { 41, 43, 1693, 65537, 7340033, 998244353, 2013265921, 3221225473, 4294967291, 9223372036854775783, 4179340454199820289 })
        {
            Assert.True(NumberTheory.IsPrime(p));
        }
    }

    [Fact]
    public void Products_of_two_primes_are_taken_apart()
    {
        long[] primes = [37, 41, 997, 1009, 1013, 65537, 2147483647];
        foreach (var p in primes)
        {
            foreach (var q in primes.Where(q => q >= p))
            {
                Assert.Equal(p == q ? [(p, 2)] : [(p, 1), (q, 1)], NumberTheory.Factor(p * q));
            }
        }

        Assert.Equal([(1009L, 3)], NumberTheory.Factor(1009L * 1009 * 1009));
        Assert.Empty(NumberTheory.Factor(1));
    }

    [Fact]
    public void Roots_are_rounded_down()
    {
        for (var n = -5; n <= 1100; n++)
        {
            Assert.Equal(n <= 0 ? 0 : (int)Math.Sqrt(n), NumberTheory.FloorRoot(n));
        }

        foreach (var root in new[] { BigInteger.Pow(10, 20), BigInteger.Pow(2, 64) - 1, BigInteger.Pow(2, 65), BigInteger.Pow(3, 41) })
        {
            Assert.Equal([root - 1, root, root], new[] { (root * root) - 1, root * root, (root * root) + (2 * root) }.Select(NumberTheory.FloorRoot));
        }
    }

    /// <summary>(a/n) = Π (a/p)^e over the prime factors of n, with Euler's criterion at odd primes.</summary>
    [Fact]
    public void The_Kronecker_symbol_is_the_product_over_prime_factors()
    {
        for (long n = 1; n <= 90; n++)
        {
            for (long a = -90; a <= 90; a++)
            {
                var product = 1L;
                foreach (var (p, exponent) in NumberTheory.Factor(n))
                {
                    var power = p == 2 ? (a % 2 == 0 ? 0 : NumberTheory.Mod(a, 8) is 1 or 7 ? 1 : -1) : NumberTheory.ModPow(a, (p - 1) / 2, p);
                    product *= (long)Math.Pow(power == p - 1 && p > 2 ? -1 : power, exponent);
                }

                Assert.Equal(product, NumberTheory.Kronecker(a, n));
            }
        }
    }

    /// <summary>Products modulo numbers beyond 32 bits, with factors just inside and outside of them.</summary>
    [Fact]
    public void Products_modulo_large_numbers_agree_with_big_integers()
    {
        ulong[] factors = [0, 1, 2, uint.MaxValue - 1UL, uint.MaxValue, uint.MaxValue + 1UL, 1UL << 40, long.MaxValue];
        foreach (var (a, b, m) in from a in factors from b in factors from m in new ulong[] { 1, 7, uint.MaxValue, (1UL << 61) - 1, ulong.MaxValue } select (a, b, m))
        {
            Assert.Equal((ulong)((BigInteger)a * b % m), NumberTheory.ModMultiply(a, b, m));
        }
    }

    private static IEnumerable<long> Range(long n) => Enumerable.Range(1, (int)n).Select(k => (long)k);
}
