using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;
using Xunit.Abstractions;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>The sizes that docs/benchmarks.md#interaction promises, with the answers known from theory.</summary>
public sealed class LargeInteractionTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("speed", "slow")]
    public void C5000_follows_the_rule_of_the_paper()
    {
        var graph = Graph("C5000", "regular", "relu");
        var expected = 0L;
        for (var k = 0; k <= 2500; k++)
        {
            var d = k == 0 ? 1 : 5000 / (int)Eqnn.Numbers.NumberTheory.Gcd(5000, k);
            var half = d % 2 == 0 ? d / 2 : d;
            for (var m = 0; m <= 2500; m++)
            {
                var e = m == 0 ? 1 : 5000 / (int)Eqnn.Numbers.NumberTheory.Gcd(5000, m);
                var edge = k == m || half % e == 0;
                expected += edge ? 1 : 0;
                Assert.True(edge == graph.HasEdge(k, m), $"L{k} -> L{m}");
            }
        }

        Assert.Equal(expected, graph.EdgeCount);
    }

    [Theory]
    [InlineData("S8", "subsets:4", 5, 15)]
    [InlineData("PSL(2,31)", "points", 2, 3)]
    [Trait("speed", "slow")]
    public void Large_groups_on_small_sets(string group, string set, int nodes, int edges)
    {
        var graph = Graph(group, set, "relu");
        output.WriteLine(string.Join(" ", graph.Edges));
        Assert.Equal(nodes, graph.Nodes.Count);
        Assert.Equal(edges, graph.EdgeCount);
    }

    [Fact]
    public void Tensors_of_large_graphs_are_refused_with_the_limit() =>
        Assert.Contains("smaller G-set", Assert.Throws<LimitExceededException>(() => Graph("C600", "regular", "square")).HowToRaise, StringComparison.Ordinal);

    private InteractionGraph Graph(string groupName, string setName, string activation)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var group = FiniteGroup.Parse(groupName);
        var table = CharacterTable.Of(group);
        output.WriteLine($"table {clock.ElapsedMilliseconds} ms");
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(group, setName));
        output.WriteLine($"decomposition {clock.ElapsedMilliseconds} ms");
        var graph = InteractionGraph.Of(decomposition, Activation.Parse(activation));
        output.WriteLine($"graph {clock.ElapsedMilliseconds} ms");
        return graph;
    }
}
