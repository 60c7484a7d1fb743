using System.Numerics;
using System.Text.Json;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Arrangements;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

/// <summary>The counts of <c>tests/oracles/chambers</c>.</summary>
public sealed class ChamberOracle
{
    private static readonly JsonDocument Document = JsonDocument.Parse(File.ReadAllText(Oracles.File("chambers", "small.json")));

    public static TheoryData<string> WithVectors => [.. Entries().Where(e => e.TryGetProperty("vectors", out _)).Select(Id)];

    /// <summary>Entries without vectors that the families produce.</summary>
    public static TheoryData<string> FromFamilies => ["sumzero-20", "braid-8", "cyclic-5-L1", "cyclic-8-L1", "cyclic-12-L2", "dihedral-7-L1L2"];

    [Theory]
    [MemberData(nameof(WithVectors))]
    public void Counts_and_orbits_agree(string id)
    {
        var entry = Entry(id);
        Compare(entry, ArrangementOf(entry));
    }

    [Theory]
    [MemberData(nameof(FromFamilies))]
    public void Families_without_listed_vectors_agree(string id)
    {
        var arrangement = id switch
        {
            "sumzero-20" => Families.SumZero(20),
            "braid-8" => Families.Braid(8),
            "cyclic-5-L1" => Families.Cyclic(5, 1),
            "cyclic-8-L1" => Families.Cyclic(8, 1),
            "cyclic-12-L2" => Families.Cyclic(12, 2),
            _ => Dihedral7(),
        };
        Compare(Entry(id), arrangement);
    }

    internal static Arrangement ArrangementOf(string id) => ArrangementOf(Entry(id));

    /// <summary>An entry holds its arrangement beside its counts.</summary>
    private static Arrangement ArrangementOf(JsonElement entry) => ArrangementFile.Parse(JsonSerializer.Serialize(entry.EnumerateObject()
        .Where(field => field.Name is "vectors" or "symmetry").ToDictionary(field => field.Name, field => field.Value))).ToArrangement();

    [Fact]
    [Trait("speed", "slow")]
    public void Resonance_6_agrees() => Compare(Entry("resonance-6"), Families.Resonance(6));

    [Theory]
    [MemberData(nameof(WithVectors))]
    public void The_same_chambers_without_using_the_symmetry(string id)
    {
        var entry = Entry(id);
        var rows = ArrangementOf(entry).Rows;
        var plain = ChamberEnumeration.Of(Arrangement.FromRows(rows));
        Assert.Equal(entry.GetProperty("chambers").GetInt64(), plain.ChamberCount);
        Assert.Equal(entry.GetProperty("walls").GetInt64(), plain.WallCount);
        Assert.Equal(entry.GetProperty("rays").GetInt64(), plain.RayCount);
        Assert.Equal(entry.GetProperty("simplicial").GetBoolean(), plain.IsSimplicial);
    }

    private static Arrangement Dihedral7()
    {
        // The reflection j -> -j of the polygon is induced as well.
        var rotation = Enumerable.Range(0, 7).Select(j => (j + 1) % 7);
        var reflection = Enumerable.Range(0, 7).Select(j => (7 - j) % 7);
        return Arrangement.FromRows(Families.Cyclic(7, 1, 2).Rows)
            .WithSymmetry([Eqnn.Numbers.Permutations.Permutation.FromImages(rotation), Eqnn.Numbers.Permutations.Permutation.FromImages(reflection)]);
    }

    private static void Compare(JsonElement entry, Arrangement arrangement)
    {
        var found = ChamberEnumeration.Of(arrangement);
        Assert.Equal(entry.GetProperty("dimension").GetInt32(), arrangement.Dimension);
        Assert.Equal(entry.GetProperty("hyperplanes").GetInt32(), arrangement.Hyperplanes.Count);
        Assert.Equal(entry.GetProperty("coordinates").GetInt32(), arrangement.Rows.Count);
        Assert.Equal(entry.GetProperty("zeroCoordinates").GetInt32(), arrangement.ZeroRows.Count);
        Assert.Equal(Number(entry, "groupOrder"), arrangement.SymmetryOrder);
        Assert.Equal(Number(entry, "chambers"), found.ChamberCount);
        Assert.Equal(entry.GetProperty("chamberOrbits").GetInt32(), found.Orbits.Count);
        Assert.Equal(Number(entry, "walls"), found.WallCount);
        Assert.Equal(Number(entry, "rays"), found.RayCount);
        Assert.Equal(entry.GetProperty("simplicial").GetBoolean(), found.IsSimplicial);
        if (entry.TryGetProperty("rayOrbits", out var rayOrbits))
        {
            Assert.Equal(rayOrbits.GetInt32(), found.RayOrbits.Count);
        }

        var sizes = found.Orbits.GroupBy(o => o.Size).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));
        var expected = entry.GetProperty("orbitSizes").EnumerateObject().Select(p => (BigInteger.Parse(p.Name, System.Globalization.CultureInfo.InvariantCulture), p.Value.GetInt32())).OrderBy(p => p.Item1);
        Assert.Equal(expected, sizes);
        Assert.Equal(found.ChamberCount, found.Orbits.Aggregate(BigInteger.Zero, (sum, o) => sum + o.Size));
        Assert.Equal(found.RayCount, found.RayOrbits.Aggregate(BigInteger.Zero, (sum, o) => sum + o.Size));
        Assert.All(found.Orbits, o => Assert.Equal(arrangement.SymmetryOrder, o.Size * o.StabiliserOrder));
        Assert.True(found.Completeness.IsCountConfirmed, found.Completeness.ToString());
        if (found.Orbits.Count < 1000)
        {
            Assert.True(found.IsClosedUnderWallCrossing());
        }
    }

    private static BigInteger Number(JsonElement entry, string name) => BigInteger.Parse(entry.GetProperty(name).GetRawText(), System.Globalization.CultureInfo.InvariantCulture);

    private static JsonElement[] Entries() => [.. Document.RootElement.GetProperty("arrangements").EnumerateArray()];

    private static JsonElement Entry(string id) => Entries().Single(e => Id(e) == id);

    private static string Id(JsonElement entry) => entry.GetProperty("id").GetString()!;
}
