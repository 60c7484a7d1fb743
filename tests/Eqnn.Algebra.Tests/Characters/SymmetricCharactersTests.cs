using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

public sealed class SymmetricCharactersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(7)]
    public void Values_are_alternating_sums_of_permutation_characters(int n)
    {
        // s_λ = det(h_(λ_i - i + j)), and h_ν at cycle type μ counts the ways to distribute the cycles to rows of lengths ν.
        var table = SymmetricTables.Of(n);
        foreach (var lambda in table.Partitions.All)
        {
            foreach (var mu in table.Partitions.All)
            {
                var sum = 0L;
                foreach (var (order, sign) in Orders(lambda.Length))
                {
                    sum += sign * Distributions(mu, 0, lambda.Select((part, i) => part - i + order[i]).ToArray());
                }

                Assert.Equal(sum, table.Value(table.Partitions.PlaceOf(lambda), table.Partitions.PlaceOf(mu)));
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(12)]
    public void The_proof_by_power_sums_and_the_proof_by_all_pairs_agree(int n)
    {
        var tables = MurnaghanNakayama.Of(n, null, CancellationToken.None);
        PowerSumCheck.Verify(tables, null, CancellationToken.None);
        SymmetricTables.VerifyByAllPairs(n, tables.Table(n));
    }

    [Theory]
    [InlineData("S5", 5, 1)]
    [InlineData("S23", 23, 1)]
    [InlineData("A5", 5, 2)]
    [InlineData("A22", 22, 2)]
    public void Squares_of_degrees_add_up_to_the_order_and_degrees_are_those_of_hook_lengths(string name, int n, int index)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        Assert.Equal("partitions: Murnaghan-Nakayama", table.Origin);
        Assert.Equal(SymmetricTables.Factorial(n) / index, table.Irreducibles.Aggregate(BigInteger.Zero, (sum, chi) => sum + ((BigInteger)chi.Degree * chi.Degree)));
        Assert.Equal(table.Group.Order, table.Classes.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Size));
        var partitions = new PartitionList(n, n);
        var hooks = Enumerable.Range(0, partitions.Count).SelectMany(place => (index, partitions.Conjugate(place).CompareTo(place)) switch
        {
            (1, _) or (2, > 0) => [partitions.Degree(place)],
            (2, 0) => [partitions.Degree(place) / 2, partitions.Degree(place) / 2],
            _ => Array.Empty<BigInteger>(),
        });
        Assert.Equal(hooks.Order(), table.Irreducibles.Select(chi => (BigInteger)chi.Degree).Order());
    }

    [Fact]
    public void Class_sizes_and_kernels_are_not_bound_to_63_bits()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S22"));
        Assert.Equal(SymmetricTables.Factorial(22), table.Group.Order);
        Assert.Equal(SymmetricTables.Factorial(22) / 2, table.SimpleNamed("sign").KernelOrder);
        Assert.Equal([1, SymmetricTables.Factorial(22) / 2, SymmetricTables.Factorial(22)], table.NormalSubgroups.Subgroups.Select(n => n.Order));
        var standard = table.SimpleNamed("[21,1]");
        Assert.Same(standard, table.SimpleNamed("standard"));
        Assert.Equal(Cyclotomic.One, standard.Character.InnerProduct(standard.Character));
        Assert.Equal(21, standard.Dimension);
        var square = standard.Character * standard.Character;
        Assert.Equal(["[22]", "[21,1]", "[20,2]", "[20,1,1]"], square.Decomposition().Select(part => part.Character.Simple.Aliases.Single(alias => alias.StartsWith('['))).Order(StringComparer.Ordinal).Reverse());
        Assert.All(table.Irreducibles, chi => Assert.Equal(1, chi.Indicator));
    }

    [Theory]
    [InlineData("S9")]
    [InlineData("A6")]
    [InlineData("A9")]
    [InlineData("A13")]
    public void Powers_of_classes_are_the_classes_of_powers(string name)
    {
        var group = FiniteGroup.Parse(name);
        for (var c = 0; c < group.ConjugacyClasses.Count; c++)
        {
            var g = group.ConjugacyClasses[c].Representative;
            var powers = group.Partition.PowerPositions(c);
            Assert.Equal(g.Order, powers.Length);
            for (var k = 0; k < powers.Length; k++)
            {
                var position = group.ClassPositionOf(Permutation.Pow(g, k));
                Assert.Equal(position, powers[k]);
                Assert.Equal(position, group.Partition.PowerPosition(c, k));
                Assert.Equal(position, group.Partition.PowerPosition(c, k - (3 * powers.Length)));
            }
        }
    }

    [Fact]
    public void A_wrong_half_is_refused()
    {
        var group = FiniteGroup.Parse("A9");
        var right = SymmetricCharacterSearch.Of(group, null, CancellationToken.None);
        CliffordCheck.Verify(group, right, CancellationToken.None);
        foreach (var half in right.Rows.OfType<SplitRow>())
        {
            var (v, w) = (right.Values.Value(half.Id(half.Classes.First)), right.Values.Value(half.Id(half.Classes.Second)));
            foreach (var (x, y) in new[] { (v, v), (-v, -w), (v + 1, w - 1), (v * Cyclotomic.E(3), w), ((v + w + Cyclotomic.E(4)) / 2, (v + w - Cyclotomic.E(4)) / 2) })
            {
                var wrong = new SplitRow(half.Whole, half.Classes.First, half.Classes.Second, right.Values.IdOf(x), right.Values.IdOf(y), half.Half);
                var rows = new SymmetricCharacters(right.Table, right.TypeOfClass, right.Values, [.. right.Rows.Select(row => ReferenceEquals(row, half) ? wrong : row)]);
                Assert.Throws<CertificateException>(() => CliffordCheck.Verify(group, rows, CancellationToken.None));
            }
        }

        Assert.Throws<CertificateException>(() => CliffordCheck.Verify(group, new SymmetricCharacters(right.Table, right.TypeOfClass, right.Values, [.. right.Rows.Skip(1)]), CancellationToken.None));
        SymmetricTables.Corrupt(right.Table, 3, 4, 1);
        Assert.Throws<CertificateException>(() => CliffordCheck.Verify(group, right, CancellationToken.None));
    }

    [Theory]
    [InlineData("S31", "6842 classes of S31 and about 0.3 GB", "GroupLimits.MaxTabulatedClasses 6842")]
    [InlineData("A31", "6842 classes of S31 and about 0.3 GB", "GroupLimits.MaxTabulatedClasses 6842")]
    [InlineData("S60", "966467 classes of S60", "not possible in this version: characters of degrees above 2^63")]
    [InlineData("A100", "190569292 classes of S100", "not possible in this version: characters of degrees above 2^63")]
    public void Larger_tables_are_refused_at_once_with_their_size(string name, string needed, string how)
    {
        var error = Assert.Throws<LimitExceededException>(() => CharacterTable.Of(FiniteGroup.Parse(name)));
        Assert.StartsWith(needed, error.Needed, StringComparison.Ordinal);
        Assert.Equal(how, error.HowToRaise);
        Assert.Equal(6000, error.Bound);
    }

    [Fact]
    public void Long_work_reports_and_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var stages = new Counting(source);
        Assert.ThrowsAny<OperationCanceledException>(() => CharacterTable.Of(FiniteGroup.Parse("S24"), stages, source.Token));
        Assert.Contains("characters by rim hooks", stages.Stages);
        Assert.Contains("proof of orthogonality", stages.Stages);
    }

    private static long Distributions(int[] cycles, int at, int[] room)
    {
        if (room.Any(r => r < 0))
        {
            return 0;
        }

        if (at == cycles.Length)
        {
            return room.All(r => r == 0) ? 1 : 0;
        }

        var sum = 0L;
        for (var row = 0; row < room.Length; row++)
        {
            room[row] -= cycles[at];
            sum += room[row] >= 0 ? Distributions(cycles, at + 1, room) : 0;
            room[row] += cycles[at];
        }

        return sum;
    }

    private static IEnumerable<(int[] Order, int Sign)> Orders(int length)
    {
        if (length == 0)
        {
            return [([], 1)];
        }

        // The last place is given to each value in turn; the values above it move down past it.
        return Enumerable.Range(0, length).SelectMany(last => Orders(length - 1).Select(rest => (rest.Order.Select(x => x < last ? x : x + 1).Append(last).ToArray(), (length - 1 - last) % 2 == 0 ? rest.Sign : -rest.Sign)));
    }

    private sealed class Counting(CancellationTokenSource source) : IProgress<WorkProgress>
    {
        public List<string> Stages { get; } = [];

        public void Report(WorkProgress value)
        {
            Stages.Add(value.Stage);
            if (value is { Stage: "proof of orthogonality", Done: 20 })
            {
                source.Cancel();
            }
        }
    }
}
