using System.Globalization;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>The tables of tests/oracles/characters-more, computed by GAP: S7 to J2 and the cube of side 2, p-groups, Frobenius groups, perfect groups, wreath products, quaternionic types.</summary>
public sealed class FurtherTablesOracle
{
    public static TheoryData<string> Files() => [.. Oracles.Files("characters-more").Select(path => Path.GetFileName(path))];

    [Fact]
    public void There_are_154_files() => Assert.Equal(154, Oracles.Files("characters-more").Count);

    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_power_maps_indicators_kernels_simples_normal_subgroups_by_both_routes_and_automorphisms_agree(string file)
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

        foreach (var map in oracle.Json.GetProperty("powerMaps").EnumerateObject())
        {
            foreach (var (i, image) in map.Value.EnumerateArray().Index())
            {
                Assert.Equal(oracle.ClassAt[image.GetInt32() - 1], oracle.Table.PowerOfClass(oracle.ClassAt[i], long.Parse(map.Name, CultureInfo.InvariantCulture)));
            }
        }

        foreach (var (i, kernel) in oracle.Json.GetProperty("kernels").EnumerateArray().Index())
        {
            Assert.Equal(oracle.ClassPositions(kernel), oracle.Table.Irreducibles[rows[i]].KernelClassPositions);
        }

        var simples = oracle.Json.GetProperty("simples").EnumerateArray().Select(s => (s[0].GetString()![0], s[1].GetInt64(), string.Join(",", s[2].EnumerateArray().Select(row => rows[row.GetInt32() - 1]).Order())));
        Assert.Equal(simples.Order(), oracle.Table.Simples.Select(s => (s.TypeLetter, s.Dimension, string.Join(",", s.Constituents.Select(c => c.Position)))).Order());

        var lattice = oracle.Table.NormalSubgroups;
        var orders = lattice.Subgroups.GroupBy(n => n.Order).Select(g => (g.Key, (BigInteger)g.Count()));
        Assert.Equal(oracle.Json.GetProperty("normalSubgroupOrders").EnumerateArray().Select(pair => ((BigInteger)pair[0].GetInt64(), (BigInteger)pair[1].GetInt64())), orders);
        var normal = oracle.Json.GetProperty("normalSubgroups");
        if (normal.GetArrayLength() > 0)
        {
            Assert.Equal(normal.EnumerateArray().Select(n => string.Join(",", oracle.ClassPositions(n))).Order(StringComparer.Ordinal), lattice.Subgroups.Select(n => string.Join(",", n.ClassPositions)).Order(StringComparer.Ordinal));
        }

        if (NormalSubgroupLattice.TrySearch(oracle.Table.Group, 60, default) is { } search)
        {
            Assert.Equal(lattice.Subgroups.Select(n => (n.Order, string.Join(",", n.ClassPositions))), search.Subgroups.Select(n => (n.Order, string.Join(",", n.ClassPositions))));
        }

        // 0 where GAP was not asked: its search takes minutes on some tables with many classes.
        if (oracle.Json.GetProperty("tableAutomorphisms").GetInt64() is > 0 and var automorphisms)
        {
            Assert.Equal(automorphisms, TableAutomorphisms.Of(oracle.Table).Order);
        }
    }
}
