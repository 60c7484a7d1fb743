using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class AbelianFieldTests
{
    /// <summary>GAP 4.12.1: <c>F := Field(Rationals, [...]); Print(F, Dimension(F))</c>; its name for CF(4) is GaussianRationals.</summary>
    [Theory]
    [InlineData("", "Rationals", 1)]
    [InlineData("1 -7/3", "Rationals", 1)]
    [InlineData("E(4)", "CF(4)", 2)]
    [InlineData("E(3)", "CF(3)", 2)]
    [InlineData("E(8)-E(8)^3", "NF(8,[1,7])", 2)]
    [InlineData("E(5)+E(5)^4", "NF(5,[1,4])", 2)]
    [InlineData("E(8)-E(8)^3 E(5)+E(5)^4", "NF(40,[1,9,31,39])", 4)]
    [InlineData("E(7)+E(7)^2+E(7)^4", "NF(7,[1,2,4])", 2)]
    [InlineData("-E(9)^2-E(9)^4-E(9)^5-E(9)^7", "NF(9,[1,8])", 3)]
    [InlineData("E(12)", "CF(12)", 4)]
    [InlineData("E(12)+E(12)^11", "NF(12,[1,11])", 2)]
    [InlineData("E(15)+E(15)^2+E(15)^4+E(15)^8", "NF(15,[1,2,4,8])", 2)]
    [InlineData("E(3) E(5)+E(5)^4", "NF(15,[1,4])", 4)]
    [InlineData("E(24)+E(24)^5", "NF(24,[1,5])", 4)]
    [InlineData("1/2*E(20)-1/3*E(20)^9", "CF(20)", 8)]
    public void Fields_are_those_of_GAP(string values, string field, int degree)
    {
        var generated = AbelianField.GeneratedBy(values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cyclotomic.Parse));
        Assert.Equal(field, generated.ToString());
        Assert.Equal(degree, generated.Degree);
    }

    [Fact]
    public void Different_generators_of_a_field_give_equal_fields()
    {
        var golden = AbelianField.GeneratedBy([Cyclotomic.E(5) + Cyclotomic.E(5, 4)]);
        var root = AbelianField.GeneratedBy([Cyclotomic.SquareRoot(5), Cyclotomic.One]);
        Assert.Equal(golden, root);
        Assert.Equal(golden.GetHashCode(), root.GetHashCode());
        Assert.NotEqual(golden, AbelianField.GeneratedBy([Cyclotomic.SquareRoot(2)]));
        Assert.Equal(1, AbelianField.GeneratedBy([]).Conductor);
        Assert.Equal([1], AbelianField.GeneratedBy([]).Stabilizer);
    }
}
