using Eqnn.Networks.Onnx;
using Eqnn.Networks.Tests.Symmetry;
using Xunit;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>The function of a model on data, and the share of its maps outside the equivariant ones.</summary>
public sealed class FunctionDistanceTests
{
    [Theory]
    [InlineData("S4", "1*points,3*points,1*points", "relu")]
    [InlineData("C6", "2*regular,4*regular,1*regular", "gelu")]
    public void A_disturbed_network_is_as_far_off_as_by_definition(string group, string layers, string activation)
    {
        var exact = PlantedNetworks.Of(group, layers, activation, 1);
        var random = new Random(2);
        double[] inputs = [.. Enumerable.Range(0, 5 * exact.Input.Dimension).Select(_ => (2 * random.NextDouble()) - 1)];
        var equal = OnnxImport.Project(OnnxModel.Parse(OnnxExport.ToBytes(exact)), exact.States);
        Assert.All(equal.FunctionDistances(inputs), distance => Assert.InRange(distance.Relative, 0, 1e-5));
        Assert.All(equal.Distances, distance => Assert.InRange(distance.Outside!.Value, 0, 1e-5));

        // One weight of the first layer, in a network of single units, so that nothing averages it away.
        var units = PlantedNetworks.Disturbed(exact, 0.5);
        var import = OnnxImport.Project(OnnxModel.Parse(OnnxExport.ToBytes(units)), exact.States);
        var length = exact.Input.Dimension;
        var images = exact.States.Select(state => state.Set.GeneratorActions).ToList();
        for (var g = 0; g < images[0].Count; g++)
        {
            var (differences, sizes) = (0.0, 0.0);
            for (var sample = 0; sample < 5; sample++)
            {
                var x = inputs[(sample * length)..((sample + 1) * length)];
                var (plain, moved) = (units.Evaluate(x), units.Evaluate(Moved(x, exact.Input, images[0][g])));
                differences += Moved([.. plain], exact.Output, images[^1][g]).Zip(moved, (a, b) => (a - b) * (a - b)).Sum();
                sizes += plain.Sum(y => y * y);
            }

            var found = Assert.Single(import.FunctionDistances(inputs), distance => distance.Generator == g + 1 && distance.State == exact.Layers.Count);
            Assert.Equal(Math.Sqrt(differences / sizes), found.Relative, 1e-5);
        }

        Assert.Contains(import.FunctionDistances(inputs), distance => distance.Relative > 1e-3);
        Assert.Contains(import.Distances, distance => distance.Outside > 1e-2);
    }

    [Fact]
    public void Data_of_another_length_are_refused()
    {
        var network = PlantedNetworks.Of("C6", "2*regular,1*regular", "relu", 1);
        var import = OnnxImport.Project(OnnxModel.Parse(OnnxExport.ToBytes(network)), network.States);
        Assert.Contains("a sample has 12", Assert.Throws<ArgumentException>(() => import.FunctionDistances([1, 2, 3])).Message, StringComparison.Ordinal);
    }

    private static double[] Moved(double[] vector, FeatureSpace space, Numbers.Permutations.Permutation images)
    {
        var result = new double[vector.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            result[i - (i % space.Points) + images.Images[i % space.Points]] = vector[i];
        }

        return result;
    }
}
