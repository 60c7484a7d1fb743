using System.Numerics;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>The tables of tests/oracles/characters-more, computed by GAP: S7 to Sz(8), 2-groups, Frobenius groups, wreath products, quaternionic types.</summary>
public sealed class FurtherTablesOracle
{
    public static TheoryData<string> Files() => [.. Oracles.Files("characters-more").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_indicators_and_normal_subgroups_agree(string file)
    {
        var oracle = CharacterOracleFile.Read(Oracles.File("characters-more", file));
        foreach (var (i, size) in oracle.Json.GetProperty("classSizes").EnumerateArray().Index())
        {
            Assert.Equal((BigInteger)size.GetInt64(), oracle.Table.Classes[oracle.ClassAt[i]].Size);
        }

        var rows = oracle.MatchRows("rows", row => row);
        foreach (var (i, indicator) in oracle.Json.GetProperty("indicators").EnumerateArray().Index())
        {
            Assert.Equal(indicator.GetInt32(), oracle.Table.Irreducibles[rows[i]].Indicator);
        }

        var orders = oracle.Table.NormalSubgroups.Subgroups.GroupBy(n => n.Order).Select(g => (g.Key, (BigInteger)g.Count()));
        Assert.Equal(oracle.Json.GetProperty("normalSubgroupOrders").EnumerateArray().Select(pair => ((BigInteger)pair[0].GetInt64(), (BigInteger)pair[1].GetInt64())), orders);
    }
}
