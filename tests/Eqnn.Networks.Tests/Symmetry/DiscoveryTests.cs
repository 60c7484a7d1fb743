using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Files;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Symmetry;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Xunit;

namespace Eqnn.Networks.Tests.Symmetry;

/// <summary>Actions on hidden units are found again where they were planted, and nothing is found where there is none.</summary>
public sealed class DiscoveryTests
{
    /// <summary>Ten groups, ten networks each.</summary>
    [Theory]
    [InlineData("C5", "2*regular", "1*regular", "4*regular,3*(regular+trivial),2*regular", "relu")]
    [InlineData("C8", "1*regular", "1*regular", "3*regular,2*(regular+trivial)", "relu")]
    [InlineData("S3", "1*regular", "1*trivial", "2*points,3*regular", "leaky-relu")]
    [InlineData("D6", "2*points", "1*points", "3*points,2*regular", "relu")]
    [InlineData("Q8", "1*regular", "1*regular", "2*regular,2*regular", "gelu")]
    [InlineData("A4", "1*points", "1*points", "2*points,1*(points+regular)", "tanh")]
    [InlineData("S4", "1*points", "1*points", "2*subsets:2,3*points", "relu")]
    [InlineData("C2 x C4", "1*regular", "1*regular", "2*regular,3*regular", "elu")]
    [InlineData("F20", "1*points", "1*trivial", "2*points,1*points", "softplus")]
    [InlineData("S6", "1*points", "1*points", "3*points,4*points", "relu")]
    public void What_was_planted_comes_back(string group, string input, string output, string hidden, string activation)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var planted = PlantedNetworks.Of(group, $"{input},{hidden},{output}", activation, seed);
            var network = PlantedNetworks.Hidden(planted, 0, seed);
            var found = NetworkDiscovery.Of(network, planted.Input);
            Assert.True(found.IsFound, found.Obstacle);
            Assert.InRange(found.Difference!.Value, 0, 1e-9);
            for (var i = 0; i < planted.States.Count; i++)
            {
                Assert.Equal(Orbits(planted.States[i]), Orbits(found.States[i].Space));
            }
        }
    }

    [Theory]
    [InlineData("C8", "1*regular,3*regular,2*regular,1*regular", "relu")]
    [InlineData("D6", "1*points,4*points,1*points", "gelu")]
    [InlineData("S4", "1*points,2*subsets:2,3*points,1*points", "tanh")]
    public void Noise_is_averaged_where_the_tolerance_allows_it(string group, string layers, string activation)
    {
        var planted = PlantedNetworks.Of(group, layers, activation, 3);
        var network = PlantedNetworks.Hidden(planted, 1e-3, 4);
        var strict = NetworkDiscovery.Of(network, planted.Input);
        Assert.False(strict.IsFound);
        Assert.NotEmpty(strict.Unmatched);
        var found = NetworkDiscovery.Of(network, planted.Input, DiscoveryOptions.Default.WithTolerance(0.05));
        Assert.True(found.IsFound, found.Obstacle);
        Assert.InRange(found.Difference!.Value, 1e-9, 0.05);
        Assert.InRange(found.Distances.Max(distance => distance.Relative), 1e-9, 0.05);
        Assert.Equal(planted.States.Select(Orbits), found.States.Select(state => Orbits(state.Space)));
    }

    /// <summary>tanh(x_i + x_j - x_k - x_l) for the ways to split four points in two pairs: every element that exchanges the pairs takes the unit to its negative.</summary>
    [Fact]
    public void Signed_permutations_are_refused_by_name()
    {
        var point = GSet.OnePoint(FiniteGroup.Parse("C1"));
        FeatureSpace[] spaces = [new(point, 4), new(point, 3), new(point, 3)];
        var network = new EquivariantNetwork(spaces[0],
        [
            new([new(0, EquivariantMap.FromWeights(spaces[0], spaces[1], [1, 1, -1, -1, 1, -1, 1, -1, 1, -1, -1, 1]))], null, Activation.Parse("tanh")),
            new([new(1, EquivariantMap.FromWeights(spaces[1], spaces[2], [1, 0, 0, 0, 1, 0, 0, 0, 1]))], null, Activation.Parse("abs")),
        ]);
        var group = FiniteGroup.Parse("S4");
        var found = NetworkDiscovery.Of(network, new(GSet.Points(group), 1));
        Assert.Contains("signed permutations", found.Obstacle, StringComparison.Ordinal);
    }

    /// <summary>Two equal units with different shares: the function is equivariant, the weights are not.</summary>
    [Fact]
    public void Shares_of_equal_units_are_spread()
    {
        var point = GSet.OnePoint(FiniteGroup.Parse("C1"));
        FeatureSpace[] spaces = [new(point, 2), new(point, 4), new(point, 2)];
        var network = new EquivariantNetwork(spaces[0],
        [
            new([new(0, EquivariantMap.FromWeights(spaces[0], spaces[1], [1, 2, 1, 2, 2, 1, 4, 2]))], null, Activation.Relu),
            new([new(1, EquivariantMap.FromWeights(spaces[1], spaces[2], [1, 2, 5, -1, 4, -1, 1, 1]))], null, Activation.Identity),
        ]);
        var found = NetworkDiscovery.Of(network, new(GSet.Points(FiniteGroup.Parse("S2")), 1));
        Assert.True(found.IsFound, found.Obstacle);
        Assert.True(found.IsMerged);
        Assert.InRange(found.Difference!.Value, 0, 1e-12);
        Assert.Null(found.TryWriteSidecar());
    }

    /// <summary>A random network has no symmetry; the group that is left is trivial.</summary>
    [Fact]
    public void Nothing_is_found_where_nothing_is()
    {
        var planted = PlantedNetworks.Of("C1", "4*trivial,8*trivial,4*trivial", "relu", 5);
        var input = new FeatureSpace(GSet.Regular(FiniteGroup.Parse("C4")), 1);
        Assert.False(NetworkDiscovery.Of(planted, input).IsFound);
        var symmetry = NetworkSymmetry.Of(planted, input);
        Assert.True(symmetry.IsClosed);
        Assert.True(symmetry.Symmetry.Order.IsOne);
        Assert.All(symmetry.Subgroups.Where(row => !row.Subgroup.Order.IsOne), row => Assert.True(row.Distance > 0.01 && row.FunctionDistance > 0.01));
    }

    /// <summary>Equivariant for the rotations of the hexagon, not for its reflections.</summary>
    [Fact]
    public void The_symmetry_is_the_subgroup_that_was_planted()
    {
        var planted = PlantedNetworks.Of("C6", "1*regular,3*regular,1*regular", "relu", 6);
        var network = PlantedNetworks.Hidden(planted, 0, 7);
        var group = FiniteGroup.Parse("D6");
        var symmetry = NetworkSymmetry.Of(network, new(GSet.Points(group), 1), DiscoveryOptions.Default.WithOutput(new(GSet.Points(group), 1)));
        Assert.Equal(6, (int)symmetry.Symmetry.Order);
        Assert.True(symmetry.IsClosed && symmetry.Symmetry.IsCyclic);
        Assert.Equal(0, symmetry.Distance(group.Identity), 12);
        Assert.True(symmetry.Subgroups[0].Distance > 0.01);
    }

    [Fact]
    public void Too_much_to_move_is_refused_before_it_is_written_out()
    {
        var network = PlantedNetworks.Of("C1", "3000*trivial,3000*trivial", "relu", 1);
        var many = Assert.Throws<LimitExceededException>(() => NetworkSymmetry.Of(network, new(GSet.Points(FiniteGroup.Parse("S6")), 500)));
        Assert.Contains("weights that are moved by all elements", many.Message, StringComparison.Ordinal);
        Assert.Contains("elements that are followed", Assert.Throws<LimitExceededException>(() => NetworkSymmetry.Of(network, new(GSet.Points(FiniteGroup.Parse("S1000")), 3))).Message, StringComparison.Ordinal);
        var model = OnnxModel.Parse(OnnxExport.ToBytes(RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse("C64xC64"), "1*regular,4*regular,1*trivial"), RandomNetworkOptions.Default with { Support = 3 })));
        Assert.Contains("weights that are written out", Assert.Throws<LimitExceededException>(() => NetworkDiscovery.OfModel(model, GSet.Regular(FiniteGroup.Parse("C64xC64")))).Message, StringComparison.Ordinal);
    }

    /// <summary>Written as ONNX, found, read again with the sidecar: the same numbers.</summary>
    [Fact]
    public void The_sidecar_gives_the_network_back()
    {
        var planted = PlantedNetworks.Of("S4", "1*points,2*subsets:2,3*points,1*points", "relu", 8);
        var model = OnnxModel.Parse(OnnxExport.ToBytes(PlantedNetworks.Hidden(planted, 0, 9)));
        var found = NetworkDiscovery.OfModel(model, planted.Input.Set);
        Assert.True(found.IsFound, found.Obstacle);
        Assert.False(found.States[1].Order.IsPlain);
        var sidecar = NetworkSidecar.Parse(found.TryWriteSidecar()!);
        var import = OnnxImport.Read(model, sidecar.Spaces, OnnxImportOptions.Default with { Orders = sidecar.Orders });
        double[] vector = [0.3, -1, 0.7, 2];
        Assert.All(import.Network.Evaluate(vector).Zip(planted.Evaluate(vector)), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
    }

    [Theory]
    [InlineData("""{"group":"C2","layers":["1*regular",{"set":"1*regular","order":[1,1]}]}""", "doubled")]
    [InlineData("""{"group":"C2","layers":["1*regular",{"set":"1*regular","scales":[1,1]}]}""", "scales need an order")]
    [InlineData("""{"group":"C2","layers":["1*regular",{"set":"1*regular","order":[1,2],"scales":[1,0]}]}""", "none of them 0")]
    [InlineData("""{"group":"C2","layers":["1*regular",{"order":[1,2]}]}""", "set")]
    [InlineData("""{"group":"C2","layers":["1*regular",{"set":"1*regular","units":[1,2]}]}""", "there is no field \"units\" here")]
    [InlineData("""{"group":"C3","layers":["1*regular",{"generators":[[2,1,3]]}]}""", "generator")]
    public void A_false_order_is_refused_with_its_place(string sidecar, string says) =>
        Assert.Contains(says, Assert.ThrowsAny<FormatException>(() => NetworkSidecar.Parse(sidecar)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_assignment_is_the_least_of_all()
    {
        var random = new Random(10);
        for (var n = 1; n <= 6; n++)
        {
            double[][] cost = [.. Enumerable.Range(0, n).Select(_ => Enumerable.Range(0, n).Select(_ => random.NextDouble()).ToArray())];
            var least = FiniteGroup.Parse($"S{n}").EnumerateElements().Min(g => Enumerable.Range(0, n).Sum(row => cost[row][g.Degree > row ? g.Images[row] : row]));
            var found = Assignment.Least(cost, CancellationToken.None);
            Assert.Equal(least, found.Select((column, row) => cost[row][column]).Sum(), 12);
            Assert.Equal(Enumerable.Range(0, n), found.Order());
        }
    }

    /// <summary>The orbits of all units: sizes and permutation characters tell the sets used here apart.</summary>
    private static IEnumerable<string> Orbits(FeatureSpace space)
    {
        var group = space.Set.Group;
        var counts = space.Set.FixedPointCounts().Select(count => count * space.Channels);
        return [$"{group.Name}: {string.Join(' ', counts)}"];
    }
}
