using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Universality;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Universality;

public sealed class UniversalityOracle
{
    public static TheoryData<string> Names => [.. Oracles.Files("universality").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Closures_order_and_separation_are_those_of_the_oracle(string file)
    {
        var oracle = JObject.Parse(File.ReadAllText(Oracles.File("universality", file)));
        var data = oracle["group"]!;
        var group = FiniteGroup.FromGenerators((string)data["name"]!, (int)data["degree"]!, data["generators"]!.Select(Images));
        var set = GSet.FromGeneratorActions(group, (string)oracle["on"]!["name"]!, oracle["on"]!["generators"]!.Select(Images));
        var table = UniversalityTable.Of(set);
        var lattice = group.ComputeSubgroups();
        var sets = oracle["sets"]!.ToList();
        Assert.Equal(sets.Count, table.Sets.Count);
        var places = sets.Select(item => lattice.ClassOf(group.Subgroup(item["stabilizer"]!["generators"]!.Select(Images))).Position).ToList();
        for (var i = 0; i < sets.Count; i++)
        {
            var found = table.Sets[places[i]];
            Assert.Equal((int)sets[i]["stabilizer"]!["order"]!, found.Stabiliser.Order);
            Assert.Equal((int)sets[i]["dimFixed"]!, found.Class.Type.FixedDimension);
            Assert.Equal((int)sets[i]["closure"]!["order"]!, found.Closure.Order);
            Assert.Equal(lattice.ClassOf(group.Subgroup(sets[i]["closure"]!["generators"]!.Select(Images))), found.Class.Type.Subgroups);
            Assert.True(found.Stabiliser.Representative.IsSubgroupOf(found.Closure));
            Assert.Equal((bool)sets[i]["normal"]!, found.Class.NeedsNoReadout);
            Assert.Equal((bool)sets[i]["universalShallow"]!, found.Class.IsUniversal);
            Assert.Equal((bool?)sets[i]["separating"], found.Class.Separates);
        }

        var order = oracle["order"]!.Select(pair => (places[(int)pair[0]!], places[(int)pair[1]!])).ToHashSet();
        var all = Enumerable.Range(0, sets.Count);
        Assert.Equal(order.Order(), (from i in all from j in all where table.Sets[i].IsContainedIn(table.Sets[j]) select (i, j)).Order());
    }

    private static Permutation Images(JToken images) => Permutation.FromImages(images.Select(image => (int)image - 1));
}
