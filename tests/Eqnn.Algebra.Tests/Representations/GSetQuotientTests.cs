using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

public sealed class GSetQuotientTests
{
    [Theory]
    [InlineData("S4", "tuples:2")]
    [InlineData("Q8", "regular")]
    [InlineData("C2 x C4", "points+regular")]
    public void The_map_is_equivariant_and_its_fibres_are_the_orbits_of_N(string name, string set)
    {
        var group = FiniteGroup.Parse(name);
        var x = GSet.Parse(group, set);
        foreach (var normal in CharacterTable.Of(group).NormalSubgroups.Subgroups)
        {
            var quotient = x.QuotientBy(normal);
            var orbits = GSet.FromGeneratorActions(normal.ToGroup(), "X", (int)x.Size, normal.ToGroup().Generators.Select(x.ActionOf)).Orbits;
            Assert.Equal(orbits.Count, quotient.Set.Size);
            Assert.All(orbits, orbit => Assert.Single(orbit.Points.Select(p => quotient.OrbitOf[p]).Distinct()));
            Assert.All(group.Generators, g => Assert.All(Enumerable.Range(0, (int)x.Size), p => Assert.Equal(quotient.OrbitOf[x.Apply(g, p)], quotient.Set.Apply(g, quotient.OrbitOf[p]))));
            Assert.Equal(quotient.OrbitOf, x.QuotientBy(normal.ToGroup()).OrbitOf);

            // Over G/N it has the same orbits, and Fun(X/N) the characters with N in the kernel.
            var over = quotient.Over(QuotientGroup.Of(normal));
            Assert.Equal(quotient.Set.Orbits.Count, over.Orbits.Count);
            Assert.Equal(normal.Index, over.Group.Order);
        }
    }

    [Fact]
    public void What_is_not_normal_or_does_not_act_is_refused()
    {
        var group = FiniteGroup.Parse("S3");
        var lattice = CharacterTable.Of(group).NormalSubgroups;
        var points = GSet.Points(group);
        Assert.Throws<ArgumentException>(() => points.QuotientBy(group.Subgroup([Permutation.Parse("(1,2)", 3)])));
        Assert.Throws<ArgumentException>(() => points.QuotientBy(CharacterTable.Of(FiniteGroup.Parse("C3")).NormalSubgroups.Subgroups[0]));
        Assert.Throws<ArgumentException>(() => points.QuotientBy(lattice.Subgroups[0]).Over(QuotientGroup.Of(lattice.Subgroups[^1])));
    }
}
