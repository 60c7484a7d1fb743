using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Normal subgroups of cyclic groups by divisors, against the kernels of their characters.</summary>
public sealed class CyclicNormalSubgroupTests
{
    [Theory]
    [InlineData("C1")]
    [InlineData("C7")]
    [InlineData("C12")]
    [InlineData("C60")]
    [InlineData("C2 x C9 x C5")]
    [InlineData("perm:(1,2,3)(4,5);(6,7,8,9,10)")]
    public void Divisors_and_kernels_give_one_lattice(string name)
    {
        var group = FiniteGroup.Parse(name);
        var divisors = NormalSubgroupLattice.Of(group);
        var kernels = NormalSubgroupLattice.Of(CharacterTable.Of(group));
        Assert.StartsWith("divisors", divisors.Origin, StringComparison.Ordinal);
        Assert.Equal(kernels.Subgroups.Select(n => n.Order), divisors.Subgroups.Select(n => n.Order));
        Assert.Equal(kernels.Covers(), divisors.Covers());
        foreach (var (expected, actual) in kernels.Subgroups.Zip(divisors.Subgroups))
        {
            Assert.Equal(expected.ClassPositions, actual.ClassPositions);
            Assert.Equal(actual.Order, actual.ToGroup().Order);
            Assert.Equal(actual.Order == 1 ? 0 : 1, actual.NormalGenerators.Count);
            Assert.Equal(expected.LowerCovers.Select(n => n.Position), actual.LowerCovers.Select(n => n.Position));
        }

        Assert.Equal(kernels.Join(kernels.Subgroups[^1], kernels.Trivial).Position, divisors.Join(divisors.Whole, divisors.Trivial).Position);
        Assert.Equal(1, divisors.Meet(divisors.Whole, divisors.Trivial).Order);
    }

    /// <summary>Beyond every table: order 223,092,870 on 100 points.</summary>
    [Fact]
    public void Large_orders_are_no_obstacle()
    {
        var start = 0;
        var cycle = new List<int>();
        foreach (var prime in new[] { 2, 3, 5, 7, 11, 13, 17, 19, 23 })
        {
            cycle.AddRange(Enumerable.Range(0, prime).Select(i => start + ((i + 1) % prime)));
            start += prime;
        }

        var group = FiniteGroup.FromGenerators("C", start, [Permutation.FromImages(cycle)]);
        Assert.Equal(512, NormalSubgroupLattice.Of(group).Subgroups.Count);
        Assert.Throws<LimitExceededException>(() => NormalSubgroupLattice.Of(FiniteGroup.Parse("C60", GroupLimits.Default.WithMaxNormalSubgroups(11))));
    }
}
