using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests;

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class RealCyclotomicRootTests
{
    [Law]
    public void A_root_that_is_found_is_one(RealCyclotomic value)
    {
        if (RealCyclotomic.TrySquareRoot(value, 12) is { } root)
        {
            Assert.Equal(value, root * root);
            Assert.True(root.Sign >= 0);
        }
    }

    [Law]
    public void Roots_of_squares_of_quadratic_numbers_are_found(Rational a, Rational b)
    {
        var root = RealCyclotomic.Abs((RealCyclotomic)(a + (b * Cyclotomic.SquareRoot(5))));
        if (BigRatio(a) && BigRatio(b))
        {
            Assert.Equal(root, RealCyclotomic.TrySquareRoot(root * root, 1));
        }

        static bool BigRatio(Rational r) => System.Numerics.BigInteger.Abs(r.Numerator) < 30 && r.Denominator < 7;
    }

    [Theory]
    [InlineData("2", 1, "√2")]
    [InlineData("3/4", 1, "√3/2")]
    [InlineData("3+2*sqrt(2)", 1, "1+√2")]
    [InlineData("3-2*sqrt(2)", 1, "-1+√2")]
    [InlineData("5+2*sqrt(6)", 1, "√2+√3")]
    public void Roots_of_rationals_and_sums_of_two_roots(string value, int conductor, string root) =>
        Assert.Equal(root, RealCyclotomic.TrySquareRoot(RealCyclotomic.Parse(value), conductor)?.ToString("R"));

    [Fact]
    public void Sines_are_found_where_the_conductor_has_them()
    {
        var sine = (RealCyclotomic)Cyclotomic.E(7).ImaginaryPart();
        Assert.Equal(sine, RealCyclotomic.TrySquareRoot(sine * sine, 28));
        Assert.Null(RealCyclotomic.TrySquareRoot(sine * sine, 1));
        Assert.Equal(sine * 3, RealCyclotomic.TrySquareRoot(sine * sine * 9, 7));
    }

    /// <summary>√(1+√2) generates no abelian field; a negative number has no real root.</summary>
    [Fact]
    public void No_root_is_claimed_where_there_is_none()
    {
        Assert.Null(RealCyclotomic.TrySquareRoot(RealCyclotomic.Parse("1+sqrt(2)"), 48));
        Assert.Null(RealCyclotomic.TrySquareRoot(-1, 48));
        Assert.Throws<ArgumentOutOfRangeException>(() => RealCyclotomic.TrySquareRoot(1, 0));
    }
}
