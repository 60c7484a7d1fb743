using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Reductions;
using Eqnn.Networks.Simples;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Microsoft.ML.OnnxRuntime;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>What is written as ONNX gives the same numbers in ONNX Runtime, and comes back as the same network.</summary>
public sealed class OnnxExportTests
{
    public static TheoryData<string, string> Kinds => Networks.Kinds;

    public static TheoryData<string> Activations => [.. ActivationFamily.All.Select(family => family.Default.Name), "leaky-relu:0.3", "silu:1.702", "softplus:2", "hardtanh:-2,3", "elu:0.5", "poly:t^3 - 1/2 t + 1", "pl:(-1,1) (0,0) (2,1) (3,5)"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_network_goes_out_and_comes_back(string group, string layers)
    {
        var network = Networks.Random(group, layers);
        foreach (var options in new[] { OnnxExportOptions.Default, OnnxExportOptions.Default.WithStructured(false), OnnxExportOptions.Default.WithOpset(21) })
        {
            byte[] model = [.. OnnxExport.ToBytes(network, options)];
            Compare(network, model, 1e-5);
            var back = OnnxImport.Read(model, network.States, AxisOrder.ChannelPoint).Network;
            for (var i = 0; i < network.Layers.Count; i++)
            {
                Assert.All(network.Layers[i].Terms[0].Map.Weights.Zip(back.Layers[i].Terms[0].Map.Weights), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
                Assert.All(network.Layers[i].Bias.Zip(back.Layers[i].Bias), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
                Assert.Equal(network.Layers[i].Activation, back.Layers[i].Activation);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_activation_goes_out_and_comes_back(string name)
    {
        var network = Networks.Random("C6", "1*regular,3*regular,1*regular", name);
        foreach (var opset in new[] { 13, 17, 20, 22 })
        {
            byte[] model = [.. OnnxExport.ToBytes(network, OnnxExportOptions.Default.WithOpset(opset))];
            Compare(network, model, 2e-5);

            // Linear layers come back as one, exp(-t^2) as a square and an exponential function, segments as several ReLUs.
            if (name is "identity" or "gauss" || name.StartsWith("pl:", StringComparison.Ordinal))
            {
                continue;
            }

            var back = OnnxImport.Read(model, network.States).Network;
            double[] input = [.. Networks.Vector(6, 3).Select(v => 3 * v)];
            var (wanted, met) = (network.Evaluate(input), back.Evaluate(input));
            Assert.All(wanted.Zip(met), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * (1 + wanted.Max(Math.Abs))));
        }
    }

    [Theory]
    [InlineData("C8xC8", "1*regular,3*regular,2*trivial", "Conv")]
    [InlineData("C16", "2*regular,3*regular,1*regular", "Conv")]
    [InlineData("S9", "2*points,3*points,2*trivial", "ReduceSum")]
    public void Structure_is_kept(string group, string layers, string operatorType)
    {
        var network = RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse(group), layers), RandomNetworkOptions.Default with { Support = group[0] == 'C' ? 3 : null, Residual = true });
        byte[] model = [.. OnnxExport.ToBytes(network)];
        Compare(network, model, 1e-5);
        Assert.Contains(operatorType, OnnxFormat.ModelProto.Parser.ParseFrom(model).Graph.Node.Select(node => node.OpType));
        Assert.True(model.Length < OnnxExport.ToBytes(network, OnnxExportOptions.Default.WithStructured(false)).Count);
    }

    /// <summary>What was imported, compressed, cut or restricted runs in ONNX Runtime as it runs here.</summary>
    [Theory]
    [InlineData("C12", "2*regular,3*regular,3*regular,1*trivial", "(1,4,7,10)(2,5,8,11)(3,6,9,12)")]
    [InlineData("D6", "1*points,4*points,1*regular", "(1,3,5)(2,4,6)")]
    [InlineData("C6xC4", "1*regular,3*regular,2*regular", "(1,3,5)(2,4,6)")]
    [InlineData("S9", "2*points,3*points,2*trivial", "(1,2,3);(3,4,5,6,7,8,9)")]
    public void What_was_made_smaller_goes_out_too(string group, string layers, string generators)
    {
        var network = OnnxImport.Read([.. OnnxExport.ToBytes(Networks.Random(group, layers, "elu"))], FeatureSpace.ParseList(FiniteGroup.Parse(group), layers)).Network;
        var degree = network.Group.Degree;
        var subgroup = network.Group.Subgroup(generators.Split(';').Select(word => Permutation.Parse(word, CultureInfo.InvariantCulture)).Select(p => Permutation.FromImages(Enumerable.Range(0, degree).Select(x => x < p.Degree ? p[x] : x))));
        var simples = NetworkSimples.Of(network);
        foreach (var made in new[]
        {
            network,
            NetworkCompression.Of(network, subgroup).Network,
            NetworkCut.Of(simples, network, simples.All.Where(simple => simple.Position % 2 == 0)).Network,
            NetworkRestriction.To(network, subgroup),
        })
        {
            foreach (var structured in new[] { true, false })
            {
                Compare(made, [.. OnnxExport.ToBytes(made, OnnxExportOptions.Default.WithStructured(structured))], 1e-5);
            }
        }
    }

    [Fact]
    public void Arrays_keep_their_axes()
    {
        var network = Networks.Random("C6", "2*regular,3*regular,4*regular");
        foreach (var (input, output) in new[]
        {
            (new SampleAxes([6, 2], 0, BatchJoin.None, 6), new SampleAxes([4, 6], 0, BatchJoin.None, 1)),
            (new SampleAxes([6, 2], 1, BatchJoin.None, 6), new SampleAxes([6, 4], 1, BatchJoin.None, 6)),
            (new SampleAxes([12], 0, BatchJoin.None, 1), new SampleAxes([24], 0, BatchJoin.None, 6)),
            (new SampleAxes([2, 2, 3], 0, BatchJoin.None, 1), new SampleAxes([6, 4], 0, BatchJoin.WithNext, 6)),
        })
        {
            Compare(network.WithArrays(input, output), [.. OnnxExport.ToBytes(network.WithArrays(input, output))], 1e-5);
        }
    }

    [Fact]
    public void Versions_that_are_not_written_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => OnnxExport.ToBytes(Networks.Random("C3", "1*regular,1*regular"), OnnxExportOptions.Default.WithOpset(9)));

    private static void Compare(EquivariantNetwork network, byte[] model, double tolerance)
    {
        const int Batch = 3;
        var (length, result) = (network.Input.Dimension, network.Output.Dimension);
        var inputs = Networks.Vector(Batch * length, 5);
        var array = network.InputAxes.FromSamples(inputs, Batch, network.Input);
        using var session = new InferenceSession(model);
        using var x = OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(array, v => (float)v), [.. network.InputAxes.ShapeOf(Batch).Select(n => (long)n)]);
        using var options = new RunOptions();
        using var results = session.Run(options, session.InputNames, [x], session.OutputNames);
        Assert.Equal(network.OutputAxes.ShapeOf(Batch), results[0].GetTensorTypeAndShape().Shape.Select(n => (int)n));
        var met = network.OutputAxes.ToSamples([.. results[0].GetTensorDataAsSpan<float>().ToArray().Select(v => (double)v)], Batch, network.Output);
        for (var sample = 0; sample < Batch; sample++)
        {
            var wanted = network.Evaluate(inputs[(sample * length)..((sample + 1) * length)]);
            var scale = Math.Max(1, wanted.Max(Math.Abs));
            Assert.All(Enumerable.Range(0, result), i => Assert.Equal(wanted[i], met[(sample * result) + i], tolerance * scale));
        }
    }
}
