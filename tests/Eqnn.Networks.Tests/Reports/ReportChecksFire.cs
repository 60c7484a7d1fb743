using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Networks.Reports;
using Eqnn.Networks.Simples;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.Testing;

namespace Eqnn.Networks.Tests.Reports;

/// <summary>What is measured on data is compared with theorems; here the theorem lies, and the data say so.</summary>
public sealed class ReportChecksFire
{
    private static readonly EquivariantNetwork Network = Networks.Random("S3", "2*regular,3*regular,1*regular", "tanh");

    private static readonly NetworkSimples Simples = NetworkSimples.Of(Network);

    private static readonly LayerBatch Batch = LayerBatch.Of(new LayerSteps(Network), [.. Enumerable.Range(1, 4).Select(seed => Networks.Vector(Network.Input.Dimension, seed))], CancellationToken.None);

    [Fact]
    public void Data_that_pass_where_the_rule_forbids_it_are_reported()
    {
        Assert.NotNull(Measured(Simples));
        Fires.With("no data pass where the interaction theorem forbids it", () => Measured(Simples.WithRule(new NothingPasses())));

        static TransferExplanation Measured(NetworkSimples simples)
        {
            var measure = new TransferMeasure(simples, Network.Layers[0], 1);
            measure.Weigh(Batch.Before[0], CancellationToken.None);
            measure.Add(Batch.Before[0], CancellationToken.None);
            return measure.Finish(0);
        }
    }

    [Fact]
    public void Energy_outside_the_bound_of_depth_is_reported()
    {
        var rounding = RoundingBound.Of(Network, MapDecomposition.OfNetwork(Simples, Network), BatchNorms.Of(Network, Batch), outside: 0);
        bool[] all = [.. Simples.All.Select(_ => true)];
        bool[] none = [.. Simples.All.Select(_ => false)];
        for (var state = 0; state < Batch.States.Count; state++)
        {
            var energy = Batch.States[state].Sum(vector => vector.Sum(x => x * x));
            double[] measured = [.. Simples.All.Select(_ => energy / Simples.All.Count)];
            rounding.Require(state, Simples, all, measured);
            rounding.Require(state, Simples, none, [.. Simples.All.Select(_ => 1e-30 * energy)]);
            Fires.With("nothing leaves the bound of the theory of depth", () => rounding.Require(state, Simples, none, measured));

            // One simple alone, and a millionth of the amplitude: still far more than rounding.
            Fires.With("nothing leaves the bound of the theory of depth", () => rounding.Require(state, Simples, [.. all.SkipLast(1), false], [.. measured.SkipLast(1), 1e-12 * energy]));
        }
    }

    /// <summary>A simple is read if its block is more than rounding: one millionth is, 10⁻¹⁴ is not.</summary>
    [Fact]
    public void A_block_is_read_down_to_rounding()
    {
        var spaces = FeatureSpace.ParseList(FiniteGroup.Parse("C8"), "1*regular,1*regular,1*regular");
        double Wave(int frequency, int x) => Math.Cos(2 * Math.PI * frequency * x / 8) / 4;
        var identity = EquivariantMap.FromWeights(spaces[0], spaces[1], [1, 0, 0, 0, 0, 0, 0, 0]);
        var reader = EquivariantMap.FromWeights(spaces[1], spaces[2], Enumerable.Range(0, 8).Select(x => Wave(1, x) + (1e-6 * Wave(2, x)) + (1e-14 * Wave(3, x))));
        var network = new EquivariantNetwork(spaces[0], [new NetworkLayer([new LayerTerm(0, identity)], null, Activation.Parse("tanh")), new NetworkLayer([new LayerTerm(1, reader)], null, Activation.Parse("identity"))]);
        var read = NetworkExplanation.Of(network, [Networks.Vector(8, 1)]).States[1].IsRead;
        Assert.Equal([false, true, true, false, false], read);
    }

    private sealed class NothingPasses : CouplingRule
    {
        protected override bool[] Coupled(IsotypicFrame frame, bool[] sources, Activation activation, bool biased) => new bool[sources.Length];
    }

    /// <summary>Words that are always the first generator: an element of the group ring with too few eigenvalues, however often it is drawn.</summary>
    [Fact]
    public void Random_elements_that_are_not_random_are_noticed()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "tuples:2"));
        NetworkSimple[] simples = [.. table.Simples.Select(simple => new NetworkSimple(simple.Position, simple.Label, "", (int)simple.Dimension, simple.EndomorphismDimension, simple.KernelOrder, [], simple))];
        Assert.Equal(12, Enumerable.Range(0, 12).Count(i => new TableFrame(decomposition, simples, seed => new Random(seed), CancellationToken.None).Row(i).Length == 12));
        Fires.With("random elements of the group ring separate the copies of a simple", () => _ = new TableFrame(decomposition, simples, _ => new AlwaysFirst(), CancellationToken.None));
    }

    private sealed class AlwaysFirst : Random
    {
        public override int Next(int maxValue) => 0;

        public override double NextDouble() => 0.75;
    }
}
