using System.Numerics;
using System.Runtime.CompilerServices;
using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class RationalTests
{
    [Fact]
    public void A_rational_number_takes_three_words() => Assert.Equal(3 * IntPtr.Size, Unsafe.SizeOf<Rational>());

    [Theory]
    [InlineData(6, 4, "3/2")]
    [InlineData(6, -4, "-3/2")]
    [InlineData(-6, -4, "3/2")]
    [InlineData(0, -7, "0")]
    [InlineData(12, 4, "3")]
    [InlineData(long.MinValue, long.MinValue, "1")]
    [InlineData(long.MinValue, 1, "-9223372036854775808")]
    [InlineData(1, long.MinValue, "-1/9223372036854775808")]
    [InlineData(long.MaxValue, long.MinValue, "-9223372036854775807/9223372036854775808")]
    public void Fractions_are_reduced(long numerator, long denominator, string text)
    {
        Assert.Equal(text, Rational.Of(numerator, denominator).ToString());
        Assert.Equal(Rational.Of(numerator, denominator), new Rational(numerator, (BigInteger)denominator));
    }

    [Fact]
    public void A_zero_denominator_throws()
    {
        Assert.Throws<DivideByZeroException>(() => Rational.Of(1, 0));
        Assert.Throws<DivideByZeroException>(() => new Rational(1, BigInteger.Zero));
        Assert.Throws<DivideByZeroException>(() => Rational.Pow(0, -1));
        Assert.Throws<DivideByZeroException>(() => Rational.One / 0);
    }

    [Fact]
    public void Integers_mix_on_both_sides()
    {
        var half = Rational.Of(1, 2);
        Assert.Equal(Rational.Of(3, 2), half + 1);
        Assert.Equal(Rational.Of(3, 2), 1 + half);
        Assert.Equal(Rational.Of(-1, 2), half - 1);
        Assert.Equal(half, 1 - half);
        Assert.Equal(1, half * 2);
        Assert.Equal(1, 2 * half);
        Assert.Equal(Rational.Of(1, 4), half / 2);
        Assert.Equal(4, 2 / half);
    }

    [Theory]
    [InlineData("7/2", "3", "4", "4")]
    [InlineData("-7/2", "-4", "-3", "-4")]
    [InlineData("5", "5", "5", "5")]
    [InlineData("-1/3", "-1", "0", "0")]
    [InlineData("1/2", "0", "1", "1")]
    [InlineData("-1/2", "-1", "0", "-1")]
    public void Integers_nearby(string value, string floor, string ceiling, string nearest)
    {
        var x = Rational.Parse(value);
        Assert.Equal(floor, x.Floor().ToString(null, null));
        Assert.Equal(ceiling, x.Ceiling().ToString(null, null));
        Assert.Equal(nearest, x.Round().ToString(null, null));
    }

    [Theory]
    [InlineData("1/3", 5, "0.33333")]
    [InlineData("-2/3", 5, "-0.66667")]
    [InlineData("1/8", 2, "0.13")]
    [InlineData("-1/8", 2, "-0.13")]
    [InlineData("-1/300", 2, "0.00")]
    [InlineData("99999/100000", 3, "1.000")]
    [InlineData("5/2", 0, "3")]
    [InlineData("7", 3, "7.000")]
    public void Decimals_are_rounded(string value, int digits, string text) => Assert.Equal(text, Rational.Parse(value).ToDecimalString(digits));

    [Fact]
    public void Latex_writes_fractions()
    {
        Assert.Equal("-\\frac{3}{4}", Rational.Of(-3, 4).ToString("L"));
        Assert.Equal("-3", ((Rational)(-3)).ToString("L"));
    }

    [Theory]
    [InlineData(" - 6 / 4 ", "-3/2")]
    [InlineData("+7", "7")]
    [InlineData("0.250", "1/4")]
    [InlineData("-12.5", "-25/2")]
    [InlineData("123456789012345678901234567890/2", "61728394506172839450617283945")]
    public void Several_notations_are_read(string text, string value) => Assert.Equal(value, Rational.Parse(text).ToString());

    [Theory]
    [InlineData("", 0)]
    [InlineData("-", 1)]
    [InlineData("1/0", 2)]
    [InlineData("1/", 2)]
    [InlineData("1/2/3", 3)]
    [InlineData("1.", 2)]
    [InlineData("1 2", 2)]
    [InlineData("1e5", 1)]
    [InlineData("x", 0)]
    [InlineData("1/-2", 2)]
    public void Errors_name_the_place(string text, int position)
    {
        Assert.False(Rational.TryParse(text, out _));
        Assert.Equal(position, Assert.Throws<AlgebraFormatException>(() => Rational.Parse(text)).Position);
    }

    [Fact]
    public void Errors_name_the_nearest_form() => Assert.Equal("-3/2", Assert.Throws<AlgebraFormatException>(() => Rational.Parse("−1,5")).Nearest);

    [Theory]
    [InlineData("1/3", 1.0 / 3)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("9007199254740995", 9007199254740996.0)]
    [InlineData("-1/10", -0.1)]
    public void Doubles_are_rounded_to_even(string value, double nearest) => Assert.Equal(nearest, Rational.Parse(value).ToDouble());

    [Fact]
    public void Doubles_at_the_ends_of_their_range()
    {
        var least = Rational.FromDouble(double.Epsilon);
        Assert.Equal(0, (least / 2).ToDouble());
        Assert.Equal(double.Epsilon, (least * Rational.Of(3, 4)).ToDouble());
        Assert.Equal(2 * double.Epsilon, (least * Rational.Of(3, 2)).ToDouble());
        Assert.Equal(0, Rational.Pow(10, -400).ToDouble());
        Assert.Equal(double.MaxValue, Rational.FromDouble(double.MaxValue).ToDouble());
        Assert.Throws<OverflowException>(() => Rational.Pow(10, 400).ToDouble());
        Assert.Throws<ArgumentOutOfRangeException>(() => Rational.FromDouble(double.NaN));
        Assert.Throws<OverflowException>(() => Rational.Pow(10, 30).ToDecimal());
        Assert.Equal(0.3333333333333333333333333333m, Rational.Of(1, 3).ToDecimal());
    }

    [Fact]
    public void Only_integers_convert_to_integers()
    {
        Assert.Equal(5, Rational.Of(10, 2).ToBigInteger());
        Assert.Throws<InvalidOperationException>(() => Rational.Of(1, 2).ToBigInteger());
    }
}
