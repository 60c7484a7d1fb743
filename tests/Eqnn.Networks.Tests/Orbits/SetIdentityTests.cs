using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Networks.Files;
using Eqnn.Networks.Plans;
using Eqnn.Networks.Reductions;
using Eqnn.Networks.Reports;
using Eqnn.Networks.Simples;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Tests.Orbits;

/// <summary>A G-set is its action; what it is called changes no number.</summary>
public sealed class SetIdentityTests
{
    /// <summary>A group, an action of it in notation, a permutation of the points by which it is renumbered (as images from 0, or empty), and a name that belongs to another action.</summary>
    public static TheoryData<string, string, int[], string> Misnamed => new()
    {
        { "S4", "cosets:(1,2,3,4);(1,3)+trivial", [], "points" },
        { "S4", "points", [1, 2, 0, 3], "points" },
        { "A4", "trivial+trivial+trivial+trivial", [], "points" },
        { "C6", "cosets:(1,4)(2,5)(3,6)+cosets:(1,3,5)(2,4,6)+trivial", [], "regular" },
        { "D4", "regular", [1, 0, 2, 3, 4, 5, 6, 7], "regular" },
        { "S3", "points+points", [], "subsets:2+points" },
        { "S3", "regular", [], "cosets:(1,2)+points" },
        { "S3", "points", [1, 0, 2], "cosets:#2" },
        { "C4", "points", [], "trivial" },
    };

    [Theory]
    [MemberData(nameof(Misnamed))]
    public void A_set_under_the_name_of_another_action_is_computed_with_as_it_is(string group, string action, int[] renumbered, string name)
    {
        var (misnamed, honest) = Pair(group, action, renumbered, name);
        var input = Networks.Vector(misnamed.Input.Dimension, 3);
        Assert.Equal(honest.Evaluate(input), misnamed.Evaluate(input));
        Assert.True(EquivarianceCheck.Of(misnamed).Worst < 1e-12);
        var (left, right) = (NetworkSimples.Of(honest), NetworkSimples.Of(misnamed));
        Assert.Equal(left.Origin, right.Origin);
        Assert.All(honest.States.Zip(misnamed.States), pair => Assert.Equal(left.All.Select(simple => left.MultiplicityIn(pair.First, simple)), right.All.Select(simple => right.MultiplicityIn(pair.Second, simple))));
    }

    [Theory]
    [MemberData(nameof(Misnamed))]
    public void A_set_under_the_name_of_another_action_comes_back_from_its_file(string group, string action, int[] renumbered, string name)
    {
        var network = Pair(group, action, renumbered, name).Misnamed;
        var back = NetworkJson.Read(NetworkJson.Write(network));
        Assert.All(network.States.Zip(back.States), pair => Assert.Equal(pair.First.Set.GeneratorActions, pair.Second.Set.GeneratorActions));
        var input = Networks.Vector(network.Input.Dimension, 4);
        Assert.Equal(network.Evaluate(input), back.Evaluate(input));
    }

    [Theory]
    [MemberData(nameof(Misnamed))]
    public void A_set_under_the_name_of_another_action_is_compressed_as_it_is(string group, string action, int[] renumbered, string name)
    {
        var network = Pair(group, action, renumbered, name).Misnamed;
        foreach (var normal in CharacterTable.Of(network.Group).NormalSubgroups.Subgroups)
        {
            var compression = NetworkCompression.Of(network, normal.ToGroup());
            Assert.True(compression.Measure() < 1e-12, $"N of order {normal.Order}");
            Assert.All(network.States.Zip(compression.OrbitOfPoint), pair => Assert.All(normal.ToGroup().Generators, n => Assert.Equal(pair.Second, pair.First.Set.ActionOf(n).Images.Select(x => pair.Second[x]))));
        }
    }

    [Fact]
    public void A_notation_is_written_wherever_it_gives_the_action_back()
    {
        var group = FiniteGroup.Parse("S4");
        var points = GSet.FromGeneratorActions(group, "points", GSet.Points(group).GeneratorActions);
        var text = NetworkJson.Write(RandomNetwork.Of([new(points, 1), new(GSet.Points(group), 2), new(GSet.Parse(group, "subsets:2+points"), 1)], Activation.Relu));
        Assert.Contains("[\"1*points\",\"2*points\",\"1*(subsets:2+points)\"]", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Generators_that_are_listed_in_a_sidecar_make_regular_mean_points_only_where_they_act_regularly()
    {
        var regular = NetworkSidecar.Parse("""{"group": "C6", "generators": [[2, 3, 4, 5, 6, 1]], "layers": ["1*regular", "1*regular"]}""");
        Assert.Equal("points", regular.Spaces[0].Set.Name);
        var loose = NetworkSidecar.Parse("""{"group": "C6", "generators": [[2, 3, 1, 5, 4, 6]], "layers": ["1*regular", "1*regular"]}""");
        Assert.True(loose.Spaces[0].Set.IsTransitive);
    }

    /// <summary>One random network twice: once with the action under the name of another one, once under a name that says nothing.</summary>
    private static (EquivariantNetwork Misnamed, EquivariantNetwork Honest) Pair(string name, string action, int[] renumbered, string label)
    {
        var group = FiniteGroup.Parse(name);
        var images = GSet.Parse(group, action).GeneratorActions;
        if (renumbered.Length > 0)
        {
            var by = Permutation.FromImages(renumbered);
            images = [.. images.Select(image => image.ConjugateBy(by))];
        }

        return (Build(label), Build("own"));

        EquivariantNetwork Build(string called)
        {
            var own = GSet.FromGeneratorActions(group, called, images);
            return RandomNetwork.Of([new(own, 2), new(GSet.Points(group), 3), new(own, 2), new(GSet.Regular(group), 1), new(own, 1)], Activation.Relu);
        }
    }
}
