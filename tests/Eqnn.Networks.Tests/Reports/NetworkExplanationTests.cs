using Eqnn.Algebra.Groups;
using Eqnn.Networks.Reports;
using Eqnn.Networks.Simples;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Tests.Reports;

public sealed class NetworkExplanationTests
{
    public static TheoryData<string, string> Kinds => Networks.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Energies_sum_to_the_norm_and_transfers_without_rest_to_the_whole(string group, string layers)
    {
        var network = Networks.Random(group, layers, "leaky-relu:0.2");
        double[][] samples = [.. Enumerable.Range(1, 3).Select(seed => Networks.Vector(network.Input.Dimension, seed))];
        var explanation = NetworkExplanation.Of(network, samples);
        var states = samples.Select(sample => network.EvaluateStates(sample)).ToList();
        foreach (var state in explanation.States)
        {
            var wanted = states.Average(all => all[state.State].Sum(v => v * v));
            Assert.Equal(wanted, state.Total, 1e-9 * (1 + wanted));
            Assert.All(explanation.Simples.All, simple => Assert.Equal(state.Energies[simple.Position], Enumerable.Range(0, state.Space.Channels).Sum(channel => state.EnergyAt(channel, simple)), 1e-9));
            Assert.All(explanation.Simples.All, simple => Assert.InRange(state.EffectiveDimensions[simple.Position], 0, state.Capacities[simple.Position] + 1e-9));
        }

        foreach (var transfer in explanation.Transfers)
        {
            Assert.Equal(explanation.States[transfer.Layer].Total, transfer.Totals.Sum(), 1e-9 * (1 + explanation.States[transfer.Layer].Total));
            Assert.True(transfer.LargestForbidden < 1e-10);
        }
    }

    [Theory]
    [InlineData("C8", "relu")]
    [InlineData("D4", "abs")]
    [InlineData("S4", "tanh")]
    [InlineData("Q8", "gelu")]
    [InlineData("C3xC6", "relu")]
    public void What_the_theorem_allows_is_met_and_what_it_forbids_is_not(string group, string activation)
    {
        var network = Networks.Random(group, "2*regular,4*regular,1*regular", activation);
        var transfer = NetworkExplanation.Of(network, [.. Enumerable.Range(1, 6).Select(seed => Networks.Vector(network.Input.Dimension, seed))]).Transfers[0];
        var scale = transfer.Totals.Sum();
        for (var s = 0; s < transfer.Sources.Count; s++)
        {
            for (var t = 0; t < transfer.Targets.Count; t++)
            {
                if (!transfer.IsAllowed(s, t))
                {
                    Assert.True(transfer.EnergyOf(s, t) < 1e-25 * scale);
                }
                else if (transfer.Sources[s]!.Position > 0)
                {
                    Assert.True(transfer.EnergyOf(s, t) > 1e-12 * scale, $"{transfer.Sources[s]} to {transfer.Targets[t]}");
                }
            }
        }

        Assert.True(transfer.ForbiddenCount > 0);
    }

    [Fact]
    public void One_source_leaves_nothing_for_several_together()
    {
        var network = RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse("C8"), "1*regular,3*regular,1*regular"), new RandomNetworkOptions { Bias = false, Seed = 4 });
        double[] wave = [.. Enumerable.Range(0, 8).Select(x => Math.Cos(2 * Math.PI * x / 4))];
        var explanation = NetworkExplanation.Of(network, [wave]);
        Assert.Equal(1, explanation.States[0].ShareOf(explanation.Simples.SimpleNamed("L2")), 1e-12);
        Assert.True(explanation.Transfers[0].Joint.Sum() < 1e-25);
        Assert.True(explanation.States[1].IsSilent(explanation.Simples.SimpleNamed("L1")));
        Assert.False(explanation.States[1].Possible[1]);
        Assert.Equal(1, explanation.States[0].EffectiveDimensions[2], 1e-9);
    }

    [Theory]
    [InlineData("C8", "1*regular,3*regular,3*regular,2*regular", true)]
    [InlineData("C6", "1*regular,3*regular,3*regular,1*regular", false)]
    [InlineData("S4", "1*regular,2*points,2*regular,1*subsets:2", true)]
    [InlineData("S4", "1*regular,2*points,2*regular,1*subsets:2", false)]
    [InlineData("Q8", "1*regular,2*regular,1*trivial", false)]
    [InlineData("S30", "1*points,4*points,1*points", false)]
    [InlineData("C4xC6", "1*regular,3*regular,2*regular,1*regular", false)]
    public void No_weights_leave_the_bound_of_depth_and_generic_ones_fill_it(string group, string layers, bool bias)
    {
        var spaces = FeatureSpace.ParseList(FiniteGroup.Parse(group), layers);
        foreach (var activation in new[] { "relu", "gelu", "tanh", "abs" })
        {
            var network = RandomNetwork.Of(spaces, new RandomNetworkOptions { Bias = bias, Residual = true, Activation = Activation.Parse(activation), Seed = 3 });
            var simples = NetworkSimples.Of(network);
            foreach (var simple in simples.All.Where(simple => simples.MultiplicityIn(network.Input, simple) > 0).Take(12))
            {
                var reach = NetworkReach.Of(simples, network, [simple]);
                foreach (var state in reach.States)
                {
                    Assert.All(simples.All, other => Assert.True(state.Possible[other.Position] || !state.IsPopulated(other), $"{activation}, {simple} to {other}"));
                    Assert.All(simples.All, other => Assert.True(!state.ByWeights[other.Position] || state.Possible[other.Position]));
                    if (activation == "gelu" && state.State > 0)
                    {
                        // Analytic, with both parts allowed by the theorem: almost all weights attain the bound.
                        Assert.All(simples.All, other => Assert.Equal(state.Possible[other.Position], state.Shares[other.Position] > 1e-26));
                    }
                }
            }
        }
    }

    [Fact]
    public void Blocks_that_are_zero_pass_nothing()
    {
        var network = Networks.Random("C8", "1*regular,2*regular,1*regular");
        var simples = NetworkSimples.Of(network);
        var cut = Eqnn.Networks.Reductions.NetworkCut.Of(simples, network, [simples.All[0], simples.All[1]], layer: 2).Network;
        var reach = NetworkReach.Of(simples, cut, [simples.All[1]]);
        Assert.True(reach.States[2].Possible[2]);
        Assert.False(reach.States[2].ByWeights[2]);
        Assert.False(reach.States[2].IsPopulated(simples.All[2]));
        Assert.True(reach.States[2].IsPopulated(simples.All[1]));
        var explanation = NetworkExplanation.Of(cut, [Networks.Vector(8, 1)]);
        Assert.False(explanation.States[1].IsRead[2]);
        Assert.True(explanation.States[1].IsRead[1]);
    }

    [Theory]
    [InlineData("S4", "1*regular,3*points,1*regular")]
    [InlineData("C4xC6", "1*regular,3*regular,1*trivial")]
    [InlineData("C67", "1*regular,2*regular,1*regular")]
    public void The_page_is_one_well_formed_file_that_asks_for_nothing(string group, string layers)
    {
        var network = Networks.Random(group, layers);
        var explanation = NetworkExplanation.Of(network, [Networks.Vector(network.Input.Dimension, 1)]);
        var page = ExplanationPage.ToHtml(explanation, "<net> & co", "data");
        Assert.Equal(page, ExplanationPage.ToHtml(explanation, "<net> & co", "data"));
        Assert.Contains("&lt;net&gt; &amp; co", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.Contains("forbidden by the theorem", page, StringComparison.Ordinal);

        // Everything but the void elements of the head is XML.
        var body = page[page.IndexOf("<body>", StringComparison.Ordinal)..(page.IndexOf("</body>", StringComparison.Ordinal) + 7)];
        Assert.NotNull(System.Xml.Linq.XDocument.Parse(body).Root);
    }
}
