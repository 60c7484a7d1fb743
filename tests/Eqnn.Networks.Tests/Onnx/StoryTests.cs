using Eqnn.Networks.Files;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Plans;
using Eqnn.Testing;
using Microsoft.ML.OnnxRuntime;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>The trained networks of docs/networks.md#stories are what their stories say: equivariant, as good as PyTorch was, with PyTorch's numbers.</summary>
public sealed class StoryTests
{
    [Theory]
    [InlineData("torus", 175)]
    [InlineData("pairs", 199)]
    [InlineData("cloud", 193)]
    public void A_trained_network_is_equivariant_and_as_good_as_its_story_says(string name, int right)
    {
        var import = Import(name);
        Assert.InRange(import.Worst.Relative, 0, 1e-6);
        var (network, x, y, labels) = (import.Network, Npy(name + ".x"), Npy(name + ".y"), Npy(name + ".labels"));
        var samples = labels.Values.Count;
        float[] inputs = [.. NetworkArrays.ToSamples(network, x).Select(v => (float)v)];
        var outputs = new float[samples * network.Output.Dimension];
        NetworkRunner<float>.Create(network).Run(inputs, outputs);
        var classes = network.Output.Dimension;
        Assert.Equal(right, Enumerable.Range(0, samples).Count(i => Enumerable.Range(0, classes).MaxBy(k => outputs[(i * classes) + k]) == labels.Values[i]));
        Assert.Equal(samples * classes, y.Values.Count);
        var largest = y.Values.Max(Math.Abs);
        Assert.All(y.Values.Zip(outputs), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * largest));
    }

    [Theory]
    [InlineData("torus")]
    [InlineData("pairs")]
    [InlineData("cloud")]
    public void ONNX_Runtime_reads_the_file_and_finds_what_PyTorch_found(string name)
    {
        var (x, y) = (Npy(name + ".x"), Npy(name + ".y"));
        using var session = new InferenceSession(Bytes(name + ".onnx"));
        var outputs = new float[y.Values.Count];
        using var from = OrtValue.CreateTensorValueFromMemory(x.Values.Select(v => (float)v).ToArray(), [.. x.Shape.Select(n => (long)n)]);
        using var to = OrtValue.CreateTensorValueFromMemory(outputs, [.. y.Shape.Select(n => (long)n)]);
        using var options = new RunOptions();
        session.Run(options, session.InputNames, [from], session.OutputNames, [to]);
        var largest = y.Values.Max(Math.Abs);
        Assert.All(y.Values.Zip(outputs), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * largest));
    }

    /// <summary>The hexagon, two triangles, a path: invariant networks on pairs cannot tell the first two apart, whatever their weights.</summary>
    [Fact]
    public void The_network_on_pairs_takes_two_triangles_for_a_hexagon()
    {
        var network = Import("pairs").Network;
        var values = Npy("pairs.twins").Values;
        var outputs = Enumerable.Range(0, 3).Select(i => network.Evaluate([.. values.Skip(36 * i).Take(36)])).ToList();
        Assert.All(outputs[0].Zip(outputs[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.Contains(outputs[0].Zip(outputs[2]), pair => Math.Abs(pair.First - pair.Second) > 0.1);
    }

    private static OnnxImport Import(string name)
    {
        var sidecar = NetworkSidecar.Parse(File.ReadAllText(Path(name + ".json")));
        return OnnxImport.Read(OnnxModel.Parse(Bytes(name + ".onnx")), sidecar.Spaces, OnnxImportOptions.Default with { Axes = sidecar.Axes, Orders = sidecar.Orders });
    }

    private static string Path(string file) => System.IO.Path.Combine(Oracles.Repository(), "docs", "examples", "stories", file);

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path(file));

    private static NpyFile Npy(string name) => NpyFile.Parse(Bytes(name + ".npy"));
}
