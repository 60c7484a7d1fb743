using System.Numerics;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters.Proofs;

/// <summary>Proves that the characters of A_n made from those of S_n are orthonormal, the latter being proved so.</summary>
/// <remarks>
/// <para><b>Checked</b>, exactly: (a) χ^λ' = sign · χ^λ, entry by entry; (b) for λ = λ' with diagonal hooks h the class of type h splits into two of size n!/(2P), P = ∏ h_i, on which χ^λ is ε = ±1, and the other values at even classes are even;
/// (c) the two values v, w there satisfy v + w = ε and |v - w|² = P; the Galois group permutes them as the powers of elements permute the two classes; (d) no h occurs twice, and there are as many rows as classes.</para>
/// <para><b>Argument.</b> For restrictions, ⟨χ^λ, χ^κ⟩ over A_n is ⟨χ^λ, χ^κ⟩ + ⟨χ^λ, sign χ^κ⟩ over S_n, so by (a) it is δ_λκ + δ_λ'κ: those with λ ≠ λ', one of each pair, are orthonormal, orthogonal to those with λ = λ', and these have norm 2. The halves are (χ^λ ± Δ_λ)/2, where
/// Δ_λ is ±(v - w) at the two classes and 0 elsewhere. It is orthogonal to every class function that is equal at them, so to all restrictions and to the other Δ, and its norm is (2/n!)(n!/(2P))·2·P = 2. So the halves have
/// norm (2 + 2)/4 = 1 and are orthogonal to each other, (2 - 2)/4 = 0, and to the rest [JamesKerber, §2.5]; docs/theory.md#symmetric.</para>
/// </remarks>
internal static class CliffordCheck
{
    /// <summary>Checks the rows of A_n.</summary>
    /// <exception cref="CertificateException">A relation fails.</exception>
    public static void Verify(FiniteGroup group, SymmetricCharacters characters, CancellationToken cancellationToken)
    {
        VerifySignTwist(characters.Table, cancellationToken);
        var halves = characters.Rows.OfType<SplitRow>().ToList();
        Require(characters.Rows.Count == group.Partition.Count, "as many characters as classes", group);
        Require(halves.Select(half => half.Classes.First).Distinct().Count() * 2 == halves.Count, "different self-conjugate partitions have different diagonal hooks", group);
        foreach (var half in halves)
        {
            cancellationToken.ThrowIfCancellationRequested();
            VerifyHalf(group, half, characters.Values);
        }
    }

    private static void VerifySignTwist(PartitionTable table, CancellationToken cancellationToken)
    {
        var types = table.Partitions;
        int[] conjugates = [.. Enumerable.Range(0, types.Count).Select(types.Conjugate)];
        var column = new long[types.Count];
        for (var type = 0; type < types.Count; type++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            table.ReadColumn(type, column);
            var sign = (types.Size - types.All[type].Length) % 2 == 0 ? 1 : -1;
            for (var place = 0; place < column.Length; place++)
            {
                if (column[conjugates[place]] != sign * column[place])
                {
                    throw new CertificateException("the character of the conjugate partition is the sign times the character", FormattableString.Invariant($"the table of S{types.Size}"));
                }
            }
        }
    }

    private static void VerifyHalf(FiniteGroup group, SplitRow half, PartitionValues values)
    {
        var (first, second) = half.Classes;
        var partition = group.Partition;
        var product = SymmetricCharacters.DiagonalHooks(half.Whole.Partition).Aggregate(BigInteger.One, (a, h) => a * h);
        Require(partition.Size(first) * product == group.Order && partition.Size(second) * product == group.Order, "a split class has n!/(2P) elements", group);
        var sign = half.Whole.Integer(first);
        Require(sign is 1 or -1 && half.Whole.Integer(second) == sign, "the value at a split class is 1 or -1", group);
        for (var c = 0; c < partition.Count; c++)
        {
            Require(c == first || c == second || half.Whole.Integer(c) % 2 == 0, "values of a self-conjugate partition are even", group);
        }

        Cyclotomic At(int c) => values.Value(half.Id(c));
        var (v, w) = (At(first), At(second));
        var difference = v - w;
        Require(v + w == sign && difference * difference.Conjugate() == (Cyclotomic)product, "the irrational values are (ε ± √(εP))/2", group);
        Require(partition.ElementOrder(first) % v.Conductor == 0 && partition.ElementOrder(first) % w.Conductor == 0, "the irrational values lie in the field of the eigenvalues", group);
        foreach (var t in ClassPowers.UnitGenerators(partition.ElementOrder(first)))
        {
            Require(v.GaloisConjugate(t) == At(partition.PowerPosition(first, t)) && w.GaloisConjugate(t) == At(partition.PowerPosition(second, t)), "Galois conjugate values at powers", group);
        }
    }

    private static void Require(bool holds, string check, FiniteGroup group)
    {
        if (!holds)
        {
            throw new CertificateException(check, "the character table of " + group.Name);
        }
    }
}
