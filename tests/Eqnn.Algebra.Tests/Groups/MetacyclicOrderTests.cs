using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>Orders of groups with a normal cyclic subgroup, by theory and by a stabiliser chain.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)], MaxTest = 40)]
public sealed class MetacyclicOrderTests
{
    [Theory]
    [InlineData("D12")]
    [InlineData("D15")]
    [InlineData("Dic6")]
    [InlineData("SD32")]
    [InlineData("M32")]
    [InlineData("F20")]
    [InlineData("C7:C3")]
    [InlineData("C31:C6")]
    [InlineData("Q8")]
    public void Named_ones_are_recognised_by_any_pair_of_generators(string name)
    {
        var group = FiniteGroup.Parse(name);
        var (a, b) = (group.Generators[0], group.Generators[1]);
        Assert.Equal(group.Order, MetacyclicOrder.TryOfPair(a.Images.ToArray(), b.Images.ToArray()));
        Assert.Equal(group.Order, MetacyclicOrder.TryOfPair(b.Images.ToArray(), a.Images.ToArray()));
    }

    [Fact]
    public void Two_reflections_generate_a_dihedral_group()
    {
        var group = FiniteGroup.Parse("D21");
        var reflections = group.EnumerateElements().Where(g => g.Order == 2).Take(2).Select(g => g.Images.ToArray()).ToArray();
        Assert.Equal(StabilizerChain.Of(group.Degree, reflections.Select(g => Permutation.FromImages(g))).Order, MetacyclicOrder.TryOfPair(reflections[0], reflections[1]));
    }

    /// <summary>What is claimed of two elements of any group is what a chain proves.</summary>
    [Property]
    public void No_order_is_claimed_that_a_chain_contradicts(FiniteGroup group)
    {
        var elements = group.EnumerateElements().Take(40).ToList();
        foreach (var a in elements.Skip(1).Take(6))
        {
            foreach (var b in elements.TakeLast(6))
            {
                if (MetacyclicOrder.TryOfPair(a.Images.ToArray(), b.Images.ToArray()) is { } order)
                {
                    Assert.Equal(StabilizerChain.Of(group.Degree, [a, b]).Order, order);
                }
            }
        }
    }

    /// <summary>S5 by a cycle and a transposition has no normal cyclic subgroup that one of them generates.</summary>
    [Fact]
    public void Others_are_left_to_the_chain() => Assert.Null(MetacyclicOrder.TryOfPair([1, 2, 3, 4, 0], [1, 0, 2, 3, 4]));

    /// <summary>A dihedral group on 100,000 points, by generators alone.</summary>
    [Fact]
    public void A_dihedral_group_on_many_points_needs_no_chain()
    {
        const int n = 100_000;
        var group = FiniteGroup.FromGenerators("G", n, [Permutation.FromImages([.. Enumerable.Range(0, n).Select(x => (x + 1) % n)]), Permutation.FromImages([.. Enumerable.Range(0, n).Select(x => (n - x) % n)])]);
        Assert.Equal(2 * n, group.Order);
    }
}
