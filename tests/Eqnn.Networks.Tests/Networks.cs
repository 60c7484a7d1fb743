using Eqnn.Algebra.Groups;
using Eqnn.Networks.Files;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Tests;

/// <summary>Networks that several tests use.</summary>
internal static class Networks
{
    /// <summary>Groups, G-sets and channels that aim at corners: trivial group, one point, primes, products, non-abelian, several orbits, quaternionic type, different sets in one network.</summary>
    public static TheoryData<string, string> Kinds => new()
    {
        { "C1", "2*regular,3*regular,1*regular" },
        { "C2", "1*regular,2*regular,1*regular" },
        { "C5", "1*regular,3*regular,2*regular" },
        { "C8", "2*regular,17*regular,5*regular" },
        { "C12", "1*regular,4*regular,1*regular" },
        { "C67", "1*regular,2*regular,2*regular" },
        { "C30", "2*regular,9*regular,1*regular" },
        { "C49", "1*regular,3*regular,1*regular" },
        { "C4xC6", "1*regular,5*regular,1*regular" },
        { "C3xC4", "1*regular,2*regular,1*regular" },
        { "C2xC3xC4", "2*regular,3*regular,1*regular" },
        { "C2^3", "1*regular,2*regular,1*regular" },
        { "C67xC2", "1*regular,2*regular,1*regular" },
        { "D4", "1*regular,3*points,2*regular" },
        { "D6", "1*points,4*points,1*points" },
        { "S3", "1*regular,3*regular,1*trivial" },
        { "S4", "2*regular,3*subsets:2,1*points" },
        { "Q8", "1*regular,2*regular,1*regular" },
        { "S4", "2*regular,17*regular,3*regular" },
        { "A5", "1*regular,4*regular,1*regular" },
        { "SL(2,3)", "1*regular,3*regular,1*regular" },
        { "D5", "1*regular,2*regular+regular,2*regular" },
        { "C3xS3", "2*regular,2*regular,2*regular" },
        { "S20", "3*points,8*points,1*points" },
        { "A5", "2*points,3*points,2*trivial" },
        { "S6", "2*points,3*subsets:2,1*points" },
        { "C4", "1*points+regular,2*regular+points,1*points" },
    };

    public static EquivariantNetwork Random(string group, string layers, string activation = "relu", int seed = 1) =>
        RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse(group), layers), Activation.Parse(activation), seed);

    public static double[] Vector(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    public static byte[] Onnx(string name) => File.ReadAllBytes(Oracles.File("networks", Path.Combine("onnx", name + ".onnx")));

    public static NpyFile Npy(string name) => NpyFile.Parse(File.ReadAllBytes(Oracles.File("networks", Path.Combine("onnx", name + ".npy"))));

    /// <summary>The spaces and axes that the file beside a model states.</summary>
    public static (IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes, JObject File) Stated(string name)
    {
        var file = JObject.Parse(File.ReadAllText(Oracles.File("networks", Path.Combine("onnx", name + ".json"))));
        var layers = string.Join(',', file["layers"]!.Select(layer => (string)layer!));
        var group = FiniteGroup.Parse((string)file["group"]!);
        if (file["generators"] is JArray generators)
        {
            var images = generators.Select(list => Permutation.FromImages(list.Select(image => (int)image - 1))).ToList();
            group = FiniteGroup.FromGenerators(group.Name, images[0].Degree, images);
            layers = layers.Replace("regular", "points", StringComparison.Ordinal);
        }

        return (FeatureSpace.ParseList(group, layers), NetworkJson.ReadAxes((string?)file["axes"] ?? "batch,channel,point"), file);
    }
}
