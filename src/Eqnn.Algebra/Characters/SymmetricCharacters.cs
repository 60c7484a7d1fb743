using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>The irreducible characters of S_n (n ≥ 3) and A_n (n ≥ 5) on their n points, from partitions.</summary>
/// <remarks>
/// <para>S_n: <see cref="MurnaghanNakayama"/>, proved by <see cref="PowerSumCheck"/>. A_n: χ^λ and χ^λ' have the same restriction, irreducible if λ ≠ λ'. For λ = λ' with diagonal hook lengths h_1 &gt; h_2 &gt; ... &gt; h_d the restriction is
/// the sum of two characters with values χ^λ/2, except at the two classes of cycle type (h_1, ..., h_d), where they are (ε ± √(ε h_1⋯h_d))/2 with ε = χ^λ(h) = (-1)^((n-d)/2) [JamesKerber, 2.5.13]; proved by <see cref="CliffordCheck"/>.</para>
/// </remarks>
internal sealed class SymmetricCharacters
{
    /// <summary>Beyond this the number of partitions is only said to be at least p(400), which is out of reach.</summary>
    private const int LargestCounted = 400;

    /// <summary>Rows as they were found.</summary>
    public SymmetricCharacters(PartitionTable table, int[] typeOfClass, PartitionValues values, IReadOnlyList<CharacterRow> rows)
    {
        Table = table;
        TypeOfClass = typeOfClass;
        Values = values;
        Rows = rows;
    }

    /// <summary>The table of S_n.</summary>
    public PartitionTable Table { get; }

    /// <summary>For each class the place of its cycle type.</summary>
    public int[] TypeOfClass { get; }

    /// <summary>What the numbers of the rows stand for.</summary>
    public PartitionValues Values { get; }

    /// <summary>The characters: <see cref="IntegerRow"/> and, the two halves one after the other, <see cref="SplitRow"/>.</summary>
    public IReadOnlyList<CharacterRow> Rows { get; }

    /// <summary>Whether the formulas here apply.</summary>
    public static bool Apply(FiniteGroup group) => (group.Kind == GroupKind.Symmetric && group.Degree >= 3) || (group.Kind == GroupKind.Alternating && group.Degree >= 5);

    /// <summary>The characters, in no particular order.</summary>
    /// <exception cref="LimitExceededException">There are more classes than <see cref="GroupLimits.MaxTabulatedClasses"/>, or values of more than 63 bits.</exception>
    /// <exception cref="CertificateException">The proof failed.</exception>
    public static SymmetricCharacters Of(FiniteGroup group, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        RequireSize(group);
        var table = Proved(group.Degree, progress, cancellationToken);
        var types = table.Partitions;
        var classes = (CycleTypeClasses)group.Partition;
        int[] typeOfClass = [.. Enumerable.Range(0, classes.Count).Select(c => types.PlaceOf(classes.CycleType(c).AsEnumerable().Reverse().ToArray()))];
        List<IntegerRow> wholes = [.. Enumerable.Range(0, types.Count).Select(place => new IntegerRow(table, place, typeOfClass))];
        var values = new PartitionValues(wholes.Max(row => row.Degree));
        var rows = new List<CharacterRow>();
        foreach (var row in wholes)
        {
            var conjugate = types.Conjugate(row.Place);
            if (group.Kind == GroupKind.Symmetric || conjugate < row.Place)
            {
                rows.Add(row);
            }
            else if (row.Place == conjugate)
            {
                var split = types.PlaceOf(DiagonalHooks(row.Partition));
                var half = Half(row, Array.IndexOf(typeOfClass, split), Array.LastIndexOf(typeOfClass, split), values);
                rows.AddRange([half, half.Other]);
            }
        }

        var characters = new SymmetricCharacters(table, typeOfClass, values, rows);
        if (group.Kind == GroupKind.Alternating)
        {
            CliffordCheck.Verify(group, characters, cancellationToken);
        }

        return characters;
    }

    /// <summary>Refuses groups whose table would be too large, before any work.</summary>
    /// <exception cref="LimitExceededException">There are more classes than <see cref="GroupLimits.MaxTabulatedClasses"/>.</exception>
    public static void RequireSize(FiniteGroup group)
    {
        var n = group.Degree;
        if (Apply(group))
        {
            group.Limits.RequireTabulated(n, PartitionList.CountFor(Math.Min(n, LargestCounted)), MurnaghanNakayama.IsWide(n) ? null : MurnaghanNakayama.EstimatedBytes(n));
        }
    }

    /// <summary>The table of S_n; the smaller ones are forgotten once it is proved.</summary>
    private static PartitionTable Proved(int n, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var tables = MurnaghanNakayama.Of(n, progress, cancellationToken);
        PowerSumCheck.Verify(tables, progress, cancellationToken);
        return tables.Table(n);
    }

    /// <summary>The lengths of the hooks of the diagonal cells.</summary>
    public static int[] DiagonalHooks(int[] selfConjugate) => [.. selfConjugate.Index().TakeWhile(row => row.Item > row.Index).Select(row => (2 * (row.Item - row.Index)) - 1)];

    /// <summary>A square root of the integer d ≡ 1 mod 4: √|f| or i√|f| with f squarefree is the Gauss sum Σ (j/|f|) ζ^j, j modulo |f|.</summary>
    public static Cyclotomic Root(BigInteger d)
    {
        var (square, free) = (BigInteger.One, 1);
        foreach (var (prime, exponent) in NumberTheory.Factor((long)BigInteger.Abs(d)))
        {
            free *= exponent % 2 == 1 ? (int)prime : 1;
            square *= BigInteger.Pow(prime, exponent / 2);
        }

        return (Cyclotomic)square * (free == 1 ? Cyclotomic.One : Cyclotomic.FromPowers(free, [.. Enumerable.Range(0, free).Select(j => (long)NumberTheory.Kronecker(j, free))]));
    }

    private static SplitRow Half(IntegerRow whole, int first, int second, PartitionValues values)
    {
        var hooks = DiagonalHooks(whole.Partition);
        var sign = ((hooks.Sum() - hooks.Length) / 2) % 2 == 0 ? 1 : -1;
        var root = Root(sign * hooks.Aggregate(BigInteger.One, (product, hook) => product * hook));
        return new SplitRow(whole, first, second, values.IdOf((sign + root) / 2), values.IdOf((sign - root) / 2), 1);
    }
}
