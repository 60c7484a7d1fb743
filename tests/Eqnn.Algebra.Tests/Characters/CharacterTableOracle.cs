using System.Numerics;
using System.Text.Json;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Every table of tests/oracles/characters (computed by GAP, checked there by two programs) comes out equal, up to the proved matching of classes and rows.</summary>
public sealed class CharacterTableOracle
{
    public static TheoryData<string> Files() => [.. Oracles.Files("characters").Select(path => Path.GetFileName(path))];

    [Fact]
    public void There_are_50_files() => Assert.Equal(50, Oracles.Files("characters").Count);

    [Theory]
    [MemberData(nameof(Files))]
    public void Classes_irreducibles_simples_and_normal_subgroups_agree(string file)
    {
        var oracle = CharacterOracleFile.Read(Oracles.File("characters", file));
        ClassesAgree(oracle);
        var rows = oracle.MatchRows("irreducibles", row => row.GetProperty("values"));
        IrreduciblesAgree(oracle, rows);
        SimplesAgree(oracle, rows);
        NormalSubgroupsAgree(oracle);
        NaturalPermutationAgrees(oracle, rows);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_order_of_noncyclic_tables_is_that_of_the_files(string file)
    {
        // The convention of the files for characters is ours too, and classes are sorted alike; cyclic groups are listed by frequency instead.
        var oracle = CharacterOracleFile.Read(Oracles.File("characters", file));
        Assert.Equal(Enumerable.Range(0, oracle.ClassAt.Count), oracle.ClassAt);
        if (!oracle.Table.Group.IsCyclic)
        {
            Assert.Equal(Enumerable.Range(0, oracle.ClassAt.Count), oracle.MatchRows("irreducibles", row => row.GetProperty("values")));
        }
    }

    private static void ClassesAgree(CharacterOracleFile oracle)
    {
        var json = oracle.Json;
        for (var i = 0; i < oracle.ClassAt.Count; i++)
        {
            var ours = oracle.Table.Classes[oracle.ClassAt[i]];
            Assert.Equal((BigInteger)json.GetProperty("classSizes")[i].GetInt64(), ours.Size);
            Assert.Equal(json.GetProperty("elementOrders")[i].GetInt64(), ours.ElementOrder);
            foreach (var map in json.GetProperty("powerMaps").EnumerateObject())
            {
                var prime = long.Parse(map.Name, System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(oracle.ClassAt[map.Value[i].GetInt32() - 1], oracle.Table.PowerOfClass(ours.Position, prime));
            }
        }
    }

    private static void IrreduciblesAgree(CharacterOracleFile oracle, int[] rows)
    {
        foreach (var (i, row) in oracle.Json.GetProperty("irreducibles").EnumerateArray().Index())
        {
            var chi = oracle.Table.Irreducibles[rows[i]];
            Assert.Equal(row.GetProperty("degree").GetInt64(), chi.Degree);
            Assert.Equal(row.GetProperty("indicator").GetInt32(), chi.Indicator);
            Assert.Equal((BigInteger)row.GetProperty("kernelOrder").GetInt64(), chi.KernelOrder);
            Assert.Equal(oracle.ClassPositions(row.GetProperty("kernel")), chi.KernelClassPositions);
        }
    }

    private static void SimplesAgree(CharacterOracleFile oracle, int[] rows)
    {
        var simples = oracle.Json.GetProperty("realSimples").EnumerateArray().ToList();
        Assert.Equal(simples.Count, oracle.Table.Simples.Count);
        foreach (var simple in simples)
        {
            var ours = SimpleOf(oracle, rows, simple);
            Assert.Equal(simple.GetProperty("type").GetString(), ours.TypeLetter.ToString());
            Assert.Equal(simple.GetProperty("realDimension").GetInt64(), ours.Dimension);
            Assert.Equal(simple.GetProperty("constituentMultiplicity").GetInt32(), ours.ConstituentMultiplicity);
            Assert.Equal(simple.GetProperty("constituents").EnumerateArray().Select(c => rows[c.GetInt32() - 1]).Order(), ours.Constituents.Select(chi => chi.Position));
            Assert.Equal((BigInteger)simple.GetProperty("kernelOrder").GetInt64(), ours.KernelOrder);
            Assert.Equal(oracle.ClassPositions(simple.GetProperty("kernel")), ours.KernelClassPositions);
            Assert.Equal(oracle.Table.Group.Order, ours.ImageOrder * ours.KernelOrder);
        }
    }

    private static void NormalSubgroupsAgree(CharacterOracleFile oracle)
    {
        var expected = oracle.Json.GetProperty("normalSubgroups").EnumerateArray()
            .Select(n => (Order: (BigInteger)n.GetProperty("order").GetInt64(), Classes: string.Join(",", oracle.ClassPositions(n.GetProperty("classes"))))).ToHashSet();
        var ours = oracle.Table.NormalSubgroups.Subgroups.Select(n => (n.Order, Classes: string.Join(",", n.ClassPositions))).ToList();
        Assert.Equal(oracle.Json.GetProperty("normalSubgroupCount").GetInt32(), ours.Count);
        Assert.True(expected.SetEquals(ours));
    }

    private static void NaturalPermutationAgrees(CharacterOracleFile oracle, int[] rows)
    {
        var natural = oracle.Json.GetProperty("naturalPermutation");
        var values = new Cyclotomic[oracle.ClassAt.Count];
        foreach (var (i, fixedPoints) in natural.GetProperty("fixedPoints").EnumerateArray().Index())
        {
            values[oracle.ClassAt[i]] = fixedPoints.GetInt32();
            Assert.Equal(fixedPoints.GetInt32(), oracle.Table.Classes[oracle.ClassAt[i]].Representative.FixedPointCount);
        }

        var character = ClassFunction.FromValues(oracle.Table, values);
        foreach (var (i, multiplicity) in natural.GetProperty("multiplicities").EnumerateArray().Index())
        {
            Assert.Equal((Cyclotomic)multiplicity.GetInt32(), character.InnerProduct(oracle.Table.Irreducibles[rows[i]].Values));
        }

        foreach (var (i, multiplicity) in natural.GetProperty("realMultiplicities").EnumerateArray().Index())
        {
            Assert.Equal((BigInteger)multiplicity.GetInt32(), SimpleOf(oracle, rows, oracle.Json.GetProperty("realSimples")[i]).MultiplicityIn(character));
        }
    }

    private static SimpleRepresentation SimpleOf(CharacterOracleFile oracle, int[] rows, JsonElement simple) =>
        oracle.Table.Irreducibles[rows[simple.GetProperty("constituents")[0].GetInt32() - 1]].Simple;
}
