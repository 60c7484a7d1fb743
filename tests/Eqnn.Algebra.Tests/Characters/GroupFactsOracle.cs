using System.Text.Json;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Invariants of all 319 groups of order at most 63 against GAP, tests/oracles/smallgroups/invariants.json.</summary>
public sealed class GroupFactsOracle
{
    [Fact]
    [Trait("speed", "slow")]
    public void Invariants_of_all_groups_of_order_at_most_63_are_those_of_GAP()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Oracles.File("smallgroups", "invariants.json")));
        var compared = 0;
        foreach (var json in document.RootElement.GetProperty("groups").EnumerateArray())
        {
            var id = new SmallGroupId(json.GetProperty("order").GetInt32(), json.GetProperty("id").GetInt32());
            var facts = GroupFacts.Of(CharacterTable.Of(SmallGroupLibrary.TryFind(id)!.ToGroup()));
            Assert.Equal(json.GetProperty("classes").GetInt32(), facts.ClassCount);
            Assert.Equal(Pairs(json, "degrees"), facts.Degrees.Select(pair => (pair.Degree, (long)pair.Count)));
            Assert.Equal(Pairs(json, "realR"), facts.SimplesOf(SimpleType.Real).Select(pair => (pair.Dimension, (long)pair.Count)));
            Assert.Equal(Pairs(json, "realC"), facts.SimplesOf(SimpleType.Complex).Select(pair => (pair.Dimension, (long)pair.Count)));
            Assert.Equal(Pairs(json, "realH"), facts.SimplesOf(SimpleType.Quaternionic).Select(pair => (pair.Dimension, (long)pair.Count)));
            Assert.Equal(json.GetProperty("normalSubgroups").GetInt32(), facts.NormalSubgroupCount);
            Assert.Equal(json.GetProperty("abelianInvariants").EnumerateArray().Select(x => x.GetInt64()), facts.AbelianInvariants.Order());
            Assert.Equal(json.GetProperty("centre").GetInt32(), facts.CentreOrder);
            Assert.Equal(json.GetProperty("derived").GetInt32(), facts.DerivedOrder);
            Assert.Equal(OrNull(json, "derivedLength"), facts.DerivedLength);
            Assert.Equal(OrNull(json, "nilpotencyClass"), facts.NilpotencyClass);
            Assert.Equal(json.GetProperty("exponent").GetInt32(), facts.Exponent);
            Assert.Equal(Pairs(json, "elementOrders"), facts.ElementOrders.Select(pair => (pair.Order, (long)pair.Count)));
            compared++;
        }

        Assert.Equal(319, compared);
    }

    private static IEnumerable<(long, long)> Pairs(JsonElement json, string key) => json.GetProperty(key).EnumerateArray().Select(pair => (pair[0].GetInt64(), pair[1].GetInt64()));

    private static int? OrNull(JsonElement json, string key) => json.GetProperty(key) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;
}
