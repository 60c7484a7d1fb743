using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>Signs, roundings and comparisons of real irrational cyclotomic numbers, by enclosures of growing precision.</summary>
/// <remarks>
/// The number is (1/d) Σ c_i cos(2π e_i/n). An irrational number is neither 0 nor a rounding boundary, so every loop ends. Doubles decide signs where their proven error allows;
/// all else rests on integers. The caller guarantees that the number is real.
/// </remarks>
internal static class RealEnclosure
{
    private const int FirstBits = 128;

    /// <summary>The sign, 1 or -1.</summary>
    public static int Sign(CyclotomicBody body)
    {
        if (TryApproximate(body, out var value, out var error) && Math.Abs(value) > error)
        {
            return Math.Sign(value);
        }

        for (var bits = FirstBits; ; bits *= 2)
        {
            var (centre, radius) = Enclose(body, bits);
            if (BigInteger.Abs(centre) > radius)
            {
                return centre.Sign;
            }
        }
    }

    /// <summary>The order of two different real irrational numbers, whatever their conductors: their difference need not be formed.</summary>
    public static int Compare(CyclotomicBody left, CyclotomicBody right)
    {
        if (TryCompareDoubles(left, right) is { } known)
        {
            return known;
        }

        // They differ, so that some precision tells them apart.
        for (var bits = FirstBits; ; bits *= 2)
        {
            var (a, b) = (Enclose(left, bits), Enclose(right, bits));
            var difference = (a.Centre * right.Denominator) - (b.Centre * left.Denominator);
            if (BigInteger.Abs(difference) > (a.Radius * right.Denominator) + (b.Radius * left.Denominator))
            {
                return difference.Sign;
            }
        }
    }

    /// <summary>The order where doubles with a proven error decide it.</summary>
    private static int? TryCompareDoubles(CyclotomicBody left, CyclotomicBody right)
    {
        if (!TryApproximate(left, out var a, out var errorA) || !TryApproximate(right, out var b, out var errorB))
        {
            return null;
        }

        // Relative errors of at most 2^-52 from each denominator, quotient and the difference.
        var (d, e) = ((double)left.Denominator, (double)right.Denominator);
        var difference = (a / d) - (b / e);
        var error = (errorA / d) + (errorB / e) + ((Math.Abs(a / d) + Math.Abs(b / e)) / (1L << 49));
        return Math.Abs(difference) > 1.001 * error ? Math.Sign(difference) : null;
    }

    /// <summary>The double nearest to the number.</summary>
    public static double NearestDouble(CyclotomicBody body)
    {
        for (var bits = FirstBits; ; bits *= 2)
        {
            var (centre, radius) = Enclose(body, bits);
            var size = BigInteger.Abs(centre);
            if (size <= radius)
            {
                continue;
            }

            var scale = body.Denominator << bits;
            var low = BinaryRounding.NearestDouble(size - radius, scale);
            if (low == BinaryRounding.NearestDouble(size + radius, scale))
            {
                return double.IsFinite(low) ? centre.Sign * low : throw new OverflowException("the number lies beyond the range of double");
            }
        }
    }

    /// <summary>The integer nearest to <c>factor</c> times the number.</summary>
    public static BigInteger NearestInteger(CyclotomicBody body, BigInteger factor)
    {
        for (var bits = (int)factor.GetBitLength() + FirstBits; ; bits *= 2)
        {
            var (centre, radius) = Enclose(body, bits);
            var scale = body.Denominator << bits;
            var low = new Rational((centre - radius) * factor, scale).Round();
            if (low == new Rational((centre + radius) * factor, scale).Round())
            {
                return low;
            }
        }
    }

    /// <summary>d · number · 2^bits lies within the radius of the centre.</summary>
    public static (BigInteger Centre, BigInteger Radius) Enclose(CyclotomicBody body, int bits)
    {
        var cosine = Cosine.FixedPoint(body.Conductor, bits);
        BigInteger centre = BigInteger.Zero, radius = BigInteger.Zero;
        for (var i = 0; i < body.Count; i++)
        {
            var c = body.Numerator(i);
            centre += c * cosine(body.Exponents[i]);
            radius += BigInteger.Abs(c);
        }

        return (centre, radius);
    }

    /// <summary>A double within <paramref name="error"/> of d times the number; not for large coefficients or conductors.</summary>
    /// <remarks>
    /// Per term: rounding c to double, the cosine, the product: relative error below 3.1 u (u = 2^-53) of |c|; adding t terms: t u of Σ|c|, to first order.
    /// The bound (2t + 8) u Σ|c| covers the higher orders and its own rounding for t up to a million.
    /// </remarks>
    public static bool TryApproximate(CyclotomicBody body, out double value, out double error)
    {
        const double UnitRoundoff = 1.0 / (1L << 53);
        (value, error) = (0, 0);
        if (body.Small is not { } coefficients || Cosine.DoubleTable(body.Conductor) is not { } cosines)
        {
            return false;
        }

        double size = 0;
        for (var i = 0; i < coefficients.Length; i++)
        {
            double c = coefficients[i];
            value += c * cosines[body.Exponents[i]];
            size += Math.Abs(c);
        }

        error = ((2 * coefficients.Length) + 8) * UnitRoundoff * size;
        return true;
    }
}
