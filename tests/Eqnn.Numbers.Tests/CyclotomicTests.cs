using System.Numerics;
using System.Runtime.CompilerServices;
using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class CyclotomicTests
{
    [Fact]
    public void A_cyclotomic_number_takes_three_words() => Assert.Equal(3 * IntPtr.Size, Unsafe.SizeOf<Cyclotomic>());

    [Theory]
    [InlineData(9, "-E(9)^4-E(9)^7")]
    [InlineData(6, "-E(3)^2")]
    [InlineData(2, "-1")]
    [InlineData(1, "1")]
    public void Normal_forms_of_the_documentation(int n, string text) => Assert.Equal(text, Cyclotomic.E(n).ToString());

    [Theory]
    [InlineData("E(8)-E(8)^3", "√2")]
    [InlineData("E(5)+E(5)^4", "-1/2+√5/2")]
    [InlineData("E(3)", "-1/2+i√3/2")]
    [InlineData("E(4)", "i")]
    [InlineData("-3/2*E(4)", "-3i/2")]
    [InlineData("E(24)", "√2/4+√6/4-i√2/4+i√6/4")]
    [InlineData("1/2*E(12)^7-1/2*E(12)^11", "-√3/2")]
    [InlineData("E(7)+E(7)^2+E(7)^4", "-1/2+i√7/2")]
    [InlineData("E(5)", "E(5)")]
    [InlineData("E(7)+E(7)^6", "E(7)+E(7)^6")]
    [InlineData("0", "0")]
    [InlineData("-5/3", "-5/3")]
    public void Radicals_where_short(string gap, string radicals)
    {
        var value = Cyclotomic.Parse(gap);
        Assert.Equal(radicals, value.ToString("R"));
        Assert.Equal(value, Cyclotomic.Parse(radicals));
    }

    [Theory]
    [InlineData("-1/2*E(5)+3*E(5)^2", "-\\frac{1}{2}\\zeta_{5}+3\\zeta_{5}^{2}", "-\\frac{1}{2}\\zeta_{5}+3\\zeta_{5}^{2}")]
    [InlineData("E(5)+E(5)^4", "\\zeta_{5}+\\zeta_{5}^{4}", "-\\frac{1}{2}+\\frac{\\sqrt{5}}{2}")]
    [InlineData("1/2+E(4)", "\\frac{1}{2}+\\zeta_{4}", "\\frac{1}{2}+i")]
    public void Latex(string gap, string latex, string radicals)
    {
        Assert.Equal(latex, Cyclotomic.Parse(gap).ToString("L"));
        Assert.Equal(radicals, Cyclotomic.Parse(gap).ToString("LR"));
    }

    [Fact]
    public void Fifty_decimals_of_the_golden_ratio_and_of_two_cosines()
    {
        Assert.Equal("1.61803398874989484820458683436563811772030917980576", ((1 + Cyclotomic.SquareRoot(5)) / 2).ToDecimalString(50));
        Assert.Equal("1.24697960371746706105000976800847962126454946179280", (Cyclotomic.E(7) + Cyclotomic.E(7, 6)).ToDecimalString(50));
        Assert.Equal("-0.50+0.87i", Cyclotomic.E(3).ToDecimalString(2));
        Assert.Equal("0-1i", Cyclotomic.E(4, 3).ToDecimalString(0));
    }

    [Theory]
    [InlineData("zeta_5^2", "E(5)^2")]
    [InlineData("ζ_{12}^{-1}", "E(12)^11")]
    [InlineData(" 2 * ( E(3) - E(3)^2 ) / 4 ", "1/2*E(3)-1/2*E(3)^2")]
    [InlineData("sqrt(2)*sqrt(3)", "E(24)-E(24)^11-E(24)^17+E(24)^19")]
    [InlineData("√(1/2)", "1/2*E(8)-1/2*E(8)^3")]
    [InlineData("√-7", null)]
    [InlineData("√(-4)", "2*E(4)")]
    [InlineData("--1", "1")]
    [InlineData("1/E(5)", "E(5)^4")]
    [InlineData("(1+i)^-2", "-1/2*E(4)")]
    [InlineData("E(5)^100000000000000000001", "E(5)")]
    [InlineData("0.5i√3", "1/2*E(3)-1/2*E(3)^2")]
    [InlineData("\\frac{1}{2}\\zeta_{5}", "1/2*E(5)")]
    [InlineData("−E(3)", "-E(3)")]
    public void Several_notations_are_read(string text, string? normal)
    {
        Assert.Equal(normal is not null, Cyclotomic.TryParse(text, out var value));
        if (normal is not null)
        {
            Assert.Equal(normal, value.ToString());
        }
    }

    [Theory]
    [InlineData("", 0, "")]
    [InlineData("E(0)", 2, "")]
    [InlineData("E(5", 3, "")]
    [InlineData("E()", 2, "")]
    [InlineData("e(5)", 0, "E(5)")]
    [InlineData("E[5]", 0, "E(5)")]
    [InlineData("1+*2", 2, "")]
    [InlineData("1/0", 1, "")]
    [InlineData("E(5)/(E(3)-E(3))", 4, "")]
    [InlineData("2 3", 2, "")]
    [InlineData("E(5)^", 5, "")]
    [InlineData("√E(5)", 1, "")]
    [InlineData("√(E(5))", 0, "")]
    [InlineData("2^1000000", 0, "")]
    [InlineData("0^-1", 0, "")]
    [InlineData("1)", 1, "")]
    public void Errors_name_the_place(string text, int position, string nearest)
    {
        var problem = Assert.Throws<AlgebraFormatException>(() => Cyclotomic.Parse(text));
        Assert.Equal((position, nearest), (problem.Position, problem.Nearest));
    }

    [Theory]
    [InlineData("E(1000001)")]
    [InlineData("E(99999999999999999999999)")]
    [InlineData("E(99991)*E(99989)")]
    [InlineData("√1000000000039")]
    [InlineData("1/(1+E(99991))")]
    [InlineData("(1+E(9973)+E(9973)^3)^9999")]
    [InlineData("(2^10000)^10000")]
    [InlineData("(1/3^10000)^-10000")]
    [InlineData("(2^9000*E(8))^9999")]
    [InlineData("((7/3)^9999)^100*((7/3)^9999)^100*((7/3)^9999)^100*((7/3)^9999)^100")]
    public void Limits_are_named(string text)
    {
        Assert.Throws<LimitExceededException>(() => Cyclotomic.Parse(text));
        Assert.False(Cyclotomic.TryParse(text, out _));
    }

    [Fact]
    public void Deeply_nested_and_long_texts_do_not_crash()
    {
        Assert.Throws<AlgebraFormatException>(() => Cyclotomic.Parse(new string('(', 100_000)));
        Assert.Equal("3000000", Assert.Throws<LimitExceededException>(() => Cyclotomic.Parse(new string('9', 3_000_000))).Needed);
        Assert.Equal(100_000, Cyclotomic.Parse(string.Join('+', Enumerable.Repeat("1", 100_000))));
        Assert.Equal(1, Cyclotomic.Parse(new string('-', 100_000) + "1"));
    }

    [Fact]
    public void Sums_of_powers_of_any_length_are_folded()
    {
        Assert.Equal(0, Cyclotomic.FromPowers(6, [1L, 1, 1, 1, 1, 1]));
        Assert.Equal(Cyclotomic.E(6) + (2 * Cyclotomic.E(6, 7)), Cyclotomic.FromPowers(6, [0L, 1, 0, 0, 0, 0, 0, 2]));
        Assert.Equal(-(Cyclotomic)long.MinValue * Cyclotomic.E(3), Cyclotomic.FromPowers(3, [0, long.MinValue, 0]) * -1);
        Assert.Equal(0, Cyclotomic.FromPowers(5, Array.Empty<long>()));
        Assert.Equal(Rational.Of(1, 6), Cyclotomic.FromPowers(1, [Rational.Of(1, 2), Rational.Of(-1, 3)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cyclotomic.FromPowers(0, [1L]));
    }

    [Fact]
    public void Signs_are_exact_where_doubles_fail()
    {
        // p - q√2 for a convergent with 100 digits: about 10^-101.
        BigInteger p = 1, q = 1;
        while (q < BigInteger.Pow(10, 100))
        {
            (p, q) = (p + (2 * q), p + q);
        }

        var tiny = p - (q * Cyclotomic.SquareRoot(2));
        Assert.Equal(((p * p) - (2 * q * q)).Sign, tiny.Sign);
        Assert.Equal(-tiny.Sign, (-tiny).Sign);
        Assert.True(Math.Abs(tiny.ToDouble()) is > 1e-102 and < 1e-100);

        // Both sides are within double precision of each other: 2cos(2π/7) against its 40-digit truncation.
        var x = Cyclotomic.E(7) + Cyclotomic.E(7, 6);
        var cut = Rational.Parse("1.2469796037174670610500097680084796212645");
        Assert.Equal(1, Cyclotomic.CompareReal(x, cut));
        Assert.Equal(-1, Cyclotomic.CompareReal(x, cut + Rational.Pow(10, -40)));
    }

    [Fact]
    public void Only_real_numbers_have_a_sign()
    {
        Assert.Throws<InvalidOperationException>(() => Cyclotomic.E(4).Sign);
        Assert.Throws<InvalidOperationException>(() => Cyclotomic.CompareReal(Cyclotomic.E(3), 1));
        Assert.Throws<InvalidOperationException>(() => Cyclotomic.E(5).ToDouble());
        Assert.Throws<InvalidOperationException>(() => Cyclotomic.E(5).ToRational());
        Assert.Throws<InvalidCastException>(() => (RealCyclotomic)Cyclotomic.E(5));
        Assert.Throws<AlgebraFormatException>(() => RealCyclotomic.Parse("E(5)"));
        Assert.Throws<ArgumentException>(() => Cyclotomic.E(9).GaloisConjugate(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cyclotomic.E(0));
    }

    [Fact]
    public void Integers_and_rational_numbers_mix_on_both_sides()
    {
        var (x, half) = (Cyclotomic.E(5), Rational.Of(1, 2));
        Assert.Equal("1/2*E(5)", (x * half).ToString());
        Assert.Equal(x * half, half * x);
        Assert.Equal(x + half, half + x);
        Assert.Equal(x - half, -(half - x));
        Assert.Equal(x + 1, 1 + x);
        Assert.Equal(x - 1, -(1 - x));
        Assert.Equal(x * 2, 2 * x);
        Assert.Equal(x / 2, half * x);
        Assert.Equal(2 / x, 2 * Cyclotomic.E(5, 4));
        Assert.Equal(half / x, half * Cyclotomic.E(5, 4));
        Assert.Equal(x / half, 2 * x);
    }

    [Fact]
    public void Sets_hold_equal_numbers_once()
    {
        var set = new HashSet<Cyclotomic> { Cyclotomic.E(6), -Cyclotomic.E(3, 2), 1 + Cyclotomic.E(3), Cyclotomic.E(12, 2) };
        Assert.Single(set);
        Assert.Single(new HashSet<Cyclotomic> { 1, Cyclotomic.E(5, 5), Rational.One, Cyclotomic.E(5) * Cyclotomic.E(5, 4) });
    }

    [Fact]
    public void Large_conductors_work()
    {
        var root = Cyclotomic.E(999_983);
        Assert.Equal(999_983, root.Conductor);
        Assert.Equal(1, root * Cyclotomic.E(999_983, -1));
        Assert.Equal("E(999983)^2", (root * root).ToString());
        Assert.Equal(1, (root + root.Conjugate()).Sign);
    }

    [Fact]
    public void Many_threads_see_the_same_tables()
    {
        // Conductors that no other test uses, so that the tables are made here, by several threads at once.
        var texts = new string[200];
        Parallel.For(0, texts.Length, i => texts[i] = Cyclotomic.E(3001 + (2 * (i % 10)), 7).Inverse().ToString());
        for (var i = 0; i < texts.Length; i++)
        {
            var n = 3001 + (2 * (i % 10));
            Assert.Equal(Cyclotomic.E(n, n - 7).ToString(), texts[i]);
        }
    }
}
