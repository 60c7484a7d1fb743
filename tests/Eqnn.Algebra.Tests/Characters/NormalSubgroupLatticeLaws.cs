using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>The lattice of normal subgroups, against closures computed in the group.</summary>
[Properties(Arbitrary = [typeof(RandomGroups)], MaxTest = 40)]
public sealed class NormalSubgroupLatticeLaws
{
    /// <summary>The number by formula is that of the lattice.</summary>
    [Theory]
    [InlineData("C2^6", 2825)]
    [InlineData("C3^4", 212)]
    [InlineData("C2^3 x C3^2", 96)]
    [InlineData("C30", 8)]
    [InlineData("C4^2", 15)]
    [InlineData("C8 x C4 x C2", 81)]
    [InlineData("C9 x C27", 36)]
    [InlineData("C1", 1)]
    public void Subgroups_of_abelian_groups_are_counted_beforehand(string name, int count)
    {
        var group = FiniteGroup.Parse(name);
        Assert.Equal(count, AbelianSubgroupCount.Of(group.AbelianInvariants));
        Assert.Equal(count, CharacterTable.Of(group).NormalSubgroups.Subgroups.Count);
    }

    [Property]
    public void There_are_at_least_as_many_as_the_abelian_quotient_has_subgroups(RandomGroup random) =>
        Assert.InRange(CharacterTable.Of(random.Group).NormalSubgroups.Subgroups.Count, (int)AbelianSubgroupCount.Of(random.Group.AbelianInvariants), int.MaxValue);

    [Theory]
    [InlineData("C2^30 x S30", "at least about 10^73")]
    [InlineData("C2^10 x S4", "at least 8933488744")]
    public void Far_too_many_are_refused_with_a_number(string name, string needed) =>
        Assert.StartsWith(needed, Assert.Throws<LimitExceededException>(() => NormalSubgroupLattice.Of(FiniteGroup.Parse(name))).Needed, StringComparison.Ordinal);

    [Property]
    public void Every_normal_closure_of_a_class_is_there(RandomGroup random)
    {
        var group = random.Group;
        var lattice = CharacterTable.Of(group).NormalSubgroups;
        for (var c = 0; c < lattice.Table.Classes.Count; c++)
        {
            var slow = group.ClassPositionsOf(group.NormalClosureOfClasses([c]));
            Assert.Equal(slow, lattice.NormalClosure([c]).ClassPositions);
        }
    }

    [Property]
    public void Generators_generate(RandomGroup random)
    {
        foreach (var n in CharacterTable.Of(random.Group).NormalSubgroups.Subgroups)
        {
            Assert.Equal(n.Order, n.ToGroup().Order);
            Assert.Equal(n.Order, random.Group.NormalClosure(n.NormalGenerators).Order);
            Assert.All(n.Generators, g => Assert.True(n.Contains(g)));
            Assert.Equal(random.Group.Order, n.Order * n.Index);
        }
    }

    [Property]
    public void Meet_is_the_intersection_and_join_the_product(RandomGroup random)
    {
        var lattice = CharacterTable.Of(random.Group).NormalSubgroups;
        foreach (var a in lattice.Subgroups.Take(8))
        {
            foreach (var b in lattice.Subgroups.Reverse().Take(8))
            {
                var (meet, join) = (lattice.Meet(a, b), lattice.Join(a, b));
                Assert.Equal(a.ClassPositions.Intersect(b.ClassPositions), meet.ClassPositions);
                Assert.Equal(a.Order * b.Order, meet.Order * join.Order);
                Assert.True(a.IsSubgroupOf(join) && b.IsSubgroupOf(join) && meet.IsSubgroupOf(a) && meet.IsSubgroupOf(b));
                Assert.Same(lattice.Meet(b, a), meet);
                Assert.Same(lattice.Join(b, a), join);
                Assert.Same(a, lattice.Meet(a, lattice.Join(a, b)));
                Assert.Same(a, lattice.Join(a, lattice.Meet(a, b)));
            }
        }
    }

    [Property]
    public void Covers_are_the_inclusions_with_nothing_between(RandomGroup random)
    {
        var lattice = CharacterTable.Of(random.Group).NormalSubgroups;
        var expected = from a in lattice.Subgroups
                       from b in lattice.Subgroups
                       where a != b && a.IsSubgroupOf(b) && !lattice.Subgroups.Any(c => c != a && c != b && a.IsSubgroupOf(c) && c.IsSubgroupOf(b))
                       select (a.Position, b.Position);
        Assert.Equal(expected, lattice.Covers());
        Assert.Equal(expected.Order(), lattice.Subgroups.SelectMany(b => b.LowerCovers.Select(a => (a.Position, b.Position))).Order());
    }

    [Property]
    public void The_list_is_sorted(RandomGroup random)
    {
        var list = CharacterTable.Of(random.Group).NormalSubgroups.Subgroups;
        for (var i = 1; i < list.Count; i++)
        {
            Assert.True(list[i - 1].Order < list[i].Order
                || (list[i - 1].Order == list[i].Order && list[i - 1].ClassPositions.Zip(list[i].ClassPositions, (x, y) => x.CompareTo(y)).First(d => d != 0) < 0));
        }
    }

    [Fact]
    public void Lattices_of_two_tables_do_not_mix()
    {
        var (a, b) = (CharacterTable.Of(FiniteGroup.Parse("S4")).NormalSubgroups, CharacterTable.Of(FiniteGroup.Parse("S4")).NormalSubgroups);
        Assert.Throws<ArgumentException>(() => a.Meet(a.Trivial, b.Whole));
        Assert.Throws<ArgumentException>(() => a.Join(b.Trivial, a.Whole));
        Assert.Throws<ArgumentException>(() => a.Trivial.IsSubgroupOf(b.Whole));
        Assert.Throws<ArgumentOutOfRangeException>(() => a.NormalClosure([5]));
    }

    [Theory]
    [InlineData("C2^4")]
    [InlineData("C4 x C2 x C3")]
    [InlineData("D4 x S3")]
    [InlineData("C3^3")]
    [InlineData("S4 x C2 x C2")]
    public void Each_normal_generator_is_the_first_class_of_greatest_closure(string name)
    {
        var lattice = NormalSubgroupLattice.Of(CharacterTable.Of(FiniteGroup.Parse(name)));
        foreach (var subgroup in lattice.Subgroups)
        {
            var chosen = new List<int>();
            foreach (var generator in subgroup.NormalGenerators)
            {
                var c = lattice.Group.ClassPositionOf(generator);
                var before = lattice.NormalClosure(chosen);
                Assert.Equal(subgroup.ClassPositions.Where(d => !before.ClassPositions.Contains(d)).MaxBy(d => lattice.NormalClosure([.. chosen, d]).Order), c);
                chosen.Add(c);
            }

            Assert.Equal(subgroup.Position, lattice.NormalClosure(chosen).Position);
        }
    }
}
