using System.Numerics;
using Xunit;

namespace Eqnn.Numbers.Tests;

/// <summary>Where fractions of machine words meet those of any size: all operations on numbers at that border, against arithmetic with big integers, and in the one form that equality and hashes rely on.</summary>
public sealed class RationalEnds
{
    private static readonly IReadOnlyList<long> Words = [long.MinValue, long.MinValue + 1, -(1L << 62), -(1L << 53), -6, -1, 0, 1, 4, 1L << 31, (1L << 53) - 1, 1L << 53, 1L << 62, long.MaxValue - 1, long.MaxValue];

    private static readonly IReadOnlyList<(BigInteger N, BigInteger D)> Numbers =
        [.. from n in Words from d in Words where d != 0 select ((BigInteger)n, (BigInteger)d), .. from n in new[] { BigInteger.Pow(10, 30), -BigInteger.Pow(6, 40) } from d in new[] { 1, BigInteger.Pow(14, 25) } select (n, d)];

    [Fact]
    public void Fractions_have_one_form()
    {
        foreach (var (n, d) in Numbers)
        {
            var value = new Rational(n, d);
            IsCanonical(value, n, d);
            if (n >= long.MinValue && n <= long.MaxValue && d >= long.MinValue && d <= long.MaxValue)
            {
                IsCanonical(Rational.Of((long)n, (long)d), n, d);
            }

            IsCanonical(-value, -n, d);
            IsCanonical(Rational.Abs(value), BigInteger.Abs(n), BigInteger.Abs(d));
            Assert.Equal(n.IsZero ? 0 : n.Sign * d.Sign, value.Sign);
            Assert.Equal(n.IsZero, value.IsZero);
            Assert.Equal(n == d, value.IsOne);
            Assert.Equal((n % d).IsZero, value.IsInteger);
            Assert.Equal(FloorOf(n, d), value.Floor());
            Assert.Equal(-FloorOf(-n, d), value.Ceiling());
            if (n.IsZero)
            {
                Assert.Throws<DivideByZeroException>(() => value.Inverse());
            }
            else
            {
                IsCanonical(value.Inverse(), d, n);
                IsCanonical(Rational.Pow(value, -1), d, n);
            }

            IsCanonical(Rational.Pow(value, 0), 1, 1);
            IsCanonical(Rational.Pow(value, 1), n, d);
            IsCanonical(Rational.Pow(value, 2), n * n, d * d);
        }
    }

    [Fact]
    public void Operations_agree_with_big_integers()
    {
        // A fifth of all pairs, in a fixed pattern that meets every number on both sides.
        foreach (var (i, j) in from i in Enumerable.Range(0, Numbers.Count) from j in Enumerable.Range(0, Numbers.Count) where (i + (2 * j)) % 5 == 0 select (i, j))
        {
            var ((a, b), (c, d)) = (Numbers[i], Numbers[j]);
            var (x, y) = (new Rational(a, b), new Rational(c, d));
            IsCanonical(x + y, (a * d) + (c * b), b * d);
            IsCanonical(x - y, (a * d) - (c * b), b * d);
            IsCanonical(x * y, a * c, b * d);
            var order = ((a * d) - (c * b)).Sign * b.Sign * d.Sign;
            Assert.Equal(order, Math.Sign(x.CompareTo(y)));
            Assert.Equal((order < 0, order <= 0, order > 0, order >= 0, order == 0, order != 0), (x < y, x <= y, x > y, x >= y, x == y, x != y));
            Assert.Equal(order <= 0 ? x : y, Rational.Min(x, y));
            Assert.Equal(order >= 0 ? x : y, Rational.Max(x, y));
            if (!c.IsZero)
            {
                IsCanonical(x / y, a * d, b * c);
            }
        }
    }

    /// <summary>Products whose numerator alone or whose denominator alone leaves the words, and those in which 0 meets a number beyond them.</summary>
    [Fact]
    public void Zero_times_a_large_number_is_zero()
    {
        var large = new Rational(BigInteger.Pow(10, 40), 7);
        foreach (var product in new[] { large * 0, 0 * large, new Rational(1, BigInteger.Pow(10, 40)) * 0, 0 * new Rational(1, BigInteger.Pow(10, 40)) })
        {
            Assert.True(product.IsZero && product.Equals(Rational.Zero));
            Assert.Equal(0, product.GetHashCode() - Rational.Zero.GetHashCode());
        }
    }

    [Fact]
    public void Integers_convert_without_loss()
    {
        foreach (var word in Words)
        {
            IsCanonical(word, word, 1);
            IsCanonical((Rational)(BigInteger)word, word, 1);
            IsCanonical(new Rational(word), word, 1);
        }
    }

    [Fact]
    public void Objects_are_compared_by_value()
    {
        var half = Rational.Of(1, 2);
        Assert.True(half.Equals((object)Rational.Of(2, 4)));
        Assert.False(half.Equals((object)0.5));
        Assert.False(half.Equals(null));
        Assert.Equal(1, half.CompareTo(null));
        Assert.Equal(-1, half.CompareTo((object)Rational.One));
        Assert.Throws<ArgumentException>(() => half.CompareTo((object)0.5));
        Assert.NotEqual(new Rational(BigInteger.Pow(10, 30), 7), new Rational(BigInteger.Pow(10, 30), 11));
        Assert.NotEqual(new Rational(BigInteger.Pow(10, 30), 7), new Rational(BigInteger.Pow(10, 31), 7));
        Assert.NotEqual(new Rational(BigInteger.Pow(10, 30), 7), (Rational)0);
    }

    /// <summary>At 0, at the least numbers with and without a hidden bit, at 2^53 and at the largest number.</summary>
    [Fact]
    public void Doubles_are_read_and_rounded_at_every_end()
    {
        double[] values = [0, double.Epsilon, BitConverter.Int64BitsToDouble((1L << 52) - 1), BitConverter.Int64BitsToDouble(1L << 52), 1, Math.BitDecrement(1.0), (1L << 53) - 1, 1L << 53, (1L << 53) + 2, 1e300, double.MaxValue];
        foreach (var value in values)
        {
            foreach (var signed in new[] { value, -value })
            {
                Assert.Equal(signed, Rational.FromDouble(signed).ToDouble());
            }
        }

        Assert.Equal(-Rational.Of(3, 8), Rational.FromDouble(-0.375));
        Assert.Equal(3 * Rational.Pow(2, 60), Rational.FromDouble(Math.ScaleB(3, 60)));
        Assert.Equal(Rational.Pow(2, -1074), Rational.FromDouble(double.Epsilon));
        Assert.Equal((Rational.Pow(2, 52) - 1) * Rational.Pow(2, -1074), Rational.FromDouble(BitConverter.Int64BitsToDouble((1L << 52) - 1)));
        Assert.Equal(Rational.Pow(2, -1022), Rational.FromDouble(BitConverter.Int64BitsToDouble(1L << 52)));
        Assert.Equal((Rational.Pow(2, 53) - 1) * Rational.Pow(2, 971), Rational.FromDouble(double.MaxValue));
        foreach (var (n, d) in Numbers)
        {
            var value = new Rational(n, d);
            var nearest = value.ToDouble();
            var distance = Rational.Abs(value - Rational.FromDouble(nearest));
            Assert.All(new[] { Math.BitIncrement(nearest), Math.BitDecrement(nearest) }, other => Assert.True(distance <= Rational.Abs(value - Rational.FromDouble(other))));
        }
    }

    [Fact]
    public void Decimals_are_read_and_rounded_at_every_end()
    {
        Assert.Equal(new Rational(-(BigInteger)decimal.MaxValue, BigInteger.Pow(10, 28)), Rational.FromDecimal(new decimal(-1, -1, -1, true, 28)));
        Assert.Equal(((BigInteger)3 << 64) + ((BigInteger)5 << 32) + 7, Rational.FromDecimal(new decimal(7, 5, 3, false, 0)).ToBigInteger());
        Assert.Equal(decimal.MaxValue, ((Rational)(BigInteger)decimal.MaxValue).ToDecimal());
        Assert.Equal(decimal.MinValue, ((Rational)(BigInteger)decimal.MinValue).ToDecimal());
        Assert.Equal(new decimal(7, 5, 3, true, 4), Rational.FromDecimal(new decimal(7, 5, 3, true, 4)).ToDecimal());
        Assert.Equal(-0.6666666666666666666666666667m, Rational.Of(-2, 3).ToDecimal());
        Assert.Throws<OverflowException>(() => ((Rational)((BigInteger)decimal.MaxValue + 1)).ToDecimal());
    }

    private static BigInteger FloorOf(BigInteger n, BigInteger d)
    {
        var quotient = BigInteger.Divide(n, d);
        return quotient * d == n || n.Sign == d.Sign ? quotient : quotient - 1;
    }

    private static void IsCanonical(Rational value, BigInteger n, BigInteger d)
    {
        var common = BigInteger.GreatestCommonDivisor(n, d) * d.Sign;
        Assert.Equal((n / common, d / common), (value.Numerator, value.Denominator));
        var fits = BigInteger.Abs(n / common) <= long.MaxValue && d / common <= long.MaxValue;
        Assert.Equal(fits, value.Big is null);
        Assert.Equal(new Rational(n, d).GetHashCode(), value.GetHashCode());
    }
}
