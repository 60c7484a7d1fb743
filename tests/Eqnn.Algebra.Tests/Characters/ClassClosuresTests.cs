using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Normal subgroups by products of classes, against the kernels of characters.</summary>
public sealed class ClassClosuresTests
{
    [Theory]
    [InlineData("S4 x C2")]
    [InlineData("D30")]
    [InlineData("perm:(1,2,3,4,5,6,7,8,9,10,11);(1,3,9,5,4)(2,6,7,10,8)")]
    [InlineData("SL(2,5)")]
    [InlineData("Q8")]
    [InlineData("AGL(1,9)")]
    [InlineData("perm:(1,2,3);(1,2);(4,5,6);(4,5)")]
    public void Products_of_classes_and_kernels_give_one_lattice(string name) => Compare(FiniteGroup.Parse(name), FiniteGroup.Parse(name));

    [Fact]
    public void So_it_is_for_all_groups_of_order_up_to_42()
    {
        var byProducts = 0;
        for (var order = 6; order <= 42; order++)
        {
            for (var number = 1; number <= SmallGroupLibrary.OfOrder(order).Count; number++)
            {
                var name = FormattableString.Invariant($"SmallGroup({order},{number})");
                byProducts += Compare(FiniteGroup.Parse(name), FiniteGroup.Parse(name)) ? 1 : 0;
            }
        }

        Assert.InRange(byProducts, 30, 400);
    }

    private static bool Compare(FiniteGroup group, FiniteGroup same)
    {
        var products = NormalSubgroupLattice.Of(group);
        var kernels = NormalSubgroupLattice.Of(CharacterTable.Of(same));
        Assert.Equal(kernels.Subgroups.Select(n => n.Order), products.Subgroups.Select(n => n.Order));
        Assert.Equal(kernels.Covers(), products.Covers());
        foreach (var (expected, actual) in kernels.Subgroups.Zip(products.Subgroups))
        {
            Assert.Equal(expected.ClassPositions, actual.ClassPositions);
            Assert.Equal(actual.Order, actual.ToGroup().Order);
            Assert.Equal(expected.UpperCovers.Select(n => n.Position), actual.UpperCovers.Select(n => n.Position));
            Assert.All(actual.ToGroup().Generators, g => Assert.True(actual.Contains(g)));
        }

        return products.Origin == "closures of conjugacy classes";
    }
}
