using System.Text;
using System.Text.Json;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>The resource of all groups of order at most 127 against tests/oracles/smallgroups/generators.json. With <c>EQNN_UPDATE_GOLDEN=1</c> the resource is written again.</summary>
public sealed class SmallGroupOracle
{
    private const string Header =
        """
        # All groups of order 1 to 127 up to isomorphism, numbered as in the SmallGroups Library of H. U. Besche, B. Eick and E. O'Brien; generators, descriptions and numbers computed with GAP 4.12.1 (tests/oracles/smallgroups).
        # order, number, degree, fingerprint, GAP's StructureDescription, generators: separated by spaces, cycles by dots, a point is one of 0-9 a-z A-Z and then U+00C0 and on.

        """;

    [Fact]
    public void The_resource_holds_the_groups_of_the_oracle_and_their_fingerprints()
    {
        var path = Path.Combine(Oracles.Repository(), "src", "Eqnn.Algebra", "SmallGroups", "small-groups.txt");
        var text = new StringBuilder(Header.ReplaceLineEndings("\n"));
        foreach (var entry in FromOracle())
        {
            text.Append(SmallGroupTable.WriteLine(entry)).Append('\n');
        }

        if (Environment.GetEnvironmentVariable("EQNN_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text.ToString());
        }

        Assert.Equal(text.ToString(), File.ReadAllText(path));
    }

    [Fact]
    public void A_line_reads_back_as_the_group_that_was_written()
    {
        foreach (var entry in FromOracle().Where(entry => entry.Id.Number < 4))
        {
            var read = SmallGroupTable.ReadLine(SmallGroupTable.WriteLine(entry));
            Assert.Equal((entry.Id, entry.Description, entry.Fingerprint, entry.Degree), (read.Id, read.Description, read.Fingerprint, read.Degree));
            Assert.Equal(entry.Generators, read.Generators);
        }
    }

    [Fact]
    public void All_groups_are_there_and_generate_groups_of_their_order()
    {
        var groups = Enumerable.Range(1, SmallGroupLibrary.MaxOrder).SelectMany(SmallGroupLibrary.OfOrder).ToList();
        Assert.Equal(1268, groups.Count);
        Assert.Equal((267, 231, 52, 47), (SmallGroupLibrary.OfOrder(64).Count, SmallGroupLibrary.OfOrder(96).Count, SmallGroupLibrary.OfOrder(48).Count, SmallGroupLibrary.OfOrder(120).Count));
        Assert.All(groups, entry => Assert.Equal(entry.Id.Order, StabilizerChain.Of(entry.Degree, entry.Generators).Order));
    }

    /// <summary>The numbers of groups of each order with at least two, from the literature as the oracle's README lists them, are in <see cref="All_groups_are_there_and_generate_groups_of_their_order"/> by their sum; that no two are isomorphic makes the list complete.</summary>
    [Fact]
    [Trait("speed", "slow")]
    public void No_two_groups_of_one_order_are_isomorphic()
    {
        for (var order = 1; order <= SmallGroupLibrary.MaxOrder; order++)
        {
            foreach (var tie in SmallGroupLibrary.OfOrder(order).GroupBy(entry => entry.Fingerprint))
            {
                var groups = tie.ToList();
                for (var i = 0; i < groups.Count; i++)
                {
                    for (var j = i + 1; j < groups.Count; j++)
                    {
                        Assert.Null(Isomorphisms.TryFind(groups[i].ToGroup(), groups[j].ToGroup()));
                    }
                }
            }
        }
    }

    private static IEnumerable<SmallGroup> FromOracle()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Oracles.File("smallgroups", "generators.json")));
        foreach (var json in document.RootElement.GetProperty("groups").EnumerateArray())
        {
            var id = new SmallGroupId(json.GetProperty("order").GetInt32(), json.GetProperty("id").GetInt32());
            var degree = json.GetProperty("degree").GetInt32();
            var generators = json.GetProperty("generators").EnumerateArray().Select(list => Permutation.FromImages(list.EnumerateArray().Select(image => image.GetInt32() - 1))).ToArray();
            var group = FiniteGroup.FromGenerators(id.ToString(), degree, generators);
            yield return new SmallGroup(id, json.GetProperty("name").GetString()!, ElementColouring.Of(new ElementTable(group, default)).Fingerprint, degree, generators);
        }
    }
}
