using System.Text.Json;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>Named groups against GAP's own constructions, tests/oracles/groups/names.json.</summary>
public sealed class GroupNameOracle
{
    public static TheoryData<string, string> Groups()
    {
        var data = new TheoryData<string, string>();
        using var document = JsonDocument.Parse(File.ReadAllText(Oracles.File("groups", "names.json")));
        foreach (var group in document.RootElement.GetProperty("groups").EnumerateArray())
        {
            data.Add(group.GetProperty("name").GetString()!, group.GetRawText());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_name_stands_for_the_group_that_is_meant(string name, string facts)
    {
        using var document = JsonDocument.Parse(facts);
        var json = document.RootElement;
        var group = FiniteGroup.Parse(name);
        Assert.Equal(json.GetProperty("order").GetInt32(), group.Order);
        // The order of a name may rest on a theorem; here it is computed from the generators alone.
        Assert.Equal(json.GetProperty("order").GetInt32(), StabilizerChain.Of(group.Degree, group.Generators).Order);
        Assert.Equal(json.GetProperty("exponent").GetInt32(), group.Exponent);
        Assert.Equal(json.GetProperty("centre").GetInt32(), group.Centre.Order);
        Assert.Equal(json.GetProperty("derivedSeries").EnumerateArray().Select(x => x.GetInt32()), group.DerivedSeries.Select(x => (int)x.Order));
        Assert.Equal(json.GetProperty("lowerCentralSeries").EnumerateArray().Select(x => x.GetInt32()), group.LowerCentralSeries.Select(x => (int)x.Order));
        Assert.Equal(json.GetProperty("abelianInvariants").EnumerateArray().Select(x => x.GetInt64()), group.AbelianInvariants);
        Assert.Equal(json.GetProperty("abelian").GetBoolean(), group.IsAbelian);
        Assert.Equal(json.GetProperty("nilpotent").GetBoolean(), group.IsNilpotent);
        Assert.Equal(json.GetProperty("solvable").GetBoolean(), group.IsSolvable);
        Assert.Equal(json.GetProperty("perfect").GetBoolean(), group.IsPerfect);
        Assert.Equal(json.GetProperty("simple").GetBoolean(), group.IsSimple());
        Assert.Equal(
            json.GetProperty("classes").EnumerateArray().Select(c => (c[0].GetInt64(), c[1].GetInt32(), c[2].GetInt32())),
            group.ConjugacyClasses.GroupBy(c => (c.ElementOrder, Size: (int)c.Size)).OrderBy(g => g.Key).Select(g => (g.Key.ElementOrder, g.Key.Size, g.Count())));
        Assert.Equal(group.Name, FiniteGroup.Parse(group.Name).Name);
    }
}
