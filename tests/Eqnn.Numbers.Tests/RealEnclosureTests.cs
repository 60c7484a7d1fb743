using System.Numerics;
using Xunit;

namespace Eqnn.Numbers.Tests;

/// <summary>Signs, orders and roundings of irrational numbers where doubles do not decide them.</summary>
public sealed class RealEnclosureTests
{
    /// <summary>p + √3 and q√2 + √3 with p² - 2q² = ±1: they differ by about 1/(2p), below the rounding of a double from p about 10^8 on.</summary>
    [Fact]
    public void Numbers_nearer_than_doubles_can_tell_are_ordered()
    {
        var (root2, root3) = (Cyclotomic.SquareRoot(2), Cyclotomic.SquareRoot(3));
        BigInteger p = 1, q = 1;
        for (var step = 1; step <= 60; step++)
        {
            var norm = (p * p) - (2 * q * q);
            foreach (var scale in new[] { Rational.One, Rational.Of(1, 7), Rational.Of(-5, 3) })
            {
                var (left, right) = ((p + root3) * scale, ((q * root2) + root3) * scale);
                var expected = norm.Sign * scale.Sign;
                Assert.Equal(expected, Cyclotomic.CompareReal(left, right));
                Assert.Equal(-expected, Cyclotomic.CompareReal(right, left));
                Assert.Equal(expected, (left - right).Sign);
                Assert.Equal((expected < 0 ? left : right, expected < 0 ? right : left), (Cyclotomic.Min(left, right), Cyclotomic.Max(left, right)));

                // Over different denominators.
                Assert.Equal(norm.Sign, Cyclotomic.CompareReal((p + root3) / 7, ((q * root2) + root3) / 7));
                Assert.Equal(p.Sign, Cyclotomic.CompareReal((p + root3) / 5, ((q * root2) + root3) / 7));
            }

            (p, q) = (p + (2 * q), p + q);
        }
    }

    [Theory]
    [InlineData("sqrt(2)")]
    [InlineData("-sqrt(2)")]
    [InlineData("1-sqrt(2)")]
    [InlineData("-7/3+5/11*sqrt(5)")]
    [InlineData("123456789*sqrt(3)-213833430")]
    [InlineData("E(7)+E(7)^6")]
    [InlineData("E(60)+E(60)^59-sqrt(3)")]
    public void The_double_with_its_error_holds_the_number(string text)
    {
        var number = Cyclotomic.Parse(text);
        var body = number.Body!;
        Assert.True(RealEnclosure.TryApproximate(body, out var value, out var error));
        var exact = body.Denominator * number;
        Assert.True(Cyclotomic.CompareReal(Cyclotomic.Abs(exact - Rational.FromDouble(value)), Rational.FromDouble(error)) <= 0);

        // Narrow: some units in the last place of the sum of the sizes of the coefficients.
        var size = Enumerable.Range(0, body.Count).Aggregate(BigInteger.Zero, (sum, i) => sum + BigInteger.Abs(body.Numerator(i)));
        Assert.InRange(error, Math.ScaleB((double)size, -53), Math.ScaleB((double)size, -44));

        foreach (var bits in new[] { 1, 20, 300 })
        {
            var (centre, radius) = RealEnclosure.Enclose(body, bits);
            Assert.Equal(size, radius);
            Assert.True(Cyclotomic.CompareReal(Cyclotomic.Abs((exact * Rational.Pow(2, bits)) - centre), radius) < 0);
        }

        Assert.Equal(exact.ToDouble() > 0 ? 1 : -1, number.Sign);
        Assert.Equal(number.Sign < 0 ? -number : number, Cyclotomic.Abs(number));
    }

    [Fact]
    public void The_nearest_double_and_integer_are_nearest()
    {
        foreach (var text in new[] { "sqrt(2)", "-sqrt(5)/3", "1/2*sqrt(2)-5/7", "10000000000000000000*sqrt(3)", "(sqrt(2)-1)/1000000000000", "E(9)+E(9)^8" })
        {
            var number = Cyclotomic.Parse(text);
            var nearest = number.ToDouble();
            Rational below = Rational.FromDouble(Math.BitDecrement(nearest)), above = Rational.FromDouble(Math.BitIncrement(nearest)), at = Rational.FromDouble(nearest);
            Assert.True(Cyclotomic.CompareReal((below + at) / 2, number) < 0 && Cyclotomic.CompareReal(number, (at + above) / 2) < 0);
            foreach (var factor in new[] { BigInteger.One, BigInteger.Pow(10, 5), BigInteger.Pow(10, 60) })
            {
                var integer = RealEnclosure.NearestInteger(number.Body!, factor);
                Assert.True(Cyclotomic.CompareReal(Cyclotomic.Abs((number * (Rational)factor) - integer), Rational.Of(1, 2)) < 0);
            }
        }

        Assert.Throws<OverflowException>(() => (Cyclotomic.SquareRoot(2) * Rational.Pow(10, 400)).ToDouble());
    }

    /// <summary>GAP's order from its definition: the conductors, then the whole lists of coefficients, zeros written out.</summary>
    [Fact]
    public void The_listing_order_is_that_of_whole_coefficient_lists()
    {
        List<Cyclotomic> numbers = [.. from n in new[] { 5, 8, 12 } from a in Enumerable.Range(0, n) from b in Enumerable.Range(0, n) from c in new[] { -1, 2 } select Cyclotomic.E(n, a) + (c * Cyclotomic.E(n, b))];
        numbers.AddRange([0, 3, Rational.Of(-5, 2), Cyclotomic.E(5) / 3, Cyclotomic.E(5) / 2, -Cyclotomic.E(5)]);
        foreach (var a in numbers)
        {
            foreach (var b in numbers)
            {
                Assert.Equal(ByLists(a, b), Math.Sign(Cyclotomic.CompareListing(a, b)));
                Assert.Equal(a.Equals(b), Cyclotomic.CompareListing(a, b) == 0);
                var order = a.IsReal && b.IsReal ? (a - b).Sign : a.IsReal ? -1 : b.IsReal ? 1 : ByLists(a, b);
                Assert.Equal(order, Math.Sign(a.CompareTo(b)));
            }
        }

        Assert.Equal(1, Cyclotomic.One.CompareTo(null));
        Assert.Equal(-1, Math.Sign(Cyclotomic.One.CompareTo((object)Cyclotomic.E(3))));
        Assert.Throws<ArgumentException>(() => Cyclotomic.One.CompareTo((object)1));
        Assert.False(Cyclotomic.One.Equals((object)1));

        static int ByLists(Cyclotomic a, Cyclotomic b)
        {
            if (a.Conductor != b.Conductor)
            {
                return a.Conductor.CompareTo(b.Conductor);
            }

            return Enumerable.Range(0, a.Conductor).Select(exponent => Coefficient(a, exponent).CompareTo(Coefficient(b, exponent))).FirstOrDefault(order => order != 0);
        }

        static Rational Coefficient(Cyclotomic number, int exponent) => number.ZumbroichCoefficients.Where(term => term.Exponent == exponent).Select(term => term.Coefficient).SingleOrDefault();
    }

    [Fact]
    public void Parts_and_decimals_of_complex_numbers()
    {
        var number = Cyclotomic.Parse("1/2-3*E(4)+E(3)");
        Assert.Equal(Cyclotomic.Zero, number.RealPart());
        Assert.Equal(Cyclotomic.SquareRoot(3) / 2 - 3, number.ImaginaryPart());
        Assert.Equal("0.00-2.13i", number.ToDecimalString(2));
        Assert.Equal("-0.50+0.87i", Cyclotomic.E(3).ToDecimalString(2));
        Assert.Equal("1.41", Cyclotomic.SquareRoot(2).ToDecimalString(2));
        Assert.Equal("1", Cyclotomic.SquareRoot(2).ToDecimalString(0));
        Assert.Equal(new Complex(0, number.ImaginaryPart().ToDouble()), number.ToComplex());
        Assert.Equal(new Complex(2, 0), ((Cyclotomic)2).ToComplex());
        Assert.Throws<ArgumentOutOfRangeException>(() => number.ToDecimalString(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cyclotomic.SquareRoot(2).ToDecimalString(-1));
        foreach (Action refused in new Action[] { () => _ = number.Sign, () => number.ToDouble(), () => Cyclotomic.Abs(number), () => Cyclotomic.CompareReal(number, 1), () => Cyclotomic.CompareReal(1, number), () => Cyclotomic.Min(1, number), () => Cyclotomic.Max(number, 1) })
        {
            Assert.Throws<InvalidOperationException>(refused);
        }
    }
}
