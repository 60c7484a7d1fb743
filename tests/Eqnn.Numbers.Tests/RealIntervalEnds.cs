using System.Numerics;
using Xunit;

namespace Eqnn.Numbers.Tests;

/// <summary>Every operation gives the narrowest interval in fixed point: its ends are compared with exact arithmetic on all small ends.</summary>
public sealed class RealIntervalEnds
{
    private const int Bits = 2;

    private static readonly IReadOnlyList<(int Low, int High)> All = [.. from low in Enumerable.Range(-3, 7) from high in Enumerable.Range(low, 4 - low) select (low, high)];

    [Fact]
    public void Sums_products_and_quotients_have_the_ends_of_exact_arithmetic()
    {
        foreach (var (x, y) in from a in All from b in All select (a, b))
        {
            var (left, right) = (Interval(x), Interval(y));
            Assert.Equal((Exact(x.Low + y.Low), Exact(x.High + y.High)), Ends(left + right));
            Assert.Equal((Exact(x.Low - y.High), Exact(x.High - y.Low)), Ends(left - right));
            Assert.Equal(Outwards(Corners(x, y, (p, q) => p * q)), Ends(left * right));
            if (y.Low <= 0 && y.High >= 0)
            {
                Assert.True(right.ContainsZero);
                Assert.Throws<DivideByZeroException>(() => left / right);
            }
            else
            {
                Assert.False(right.ContainsZero);
                Assert.Equal(Outwards(Corners(x, y, (p, q) => p / q)), Ends(left / right));
            }

            var reach = Math.Max(Math.Abs(y.Low), Math.Abs(y.High));
            Assert.Equal((Exact(x.Low - reach), Exact(x.High + reach)), Ends(left.WidenedBy(right)));
        }
    }

    [Fact]
    public void Opposites_sizes_squares_and_powers_have_the_ends_of_exact_arithmetic()
    {
        foreach (var x in All)
        {
            var (interval, low, high) = (Interval(x), Exact(x.Low), Exact(x.High));
            var (least, most) = (interval.ContainsZero ? 0 : Rational.Min(Rational.Abs(low), Rational.Abs(high)), Rational.Max(Rational.Abs(low), Rational.Abs(high)));
            Assert.Equal((-high, -low), Ends(-interval));
            Assert.Equal(high - low, interval.Width);
            Assert.Equal(x.Low > 0, interval.IsPositive);
            Assert.Equal((least, most), Ends(interval.Abs()));
            Assert.Equal(Outwards([least * least, most * most]), Ends(interval.Squared()));
            Assert.Equal((Rational.One, Rational.One), Ends(interval.Power(0)));
            Assert.Equal((low, high), Ends(interval.Power(1)));
            Assert.Equal(Ends(interval.Squared()), Ends(interval.Power(2)));
            foreach (var factor in new[] { Rational.Of(-5, 3), -1, 0, Rational.Of(2, 7), 3 })
            {
                Assert.Equal(Outwards([factor * low, factor * high]), Ends(factor * interval));
            }

            // The middle is a double here.
            Assert.Equal(((low + high) / 2).ToDouble(), interval.ToDouble());
        }
    }

    /// <summary>Enough bits to hold all powers: then nothing is rounded.</summary>
    [Fact]
    public void Powers_are_exact_where_the_bits_suffice()
    {
        foreach (var value in new[] { -3, -1, 0, 1, 2, 5 })
        {
            for (var exponent = 0; exponent <= 9; exponent++)
            {
                var exact = Rational.Pow(Rational.Of(value, 2), exponent);
                Assert.Equal((exact, exact), Ends(RealInterval.Of(Rational.Of(value, 2), 20).Power(exponent)));
            }
        }

        // An even power of an interval around 0 is not negative; an odd one is the product of it and an even one.
        Assert.Equal((-18, 27), Ends(RealInterval.Between(-2, 3, 20).Power(3)));
        Assert.Equal((0, 81), Ends(RealInterval.Between(-2, 3, 20).Power(4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RealInterval.Of(2, 20).Power(-1));
    }

    [Fact]
    public void Enclosures_of_rational_numbers_are_narrowest()
    {
        foreach (var value in new[] { Rational.Of(-7, 3), -1, Rational.Of(-1, 5), 0, Rational.Of(1, 3), Rational.Of(1, 4), Rational.Of(9, 5) })
        {
            Assert.Equal(Outwards([value]), Ends(RealInterval.Of(value, Bits)));
            Assert.Equal(Outwards([value, value + 1]), Ends(RealInterval.Between(value, value + 1, Bits)));
            Assert.Equal(Ends(RealInterval.Of(value, Bits)), Ends(RealInterval.Of((Cyclotomic)value, Bits)));
            Assert.Equal(Ends(RealInterval.Of(value, Bits)), Ends(RealInterval.Of(value, 7).WithBits(Bits)));
            var wide = RealInterval.Of(value, Bits).WithBits(9);
            Assert.Equal((9, Ends(RealInterval.Of(value, Bits))), (wide.Bits, Ends(wide)));
            Assert.Equal(RealInterval.Of(value, Bits), RealInterval.Of(value, Bits).WithBits(Bits));
        }

        Assert.Equal((2, 2), Ends(RealInterval.Between(2, 2, Bits)));
        Assert.Throws<ArgumentException>(() => RealInterval.Between(2, Rational.Of(7, 4), Bits));
    }

    /// <summary>√2 and the golden ratio over 3: the enclosure holds the number and is at most a few units wide.</summary>
    [Theory]
    [InlineData("sqrt(2)", 2)]
    [InlineData("sqrt(2)/3", 2)]
    [InlineData("-sqrt(5)/7", 3)]
    [InlineData("1/2+sqrt(3)", 30)]
    public void Enclosures_of_irrational_numbers_hold_them(string text, int bits)
    {
        var number = Cyclotomic.Parse(text);
        var interval = RealInterval.Of(number, bits);
        Assert.True(Cyclotomic.CompareReal(interval.Low, number) < 0 && Cyclotomic.CompareReal(number, interval.High) < 0);
        Assert.True(interval.Width <= 16 * Rational.Pow(2, -bits), $"{interval.Width}");
    }

    [Fact]
    public void The_number_of_bits_is_checked()
    {
        Assert.Equal(0, RealInterval.Of(1, 0).Bits);
        Assert.Equal(RealInterval.MaxBits, RealInterval.Of(1, RealInterval.MaxBits).Bits);
        foreach (var bits in new[] { -1, RealInterval.MaxBits + 1 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => RealInterval.Of(1, bits));
            Assert.Throws<ArgumentOutOfRangeException>(() => RealInterval.Of(Cyclotomic.SquareRoot(2), bits));
            Assert.Throws<ArgumentOutOfRangeException>(() => RealInterval.Of(1, 3).WithBits(bits));
        }

        var (two, three) = (RealInterval.Of(1, 2), RealInterval.Of(1, 3));
        Assert.Throws<ArgumentException>(() => two - three);
        Assert.Throws<ArgumentException>(() => two * three);
        Assert.Throws<ArgumentException>(() => two / three);
        Assert.Throws<ArgumentException>(() => two.WidenedBy(three));
    }

    [Fact]
    public void Equality_asks_for_both_ends_and_the_bits()
    {
        var interval = RealInterval.Between(1, 2, 4);
        Assert.True(interval == RealInterval.Between(1, 2, 4) && interval.Equals((object)RealInterval.Between(1, 2, 4)));
        Assert.Equal(interval.GetHashCode(), RealInterval.Between(1, 2, 4).GetHashCode());
        foreach (var other in new[] { RealInterval.Between(1, 3, 4), RealInterval.Between(0, 2, 4), RealInterval.Between(1, 2, 5), RealInterval.Between(4, 8, 2) })
        {
            Assert.True(interval != other);
            Assert.False(interval.Equals((object)other));
            Assert.NotEqual(interval.GetHashCode(), other.GetHashCode());
        }

        Assert.False(interval.Equals((object)"[1, 2]"));
        Assert.Equal("[1, 2]", interval.ToString());
    }

    /// <summary>A range that touches the interval at one end leaves that end.</summary>
    [Fact]
    public void A_range_cuts_an_interval()
    {
        var interval = RealInterval.Between(1, 2, 4);
        Assert.Equal((1, 1), Ends(interval.Within(0, 1)));
        Assert.Equal((2, 2), Ends(interval.Within(2, 3)));
        Assert.Equal((1, 2), Ends(interval.Within(0, 3)));
        Assert.Equal((Rational.Of(5, 4), Rational.Of(3, 2)), Ends(interval.Within(Rational.Of(5, 4), Rational.Of(3, 2))));
    }

    private static Rational Exact(int units) => Rational.Of(units, 1 << Bits);

    private static RealInterval Interval((int Low, int High) units) => RealInterval.Between(Exact(units.Low), Exact(units.High), Bits);

    private static (Rational Low, Rational High) Ends(RealInterval interval) => (interval.Low, interval.High);

    private static IReadOnlyList<Rational> Corners((int Low, int High) x, (int Low, int High) y, Func<Rational, Rational, Rational> operation) =>
        [operation(Exact(x.Low), Exact(y.Low)), operation(Exact(x.Low), Exact(y.High)), operation(Exact(x.High), Exact(y.Low)), operation(Exact(x.High), Exact(y.High))];

    private static (Rational Low, Rational High) Outwards(IReadOnlyList<Rational> values)
    {
        BigInteger scale = 1 << Bits;
        return (new((values.Min() * scale).Floor(), scale), new((values.Max() * scale).Ceiling(), scale));
    }
}
