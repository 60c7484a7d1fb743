using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Tables of symmetric groups that several tests read, and what they do to them.</summary>
internal static class SymmetricTables
{
    private static readonly Lazy<MurnaghanNakayama> UpTo24 = new(() => MurnaghanNakayama.Of(24, null, CancellationToken.None));

    private static readonly Lazy<MurnaghanNakayama> UpTo30 = new(() => MurnaghanNakayama.Of(30, null, CancellationToken.None));

    /// <summary>The table of S_n, n ≤ 30; as computed, not proved.</summary>
    public static PartitionTable Of(int n) => (n <= 24 ? UpTo24 : UpTo30).Value.Table(n);

    public static long[] Column(PartitionTable table, int type)
    {
        var column = new long[table.Partitions.Count];
        table.ReadColumn(type, column);
        return column;
    }

    /// <summary>Adds to one entry.</summary>
    public static void Corrupt(PartitionTable table, int partition, int type, long difference)
    {
        var column = Column(table, type);
        column[partition] += difference;
        var (block, place) = table.Find(type);
        block.Write(place, column);
    }

    /// <summary>Other functions in the place of the characters of the largest group, and other hooks that end at them; columns are indexed by partitions.</summary>
    public static void Change(MurnaghanNakayama tables, Func<long[], long[]> values, Func<long[], long[]> hooks)
    {
        var table = tables.Table(tables.Degree);
        for (var type = 0; type < table.Partitions.Count; type++)
        {
            var (block, place) = table.Find(type);
            block.Write(place, values(Column(table, type)));
        }

        tables.ReplaceHooks(old => new RimHooks(old.Length, [.. Enumerable.Range(0, old.Count).Select(below =>
        {
            var column = new long[table.Partitions.Count];
            foreach (var (place, sign) in old.Signed(below))
            {
                column[place] += sign;
            }

            // A coefficient is a hook as often as it says.
            return hooks(column).SelectMany((coefficient, place) => Enumerable.Repeat((place, Math.Sign(coefficient)), (int)Math.Abs(coefficient))).ToArray();
        })]));
    }

    public static BigInteger Factorial(int n) => Enumerable.Range(1, n).Aggregate(BigInteger.One, (a, b) => a * b);

    /// <summary>The check that every other table passes: products of all pairs of rows.</summary>
    public static void VerifyByAllPairs(int n, PartitionTable table)
    {
        var group = FiniteGroup.Parse("S" + n);
        var algebra = new GroupClassAlgebra(group, GroupClassAlgebra.PowersOf(group, CancellationToken.None));
        var quotient = AbelianQuotient.Of(group, CancellationToken.None);
        var pool = new ValuePool(quotient.ExponentOfQuotient);
        var linear = quotient.Characters.Select(exponents => new LinearRow(quotient, exponents)).ToList();
        var types = group.ConjugacyClasses.Select(c => table.Partitions.PlaceOf(CycleType(c.Representative))).ToArray();
        var stored = new List<StoredRow>();
        for (var place = 0; place < table.Partitions.Count; place++)
        {
            if (table.Partitions.Degree(place) > 1)
            {
                int[] ids = [.. types.Select(type => pool.Integer((int)table.Value(place, type)))];
                stored.Add(new StoredRow(table.Value(place, types[0]), ids, null));
            }
        }

        OrthogonalityCheck.Verify(algebra, linear, stored, pool, null, CancellationToken.None);
    }

    public static int[] CycleType(Permutation g)
    {
        var seen = new bool[g.Degree];
        var lengths = new List<int>();
        for (var x = 0; x < g.Degree; x++)
        {
            var length = 0;
            for (var y = x; !seen[y]; y = g[y])
            {
                seen[y] = true;
                length++;
            }

            if (length > 0)
            {
                lengths.Add(length);
            }
        }

        return [.. lengths.OrderDescending()];
    }
}
