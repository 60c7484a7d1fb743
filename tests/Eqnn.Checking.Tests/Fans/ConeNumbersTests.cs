using System.Numerics;
using Eqnn.Checking.Fans;
using Eqnn.Numbers;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Checking.Tests.Fans;

/// <summary>Machine integers shorten vectors as integers of any size do, once entries are long; the direction stays.</summary>
public sealed class ConeNumbersTests
{
    [Law(Cases = 500)]
    public void A_common_factor_is_taken_out(short[] entries, ushort factor)
    {
        long[] machine = [.. entries.Select(x => (long)x * (factor + 1)), -40_000L * (factor + 1), 60_000L * (factor + 1)];
        BigInteger[] large = Array.ConvertAll(machine, x => (BigInteger)x);
        MachineWholeNumbers.Shorten(machine);
        LargeWholeNumbers.Shorten(large);
        Assert.Equal(large, Array.ConvertAll(machine, x => (BigInteger)x));
        Assert.Equal(entries.Select(x => Math.Sign(x)), machine[..^2].Select(Math.Sign));
    }

    [Theory]
    [InlineData(new long[] { 6, -9, 12 }, new long[] { 6, -9, 12 })]
    [InlineData(new long[] { 1 << 14, 0, 0 }, new long[] { 1, 0, 0 })]
    [InlineData(new long[] { (1 << 14) - 1, 0, 1 - (1 << 14) }, new long[] { (1 << 14) - 1, 0, 1 - (1 << 14) })]
    [InlineData(new long[] { 0, -(1 << 14), 0 }, new long[] { 0, -1, 0 })]
    [InlineData(new long[] { 0, -(1 << 14), 1 << 15 }, new long[] { 0, -1, 2 })]
    [InlineData(new long[] { 99_999, 66_666, -33_333 }, new long[] { 3, 2, -1 })]
    [InlineData(new long[] { long.MaxValue, -1, 0 }, new long[] { long.MaxValue, -1, 0 })]
    public void Short_entries_are_left(long[] vector, long[] expected)
    {
        MachineWholeNumbers.Shorten(vector);
        Assert.Equal(expected, vector);
    }

    [Fact]
    public void The_least_integer_has_no_negative() => Assert.Throws<OverflowException>(() => MachineWholeNumbers.Shorten([long.MinValue, 2]));

    [Fact]
    public void What_does_not_fit_is_no_number()
    {
        Assert.Throws<OverflowException>(() => MachineWholeNumbers.AddProduct(long.MaxValue, 1, 1));
        Assert.Throws<OverflowException>(() => MachineWholeNumbers.AddProduct(0, 1L << 32, 1L << 31));
        Assert.Throws<OverflowException>(() => MachineWholeNumbers.Cross(1L << 32, 1L << 31, 0, 0));
        Assert.Throws<OverflowException>(() => MachineWholeNumbers.Cross(1, long.MaxValue, 1, -1));
        Assert.Throws<OverflowException>(() => MachineWholeNumbers.Negative(long.MinValue));
        Assert.Equal(7, MachineWholeNumbers.AddProduct(1, 2, 3));
        Assert.Equal(-1, MachineWholeNumbers.Cross(2, 4, 3, 3));
    }

    [Fact]
    public void Real_numbers_are_divided_by_the_size_of_the_first()
    {
        var root = Cyclotomic.E(5, 1) + Cyclotomic.E(5, 4);
        Cyclotomic[] vector = [0, -2 * root, root, 6];
        RealCyclotomics.Shorten(vector);
        Assert.Equal([Cyclotomic.Zero, -1, Cyclotomic.One / 2, 3 / root], vector);
    }
}
