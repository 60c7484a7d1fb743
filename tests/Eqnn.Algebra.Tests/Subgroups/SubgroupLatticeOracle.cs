using System.Text.Json;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Subgroups;

/// <summary>Classes of subgroups and tables of marks against GAP, tests/oracles/subgroups/classes.json.</summary>
public sealed class SubgroupLatticeOracle
{
    public static TheoryData<string, string> Groups()
    {
        var data = new TheoryData<string, string>();
        using var document = JsonDocument.Parse(File.ReadAllText(Oracles.File("subgroups", "classes.json")));
        foreach (var group in document.RootElement.GetProperty("groups").EnumerateArray())
        {
            data.Add(group.GetProperty("name").GetString()!, group.GetRawText());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Classes_of_subgroups_and_marks_agree(string name, string facts)
    {
        using var document = JsonDocument.Parse(facts);
        var json = document.RootElement;
        var group = FiniteGroup.FromGenerators(name, json.GetProperty("degree").GetInt32(), Permutations(json.GetProperty("generators")));
        var lattice = group.ComputeSubgroups();
        var expected = json.GetProperty("classes").EnumerateArray().Select(c => (Order: c[0].GetInt32(), Count: c[1].GetInt32())).ToList();
        Assert.Equal(expected.Order(), lattice.Classes.Select(c => (c.Order, c.ConjugateCount)).Order());
        Assert.Equal(expected.Sum(c => c.Count), lattice.SubgroupCount);
        if (!json.TryGetProperty("marks", out var marks))
        {
            return;
        }

        var at = json.GetProperty("representatives").EnumerateArray().Select(list => lattice.ClassOf(group.Subgroup(Permutations(list))).Position).ToArray();
        Assert.Equal(Enumerable.Range(0, expected.Count), at.Order());
        for (var i = 0; i < at.Length; i++)
        {
            for (var j = 0; j < at.Length; j++)
            {
                Assert.Equal(marks[i][j].GetInt32(), lattice.TableOfMarks[at[i], at[j]]);
            }
        }
    }

    private static List<Permutation> Permutations(JsonElement list) => [.. list.EnumerateArray().Select(images => Permutation.FromImages(images.EnumerateArray().Select(x => x.GetInt32() - 1)))];
}
