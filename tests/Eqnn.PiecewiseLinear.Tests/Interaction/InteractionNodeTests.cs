using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>A graph counts nodes, a table counts simples: on the points of S4 only L0 and the standard simple occur.</summary>
public sealed class InteractionNodeTests
{
    private static readonly CharacterTable Table = CharacterTable.Of(FiniteGroup.Parse("S4"));

    private static readonly InteractionGraph Graph = InteractionGraph.Of(IsotypicDecomposition.Of(Table, GSet.Parse(Table.Group, "points")), Activation.Relu);

    [Fact]
    public void A_simple_that_does_not_occur_is_refused()
    {
        var absent = Table.Simples.Single(simple => simple.Label == "L1");
        Assert.DoesNotContain(Graph.Nodes, node => node.Simple == absent);
        foreach (var ask in new Action[]
        {
            () => Graph.HasEdge(Table.Simples[0], absent), () => Graph.HasEdge(absent, Table.Simples[0]), () => Graph.TryExplain(absent, absent), () => Graph.Account(Table.Simples[0], absent), () => Graph.StabilizersOf(absent), () => Graph.NodeOf(absent),
        })
        {
            Assert.Contains("L1 does not occur in points of S4", Assert.Throws<ArgumentException>(ask).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_simple_of_another_table_is_refused()
    {
        var other = CharacterTable.Of(FiniteGroup.Parse("S4")).Simples[0];
        Assert.Contains("another table", Assert.Throws<ArgumentException>(() => Graph.HasEdge(other, other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Positions_beyond_the_nodes_are_refused()
    {
        foreach (var ask in new Action[] { () => Graph.HasEdge(0, 3), () => Graph.HasEdge(3, 0), () => Graph.HasEdge(0, -1), () => Graph.ReachedFrom(2), () => Graph.TryExplain(0, 2), () => Graph.Account(2, 0), () => Graph.StabilizersOf(2) })
        {
            Assert.Contains("the nodes are 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(ask).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Simples_and_nodes_say_the_same()
    {
        foreach (var (i, from) in Graph.Nodes.Index())
        {
            Assert.Equal(i, Graph.NodeOf(from.Simple));
            Assert.Equal(Graph.StabilizersOf(i), Graph.StabilizersOf(from.Simple));
            foreach (var (j, to) in Graph.Nodes.Index())
            {
                Assert.Equal(Graph.HasEdge(i, j), Graph.HasEdge(from.Simple, to.Simple));
                Assert.Equal(Graph.TryExplain(i, j), Graph.TryExplain(from.Simple, to.Simple));
                Assert.Equal(Graph.Account(i, j), Graph.Account(from.Simple, to.Simple));
            }
        }
    }
}
