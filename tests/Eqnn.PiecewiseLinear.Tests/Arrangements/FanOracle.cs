using System.Numerics;
using System.Text.Json;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

/// <summary>The fans of <c>tests/oracles/pl</c>: the coordinate hyperplanes on an isotypic component, from group and G-set alone.</summary>
public sealed class FanOracle
{
    public static TheoryData<string> Names => [.. Oracles.Files("pl").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Chambers_walls_and_rays_agree(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Oracles.File("pl", name + ".json")));
        var root = document.RootElement;
        var group = FiniteGroup.FromGenerators(name, root.GetProperty("group").GetProperty("degree").GetInt32(), Permutations(root.GetProperty("group").GetProperty("generators")));
        var set = GSet.FromGeneratorActions(group, name, Permutations(root.GetProperty("gset").GetProperty("generators")));
        var table = CharacterTable.Of(group);
        var values = root.GetProperty("source").GetProperty("characterExact").EnumerateArray().Select(x => Cyclotomic.Parse(x.GetString()!)).ToArray();
        var classes = root.GetProperty("classes").EnumerateArray().Select(c => group.ClassPositionOf(Permutation.FromImages(Images(c.GetProperty("representative"))))).ToArray();
        var source = table.Simples.Single(s => classes.Select(c => s.Character[c]).SequenceEqual(values));

        // The coordinate at x is v -> <P e_x, v> on the component: row x of the projector.
        var arrangement = Arrangement.FromRows(IsotypicDecomposition.Of(table, set).Projector(source).Rows()).WithSymmetry(set.GeneratorActions);
        var found = ChamberEnumeration.Of(arrangement);
        var fan = root.GetProperty("fan");
        Assert.Equal(root.GetProperty("source").GetProperty("isotypicDimension").GetInt32(), arrangement.Dimension);
        Assert.Equal(fan.GetProperty("hyperplanes").GetInt32(), arrangement.Hyperplanes.Count);
        Assert.Equal(fan.GetProperty("chambers").GetInt32(), found.ChamberCount);
        Assert.Equal(fan.GetProperty("walls").GetInt32(), found.WallCount);
        Assert.Equal(fan.GetProperty("rays").GetInt32(), found.RayCount);
        Assert.Equal(fan.GetProperty("simplicial").GetBoolean(), found.IsSimplicial);
        Assert.Equal(fan.GetProperty("wallOrbits").GetArrayLength(), found.WallOrbitCount);
        Assert.Equal(group.Order, arrangement.SymmetryOrder);
        Assert.Equal(
            Sorted(fan.GetProperty("chamberOrbits").EnumerateArray().Select(o => (Number(o, "size"), Number(o, "stabiliserOrder"), o.GetProperty("rays").GetInt32(), o.GetProperty("walls").GetInt32()))),
            Sorted(found.Orbits.Select(o => (o.Size, o.StabiliserOrder, o.Representative.Rays.Count, o.Representative.Walls.Count))));
        Assert.Equal(
            Sorted(fan.GetProperty("rayOrbits").EnumerateArray().Select(o => (Number(o, "size"), Number(o, "stabiliserOrder")))),
            Sorted(found.RayOrbits.Select(o => (o.Size, o.StabiliserOrder))));
    }

    private static IEnumerable<T> Sorted<T>(IEnumerable<T> items) => items.Order();

    private static BigInteger Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private static List<Permutation> Permutations(JsonElement lists) => [.. lists.EnumerateArray().Select(g => Permutation.FromImages(Images(g)))];

    private static IEnumerable<int> Images(JsonElement list) => list.EnumerateArray().Select(x => x.GetInt32() - 1);
}
