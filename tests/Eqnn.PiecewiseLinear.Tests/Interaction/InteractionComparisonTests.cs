using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

public sealed class InteractionComparisonTests
{
    [Fact]
    public void Every_orbit_of_a_sum_is_a_set_of_the_list()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        var lattice = table.Group.ComputeSubgroups();
        foreach (var orbit in GSet.Parse(table.Group, "regular + points*points + subsets:2 + blocks:1").Orbits)
        {
            var subgroup = lattice.ClassOf(orbit.Stabilizer);
            Assert.Equal(orbit.Length, subgroup.Index);
            var one = Graph(table, GSet.Cosets(table.Group, orbit.Stabilizer.Generators));
            Assert.True(InteractionComparison.Of(one, Graph(table, GSet.Cosets(subgroup))).AreEqual);
        }
    }

    [Fact]
    public void A_smaller_set_can_lose_edges_and_has_fewer_nodes()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        var lattice = table.Group.ComputeSubgroups();
        var regular = Graph(table, GSet.Regular(table.Group));
        var pairs = InteractionComparison.Of(Graph(table, GSet.Parse(table.Group, "cosets:#2")), regular);
        Assert.Equal((true, false, 0, 4), (pairs.HaveSameNodes, pairs.AreEqual, pairs.OnlyInFirst.Count, pairs.OnlyInSecond.Count));
        var point = InteractionComparison.Of(Graph(table, GSet.Cosets(lattice.Classes[^1])), regular);
        Assert.Equal((false, true, false), (point.HaveSameNodes, point.AgreeWhereBothAre, point.AreEqual));
    }

    [Fact]
    public void Graphs_of_two_tables_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => InteractionComparison.Of(Regular("C4"), Regular("C4")));

    private static InteractionGraph Regular(string name)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        return Graph(table, GSet.Regular(table.Group));
    }

    private static InteractionGraph Graph(CharacterTable table, GSet set) => InteractionGraph.Of(IsotypicDecomposition.Of(table, set), Activation.Relu);
}
