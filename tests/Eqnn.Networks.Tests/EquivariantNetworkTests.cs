using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Files;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Tests;

public sealed class EquivariantNetworkTests
{
    public static TheoryData<string, string> Kinds => Networks.Kinds;

    public static TheoryData<string> Cases => ["C5", "C8", "C3xC4", "S3", "S4", "S5points"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Outputs_of_the_cases_are_reproduced(string name)
    {
        var file = JObject.Parse(File.ReadAllText(Oracles.File("networks", Path.Combine("cases", name + ".json"))));
        var channels = file["channels"]!.Select(c => (int)c).ToArray();
        var spaces = FeatureSpace.ParseList(FiniteGroup.Parse((string)file["group"]!), string.Join(',', channels.Select(c => $"{c}*{file["gset"]}")));
        var layers = file["layers"]!.Select((layer, i) => new NetworkLayer(
            [new(i, EquivariantMap.FromWeights(spaces[i], spaces[i + 1], layer["weight"]!.SelectMany(o => o.SelectMany(c => c)).Select(w => (double)w)))],
            layer["bias"]!.Select(b => (double)b),
            i < channels.Length - 2 ? Activation.Relu : Activation.Identity)).ToList();
        var network = new EquivariantNetwork(spaces[0], layers);
        var orbital = file["orbital"]!.Select(row => row.Select(entry => (int)entry).ToArray()).ToArray();
        Assert.All(Enumerable.Range(0, orbital.Length), y => Assert.All(Enumerable.Range(0, orbital.Length), x => Assert.Equal(layers[0].Terms[0].Map[0, 0, orbital[y][x]], layers[0].Terms[0].Map.EntryAt(0, y, 0, x))));
        foreach (var (input, output) in file["inputs"]!.Zip(file["outputs"]!))
        {
            var actual = network.Evaluate([.. input.SelectMany(c => c).Select(v => (double)v)]);
            var wanted = output.SelectMany(c => c).Select(v => (double)v).ToArray();
            Assert.All(wanted.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Networks_are_equivariant(string group, string layers)
    {
        var network = Networks.Random(group, layers, "gelu");
        var vector = Networks.Vector(network.Input.Dimension, 4);
        var plain = network.Evaluate(vector);
        foreach (var g in network.Group.Generators)
        {
            var moved = network.Evaluate(Moved(vector, network.Input, g));
            var wanted = Moved([.. plain], network.Output, g);
            Assert.All(wanted.Zip(moved), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Orbitals_are_numbered_as_in_the_exact_basis(string group, string layers)
    {
        var spaces = FeatureSpace.ParseList(FiniteGroup.Parse(group), layers);
        foreach (var (source, target) in spaces.Zip(spaces.Skip(1)))
        {
            if (group.StartsWith('S') && source.Points >= 20)
            {
                continue;
            }

            var exact = Algebra.GSets.OrbitalBasis.Of(source.Set, target.Set);
            var fast = Eqnn.Networks.Orbits.OrbitalIndex.Of(source.Set, target.Set);
            Assert.Equal(exact.Orbitals.Count, fast.Count);
            Assert.Equal(exact.Orbitals.Select(orbital => orbital.PairCount), fast.PairCounts());
            Assert.All(Enumerable.Range(0, target.Points), y => Assert.All(Enumerable.Range(0, source.Points), x => Assert.Equal(exact.PositionOf(y, x), fast.PositionOf(y, x))));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_network_reads_back_bit_for_bit(string group, string layers)
    {
        var network = Networks.Random(group, layers, "leaky-relu:0.2");
        var text = NetworkJson.Write(network);
        Assert.Equal(text, NetworkJson.Write(NetworkJson.Read(text)));
        var (outside, archive) = NetworkJson.WriteWithWeights(network, "net.npz");
        Assert.Equal(text, NetworkJson.Write(NetworkJson.Read(outside, NpzFile.Parse(archive))));
        Assert.Equal(text, NetworkJson.Write(NetworkJson.ReadWithWeights(outside, archive)));
        Assert.Equal("net.npz", NetworkJson.WeightFileOf(outside));

        // The weights of another network of the same shape are refused.
        var (_, others) = NetworkJson.WriteWithWeights(Networks.Random(group, layers, "leaky-relu:0.2", seed: 2), "net.npz");
        Assert.Contains("digest", Assert.ThrowsAny<FormatException>(() => NetworkJson.ReadWithWeights(outside, others)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Maps_apply_as_their_entries_say(string group, string layers)
    {
        foreach (var map in Networks.Random(group, layers).Layers.Select(layer => layer.Terms[0].Map))
        {
            // Weights on a few orbitals and on all.
            foreach (var kept in new[] { 1, 3, int.MaxValue })
            {
                var sparse = EquivariantMap.FromWeights(map.Source, map.Target, map.Weights.Select((w, i) => i % map.OrbitalCount < kept ? w : 0));
                var vector = Networks.Vector(map.Source.Dimension, 4);
                var image = sparse.Apply(vector);
                for (var row = 0; row < image.Count; row++)
                {
                    var wanted = vector.Select((v, column) => v * sparse.EntryAt(row / map.Target.Points, row % map.Target.Points, column / map.Source.Points, column % map.Source.Points)).Sum();
                    Assert.Equal(wanted, image[row], 1e-11);
                }
            }
        }
    }

    [Fact]
    public void Maps_on_large_grids_apply_as_their_entries_say()
    {
        var space = FeatureSpace.ParseList(FiniteGroup.Parse("C16xC16"), "2*regular,3*regular");
        var map = RandomNetwork.Of(space, RandomNetworkOptions.Default with { Support = 3 }).Layers[0].Terms[0].Map;
        var vector = Networks.Vector(map.Source.Dimension, 4);
        var image = map.Apply(vector);
        foreach (var row in new[] { 0, 1, 255, 256, 500, 767 })
        {
            Assert.Equal(vector.Select((v, column) => v * map.EntryAt(row / 256, row % 256, column / 256, column % 256)).Sum(), image[row], 1e-12);
        }
    }

    [Fact]
    public void Residual_terms_add_up()
    {
        var group = FiniteGroup.Parse("C6");
        var space = FeatureSpace.ParseList(group, "2*regular")[0];
        var random = RandomNetwork.Of([space, space, space], Activation.Relu, 3);
        var skip = new NetworkLayer([random.Layers[1].Terms[0], new(0, EquivariantMap.Identity(space))], random.Layers[1].Bias, Activation.Relu);
        var network = new EquivariantNetwork(space, [random.Layers[0], skip]);
        var vector = Networks.Vector(space.Dimension, 9);
        var plain = random.Evaluate(vector);
        var wanted = plain.Zip(vector, (a, b) => Math.Max(a + b, 0)).ToArray();
        Assert.All(wanted.Zip(network.Evaluate(vector)), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        var output = new double[space.Dimension];
        Eqnn.Networks.Plans.NetworkRunner<double>.Create(network).Run(vector, output);
        Assert.All(wanted.Zip(output), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    [Fact]
    public void A_thousand_points_are_nothing_special()
    {
        var network = Networks.Random("S1000", "1*points,2*points,1*trivial");
        Assert.Equal([2, 1], network.Layers.Select(layer => layer.Terms[0].Map.OrbitalCount));
        var vector = Networks.Vector(1000, 1);
        Assert.Equal(network.Evaluate(vector)[0], network.Evaluate([.. vector.Reverse()])[0], 1e-12);
    }

    private static double[] Moved(double[] vector, FeatureSpace space, Permutation g)
    {
        var moved = new double[vector.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            moved[(i / space.Points * space.Points) + space.Set.Apply(g, i % space.Points)] = vector[i];
        }

        return moved;
    }
}
