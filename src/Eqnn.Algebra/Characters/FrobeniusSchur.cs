namespace Eqnn.Algebra.Characters;

/// <summary>The Frobenius–Schur indicators |G|⁻¹ Σ_g χ(g²) of characters of degree above 1.</summary>
/// <remarks>They are 1, 0 or -1 [Isaacs, Thm 4.5], so it is enough to know them modulo an odd prime that does not divide |G|.</remarks>
internal static class FrobeniusSchur
{
    /// <summary>The indicator of each row.</summary>
    /// <exception cref="CertificateException">One is not 1, 0 or -1.</exception>
    public static Dictionary<CharacterRow, int> Of(IClassAlgebra algebra, IReadOnlyList<StoredRow> rows, ValuePool pool)
    {
        var exponent = pool.OrdersAndBound().Orders;
        var field = PrimeField.SplittingExponent(exponent, 1L << 30);
        while (algebra.Order % (long)field.P == 0)
        {
            field = PrimeField.SplittingExponent(exponent, (long)field.P);
        }

        var images = pool.Images(field, exponent, field.RootOfUnity(exponent));
        var squares = algebra.Powers.Map(2);
        var inverseOrder = field.Inverse(field.FromInteger(algebra.Order));
        var weights = algebra.Sizes.Select(size => field.Multiply(field.FromInteger(size), inverseOrder)).ToArray();
        var indicators = new Dictionary<CharacterRow, int>(rows.Count);
        foreach (var row in rows)
        {
            var sum = 0UL;
            for (var c = 0; c < weights.Length; c++)
            {
                sum = field.Add(sum, field.Multiply(weights[c], images[row.Ids[squares[c]]]));
            }

            var indicator = field.ToSignedInteger(sum);
            indicators.Add(row, indicator is >= -1 and <= 1 ? (int)indicator
                : throw new CertificateException("a Frobenius-Schur indicator is 1, 0 or -1", FormattableString.Invariant($"{indicator} modulo {field.P}, group order {algebra.Order}")));
        }

        return indicators;
    }
}
