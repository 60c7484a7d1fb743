using Eqnn.Numbers;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Numbers.Tests;

/// <summary>Enclosures hold what they should, stay narrow, and functions agree with identities to many digits.</summary>
public sealed class RealIntervalLaws
{
    private const int Bits = 200;

    public static TheoryData<string> Points => ["-40", "-17/4", "-1", "-1/3", "0", "1/1000000007", "1/2", "1", "7/3", "20"];

    [Theory]
    [MemberData(nameof(Points))]
    public void Functions_agree_with_doubles_and_identities(string text)
    {
        var q = Rational.Parse(text, null);
        var (x, d) = (RealInterval.Of(q, Bits), q.ToDouble());
        Near(Math.Exp(d), x.Exp());
        Near(Math.Cos(d), x.Cos());
        Near(Math.Sin(d), x.Sin());
        Near(Math.Atan(d), x.Arctan());
        Same(RealInterval.Of(1, Bits), x.Cos().Squared() + x.Sin().Squared());
        Same(RealInterval.Of(1, Bits), x.Exp() * (-x).Exp());
        Same(x, x.Exp().Log(), (int)Math.Max(0, -d * 1.5));
        Same(-x.Erf(), (-x).Erf());
        Same(x.Abs(), x.Squared().Sqrt(), 30);
    }

    [Fact]
    public void Constants_have_their_digits()
    {
        Assert.Equal("3.14159265358979323846264338327950288419716939937511", RealInterval.Pi(Bits).TryToDecimalString(50));
        Assert.Equal("2.71828182845904523536028747135266249775724709369996", RealInterval.Of(1, Bits).Exp().TryToDecimalString(50));
        Assert.Equal("0.69314718055994530941723212145817656807550013436026", RealInterval.Of(2, Bits).Log().TryToDecimalString(50));
        Assert.Equal("0.84270079294971486934122063508260925929606699796630", RealInterval.Of(1, Bits).Erf().TryToDecimalString(50));
        Assert.Equal("0.52359877559829887307710723054658381403286156656252", RealInterval.Of(Rational.Of(1, 2), Bits).Arcsin().TryToDecimalString(50));
        Assert.Equal("1.57079632679489661923132169163975144209858469968755", RealInterval.Of(1, Bits).Arcsin().TryToDecimalString(50));
        Assert.Equal("1.41421356237309504880168872420969807856967187537695", RealInterval.Of(Cyclotomic.SquareRoot(2), Bits).TryToDecimalString(50));
    }

    [Fact]
    public void Operations_enclose_all_corners()
    {
        Rational[] ends = [-3, -1, Rational.Of(-1, 7), 0, Rational.Of(2, 9), 5];
        var intervals = ends.SelectMany(low => ends.Where(high => high >= low).Select(high => (low, high))).ToList();
        foreach (var (a, b) in intervals)
        {
            foreach (var (c, d) in intervals)
            {
                var (x, y) = (RealInterval.Between(a, b, 40), RealInterval.Between(c, d, 40));
                foreach (var (p, q) in new[] { (a, c), (a, d), (b, c), (b, d) })
                {
                    Holds(x + y, p + q);
                    Holds(x - y, p - q);
                    Holds(x * y, p * q);
                    Holds(c * x, c * p);
                    if (!y.ContainsZero)
                    {
                        Holds(x / y, p / q);
                    }
                }
            }
        }
    }

    [Fact]
    public void What_has_no_value_is_refused()
    {
        var one = RealInterval.Of(1, 40);
        Assert.Throws<DivideByZeroException>(() => one / RealInterval.Between(-1, 1, 40));
        Assert.Throws<ArgumentException>(() => (-one).Sqrt());
        Assert.Throws<ArgumentException>(() => (one - one).Log());
        Assert.Throws<ArgumentException>(() => one + RealInterval.Of(1, 50));
        Assert.Throws<CertificateException>(() => (one + one).Arcsin());
        Assert.Throws<InvalidOperationException>(() => RealInterval.Of(Cyclotomic.E(4, 1), 40));
        Assert.Throws<ArgumentOutOfRangeException>(() => RealInterval.Of(1, RealInterval.MaxBits + 1));
        Assert.Null(RealInterval.Between(0, 1, 40).TryToDecimalString(3));
    }

    /// <summary>5 ± nothing against the range of a sine; a range that it meets cuts it.</summary>
    [Fact]
    public void An_enclosure_outside_the_range_of_its_number_is_refused()
    {
        Fires.With("an enclosure meets the range of its number", () => RealInterval.Of(5, Bits).Within(-1, 1));
        Fires.With("an enclosure meets the range of its number", () => RealInterval.Of(-5, Bits).Within(-1, 1));
        var cut = RealInterval.Between(-3, Rational.Of(1, 2), Bits).Within(-1, 1);
        Assert.Equal((-1, Rational.Of(1, 2)), (cut.Low, cut.High));
    }

    private static void Holds(RealInterval interval, Rational value) => Assert.True(interval.Low <= value && value <= interval.High, $"{value} in {interval}");

    private static void Near(double expected, RealInterval value) => Assert.True(Math.Abs(expected - value.ToDouble()) <= 1e-13 * Math.Max(1, Math.Abs(expected)), $"{expected:R} against {value}");

    /// <summary>The two enclosures meet, and they are narrow but for <paramref name="lost"/> bits.</summary>
    private static void Same(RealInterval left, RealInterval right, int lost = 0)
    {
        Assert.True((left - right).ContainsZero, $"{left} against {right}");
        Assert.True(right.Width < Rational.Pow(2, lost + 90 - Bits), $"{right.Width.ToDouble()}");
    }

    /// <summary>An enclosure of a number between 1 and 2, said to lie between 3 and 4.</summary>
    [Fact]
    public void An_enclosure_that_misses_its_range_is_refused()
    {
        var interval = RealInterval.Between(1, 2, 64);
        Assert.Equal(2, interval.Within(2, 4).Low);
        Fires.With("an enclosure meets the range of its number", () => interval.Within(3, 4));
        Fires.With("an enclosure meets the range of its number", () => interval.Within(-1, Rational.Of(1, 2)));
    }
}
