using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

public sealed class NamedGroupTests
{
    [Fact]
    public void A_word_and_its_name_give_the_same_group()
    {
        foreach (var (group, name) in new[]
        {
            (FiniteGroup.Cyclic(1), "C1"), (FiniteGroup.Cyclic(8), "C8"), (FiniteGroup.Dihedral(3), "D3"), (FiniteGroup.Dihedral(4), "D4"), (FiniteGroup.Symmetric(1), "S1"), (FiniteGroup.Symmetric(5), "S5"),
            (FiniteGroup.Alternating(4), "A4"), (FiniteGroup.Quaternion(), "Q8"), (FiniteGroup.Quaternion(32), "Q32"), (FiniteGroup.Dicyclic(3), "Dic3"), (FiniteGroup.SpecialLinear(2, 3), "SL(2,3)"), (FiniteGroup.GeneralLinear(2, 3), "GL(2,3)"),
        })
        {
            var parsed = FiniteGroup.Parse(name);
            Assert.Equal(parsed.Name, group.Name);
            Assert.Equal(parsed.Order, group.Order);
            Assert.Equal(parsed.Generators, group.Generators);
        }
    }

    [Fact]
    public void Numbers_without_a_group_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteGroup.Cyclic(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteGroup.Dihedral(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteGroup.Symmetric(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteGroup.Alternating(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteGroup.Quaternion(12));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteGroup.Quaternion(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteGroup.Dicyclic(1));
        Assert.Throws<AlgebraFormatException>(() => FiniteGroup.SpecialLinear(2, 6));
    }

    [Fact]
    public void Limits_are_handed_on() => Assert.Equal(10, FiniteGroup.Cyclic(8, GroupLimits.Default.WithMaxEnumeratedOrder(10)).Limits.MaxEnumeratedOrder);

    [Theory]
    [InlineData("C8", true)]
    [InlineData("SymmetricGroup(4)", true)]
    [InlineData("C0", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("S99999999999", false)]
    public void Trying_to_read_never_throws(string? text, bool isGroup)
    {
        Assert.Equal(isGroup, FiniteGroup.TryParse(text, out var group));
        Assert.Equal(isGroup, group is not null);
        Assert.Equal(isGroup, ParsesAs<FiniteGroup>(text));
    }

    private static bool ParsesAs<T>(string? text)
        where T : IParsable<T> => T.TryParse(text, null, out _);
}
