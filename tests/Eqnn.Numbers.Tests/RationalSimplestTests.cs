using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class RationalSimplestTests
{
    [Theory]
    [InlineData(0.01f, "1/100")]
    [InlineData(0.16666667f, "1/6")]
    [InlineData(-0.2f, "-1/5")]
    [InlineData(1.702f, "851/500")]
    [InlineData(3f, "3")]
    [InlineData(0f, "0")]
    [InlineData(0.33333334f, "1/3")]
    public void Single_precision_numbers_stand_for_simple_fractions(float value, string expected) => Assert.Equal(expected, Rational.SimplestNear(value).ToString());

    [Property]
    public void The_simplest_fraction_rounds_to_the_number(float value)
    {
        if (float.IsFinite(value) && float.IsNormal(value))
        {
            Assert.Equal(value, (float)Rational.SimplestNear(value).ToDouble());
        }
    }

    /// <summary>No fraction of smaller denominator lies in the interval: all of them are tried.</summary>
    [Property]
    public void Nothing_simpler_lies_between(int a, byte width, byte scale)
    {
        var low = Rational.Of(a % 500, 1 + scale);
        var high = low + Rational.Of(width, 700);
        var found = Rational.SimplestBetween(low, high);
        Assert.True(low <= found && found <= high);
        for (var q = 1; q < found.Denominator; q++)
        {
            Assert.True((low * q).Ceiling() > (high * q).Floor());
        }
    }

    [Fact]
    public void Exchanged_ends_are_refused() => Assert.Throws<ArgumentException>(() => Rational.SimplestBetween(2, 1));
}
