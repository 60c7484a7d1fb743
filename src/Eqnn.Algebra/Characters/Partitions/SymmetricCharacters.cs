using System.Numerics;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters.Partitions;

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

    /// <summary>The lengths of the hooks of the diagonal cells.</summary>
    public static int[] DiagonalHooks(int[] selfConjugate) => [.. selfConjugate.Index().TakeWhile(row => row.Item > row.Index).Select(row => (2 * (row.Item - row.Index)) - 1)];
}
