using System.Numerics;
using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class CosineTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(333)]
    [InlineData(3000)]
    public void Fixed_point_cosines_are_within_one_unit_of_algebraic_ones(int bits)
    {
        // cos 36° = (1 + √5)/4, cos 45° = √2/2, cos 30° = √3/2, by integer square roots with twenty more bits.
        var scale = BigInteger.One << (bits + 20);
        Check(10, 1, (scale + Root(5)) / 4);
        Check(5, 2, -(scale + Root(5)) / 4);
        Check(8, 1, Root(2) / 2);
        Check(8, 3, -Root(2) / 2);
        Check(12, 1, Root(3) / 2);
        Check(12, 7, -Root(3) / 2);
        Check(6, 1, scale / 2);
        Check(4, 1, BigInteger.Zero);
        Check(7, 0, scale);
        Check(2, 1, -scale);

        BigInteger Root(int k)
        {
            var square = k * scale * scale;
            var x = BigInteger.One << (((int)square.GetBitLength() / 2) + 1);
            while (true)
            {
                var next = (x + (square / x)) / 2;
                if (next >= x)
                {
                    return x;
                }

                x = next;
            }
        }

        void Check(int n, int e, BigInteger expected)
        {
            var error = BigInteger.Abs((Cosine.FixedPoint(n, bits)(e) << 20) - expected);
            Assert.True(error <= (BigInteger.One << 20) + 4, $"cos of {e}/{n} turns with {bits} bits is wrong by {error} / 2^20 units");
        }
    }

    [Fact]
    public void More_bits_refine_fewer_bits()
    {
        foreach (var n in new[] { 7, 9, 11, 16, 45, 5000 })
        {
            var (coarse, fine) = (Cosine.FixedPoint(n, 100), Cosine.FixedPoint(n, 400));
            for (var e = 0; e < Math.Min(n, 60); e++)
            {
                Assert.True(BigInteger.Abs((coarse(e) << 300) - fine(e)) <= (BigInteger.One << 300) + 1);
            }
        }
    }

    [Fact]
    public void Tabulated_doubles_are_near_those_of_the_platform()
    {
        foreach (var n in new[] { 1, 2, 3, 7, 60, 105 })
        {
            var table = Cosine.DoubleTable(n)!;
            for (var e = 0; e < n; e++)
            {
                Assert.Equal(Math.Cos(2 * Math.PI * e / n), table[e], 1e-14);
            }
        }

        Assert.Null(Cosine.DoubleTable(5000));
    }
}
