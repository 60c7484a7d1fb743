using System.Numerics;
using System.Text.Json;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>tests/oracles/symmetric: single values of S_21 to S_30, A_21 to A_30, computed by GAP.</summary>
public sealed class SymmetricCharactersOracle
{
    private static readonly JsonElement File = JsonDocument.Parse(System.IO.File.ReadAllText(Oracles.File("symmetric", "values.json"))).RootElement;

    [Fact]
    public void Values_of_S21_to_S24_agree() => Compare(21, 24);

    [Fact]
    [Trait("speed", "slow")]
    public void Values_of_S25_to_S30_agree() => Compare(25, 30);

    [Fact]
    public void Split_values_of_A21_and_A22_agree()
    {
        CompareSplit(21);
        CompareSplit(22);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(28)]
    [Trait("speed", "slow")]
    public void Split_values_of_larger_alternating_groups_agree(int n) => CompareSplit(n);

    [Fact]
    [Trait("speed", "slow")]
    public void S30_and_A30_have_whole_proved_tables()
    {
        var order = SymmetricTables.Factorial(30);
        var symmetric = CharacterTable.Of(FiniteGroup.Parse("S30"));
        Assert.Equal(5604, symmetric.Irreducibles.Count);
        Assert.Equal(order, symmetric.Irreducibles.Aggregate(BigInteger.Zero, (sum, chi) => sum + ((BigInteger)chi.Degree * chi.Degree)));
        Assert.All(symmetric.Simples, simple => Assert.Equal(SimpleType.Real, simple.Type));
        Assert.Equal([1, order / 2, order], symmetric.NormalSubgroups.Subgroups.Select(n => n.Order));

        // Σ χ(1) is the number of g with g² = 1, as all indicators are 1.
        var involutions = new BigInteger[31];
        (involutions[0], involutions[1]) = (1, 1);
        for (var n = 2; n <= 30; n++)
        {
            involutions[n] = involutions[n - 1] + ((n - 1) * involutions[n - 2]);
        }

        Assert.Equal(involutions[30], symmetric.Irreducibles.Aggregate(BigInteger.Zero, (sum, chi) => sum + chi.Degree));

        var alternating = CharacterTable.Of(FiniteGroup.Parse("A30"));
        Assert.Equal(alternating.Classes.Count, alternating.Irreducibles.Count);
        Assert.Equal(order / 2, alternating.Irreducibles.Aggregate(BigInteger.Zero, (sum, chi) => sum + ((BigInteger)chi.Degree * chi.Degree)));
        Assert.Equal(2, alternating.NormalSubgroups.Subgroups.Count);
        CompareSplit(30, alternating);
    }

    private static void Compare(int from, int to)
    {
        var count = 0;
        foreach (var entry in File.GetProperty("values").EnumerateArray().Where(entry => entry.GetProperty("n").GetInt32() >= from && entry.GetProperty("n").GetInt32() <= to))
        {
            var table = SymmetricTables.Of(entry.GetProperty("n").GetInt32());
            Assert.Equal(entry.GetProperty("value").GetInt64(), table.Value(table.Partitions.PlaceOf(Parts(entry, "lambda")), table.Partitions.PlaceOf(Parts(entry, "mu"))));
            count++;
        }

        Assert.Equal(40 * (to - from + 1), count);
    }

    private static void CompareSplit(int n, CharacterTable? known = null)
    {
        var table = known ?? CharacterTable.Of(FiniteGroup.Parse("A" + n));
        var halves = table.Irreducibles.Select(chi => (Character: chi, Row: chi.Row as SplitRow)).Where(chi => chi.Row is not null).ToLookup(chi => string.Join(",", chi.Row!.Whole.Partition));
        var count = 0;
        foreach (var entry in File.GetProperty("split").EnumerateArray().Where(entry => entry.GetProperty("n").GetInt32() == n))
        {
            var pair = halves[string.Join(",", Parts(entry, "lambda"))].ToList();
            var values = entry.GetProperty("values").EnumerateArray().Select(value => Cyclotomic.Parse(value.GetString()!, null)).Order().ToList();
            Assert.Equal(2, pair.Count);
            foreach (var (character, row) in pair)
            {
                Assert.Equal(values, new[] { character[row!.Classes.First], character[row.Classes.Second] }.Order());
                count++;
            }
        }

        Assert.Equal(2 * halves.Count, count);
    }

    private static int[] Parts(JsonElement entry, string name) => [.. entry.GetProperty(name).EnumerateArray().Select(part => part.GetInt32())];
}
