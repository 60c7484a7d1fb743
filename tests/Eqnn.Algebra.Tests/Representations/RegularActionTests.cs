using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

/// <summary>The regular G-set against the products of its elements.</summary>
public sealed class RegularActionTests
{
    [Theory]
    [InlineData("C1")]
    [InlineData("C12")]
    [InlineData("C4xC6")]
    [InlineData("S4")]
    [InlineData("Q8")]
    [InlineData("PSL(2,7)")]
    [InlineData("S3 wr C2")]
    [InlineData("C2^5")]
    public void A_point_is_an_element_and_moves_by_multiplication(string name)
    {
        var group = FiniteGroup.Parse(name);
        var regular = GSet.Regular(group);
        var elements = group.EnumerateElements().ToList();
        Assert.Equal(elements.Order(), elements);
        foreach (var g in group.Generators.Append(elements[^1]))
        {
            for (var point = 0; point < elements.Count; point++)
            {
                Assert.Equal(elements.IndexOf(g * elements[point]), regular.Apply(g, point));
            }
        }
    }

    [Fact]
    public void What_is_not_in_the_group_moves_no_point()
    {
        // (1,2)(3,4)(5,6) takes the base point 1 to 2 or leaves it.
        Assert.Throws<ArgumentException>(() => GSet.Regular(FiniteGroup.Parse("perm:[(1,2)(3,4)(5,6)]")).Apply(Permutation.Parse("(1,3)", 6), 0));
    }
}
