using System.Numerics;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Classes;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>Makes the <see cref="SymmetricCharacters"/> of a group, and proves them: S_n by <see cref="PowerSumCheck"/>, A_n by <see cref="CliffordCheck"/> besides.</summary>
internal static class SymmetricCharacterSearch
{
    /// <summary>The characters, in no particular order.</summary>
    /// <exception cref="LimitExceededException">There are more classes than <see cref="GroupLimits.MaxTabulatedClasses"/>, or values of more than 63 bits.</exception>
    /// <exception cref="CertificateException">The proof failed.</exception>
    public static SymmetricCharacters Of(FiniteGroup group, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        SymmetricCharacters.RequireSize(group);
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
                var split = types.PlaceOf(SymmetricCharacters.DiagonalHooks(row.Partition));
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

    /// <summary>The table of S_n; the smaller ones are forgotten once it is proved.</summary>
    private static PartitionTable Proved(int n, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var tables = MurnaghanNakayama.Of(n, progress, cancellationToken);
        PowerSumCheck.Verify(tables, progress, cancellationToken);
        return tables.Table(n);
    }

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
        var hooks = SymmetricCharacters.DiagonalHooks(whole.Partition);
        var sign = ((hooks.Sum() - hooks.Length) / 2) % 2 == 0 ? 1 : -1;
        var root = Root(sign * hooks.Aggregate(BigInteger.One, (product, hook) => product * hook));
        return new SplitRow(whole, first, second, values.IdOf((sign + root) / 2), values.IdOf((sign - root) / 2), 1);
    }
}
