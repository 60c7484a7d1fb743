using System.Numerics;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Numbers;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>A size up to 24 and two of its partitions, by their places.</summary>
public sealed record TwoPartitions(int Size, int First, int Second);

/// <summary>All sizes alike, so that small ones, where everything coincides, occur too.</summary>
public static class PartitionPairs
{
    public static Arbitrary<TwoPartitions> Pairs()
    {
        var generator = from size in Gen.Choose(1, 24)
                        let last = (int)PartitionList.CountFor(size) - 1
                        from first in Gen.Choose(0, last)
                        from second in Gen.Frequency((3, Gen.Choose(0, last)), (1, Gen.Constant(first)), (1, Gen.Constant(0)))
                        select new TwoPartitions(size, first, second);
        return Arb.From(generator, pair => pair.Size == 1 ? [] : [new TwoPartitions(pair.Size - 1, 0, 0)]);
    }
}

/// <summary>What the characters of all symmetric groups satisfy.</summary>
[Properties(Arbitrary = [typeof(PartitionPairs)], MaxTest = 200)]
public sealed class SymmetricCharactersLaws
{
    [Property]
    public Property Columns_are_orthogonal(TwoPartitions pair)
    {
        var table = SymmetricTables.Of(pair.Size);
        var (a, b) = (SymmetricTables.Column(table, pair.First), SymmetricTables.Column(table, pair.Second));
        var product = a.Zip(b, (x, y) => (BigInteger)x * y).Aggregate(BigInteger.Add);
        return (product == (pair.First == pair.Second ? table.Partitions.CentralizerOrder(pair.First) : 0)).Classify(pair.First == pair.Second, "one column twice");
    }

    [Property]
    public Property Rows_are_orthogonal(TwoPartitions pair)
    {
        var table = SymmetricTables.Of(pair.Size);
        var rows = new[] { new long[table.Partitions.Count], new long[table.Partitions.Count] };
        table.ReadRow(pair.First, rows[0]);
        table.ReadRow(pair.Second, rows[1]);
        var order = SymmetricTables.Factorial(pair.Size);
        var product = Enumerable.Range(0, rows[0].Length).Select(type => rows[0][type] * (BigInteger)rows[1][type] * (order / table.Partitions.CentralizerOrder(type))).Aggregate(BigInteger.Add);
        return (product == (pair.First == pair.Second ? order : 0)).Classify(pair.First == pair.Second, "one row twice");
    }

    [Property]
    public Property The_restriction_to_one_point_less_is_the_sum_over_the_corners(TwoPartitions pair)
    {
        var table = SymmetricTables.Of(pair.Size);
        var larger = pair.Size < 24 ? SymmetricTables.Of(pair.Size + 1) : table;
        var smaller = pair.Size < 24 ? table : SymmetricTables.Of(23);
        var (partition, type) = (larger.Partitions.All[pair.First % larger.Partitions.Count], smaller.Partitions.All[pair.Second % smaller.Partitions.Count]);
        var corners = Enumerable.Range(0, partition.Length).Where(row => row + 1 == partition.Length || partition[row + 1] < partition[row]);
        var without = corners.Select(corner => partition.Select((part, row) => row == corner ? part - 1 : part).Where(part => part > 0).ToArray());
        var sum = without.Sum(parts => smaller.Value(smaller.Partitions.PlaceOf(parts), smaller.Partitions.PlaceOf(type)));
        return (sum == larger.Value(larger.Partitions.PlaceOf(partition), larger.Partitions.PlaceOf([.. type, 1]))).Classify(sum == 0, "zero");
    }

    [Property]
    public Property The_conjugate_partition_is_the_twist_by_the_sign(TwoPartitions pair)
    {
        var table = SymmetricTables.Of(pair.Size);
        var value = table.Value(pair.First, pair.Second);
        var sign = (pair.Size - table.Partitions.All[pair.Second].Length) % 2 == 0 ? 1 : -1;
        return (table.Value(table.Partitions.Conjugate(pair.First), pair.Second) == sign * value).Classify(value == 0, "zero").Classify(sign < 0, "odd class");
    }

    [Property(MaxTest = 40)]
    public Property A_wrong_entry_is_refused(TwoPartitions pair, int difference, PositiveInt above)
    {
        var size = 1 + (pair.Size % 10);
        var tables = MurnaghanNakayama.Of(Math.Min(10, size + (above.Get % 3)), null, CancellationToken.None);
        PowerSumCheck.Verify(tables, null, CancellationToken.None);
        var table = tables.Table(size);
        var (partition, type) = (pair.First % table.Partitions.Count, pair.Second % table.Partitions.Count);
        var wrong = difference % 3 == 0 ? -2 * table.Value(partition, type) : difference % 3;
        wrong = wrong == 0 ? 1 : wrong;
        SymmetricTables.Corrupt(table, partition, type, wrong);
        Assert.Throws<CertificateException>(() => PowerSumCheck.Verify(tables, null, CancellationToken.None));
        var isSeenByAllPairs = tables.Degree == size && table.Partitions.Degree(partition) > 1;
        if (isSeenByAllPairs)
        {
            // There the two characters of degree 1 do not come from this table.
            Assert.Throws<CertificateException>(() => SymmetricTables.VerifyByAllPairs(size, table));
        }

        return true.Classify(isSeenByAllPairs, "refused by all pairs of rows too").Classify(difference % 3 == 0, "a sign");
    }
}
