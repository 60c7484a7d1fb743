using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Files;
using Eqnn.Networks.Plans;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Separation;
using Xunit;

namespace Eqnn.Networks.Tests;

public sealed class SeparatingNetworkModelTests
{
    [Theory]
    [InlineData("S4", "points", "subsets:2,regular", "0,1,2,5", "4,3,2,-1")]
    [InlineData("D5", "regular+points", "points,regular", "0,1,2,5,0,0,0,0,0,1,1,2,3,4,5", "0,1,2,5,0,0,0,0,0,1,1,2,3,5,4")]
    [InlineData("C6", "regular", "regular", "1/2,0,0,1,0,0", "1/2,0,1,0,0,0")]
    public void A_separating_network_gives_its_exact_outputs_when_it_runs(string name, string on, string layers, string first, string second)
    {
        var (answer, pair) = Answer(name, on, layers, first, second);
        var separated = Assert.IsType<PairSeparation.Separated>(answer);
        var network = NetworkJson.Read(NetworkJson.Write(SeparatingNetworkModel.Of(separated.Network!)));
        var runner = NetworkRunner<double>.Create(network);
        for (var k = 0; k < 2; k++)
        {
            var output = new double[network.Output.Dimension];
            runner.Run(pair[k], output);
            Assert.Equal((k == 0 ? separated.FirstOutput : separated.SecondOutput).Select(value => value.ToDouble()), output);
        }
    }

    [Theory]
    [InlineData("S4", "points", "subsets:2", "0,1,2,5", "4,3,2,-1")]
    [InlineData("S4", "points", "subsets:2,subsets:2", "0,1,2,5", "4,3,2,-1")]
    [InlineData("A4", "points", "subsets:2", "0,1,2,4", "1,0,2,4")]
    [InlineData("S6", "subsets:2", "points,points", "1,0,0,0,1,1,0,0,0,1,0,0,1,0,1", "1,1,0,0,0,1,0,0,0,0,0,0,1,1,1")]
    public void Inputs_that_are_not_told_apart_have_equal_outputs_on_random_networks_of_every_activation(string name, string on, string layers, string first, string second)
    {
        var (answer, pair) = Answer(name, on, layers, first, second);
        Assert.False(answer.IsSeparated);
        var architecture = answer.Architecture;
        FeatureSpace[] spaces = [new(architecture.Input, 1), .. architecture.Layers.Select(layer => new FeatureSpace(layer, 3)), new(architecture.Output, 2)];
        string[] activations = ["relu", "tanh", "silu"];
        for (var seed = 0; seed < 200; seed++)
        {
            var network = RandomNetwork.Of(spaces, Activation.Parse(activations[seed % 3]), seed);
            var (left, right) = (network.Evaluate(pair[0]), network.Evaluate(pair[1]));
            Assert.All(left.Zip(right), values => Assert.InRange(Math.Abs(values.First - values.Second), 0, 1e-9 * (1 + Math.Abs(values.First))));
        }
    }

    private static (PairSeparation Answer, double[][] Inputs) Answer(string name, string on, string layers, string first, string second)
    {
        var group = FiniteGroup.Parse(name);
        var set = GSet.Parse(group, on);
        var architecture = Architecture.Of(set, layers.Split(',').Select(layer => GSet.Parse(group, layer)));
        var inputs = new[] { first, second }.Select(values => NetworkInput.Of(set, values.Split(',').Select(value => RealCyclotomic.Parse(value)))).ToArray();
        return (PairSeparation.Of(architecture, inputs[0], inputs[1]), [.. inputs.Select(input => input.Channels[0].Select(value => value.ToDouble()).ToArray())]);
    }
}
