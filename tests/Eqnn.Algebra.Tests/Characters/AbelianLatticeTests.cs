using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Subgroups of abelian groups by Hermite normal forms, against the kernels of all characters.</summary>
public sealed class AbelianLatticeTests
{
    [Theory]
    [InlineData("C2^2")]
    [InlineData("C2^5")]
    [InlineData("C4^2")]
    [InlineData("C8 x C4 x C2")]
    [InlineData("C2 x C4 x C8")]
    [InlineData("C9 x C27")]
    [InlineData("C6 x C10")]
    [InlineData("C12 x C18 x C2")]
    [InlineData("C30")]
    [InlineData("C3^4")]
    [InlineData("C16 x C16")]
    [InlineData("perm:(1,2,3,4)(5,6,7,8);(1,3)(2,4)(9,10,11)")]
    [InlineData("perm:(1,2,3,4)(5,6);(5,6)(7,8);(7,8)")]
    public void The_list_is_that_of_the_table(string name)
    {
        var group = FiniteGroup.Parse(name);
        var (fast, slow) = (NormalSubgroupLattice.OfAbelian(group, CancellationToken.None), NormalSubgroupLattice.Of(CharacterTable.Of(group)));
        Assert.Equal(slow.Subgroups.Select(n => n.Order), fast.Subgroups.Select(n => n.Order));
        Assert.All(slow.Subgroups.Zip(fast.Subgroups), pair => Assert.Equal(pair.First.ClassPositions, pair.Second.ClassPositions));
        Assert.Equal(slow.Covers(), fast.Covers());
        foreach (var n in fast.Subgroups)
        {
            Assert.Equal(n.Order, FiniteGroup.FromGenerators("N", group.Degree, n.Generators).Order);
            Assert.Equal(slow.Subgroups[n.Position].UpperCovers.Select(m => m.Position), n.UpperCovers.Select(m => m.Position));
            Assert.Equal(slow.Subgroups[n.Position].LowerCovers.Select(m => m.Position), n.LowerCovers.Select(m => m.Position));
            Assert.Equal(n.Order, group.NormalClosure(n.NormalGenerators).Order);
        }

        foreach (var (a, b) in fast.Subgroups.Take(9).SelectMany(a => fast.Subgroups.Reverse().Take(9).Select(b => (a, b))))
        {
            Assert.Equal(slow.Meet(slow.Subgroups[a.Position], slow.Subgroups[b.Position]).Position, fast.Meet(a, b).Position);
            Assert.Equal(slow.Join(slow.Subgroups[a.Position], slow.Subgroups[b.Position]).Position, fast.Join(a, b).Position);
        }
    }

    [Theory]
    [InlineData("C100 x C100")]
    [InlineData("C256xC256")]
    public void Large_groups_have_as_many_as_the_formula_says(string name)
    {
        var group = FiniteGroup.Parse(name);
        var lattice = NormalSubgroupLattice.Of(group);
        Assert.Contains("Hermite", lattice.Origin, StringComparison.Ordinal);
        Assert.Equal(AbelianSubgroupCount.Of(group.AbelianInvariants), lattice.Subgroups.Count);
        Assert.Equal(group.Order, lattice.Whole.Order);
        Assert.True(lattice.Subgroups.Zip(lattice.Subgroups.Skip(1)).All(pair => pair.First.Order <= pair.Second.Order));
        var small = lattice.Subgroups.Where(n => n.Order == 4).ToList();
        Assert.Equal(7, small.Count);
        Assert.All(small, n => Assert.Equal(4, n.ToGroup().Order));
        Assert.All(small, n => Assert.All(n.Generators, g => Assert.True(n.Contains(g) && g.Power(4).IsIdentity)));
    }

    [Fact]
    public void Too_many_are_refused_by_their_number() =>
        Assert.StartsWith("at least", Assert.Throws<LimitExceededException>(() => NormalSubgroupLattice.Of(FiniteGroup.Parse("C2^13"))).Needed, StringComparison.Ordinal);
}
