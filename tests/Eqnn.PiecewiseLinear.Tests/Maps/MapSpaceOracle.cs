using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Maps;

/// <summary>The fans and dimensions of <c>tests/oracles/pl</c>, found there by three numerical methods, come out exactly.</summary>
public sealed class MapSpaceOracle
{
    public static TheoryData<string> Names => [.. Oracles.Files("pl").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Counts_and_dimensions_agree(string file)
    {
        var oracle = JObject.Parse(File.ReadAllText(Oracles.File("pl", file)));
        var group = FiniteGroup.FromGenerators((string)oracle["group"]!["name"]!, (int)oracle["group"]!["degree"]!, oracle["group"]!["generators"]!.Select(Images));
        var table = CharacterTable.Of(group);
        var set = GSet.FromGeneratorActions(group, "oracle", oracle["gset"]!["generators"]!.Select(Images));
        var decomposition = IsotypicDecomposition.Of(table, set);
        var classes = oracle["classes"]!.Select(c => group.ClassPositionOf(Images(c["representative"]!))).ToList();
        var source = Find(table, classes, oracle["source"]!);
        var space = IsotypicSubspace.Of(decomposition, [source]);
        Assert.Equal((int)oracle["source"]!["isotypicDimension"]!, space.Dimension);

        var fan = EquivariantFan.Of(space);
        var expected = oracle["fan"]!;
        Assert.Equal((int)expected["hyperplanes"]!, fan.Chambers.Arrangement.Hyperplanes.Count);
        Assert.Equal((int)expected["chambers"]!, fan.ChamberCount);
        Assert.Equal((int)expected["walls"]!, fan.Chambers.WallCount);
        Assert.Equal((int)expected["rays"]!, fan.RayCount);
        Assert.Equal((bool)expected["simplicial"]!, fan.IsSimplicial);
        Assert.Equal(Sizes(expected["chamberOrbits"]!), fan.ChamberOrbits.Select(orbit => (long)orbit.Orbit.Size).Order());
        Assert.Equal(Sizes(expected["rayOrbits"]!), fan.RayOrbits.Select(orbit => (long)orbit.Size).Order());
        foreach (var target in oracle["targets"]!)
        {
            var simple = Find(table, classes, target);
            var maps = EquivariantMapSpace.TryOf(fan, simple);
            Assert.NotNull(maps);
            Assert.Equal((int)target["dimensionOfMapSpace"]!, maps.Dimension);
            Assert.Equal((int)target["raySum"]!, maps.RayBound);
            Assert.Equal((int)target["linear"]!, maps.LinearDimension);
            Assert.Equal((int)target["oneLayer"]!, maps.OneLayerDimension);
            Assert.Equal((bool)target["kernelCriterion"]!, KernelCriterion.Holds(source, simple));
            foreach (var map in maps.Basis)
            {
                // A matrix on each chamber exists and reproduces the values: the map is well defined.
                Assert.All(fan.ChamberOrbits, chamber => Assert.All(chamber.Rays, ray => Assert.Equal(map.ValueOn(ray), map.MatrixOn(chamber) * ray.Direction)));
            }
        }
    }

    private static IEnumerable<long> Sizes(JToken orbits) => orbits.Select(orbit => (long)orbit["size"]!).Order();

    private static SimpleRepresentation Find(CharacterTable table, List<int> classes, JToken simple)
    {
        var values = simple["characterExact"]!.Select(value => Cyclotomic.Parse((string)value!, null)).ToList();
        return Assert.Single(table.Simples, candidate => classes.Zip(values).All(pair => candidate.Character[pair.First] == pair.Second));
    }

    private static Permutation Images(JToken images) => Permutation.FromImages(images.Select(image => (int)image - 1));
}
