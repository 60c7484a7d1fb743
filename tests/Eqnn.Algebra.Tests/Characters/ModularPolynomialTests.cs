using Eqnn.Algebra.Characters.Modular;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

public sealed class ModularPolynomialTests
{
    private static readonly PrimeField Field = PrimeField.SplittingExponent(60, 1 << 20);

    [Property]
    public void Roots_of_a_product_of_linear_factors_are_found(uint[] seeds)
    {
        var roots = seeds.Select(x => x % Field.P).Distinct().Take(12).Order().ToArray();
        Assert.Equal(roots, ModularPolynomial.Roots(Field, Product(roots)));
    }

    [Fact]
    public void A_polynomial_without_roots_has_none()
    {
        var nonSquare = Enumerable.Range(2, 100).Select(a => (ulong)a).First(a => Field.Pow(a, (Field.P - 1) / 2) != 1);
        Assert.Null(ModularPolynomial.Roots(Field, [Field.Negate(nonSquare), 0, 1]));
    }

    [Property]
    public void A_sum_of_powers_satisfies_the_recurrence_of_its_bases(uint[] seeds)
    {
        var bases = seeds.Select(x => x % Field.P).Where(x => x > 0).Distinct().Take(8).ToArray();
        var recurrence = new LinearRecurrence(Field);
        for (var t = 0; t < 2 * bases.Length; t++)
        {
            recurrence.Add(bases.Select((b, i) => Field.Multiply((ulong)i + 1, Field.Pow(b, (ulong)t))).Aggregate(0UL, Field.Add));
        }

        Assert.Equal(Product(bases), recurrence.CharacteristicPolynomial());
    }

    [Property]
    public void Vector_sums_agree_with_one_reduction_per_term(uint[] a, uint[] b)
    {
        var n = Math.Min(a.Length, b.Length);
        var (x, y) = (a.Take(n).Select(v => v % Field.P).ToArray(), b.Take(n).Select(v => v % Field.P).ToArray());
        Assert.Equal(x.Zip(y, Field.Multiply).Aggregate(0UL, Field.Add), ModularVector.Dot(Field, x, y));
        var sum = (ulong[])x.Clone();
        ModularVector.AddScaled(Field, sum, Field.P - 1, y);
        ModularVector.Reduce(Field, sum);
        Assert.Equal(x.Zip(y, Field.Subtract), sum);
    }

    [Fact]
    public void Vector_sums_do_not_overflow_at_the_largest_prime()
    {
        var field = PrimeField.SplittingExponent(2, (1L << 31) - 100);
        var ones = Enumerable.Repeat(field.P - 1, 1003).ToArray();
        Assert.Equal(1003UL, ModularVector.Dot(field, ones, ones));
    }

    [Fact]
    public void The_splitting_prime_is_prime_and_has_the_roots()
    {
        foreach (var exponent in new[] { 1L, 2, 12, 60, 1001, 212520 })
        {
            var field = PrimeField.SplittingExponent(exponent, 1 << 30);
            Assert.Equal(0UL, (field.P - 1) % (ulong)exponent);
            var root = field.RootOfUnity(exponent);
            Assert.Equal(exponent, Enumerable.Range(1, (int)exponent).First(k => field.Pow(root, (ulong)k) == 1));
        }

        Assert.Throws<LimitExceededException>(() => PrimeField.SplittingExponent(1L << 31, 1 << 30));
    }

    private static ulong[] Product(ulong[] roots)
    {
        ulong[] product = [1];
        foreach (var root in roots)
        {
            var next = new ulong[product.Length + 1];
            for (var i = 0; i < product.Length; i++)
            {
                next[i + 1] = Field.Add(next[i + 1], product[i]);
                next[i] = Field.Subtract(next[i], Field.Multiply(root, product[i]));
            }

            product = next;
        }

        return product;
    }
}
