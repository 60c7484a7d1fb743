using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Depth;

/// <summary>What is shown beside decisions, and what limits leave open.</summary>
public sealed class DepthLimitsTests
{
    /// <summary>Sums of squares of projections of the indicators of blocks, by the projector itself.</summary>
    [Theory]
    [InlineData("S4", "cosets:(1,2)")]
    [InlineData("D4", "regular+points")]
    [InlineData("C8", "regular")]
    [InlineData("Q8", "regular")]
    public void Blocks_show_the_simples_into_which_their_indicators_project(string group, string set)
    {
        var layer = Decompose(group, set);
        var sums = new BlockSums(layer);
        var random = new Random(3);
        foreach (var orbit in layer.Set.Orbits)
        {
            var points = orbit.Points.ToArray();
            var blocks = Enumerable.Range(0, 20).Select(_ => points.Where(_ => random.Next(2) == 0).ToArray()).Append([points[0]]).Append(points).Where(block => block.Length > 0);
            foreach (var block in blocks)
            {
                var expected = layer.Components.Select(component => component.Simple)
                    .Where(simple => Enumerable.Range(0, (int)layer.Set.Size).Any(y => !block.Aggregate(Cyclotomic.Zero, (sum, x) => sum + layer.Projector(simple).Row(y)[x]).IsZero));
                Assert.Equal(expected.Select(simple => simple.Position).Order(), sums.SimplesOf(block).Order());
            }
        }
    }

    /// <summary>A constant layer stays constant: with many channels as with one, from the trivial simple nothing else comes, at any depth.</summary>
    [Theory]
    [InlineData("relu")]
    [InlineData("tanh")]
    [InlineData("hardtanh")]
    [InlineData("relu-bias")]
    public void From_the_trivial_simple_only_itself_comes(string activation)
    {
        foreach (var many in new[] { false, true })
        {
            var analysis = DepthAnalysis.Of([Decompose("D5", "regular")], Activation.Parse(activation), 3, null, DepthOptions.Default.WithManyInputChannels(many).WithWitnessTrials(0));
            Assert.All(analysis.Profiles[0].Steps, step => Assert.Equal(["L0"], step.Reached.Select(reached => reached.Simple.Label)));
        }
    }

    /// <summary>Walks are counted by powers of the matrix of the graph.</summary>
    [Fact]
    public void Walks_are_powers_of_the_graph()
    {
        var layer = Decompose("C12", "regular");
        var graph = InteractionGraph.Of(layer, Activation.Relu);
        var analysis = DepthAnalysis.Of([layer], Activation.Relu, 4, options: DepthOptions.Default.WithWitnessTrials(0));
        foreach (var (place, profile) in analysis.Profiles.Index())
        {
            var walks = new System.Numerics.BigInteger[graph.Nodes.Count];
            walks[place] = 1;
            for (var t = 1; t <= 4; t++)
            {
                walks = [.. Enumerable.Range(0, walks.Length).Select(to => Enumerable.Range(0, walks.Length).Where(from => graph.HasEdge(from, to)).Aggregate(System.Numerics.BigInteger.Zero, (sum, from) => sum + walks[from]))];
                Assert.Equal(walks.Index().Where(walk => !walk.Item.IsZero).Select(walk => (graph.Nodes[walk.Index].Simple.Label, walk.Item)), profile.Steps[t].Walks.Select(walk => (walk.Simple.Label, walk.Count)));
            }
        }
    }

    /// <summary>Each status with its sign: known to be populated, known not to be, or open.</summary>
    [Theory]
    [InlineData(Attainment.Undecided, null)]
    [InlineData(Attainment.Never, false)]
    [InlineData(Attainment.Input, true)]
    [InlineData(Attainment.OneLayer, true)]
    [InlineData(Attainment.Chambers, true)]
    [InlineData(Attainment.Witness, true)]
    public void A_status_says_whether_a_simple_is_populated(Attainment attainment, bool? populated)
    {
        var simple = Decompose("C3", "regular").Table.Simples[1];
        var reached = new ReachedSimple(simple, attainment, "why");
        var step = new DepthStep(1, [reached], [], []);
        var profile = new DepthProfile(simple, [step], [], true);
        Assert.Equal((populated, populated == true), (reached.Populated, reached.IsAttained));
        Assert.Equal((populated == true, populated is not null), (step.IsAttained, step.IsDecided));
        Assert.Equal((1, populated == true ? 1 : null, populated is null), (profile.LeastDepthOf(simple), profile.LeastAttainedDepthOf(simple), profile.IsOpen(simple)));
        Assert.Equal($"L1: {(populated switch { true => "populated", false => "never", _ => "not decided" })} (why)", reached.ToString());
        Assert.Null(profile.LeastDepthOf(simple.Table.Simples[0]));
        Assert.False(profile.IsOpen(simple.Table.Simples[0]));
    }

    /// <summary>What no number of layers populates, and what is open, are kept apart.</summary>
    [Fact]
    public void What_never_comes_is_named()
    {
        var layer = Decompose("C12", "regular");
        var analysis = DepthAnalysis.Of([layer], Activation.Relu, 4, options: DepthOptions.Default.WithWitnessTrials(0));
        Assert.Equal(["L1", "L3", "L5"], analysis.NeverReached(analysis.Profiles[2]).Select(simple => simple.Label));
        Assert.Empty(analysis.NeverReached(analysis.Profiles[1]));
        Assert.Equal(layer.Components.Select(component => component.Simple), analysis.Targets);
        var open = DepthAnalysis.Of([layer], Activation.Parse("square"), 2, options: DepthOptions.Default.WithWitnessTrials(0));
        var profile = open.Profiles[1];
        Assert.All(open.NeverReached(profile), simple => Assert.False(profile.IsOpen(simple)));
        Assert.Contains(open.Targets, profile.IsOpen);
    }

    /// <summary>Until sets repeat: from then on nothing new comes, however many layers follow.</summary>
    [Theory]
    [InlineData("C12", "relu")]
    [InlineData("D6", "abs")]
    [InlineData("A4", "tanh")]
    [InlineData("C6", "relu-bias")]
    public void What_has_not_come_when_sets_repeat_never_comes(string group, string activation)
    {
        var layer = Decompose(group, "regular");
        var repeated = DepthAnalysis.UntilRepeated(layer, Activation.Parse(activation));
        var deep = DepthAnalysis.Of([layer], Activation.Parse(activation), 12, options: DepthOptions.Default.WithWitnessTrials(0).WithMaxChamberOrbits(0));
        foreach (var (shallow, full) in repeated.Profiles.Zip(deep.Profiles))
        {
            Assert.All(layer.Table.Simples, simple => Assert.Equal(full.LeastDepthOf(simple), shallow.LeastDepthOf(simple)));
            Assert.All(shallow.Steps.SelectMany(step => step.Reached), reached => Assert.Null(reached.Witness));
        }
    }

    [Fact]
    public void Sets_of_two_tables_are_refused()
    {
        var (one, other) = (Decompose("C4", "regular"), Decompose("C4", "regular"));
        Assert.Contains("another character table", Assert.Throws<ArgumentException>(() => DepthAnalysis.Of([one, other], Activation.Relu, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DepthAnalysis.Of([], Activation.Relu, 2));
        Assert.Equal(1, DepthAnalysis.Of([one], Activation.Relu, 1).Depth);
    }

    private static IsotypicDecomposition Decompose(string groupName, string setName)
    {
        var group = FiniteGroup.Parse(groupName);
        return IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Parse(group, setName));
    }
}
