using System.Numerics;
using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class LimitExceededTests
{
    [Fact]
    public void A_long_number_is_given_by_its_size()
    {
        var power = BigInteger.Pow(10, 2567) + 17;
        var limit = new LimitExceededException("order of a group", 8192, $"{power} elements, of 2 x {power}", $"raise to {power}");
        Assert.Equal("limit reached: order of a group is 8192, this needs about 10^2567 elements, of 2 x about 10^2567; to raise it: raise to about 10^2567", limit.Message);
        Assert.Equal("about 10^2567 elements, of 2 x about 10^2567", limit.Needed);
        Assert.Equal("raise to about 10^2567", limit.HowToRaise);
    }

    [Fact]
    public void A_number_that_can_be_read_stays()
    {
        var text = $"{new string('9', 40)} of the 2^3 that S5 asks for, in a text that is longer than forty characters";
        Assert.Equal(text, new LimitExceededException("x", 1, text, "not possible").Needed);
    }
}
