using Eqnn.Checking.Fans;
using Eqnn.Numbers;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Checking.Tests.Fans;

/// <summary>The image of cyclotomics in a prime field is that of a ring, and the root of unity keeps its order.</summary>
[Properties(Arbitrary = [typeof(Samples)])]
public sealed class ModularImageTests
{
    [Fact]
    public void The_field_is_one_and_has_the_roots_of_unity()
    {
        for (var n = 1; n <= 60; n++)
        {
            var field = ModularImage.Of(n);
            Assert.True(NumberTheory.IsPrime((long)field.Prime));
            Assert.Equal(1UL, field.Prime % (ulong)n == 1 || n == 1 ? 1UL : 0UL);
            Assert.InRange(field.Prime, 1_000_000_000UL, (1UL << 31) - 1);
            Assert.Equal(n, Enumerable.Range(0, n).Select(k => field.TryMap(Cyclotomic.E(n, k))!.Value).Distinct().Count());
        }
    }

    [Law]
    public void Sums_and_products_are_kept(Cyclotomic a, Cyclotomic b)
    {
        var field = ModularImage.Of((int)NumberTheory.Lcm(a.Conductor, b.Conductor));
        if (field.TryMap(a) is { } x && field.TryMap(b) is { } y)
        {
            Assert.Equal((x + y) % field.Prime, field.TryMap(a + b));
            Assert.Equal(x * y % field.Prime, field.TryMap(a * b));
            if (!b.IsZero && y != 0)
            {
                Assert.Equal(field.Inverse(y), field.TryMap(b.Inverse()));
            }
        }
    }

    [Fact]
    public void What_the_prime_divides_has_no_image()
    {
        var field = ModularImage.Of(5);
        var prime = Rational.Of((long)field.Prime, 1);
        Assert.Null(field.TryMap(Cyclotomic.E(5, 1) / prime));
        Assert.Equal(0UL, field.TryMap(Cyclotomic.E(5, 2) * prime));
        Assert.Equal(field.Prime - 1, field.TryMap(-Cyclotomic.One));
    }
}
