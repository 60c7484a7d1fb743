using System.Runtime.InteropServices;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters.Proofs;

/// <summary>Proves that the columns of <see cref="MurnaghanNakayama"/> are orthogonal, X(μ)·X(ν) = δ z_μ, from the adjoint of multiplication by power sums.</summary>
/// <remarks>
/// <para><b>Checked</b>, exactly, for every size s from 1 to n, M_m being the signed matrix of the <see cref="RimHooks"/> of length m that end at size s: (a) on the stored entries, for every m ≤ s and every cycle type ν of s,
/// M_mᵀ X(ν) = m c_m(ν) X(ν ∖ m), c_m(ν) being the number of parts m, so zero if there are none; (b) Σ_m M_m M_mᵀ = s; and X(∅) = 1.</para>
/// <para><b>Argument.</b> By (b), then (a), s X(μ)·X(ν) = Σ_m (M_mᵀ X(μ))·(M_mᵀ X(ν)) = Σ_m m c_m(μ) m c_m(ν) X(μ ∖ m)·X(ν ∖ m). By induction on the size every summand is 0 if μ ≠ ν, and for μ = ν the sum is
/// Σ_m m c_m(μ) z_μ = s z_μ, as m c_m(μ) z_(μ ∖ m) = z_μ. The table is square, so XᵀX = diag(z) implies X diag(z)⁻¹ Xᵀ = 1: the rows are orthonormal. How the entries were found does not enter.</para>
/// <para>(a) is p_m^⊥ = m ∂/∂p_m and (b) is Euler's Σ p_m m ∂/∂p_m = degree, in the basis of Schur functions [Macdonald, I.5, Ex. 3]; docs/theory.md#symmetric.</para>
/// <para><b>Cost.</b> The partitions of s have p(s)·s hooks together, so (a) takes p(s)² s additions, many at a time; products of all pairs of rows would take p(s)³ multiplications.</para>
/// </remarks>
internal static class PowerSumCheck
{
    /// <summary>Checks all sizes.</summary>
    /// <exception cref="CertificateException">A relation fails.</exception>
    public static void Verify(MurnaghanNakayama tables, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        Require(tables.Table(0).Value(0, 0) == 1, "the character of the trivial group is 1", 0);
        for (var size = 1; size <= tables.Degree; size++)
        {
            progress?.Report(new WorkProgress("proof of orthogonality", size, tables.Degree));
            VerifyDegreeOperator(tables, size, cancellationToken);
            var table = tables.Table(size);
            var room = new AdjointRoom(table.Partitions.Count);
            for (var block = 0; block < table.Blocks.Count; block++)
            {
                for (var m = 1; m <= size; m++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var expected = Derivatives(table, tables.Table(size - m), block, m);
                    Require(table.Blocks[block].HasAdjoint(tables.Hooks(size, m), tables.Table(size - m).Partitions.Count, expected, room),
                        FormattableString.Invariant($"removing rim hooks of length {m} is {m} times the derivative by p_{m}"), size);
                }
            }

            var degrees = new long[table.Partitions.Count];
            table.ReadColumn(table.Partitions.PlaceOf(Enumerable.Repeat(1, size).ToArray()), degrees);
            Require(Array.TrueForAll(degrees, degree => degree > 0), "degrees are positive", size);
        }
    }

    /// <summary>For the columns ν of a block with parts m: the factor m c_m(ν) and the column ν ∖ m.</summary>
    private static List<(int Column, int Factor, ColumnBlock Block, int Place)> Derivatives(PartitionTable table, PartitionTable smaller, int block, int m)
    {
        var derivatives = new List<(int, int, ColumnBlock, int)>();
        var types = table.TypesOf(block);
        for (var column = 0; column < types.Length; column++)
        {
            var parts = table.Partitions.All[types[column]];
            var first = Array.IndexOf(parts, m);
            if (first >= 0)
            {
                var (source, place) = smaller.Find(smaller.Partitions.PlaceOf([.. parts[..first], .. parts[(first + 1)..]]));
                derivatives.Add((column, m * parts.Count(part => part == m), source, place));
            }
        }

        return derivatives;
    }

    /// <summary>Σ_m M_m M_mᵀ = s, row by row of the symmetric matrix.</summary>
    private static void VerifyDegreeOperator(MurnaghanNakayama tables, int size, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<(int, int), int>();
        void Add(int row, int column, int sign) => CollectionsMarshal.GetValueRefOrAddDefault(entries, (row, column), out _) += sign;

        for (var m = 1; m <= size; m++)
        {
            var hooks = tables.Hooks(size, m);
            for (var below = 0; below < tables.Table(size - m).Partitions.Count; below++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var row in hooks.Signed(below))
                {
                    foreach (var column in hooks.Signed(below))
                    {
                        Add(row.Place, column.Place, row.Sign * column.Sign);
                    }
                }
            }
        }

        Require(entries.All(entry => entry.Value == (entry.Key.Item1 == entry.Key.Item2 ? size : 0)) && Enumerable.Range(0, tables.Table(size).Partitions.Count).All(place => entries.ContainsKey((place, place))),
            "removing and adding a rim hook, over all lengths, is multiplication by the size", size);
    }

    private static void Require(bool holds, string check, int size)
    {
        if (!holds)
        {
            throw new CertificateException(check, FormattableString.Invariant($"the table of S{size} by rim hooks"));
        }
    }
}
