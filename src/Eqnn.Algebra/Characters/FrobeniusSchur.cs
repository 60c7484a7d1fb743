using System.Numerics;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters;

/// <summary>The Frobenius–Schur indicators |G|⁻¹ Σ_g χ(g²) of characters of degree above 1.</summary>
/// <remarks>They are 1, 0 or -1 [Isaacs, Thm 4.5], so it is enough to know them modulo an odd prime that does not divide |G|.</remarks>
internal static class FrobeniusSchur
{
    /// <summary>The indicator of each row, from its values modulo the prime of the computation.</summary>
    /// <param name="algebra">Class sizes and power maps.</param>
    /// <param name="rows">The rows, with their values modulo the prime: those that the proof of the table has compared with the exact ones.</param>
    /// <param name="field">The field: its characteristic is 1 modulo the exponent, so it does not divide the order.</param>
    /// <param name="cancellationToken">Looked at for every row.</param>
    /// <exception cref="CertificateException">One is not 1, 0 or -1.</exception>
    public static Dictionary<CharacterRow, int> Of(IClassAlgebra algebra, IReadOnlyList<StoredRow> rows, PrimeField field, CancellationToken cancellationToken)
    {
        var squares = algebra.Powers.Map(2);
        var inverseOrder = field.Inverse(field.FromInteger(algebra.Order));
        var weights = algebra.Sizes.Select(size => field.Multiply(field.FromInteger(size), inverseOrder)).ToArray();
        var indicators = new Dictionary<CharacterRow, int>(rows.Count);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (sum, values) = (0UL, row.Modular!);
            for (var c = 0; c < weights.Length; c++)
            {
                sum = field.Add(sum, field.Multiply(weights[c], values[squares[c]]));
            }

            indicators.Add(row, Indicator(field, sum, algebra.Order));
        }

        return indicators;
    }

    /// <summary>The indicators of S_n or A_n: sums of integers, as the two values of a half at split classes, whose sum is that of the whole, occur equally often among the χ(g²).</summary>
    /// <exception cref="CertificateException">One is not 1, 0 or -1, or the classes of a cycle type are not reached equally often.</exception>
    public static Dictionary<CharacterRow, int> Of(FiniteGroup group, SymmetricCharacters characters, ClassPowers powers, CancellationToken cancellationToken)
    {
        // A prime above n does not divide the order.
        var field = PrimeField.SplittingExponent(1, 1L << 30);
        ulong Modulo(BigInteger a) => field.FromInteger((long)(a % field.P));

        // How many g have their square in each class.
        var roots = new BigInteger[powers.ClassCount];
        for (var c = 0; c < roots.Length; c++)
        {
            roots[powers.Power(c, 2)] += group.ConjugacyClasses[c].Size;
        }

        var inverseOrder = field.Inverse(Modulo(group.Order));
        var sums = new ulong[characters.Table.Partitions.Count];
        var column = new long[sums.Length];
        for (var c = 0; c < roots.Length; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!roots[c].IsZero)
            {
                var weight = field.Multiply(Modulo(roots[c]), inverseOrder);
                characters.Table.ReadColumn(characters.TypeOfClass[c], column);
                for (var place = 0; place < sums.Length; place++)
                {
                    sums[place] = field.Add(sums[place], field.Multiply(weight, field.FromInteger(column[place])));
                }
            }
        }

        var half = field.Inverse(2);
        var indicators = new Dictionary<CharacterRow, int>(characters.Rows.Count);
        foreach (var row in characters.Rows)
        {
            if (row is SplitRow { Classes: var (first, second) } && roots[first] != roots[second])
            {
                throw new CertificateException("the two classes of a cycle type have equally many square roots", group.Name);
            }

            indicators.Add(row, Indicator(field, row is SplitRow split ? field.Multiply(half, sums[split.Whole.Place]) : sums[((IntegerRow)row).Place], group.Order));
        }

        return indicators;
    }

    private static int Indicator(PrimeField field, ulong sum, BigInteger order)
    {
        var indicator = field.ToSignedInteger(sum);
        return indicator is >= -1 and <= 1 ? (int)indicator
            : throw new CertificateException("a Frobenius-Schur indicator is 1, 0 or -1", FormattableString.Invariant($"{indicator} modulo {field.P}, group order {order}"));
    }
}
