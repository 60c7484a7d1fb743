using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>Numbers of groups as values and as names.</summary>
public sealed class SmallGroupIdTests
{
    [Theory]
    [InlineData("SmallGroup(24,3)")]
    [InlineData("SmallGroup( 24 , 3 )")]
    [InlineData("[24,3]")]
    [InlineData(" [24, 3] ")]
    [InlineData("24.3")]
    public void Three_notations_name_one_group(string text)
    {
        Assert.Equal(new SmallGroupId(24, 3), SmallGroupId.Parse(text));
        var group = FiniteGroup.Parse(text);
        Assert.Equal(("SmallGroup(24,3)", 24), (group.Name, (int)group.Order));
        Assert.NotNull(Isomorphisms.TryFind(group, FiniteGroup.Parse("SL(2,3)")));
    }

    [Fact]
    public void Numbers_compare_by_order_first()
    {
        var sorted = new[] { new SmallGroupId(8, 5), new SmallGroupId(4, 2), new SmallGroupId(8, 1) }.Order().Select(id => id.Label);
        Assert.Equal(["4.2", "8.1", "8.5"], sorted);
        Assert.True(new SmallGroupId(4, 2) < new SmallGroupId(8, 1));
    }

    [Theory]
    [InlineData("24")]
    [InlineData("24.0")]
    [InlineData("[24;3]")]
    [InlineData("SmallGroup(24)")]
    [InlineData("24.3.1")]
    public void Other_texts_are_no_numbers(string text) => Assert.Throws<AlgebraFormatException>(() => SmallGroupId.Parse(text));

    [Theory]
    [InlineData("SmallGroup(24,16)", 14, "there are 15 groups of order 24, with numbers 1 to 15", "SmallGroup(24,15)")]
    [InlineData("SmallGroup(24,0)", 14, "there are 15 groups of order 24", "SmallGroup(24,1)")]
    [InlineData("[7,2]", 3, "there is one group of order 7", "SmallGroup(7,1)")]
    [InlineData("0.1", 0, "an order is at least 1", "a name like C8, S5 or GL(2,3)")]
    [InlineData("SmallGroup 24", 11, "needs an order and a number", "SmallGroup(24,3)")]
    [InlineData("[24]", 3, "expected ','", "a name like C8, S5 or GL(2,3)")]
    [InlineData("[24,3", 0, "this '[' is not closed", "a name like C8, S5 or GL(2,3)")]
    [InlineData("8T4", 0, "'8T4': numbers of transitive and primitive groups are not understood", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("TransitiveGroup(8,4)", 0, "numbers of transitive and primitive groups are not understood", "perm:(1,2,3)(4,5);(1,2)")]
    public void A_number_that_does_not_exist_is_refused_with_the_nearest_one(string text, int position, string problem, string nearest)
    {
        var error = Assert.Throws<AlgebraFormatException>(() => FiniteGroup.Parse(text));
        Assert.Equal((position, nearest), (error.Position, error.Nearest));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Orders_beyond_the_library_are_a_limit_that_names_groups_of_the_order()
    {
        var limit = Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("SmallGroup(128,36)"));
        Assert.Contains("order of a group with a number is 127, this needs order 128; groups of this order are among others C128", limit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbered_groups_are_parts_of_products() => Assert.Equal(48, FiniteGroup.Parse("[24,3] x C2").Order);
}
