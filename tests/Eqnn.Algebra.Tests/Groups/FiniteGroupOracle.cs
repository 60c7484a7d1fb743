using System.Text.Json;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>Groups against the files of tests/oracles/characters, group part: computed by GAP and checked there by full enumeration.</summary>
public sealed class FiniteGroupOracle
{
    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var file in Oracles.Files("characters"))
        {
            data.Add(Path.GetFileName(file));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Order_exponent_and_flags_are_those_of_the_oracle(string file)
    {
        var (group, json) = Load(file);
        Assert.Equal(json.GetProperty("order").GetInt32(), group.Order);
        Assert.Equal(json.GetProperty("exponent").GetInt32(), group.Exponent);
        Assert.Equal(json.GetProperty("abelian").GetBoolean(), group.IsAbelian);
        Assert.Equal(json.GetProperty("nilpotent").GetBoolean(), group.IsNilpotent);
        Assert.Equal(json.GetProperty("solvable").GetBoolean(), group.IsSolvable);
        Assert.Equal(json.GetProperty("perfect").GetBoolean(), group.IsPerfect);
        Assert.Equal(json.GetProperty("simple").GetBoolean(), group.IsSimple());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Classes_and_power_maps_are_those_of_the_oracle(string file)
    {
        var (group, json) = Load(file);
        var classes = group.ConjugacyClasses;
        Assert.Equal(json.GetProperty("classCount").GetInt32(), classes.Count);
        Assert.Equal(Ints(json, "classSizes"), classes.Select(c => (int)c.Size));
        Assert.Equal(Ints(json, "elementOrders"), classes.Select(c => (int)c.ElementOrder));
        Assert.Equal(
            json.GetProperty("classRepresentatives").EnumerateArray().Select(r => string.Join(',', r.EnumerateArray().Select(x => x.GetInt32()))),
            classes.Select(c => string.Join(',', c.Representative.Images.Select(x => x + 1))));
        Assert.Equal(Ints(json, "inverseMap"), group.InverseMap.Select(x => x + 1));
        foreach (var map in json.GetProperty("powerMaps").EnumerateObject())
        {
            Assert.Equal(map.Value.EnumerateArray().Select(x => x.GetInt32()), group.PowerMap(int.Parse(map.Name, System.Globalization.CultureInfo.InvariantCulture)).Select(x => x + 1));
        }

        for (var i = 0; i < classes.Count; i++)
        {
            Assert.Equal(i, classes[i].Position);
            Assert.Equal(i, group.ClassPositionOf(classes[i].Representative));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Centre_derived_subgroup_and_normal_subgroups_are_those_of_the_oracle(string file)
    {
        var (group, json) = Load(file);
        Assert.Equal(Ints(json, "centre"), group.ClassPositionsOf(group.Centre).Select(x => x + 1));
        Assert.Equal(Ints(json, "derivedSubgroup"), group.ClassPositionsOf(group.DerivedSubgroup).Select(x => x + 1));
        foreach (var normal in json.GetProperty("normalSubgroups").EnumerateArray())
        {
            var positions = Ints(normal, "classes").Select(x => x - 1).ToArray();
            var subgroup = group.SubgroupOfClasses(positions);
            Assert.Equal(normal.GetProperty("order").GetInt32(), subgroup.Order);
            Assert.Equal(positions, group.ClassPositionsOf(subgroup));
        }
    }

    private static (FiniteGroup Group, JsonElement Json) Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Oracles.File("characters", file)));
        var json = document.RootElement.Clone();
        var generators = json.GetProperty("generators").EnumerateArray().Select(g => Permutation.FromImages(g.EnumerateArray().Select(x => x.GetInt32() - 1)));
        return (FiniteGroup.FromGenerators(json.GetProperty("name").GetString()!, json.GetProperty("degree").GetInt32(), generators), json);
    }

    private static int[] Ints(JsonElement json, string key) => json.GetProperty(key).EnumerateArray().Select(x => x.GetInt32()).ToArray();
}
