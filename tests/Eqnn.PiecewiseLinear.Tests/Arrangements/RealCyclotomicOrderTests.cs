using System.Numerics;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

public sealed class RealCyclotomicOrderTests
{
    public static TheoryData<int> Conductors => [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 20, 21, 24, 30, 35];

    [Theory]
    [MemberData(nameof(Conductors))]
    public void Products_and_signs_are_those_of_cyclotomics(int n)
    {
        var ring = new RealCyclotomicOrder(n);
        var random = new Random(n);
        for (var round = 0; round < 50; round++)
        {
            var x = Sample(ring, random);
            var y = Sample(ring, random);
            var product = new BigInteger[ring.Degree];
            ring.Multiply<BigInteger>(x, y, product);
            var left = RowSystem.ToCyclotomic(ring, x);
            var right = RowSystem.ToCyclotomic(ring, y);
            Assert.Equal(left * right, RowSystem.ToCyclotomic(ring, product));
            Assert.Equal((left * right).Sign, ring.Sign<BigInteger>(product));
            Assert.Equal(x.Select(c => 2 * c), RowSystem.ToIntegers(ring, [left], 2));
        }
    }

    [Fact]
    public void Signs_of_tiny_numbers_are_exact()
    {
        // (√5 - 2)^k = F - G√5 with huge F, G: positive, and far below what doubles see.
        var ring = new RealCyclotomicOrder(5);
        var tiny = new BigInteger[] { -1, 2 };
        Assert.Equal(Cyclotomic.SquareRoot(5), RowSystem.ToCyclotomic(ring, [1, 2]));
        var power = new BigInteger[] { 1, 0 };
        for (var k = 0; k < 200; k++)
        {
            var next = new BigInteger[2];
            ring.Multiply<BigInteger>(power, new BigInteger[] { tiny[0], tiny[1] }, next);
            power = next;
            Assert.Equal(1, ring.Sign<BigInteger>(power));
            Assert.Equal(-1, ring.Sign<BigInteger>(Array.ConvertAll(power, c => -c)));
        }
    }

    private static BigInteger[] Sample(RealCyclotomicOrder ring, Random random) => [.. Enumerable.Range(0, ring.Degree).Select(_ => (BigInteger)random.Next(-3, 4))];
}
