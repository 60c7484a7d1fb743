using System.Globalization;
using System.Numerics;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests;

/// <summary>Digits by halves against those of .NET.</summary>
public sealed class DecimalTextLaws
{
    [Property]
    public void Digits_are_those_of_dotnet(BigInteger number, byte power)
    {
        // Up to 255 times the length: both sides of the border between the two ways, zeros inside.
        var big = BigInteger.Pow(number, power) + number;
        Assert.Equal(big.ToString(CultureInfo.InvariantCulture), DecimalText.Of(big));
    }

    [Theory]
    [InlineData(800)]
    [InlineData(1600)]
    [InlineData(3200)]
    [InlineData(6400)]
    [InlineData(6401)]
    public void Powers_of_ten_keep_their_zeros(int exponent)
    {
        var power = BigInteger.Pow(10, exponent);
        Assert.Equal("1" + new string('0', exponent), DecimalText.Of(power));
        Assert.Equal(new string('9', exponent), DecimalText.Of(power - 1));
        Assert.Equal("-1" + new string('0', exponent - 1) + "1", DecimalText.Of(-power - 1));
    }
}
