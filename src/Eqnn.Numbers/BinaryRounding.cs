using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>Rounding of exact fractions to the nearest double, ties to even, also into the subnormal range.</summary>
internal static class BinaryRounding
{
    private const int Precision = 53;
    private const int LeastExponent = -1022;

    /// <summary>The double nearest to <c>numerator/denominator</c>; infinite beyond the range.</summary>
    /// <param name="numerator">Not negative.</param>
    /// <param name="denominator">Positive.</param>
    public static double NearestDouble(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
        {
            return 0;
        }

        // The quotient of numerator · 2^shift has 65 or 66 bits, more than enough; a remainder is remembered in a last bit.
        var shift = 65 - (int)(numerator.GetBitLength() - denominator.GetBitLength());
        var quotient = shift >= 0
            ? BigInteger.DivRem(numerator << shift, denominator, out var remainder)
            : BigInteger.DivRem(numerator, denominator << -shift, out remainder);
        quotient <<= 1;
        shift++;
        if (!remainder.IsZero)
        {
            quotient += BigInteger.One;
        }

        var length = (int)quotient.GetBitLength();
        var exponent = length - 1 - shift;
        var kept = exponent >= LeastExponent ? Precision : Precision + exponent - LeastExponent;
        if (kept < 0)
        {
            return 0;
        }

        var dropped = length - kept;
        var mantissa = quotient >> dropped;
        var rest = quotient - (mantissa << dropped);
        var half = BigInteger.One << (dropped - 1);
        if (rest > half || (rest == half && !mantissa.IsEven))
        {
            mantissa += BigInteger.One;
        }

        return Math.ScaleB((double)mantissa, dropped - shift);
    }
}
