using Eqnn.Testing;
using Fractions;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests;

/// <summary>The package Fractions as an independent oracle. The conversions stand here, not in the library: they would put a foreign type into its public face for the sake of tests alone.</summary>
[Properties(Arbitrary = [typeof(Samples)])]
public sealed class RationalAgainstFractions
{
    [Law(Cases = 300)]
    public void Arithmetic_agrees(Rational a, Rational b)
    {
        var (x, y) = (ToFraction(a), ToFraction(b));
        Assert.Equal(a, FromFraction(x));
        Assert.Equal(FromFraction(x + y), a + b);
        Assert.Equal(FromFraction(x - y), a - b);
        Assert.Equal(FromFraction(x * y), a * b);
        Assert.Equal(FromFraction(-x), -a);
        Assert.Equal(FromFraction(x.Abs()), Rational.Abs(a));
        Assert.Equal(Math.Sign(x.CompareTo(y)), Math.Sign(a.CompareTo(b)));
        Assert.Equal(x == y, a == b);
        if (!b.IsZero)
        {
            Assert.Equal(FromFraction(x / y), a / b);
        }
    }

    [Law]
    public void Powers_agree(Rational a, sbyte exponent)
    {
        var small = exponent % 6;
        if (!a.IsZero)
        {
            Assert.Equal(FromFraction(Fraction.Pow(ToFraction(a), small)), Rational.Pow(a, small));
        }
    }

    [Law]
    public void Decimals_agree(decimal value)
    {
        Assert.Equal(FromFraction(Fraction.FromDecimal(value)), Rational.FromDecimal(value));
        Assert.Equal(value, Rational.FromDecimal(value).ToDecimal());
    }

    [Law]
    public void Canonical_form_is_kept(Rational a, Rational b)
    {
        foreach (var x in new[] { a + b, a - b, a * b, b.IsZero ? a : a / b, -a })
        {
            Assert.True(x.Denominator.Sign > 0);
            Assert.True(NumberTheory.Gcd(x.Numerator, x.Denominator).IsOne);
        }
    }

    [Law]
    public void Doubles_survive_the_round_trip(double value)
    {
        if (double.IsFinite(value))
        {
            Assert.Equal(value, Rational.FromDouble(value).ToDouble());
        }
    }

    [Law]
    public void The_nearest_double_is_nearest(Rational a)
    {
        var x = a.ToDouble();
        var distance = Rational.Abs(a - Rational.FromDouble(x));
        foreach (var other in new[] { Math.BitIncrement(x), Math.BitDecrement(x) })
        {
            var otherDistance = Rational.Abs(a - Rational.FromDouble(other));
            var isEven = (BitConverter.DoubleToInt64Bits(x) & 1) == 0;
            Assert.True(distance < otherDistance || (distance == otherDistance && isEven));
        }
    }

    private static Fraction ToFraction(Rational value) => new(value.Numerator, value.Denominator);

    private static Rational FromFraction(Fraction value) => new(value.Numerator, value.Denominator);
}
