using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Simples;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Tests.Simples;

public sealed class MapDecompositionTests
{
    public static TheoryData<string, string> Kinds => Networks.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Blocks_account_for_weights_energy_and_the_map_itself(string group, string layers)
    {
        var network = Networks.Random(group, layers);
        var simples = NetworkSimples.Of(network);
        foreach (var map in network.Layers.Select(layer => layer.Terms[0].Map))
        {
            var blocks = MapDecomposition.Of(simples, map);
            Assert.Equal(map.ParameterCount, blocks.Blocks.Sum(block => block.ParameterCount));
            var counts = map.Orbitals.PairCounts();
            var energy = map.Weights.Select((weight, i) => weight * weight * counts[i % counts.Length]).Sum();
            Assert.Equal(energy, blocks.Energy, 1e-9 * energy);
            var again = blocks.Restricted([.. simples.All.Select(_ => true)]);
            Assert.All(map.Weights.Zip(again.Weights), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Frames_are_orthonormal_and_commute_with_maps(string group, string layers)
    {
        var network = Networks.Random(group, layers);
        var simples = NetworkSimples.Of(network);
        foreach (var space in network.States)
        {
            var frame = simples.FrameOf(space.Set);
            Assert.Equal(space.Points, simples.All.Sum(simple => frame.Multiplicities[simple.Position] * simple.Dimension));
            var vector = Networks.Vector(space.Points, 3);
            var (there, back) = (new double[space.Points], new double[space.Points]);
            frame.Forward(vector, there);
            Assert.Equal(vector.Sum(v => v * v), there.Sum(v => v * v), 1e-10);
            frame.Backward(there, back);
            Assert.All(vector.Zip(back), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
        }

        // Each simple alone: the map of one channel to another, applied to a vector of that simple, stays in it.
        var map = network.Layers[0].Terms[0].Map;
        var (source, target) = (simples.FrameOf(map.Source.Set), simples.FrameOf(map.Target.Set));
        foreach (var simple in simples.All.Where(simple => source.Multiplicities[simple.Position] > 0).Take(40))
        {
            var coordinates = new double[map.Source.Points];
            var random = Networks.Vector(coordinates.Length, 5);
            for (var i = source.Start[simple.Position]; i < source.Start[simple.Position + 1]; i++)
            {
                coordinates[i] = random[i];
            }

            var vector = new double[map.Source.Dimension];
            source.Backward(coordinates, vector.AsSpan(0, coordinates.Length));
            var image = map.Apply(vector);
            var energies = new double[simples.All.Count];
            var transformed = new double[map.Target.Points];
            for (var o = 0; o < map.Target.Channels; o++)
            {
                target.Forward(image.Skip(o * map.Target.Points).Take(map.Target.Points).ToArray(), transformed);
                target.AddEnergies(transformed, energies);
            }

            Assert.All(energies.Where((_, i) => i != simple.Position), energy => Assert.True(energy < 1e-20));
            var norm = MapDecomposition.Of(simples, map).Blocks.FirstOrDefault(block => block.Simple == simple)?.Norm ?? 0;
            Assert.True(Math.Sqrt(energies[simple.Position]) <= (norm * Math.Sqrt(vector.Sum(v => v * v))) + 1e-9);
        }
    }

    [Theory]
    [InlineData("C8", "1*regular,2*regular")]
    [InlineData("S3", "2*regular,3*points")]
    [InlineData("Q8", "1*regular,2*regular")]
    [InlineData("C7:C3", "1*regular,1*regular")]
    [InlineData("S4", "1*subsets:2,2*regular")]
    public void Singular_values_are_those_of_the_matrix(string group, string layers)
    {
        var network = Networks.Random(group, layers);
        var simples = NetworkSimples.Of(network);
        var map = network.Layers[0].Terms[0].Map;
        var blocks = MapDecomposition.Of(simples, map);
        var n = map.Source.Dimension;
        var gram = new double[n * n];
        var columns = Enumerable.Range(0, n).Select(i => map.Apply([.. Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0)])).ToList();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                gram[(i * n) + j] = columns[i].Zip(columns[j], (a, b) => a * b).Sum();
            }
        }

        var wanted = Eqnn.Networks.Harmonics.SymmetricEigenvectors.Of(gram, n).Values.Select(value => Math.Sqrt(Math.Max(0, value))).Where(value => value > 1e-6).Order().ToList();
        var actual = blocks.Blocks.SelectMany(block => block.SingularValues.SelectMany(value => Enumerable.Repeat(value, block.Simple.Dimension))).Where(value => value > 1e-6).Order().ToList();
        Assert.Equal(wanted.Count, actual.Count);
        Assert.All(wanted.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-7));
        Assert.Equal(wanted.Count, blocks.Rank);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(7, 4)]
    public void A_complex_block_has_the_singular_values_of_its_real_form(int rows, int columns)
    {
        var simple = new NetworkSimple(1, "L1", "", 2, 2, 1, [1], null);
        var block = SchurBlock.OfComplex(simple, rows, columns, Networks.Vector(2 * rows * columns, 9));
        var real = new SchurBlock(simple, rows, columns, [.. block.Entries]);
        Assert.Equal(4 * rows * columns, block.Entries.Count);
        Assert.Equal(Math.Min(rows, columns), block.SingularValues.Count);
        Assert.All(block.SingularValues.Zip(real.SingularValues), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(real.Energy, block.Energy, 1e-12);
        Assert.Equal(block.Energy, 2 * block.SingularValues.Sum(value => value * value), 1e-12);
    }

    [Fact]
    public void Blocks_that_do_not_fit_are_refused_before_they_are_made()
    {
        // 144 layers with the same map of 16 channels to 16.
        var space = FeatureSpace.ParseList(FiniteGroup.Parse("C64xC64"), "16*regular")[0];
        var map = EquivariantMap.FromWeights(space, space, new double[16 * 16 * 4096]);
        EquivariantNetwork Deep(int layers) => new(space, [.. Enumerable.Range(0, layers).Select(i => new NetworkLayer([new(i, map)], null, Activation.Identity))]);
        var simples = NetworkSimples.Of(Deep(1));
        Assert.Equal(2, MapDecomposition.OfNetwork(simples, Deep(2)).Count);
        Assert.Contains("150994944", Assert.Throws<LimitExceededException>(() => MapDecomposition.OfNetwork(simples, Deep(144))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C8", "1*regular,1*regular")]
    [InlineData("C4xC6", "1*regular,1*trivial")]
    public void Characters_agree_with_the_table(string group, string layers)
    {
        var network = Networks.Random(group, layers);
        var fast = NetworkSimples.Of(network);
        var exact = CharacterTable.Of(network.Group).Simples;
        Assert.NotEmpty(fast.Grid);
        Assert.Equal(exact.Select(simple => (simple.Dimension, simple.KernelOrder)).Order(), fast.All.Select(simple => ((long)simple.Dimension, simple.KernelOrder)).Order());
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("abs")]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    [InlineData("elu")]
    [InlineData("square")]
    [InlineData("cube")]
    [InlineData("poly:t^4 - t + 1")]
    [InlineData("hardshrink")]
    [InlineData("leaky-relu:-1")]
    [InlineData("elu:0")]
    public void Couplings_of_characters_are_those_of_the_theorem(string name)
    {
        var activation = Activation.Parse(name);
        foreach (var group in new[] { "C8", "C12", "C2xC4", "C3xC6" })
        {
            var network = Networks.Random(group, "1*regular,1*regular");
            var fast = NetworkSimples.Of(network);
            var table = CharacterTable.Of(network.Group);
            var decomposition = Algebra.Representations.IsotypicDecomposition.Of(table, network.Input.Set);

            // The simples of the table that are the pairs of characters, by their values on the generators.
            var partner = fast.All.Select(simple => table.Simples.Single(other => Enumerable.Range(0, (int)table.Group.Order).All(a => Same(fast, simple, other, a)))).ToList();
            var random = new Random(7);
            for (var trial = 0; trial < 25; trial++)
            {
                bool[] sources = [.. fast.All.Select(_ => random.NextDouble() < 0.25)];
                var coupling = PiecewiseLinear.Interaction.CouplingSources.Of(decomposition, partner.Where((_, i) => sources[i]));
                var reached = fast.Rule.Reached(fast.FrameOf(network.Input.Set), sources, activation, biased: false);
                Assert.Equal(partner.Select(simple => coupling.Couples(simple, activation)), reached);
                var biased = fast.Rule.Reached(fast.FrameOf(network.Input.Set), sources, activation, biased: true);
                Assert.Equal(partner.Select(simple => simple.IsTrivial || coupling.Stabilizers.Any(stabilizer => stabilizer.Vector.Fixes(simple))), biased);
            }
        }
    }

    /// <summary>Whether the characters agree at the element that takes point 0 to the point with row-major coordinates a.</summary>
    private static bool Same(NetworkSimples fast, NetworkSimple simple, SimpleRepresentation other, int a)
    {
        var (element, angle, rest) = (fast.Group.Identity, 0.0, a);
        for (var axis = fast.Grid.Count - 1; axis >= 0; axis--)
        {
            var digit = rest % fast.Grid[axis];
            rest /= fast.Grid[axis];
            element *= fast.Group.Generators[axis].Power(digit);
            angle += 2 * Math.PI * simple.Frequencies[axis] * digit / fast.Grid[axis];
        }

        var value = ((RealCyclotomic)other.Character.ValueAt(element)).ToDouble();
        return Math.Abs(value - (simple.Dimension * Math.Cos(angle))) < 1e-9;
    }
}
