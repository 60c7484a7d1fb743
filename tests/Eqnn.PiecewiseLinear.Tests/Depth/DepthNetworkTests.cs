using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Depth;

/// <summary>Networks with integer weights, by matrices written out here and by the code that proposes and confirms them; what the search draws.</summary>
public sealed class DepthNetworkTests
{
    private static readonly CharacterTable S3 = CharacterTable.Of(FiniteGroup.Parse("S3"));
    private static readonly IsotypicDecomposition Regular = IsotypicDecomposition.Of(S3, GSet.Parse(S3.Group, "regular"));
    private static readonly IsotypicDecomposition Points = IsotypicDecomposition.Of(S3, GSet.Parse(S3.Group, "points"));
    private static readonly IsotypicDecomposition Sum = IsotypicDecomposition.Of(S3, GSet.Parse(S3.Group, "points+regular"));

    /// <summary>Three layers with two and three channels between: block matrices of orbitals, one after the other.</summary>
    [Theory]
    [InlineData("relu")]
    [InlineData("pl:(-1,1) (0,0) (1,3)")]
    [InlineData("square")]
    public void A_network_is_the_product_of_its_matrices(string activation)
    {
        var f = Activation.Parse(activation);
        IsotypicDecomposition[] layers = [Sum, Regular, Points, Sum];
        int[] channels = [1, 2, 3, 1];
        var input = Enumerable.Range(0, (int)Sum.Set.Size).Select(x => (x * x) - 7).ToArray();
        var weights = Enumerable.Range(1, 3).Select(i => Enumerable.Range(0, OrbitalBasis.Of(layers[i - 1].Set, layers[i].Set).Orbitals.Count * channels[i] * channels[i - 1]).Select(k => (((k * 7) + i) % 5) - 2).ToArray()).ToList();
        var source = S3.Simples[2];

        var vector = Apply(Sum.Projector(source), [.. input.Select(c => (Cyclotomic)c * 6)]).Select(value => f.Evaluate((RealCyclotomic)value)).ToArray();
        RealCyclotomic[][] values = [vector];
        for (var i = 1; i < layers.Length; i++)
        {
            var basis = OrbitalBasis.Of(layers[i - 1].Set, layers[i].Set);
            var next = new RealCyclotomic[channels[i]][];
            for (var target = 0; target < channels[i]; target++)
            {
                next[target] = [.. Enumerable.Range(0, (int)layers[i].Set.Size).Select(y => f.Evaluate(Enumerable.Range(0, channels[i - 1]).SelectMany(from => Enumerable.Range(0, values[from].Length)
                    .Select(x => values[from][x] * weights[i - 1].Chunk(basis.Orbitals.Count).ElementAt((target * channels[i - 1]) + from)[basis.PositionOf(y, x)])).Aggregate(RealCyclotomic.Zero, (sum, term) => sum + term)))];
            }

            values = next;
        }

        var exact = DepthWitness.Evaluate(layers, f, source, input, weights, channels);
        Assert.Equal(values[0].AsEnumerable(), exact.AsEnumerable());
        Assert.Contains(exact, value => !value.IsZero);
        var search = new WitnessSearch(f, DepthOptions.Default);
        var approximate = search.Approximate(layers, source, input, weights, channels);
        Assert.Equal(exact.Count, approximate.Length);
        for (var y = 0; y < approximate.Length; y++)
        {
            Assert.Equal(exact[y].ToDouble(), approximate[y], 1e-9 * (1 + Math.Abs(exact[y].ToDouble())));
        }

        foreach (var simple in Sum.Components.Select(component => component.Simple))
        {
            Assert.Equal(Apply(Sum.Projector(simple), [.. exact.Select(value => (Cyclotomic)value)]).Any(value => !value.IsZero), DepthWitness.IsPopulated(Sum, simple, exact));
        }
    }

    [Fact]
    public void Networks_are_equal_if_everything_in_them_is()
    {
        static DepthWitness Network(string activation = "relu", int source = 2, int target = 2, int input = 1, int weight = 1, int channels = 1) =>
            new([Regular, Regular], Activation.Parse(activation), S3.Simples[source], S3.Simples[target], [input, 2, 3, 4, 5, 6], [[weight, 2, 3, 4, 5, 6]], [1, channels]);

        var network = Network();
        Assert.Equal(network, Network());
        Assert.Equal(network.GetHashCode(), Network().GetHashCode());
        DepthWitness[] others = [Network("abs"), Network(source: 1), Network(target: 0), Network(input: 0), Network(weight: 0), Network(channels: 2), new([Regular, Points], Activation.Relu, S3.Simples[2], S3.Simples[2], [1, 2, 3, 4, 5, 6], [[1, 2, 3, 4, 5, 6]])];
        Assert.All(others, other => Assert.False(network.Equals(other)));
        Assert.False(network.Equals(new DepthWitness([Regular, Regular], Activation.Relu, S3.Simples[2], S3.Simples[2], [1, 2, 3, 4, 5, 6], [[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]], [1, 1])));
        DepthWitness Two(int last) => new([Regular, Regular, Regular], Activation.Relu, S3.Simples[2], S3.Simples[2], [1, 2, 3, 4, 5, 6], [[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, last]]);
        Assert.Equal(Two(6), Two(6));
        Assert.NotEqual(Two(6), Two(7));
        Assert.False(network.Equals(null));
        Assert.True(network.Equals((object)Network()));
        Assert.False(network.Equals("network"));

        // What the hash is made of differs for most others.
        Assert.True(others.Count(other => other.GetHashCode() != network.GetHashCode()) >= 3);
        Assert.Equal("v = |G| P_L2 [1,2,3,4,5,6], T_2 = [1,2,3,4,5,6]", network.ToString());
        Assert.Equal(2, network.Layers);
    }

    /// <summary>Weights and inputs run through all numbers from −5 to 5; layers between have up to three channels, the first and the last one.</summary>
    [Fact]
    public void Drawn_networks_are_small_and_of_every_kind()
    {
        IsotypicDecomposition[] layers = [Regular, Regular, Regular];
        var found = Enumerable.Range(1, 60).SelectMany(seed => new WitnessSearch(Activation.Relu, DepthOptions.Default.WithSeed(seed).WithWitnessTrials(4)).Find(layers, S3.Simples[2], S3.Simples, [], CancellationToken.None).Values).ToList();
        Assert.Equal(Enumerable.Range(-5, 11), found.SelectMany(network => network.Weights.SelectMany(w => w)).Distinct().Order());
        Assert.Equal(Enumerable.Range(-5, 11), found.SelectMany(network => network.Input).Distinct().Order());
        Assert.Equal([1, 1], found.SelectMany(network => new[] { network.Channels[0], network.Channels[2] }).Distinct().SelectMany(count => new[] { count, 1 }));
        Assert.All(found, network => Assert.InRange(network.Channels[1], 1, 3));
        Assert.All(found, network => Assert.True(network.Verify()));
    }

    /// <summary>Which other targets are asked for changes nothing, nor does what was asked before; another seed draws other networks.</summary>
    [Fact]
    public void A_search_depends_on_source_depth_and_seed_alone()
    {
        IsotypicDecomposition[] layers = [Regular, Regular];
        var options = DepthOptions.Default.WithSeed(5);
        var search = new WitnessSearch(Activation.Relu, options);
        var all = search.Find(layers, S3.Simples[2], S3.Simples, [], CancellationToken.None);
        Assert.Equal(3, all.Count);
        foreach (var target in S3.Simples)
        {
            Assert.Equal(all[target.Position], Assert.Single(search.Find(layers, S3.Simples[2], [target], [], CancellationToken.None)).Value);
        }

        var networks = Enumerable.Range(1, 20).Select(seed => new WitnessSearch(Activation.Relu, options.WithSeed(seed)).Find(layers, S3.Simples[2], [S3.Simples[2]], [], CancellationToken.None)[2]).ToList();
        Assert.Equal(20, networks.Select(network => network.ToString()).Distinct().Count());
        Assert.Empty(new WitnessSearch(Activation.Relu, options.WithWitnessTrials(0)).Find(layers, S3.Simples[2], S3.Simples, [], CancellationToken.None));
    }

    /// <summary>Inputs that are given are tried at every other trial, one after the other.</summary>
    [Fact]
    public void Given_inputs_come_in_turn()
    {
        IsotypicDecomposition[] layers = [Regular, Regular];
        int[] good = [1, 0, 0, 0, 0, 0];

        // An invariant vector has no part in the plane: only the second input, or drawn ones, show it.
        int[] bad = [1, 1, 1, 1, 1, 1];
        DepthWitness? Found(int trials, params int[][] inputs) =>
            new WitnessSearch(Activation.Relu, DepthOptions.Default.WithWitnessTrials(trials)).Find(layers, S3.Simples[2], [S3.Simples[2]], inputs, CancellationToken.None).Values.SingleOrDefault();

        Assert.Equal(good, Found(1, good)!.Input);
        Assert.Null(Found(1, bad));
        Assert.Null(Found(1, bad, good));
        Assert.NotNull(Found(2, bad));
        Assert.NotEqual(good, Found(2, bad, good)!.Input);
    }

    /// <summary>Explicit networks are looked for on G-sets of up to 64 points, and with exact values only.</summary>
    [Fact]
    public void Networks_are_looked_for_on_small_sets_with_exact_functions()
    {
        WitnessSearch Search(string activation, int points, int trials = 1) => new(Activation.Parse(activation), DepthOptions.Default with { MaxWitnessPoints = points, WitnessTrials = trials });
        Assert.True(Search("relu", 6).IsPossible([Regular, Points]));
        Assert.False(Search("relu", 5).IsPossible([Regular, Points]));
        Assert.False(Search("relu", 5).IsPossible([Points, Regular]));
        Assert.True(Search("square", 6).IsPossible([Regular]));
        Assert.False(Search("tanh", 6).IsPossible([Regular]));
        Assert.False(Search("relu", 6, 0).IsPossible([Regular]));
    }

    private static Cyclotomic[] Apply(Matrix<Cyclotomic> matrix, IReadOnlyList<Cyclotomic> vector) =>
        [.. Enumerable.Range(0, matrix.RowCount).Select(y => matrix.Row(y).Zip(vector, (a, b) => a * b).Aggregate(Cyclotomic.Zero, (sum, term) => sum + term))];
}
