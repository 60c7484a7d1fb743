using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Files;
using Eqnn.Networks.Plans;
using Eqnn.Networks.Reductions;
using Eqnn.Networks.Reports;
using Eqnn.Networks.Simples;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Tests.Reductions;

public sealed class ReductionTests
{
    [Theory]
    [InlineData("C8", "1*regular,3*regular,1*regular")]
    [InlineData("C12", "1*regular,2*regular,1*trivial")]
    [InlineData("S4", "2*regular,2*subsets:2,1*points")]
    [InlineData("D6", "1*points,3*regular,1*points")]
    [InlineData("Q8", "1*regular,2*regular,2*regular")]
    [InlineData("C4", "1*points+regular,2*regular+points,1*points")]
    [InlineData("C2xC6", "1*regular,2*regular,1*regular")]
    [InlineData("A4", "1*points,2*regular,1*trivial")]
    public void For_every_normal_subgroup_the_small_network_agrees_on_invariant_inputs(string group, string layers)
    {
        var network = RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse(group), layers), new RandomNetworkOptions { Residual = true, Seed = 2, Activation = Activation.Parse("gelu") });
        foreach (var normal in CharacterTable.Of(network.Group).NormalSubgroups.Subgroups)
        {
            var compression = NetworkCompression.Of(network, normal.ToGroup());
            Assert.True(compression.Measure() < 1e-12, $"{group}, N of order {normal.Order}");
            Assert.All(compression.Network.States.Zip(network.States), pair => Assert.True(pair.First.Points * normal.Order >= pair.Second.Points));
            Assert.True(EquivarianceCheck.Of(compression.Network).Worst < 1e-12);

            // The file of the small network gives it back.
            var text = NetworkJson.Write(compression.Network);
            var again = NetworkJson.Read(text);
            Assert.Equal(text, NetworkJson.Write(again));
            var input = Networks.Vector(again.Input.Dimension, 8);
            Assert.Equal(compression.Network.Evaluate(input), again.Evaluate(input));
        }
    }

    [Fact]
    public void The_quotient_of_a_cyclic_group_has_its_name()
    {
        var network = Networks.Random("C8", "1*regular,2*regular");
        var half = FiniteGroup.FromGenerators("N", 8, [network.Group.Generators[0].Power(4)]);
        var small = NetworkCompression.Of(network, half).Network;
        Assert.Equal(("C4", "1*regular"), (small.Group.Name, small.Input.ToString()));
        Assert.Equal(network.Layers[0].Terms[0].Map[1, 0, 1] + network.Layers[0].Terms[0].Map[1, 0, 5], small.Layers[0].Terms[0].Map[1, 0, 1], 1e-15);
    }

    [Fact]
    public void A_compression_can_be_stopped()
    {
        var network = Networks.Random("C8", "1*regular,2*regular");
        Assert.Throws<OperationCanceledException>(() => NetworkCompression.Of(network, network.Group, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_subgroup_that_is_not_normal_is_refused()
    {
        var network = Networks.Random("S3", "1*regular,2*points");
        Assert.Throws<ArgumentException>(() => NetworkCompression.Of(network, network.Group.Subgroup([network.Group.Generators.First(g => g.Order == 2)])));
    }

    [Theory]
    [InlineData("C12", "1*regular,2*regular,1*regular")]
    [InlineData("S4", "1*regular,2*points,1*subsets:2")]
    [InlineData("S20", "2*points,3*points,1*points")]
    public void A_cut_keeps_what_it_names_and_removes_the_rest(string group, string layers)
    {
        var network = Networks.Random(group, layers);
        var simples = NetworkSimples.Of(network);
        var kept = simples.All.Where(simple => simple.Position % 2 == 0).ToList();
        var cut = NetworkCut.Of(simples, network, kept);
        Assert.False(cut.IsExact);
        Assert.InRange(cut.RemovedShare, 0.001, 1);
        foreach (var (layer, old) in cut.Network.Layers.Zip(network.Layers))
        {
            var (now, before) = (MapDecomposition.Of(simples, layer.Terms[0].Map), MapDecomposition.Of(simples, old.Terms[0].Map));
            Assert.All(now.Blocks.Zip(before.Blocks), pair => Assert.Equal(kept.Contains(pair.First.Simple) ? pair.Second.Energy : 0, pair.First.Energy, 1e-9));
        }

        Assert.True(NetworkCut.Of(simples, network, simples.All).IsExact);
        Assert.True(NetworkCut.Of(simples, cut.Network, kept).RemovedShare < 1e-24);
    }
}
