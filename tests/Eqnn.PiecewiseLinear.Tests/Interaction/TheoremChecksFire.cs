using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.PiecewiseLinear.Transport;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>Values are compared with theorems that exclude them; here the theorem, or the other route, lies.</summary>
public sealed class TheoremChecksFire
{
    private static readonly CharacterTable C6 = CharacterTable.Of(FiniteGroup.Parse("C6"));

    private static readonly IsotypicDecomposition Regular = IsotypicDecomposition.Of(C6, GSet.Regular(C6.Group));

    /// <summary>The frequency 1 passes to the frequency 2 by ReLU and by the exponential function; the graph says that it does not.</summary>
    [Theory]
    [InlineData("relu")]
    [InlineData("elu")]
    public void A_value_that_the_interaction_theorem_excludes_is_reported(string activation)
    {
        var graph = InteractionGraph.Of(Regular, Activation.Parse(activation));
        var (from, to) = (graph.NodeOf(C6.SimpleNamed("L1")), graph.NodeOf(C6.SimpleNamed("L2")));
        Assert.True(graph.HasEdge(from, to));
        Assert.NotNull(ActivationTransport.Of(graph, C6.SimpleNamed("L1")).Apply([1, 0]));
        Fires.With("what the interaction theorem excludes is 0", () => ActivationTransport.Of(graph.WithoutEdge(from, to), C6.SimpleNamed("L1")).Apply([1, 0]));
    }

    /// <summary>An energy of 1 and one of 0, with a theorem that says the contrary of either.</summary>
    [Fact]
    public void Energies_that_are_not_0_where_the_theorem_says_so_are_reported()
    {
        const string Check = "energies vanish exactly where the theorem says";
        var source = C6.SimpleNamed("L1");
        IReadOnlyList<SimpleRepresentation> targets = [C6.SimpleNamed("L1"), C6.SimpleNamed("L2")];
        RealInterval[] enclosures = [RealInterval.Of(Rational.One, 64), RealInterval.Of(Rational.Zero, 64)];
        Cyclotomic[] exact = [Cyclotomic.One, Cyclotomic.Zero];
        Assert.NotNull(EnergyRounding.TryRow(source, 1, targets, enclosures, [false, true], 6, true));
        Assert.NotNull(EnergyRounding.ExactRow(source, targets, exact, [false, true], 6));
        foreach (var zeros in new bool[][] { [true, true], [false, false], [true, false] })
        {
            Fires.With(Check, () => EnergyRounding.TryRow(source, 1, targets, enclosures, zeros, 6, true));
            Fires.With(Check, () => EnergyRounding.ExactRow(source, targets, exact, zeros, 6));
        }

        Fires.With(Check, () => EnergyRounding.ExactRow(source, targets, [Cyclotomic.One + 1, -Cyclotomic.One], [false, false], 6));
    }

    [Fact]
    public void What_level_sets_populate_outside_the_bound_is_reported()
    {
        var source = C6.SimpleNamed("L1");
        DepthConsistency.RequireInside(source, 2, [0, 1], [C6.Simples[0], C6.Simples[1]]);
        Fires.With("what level sets on chambers populate lies in the bound J_t", () => DepthConsistency.RequireInside(source, 2, [0, 1, 2], [C6.Simples[0], C6.Simples[1]]));
    }

    /// <summary>From the rotations of a square ReLU populates all of C4 after two layers; the bound that is handed in lacks one simple after the other.</summary>
    [Fact]
    public void A_bound_that_lacks_what_chambers_populate_is_reported()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C4"));
        var layer = IsotypicDecomposition.Of(table, GSet.Regular(table.Group));
        var source = new DepthDecision(_ => layer, Activation.Relu, DepthOptions.Default.WithWitnessTrials(0), 1).From(table.SimpleNamed("L1"));
        Assert.All(source.At(2, table.Simples, [], default).Reached, reached => Assert.True(reached.IsAttained));
        foreach (var lacking in table.Simples)
        {
            Fires.With("what level sets on chambers populate lies in the bound J_t", () => source.At(2, [.. table.Simples.Where(simple => simple != lacking)], [], default));
        }
    }

    [Fact]
    public void A_network_that_populates_what_is_excluded_is_reported()
    {
        var source = C6.SimpleNamed("L1");
        var attained = new ReachedSimple(C6.Simples[2], Attainment.Chambers, "level set {1}");
        Assert.Same(attained, DepthConsistency.NotExcluded(source, attained, "weights"));
        Fires.With("no network populates what level sets exclude", () => DepthConsistency.NotExcluded(source, new ReachedSimple(C6.Simples[2], Attainment.Never, "no level set"), "weights"));
    }

    /// <summary>The network that separates two inputs, given out as one that separates an input from itself.</summary>
    [Fact]
    public void A_separating_network_whose_outputs_are_equal_is_refused()
    {
        var set = GSet.Regular(FiniteGroup.Parse("C3"));
        var architecture = Architecture.Of(set, [set]);
        var first = NetworkInput.Of(set, [1, 0, 0]);
        var second = NetworkInput.Of(set, [1, 1, 0]);
        var found = Assert.IsType<PairSeparation.Separated>(PairSeparation.Of(architecture, first, second));
        Assert.NotNull(found.Network);
        Fires.With("the outputs of a separating network differ", () => _ = new PairSeparation.Separated(architecture, first, first, null, found.Network, CancellationToken.None));
    }
}
