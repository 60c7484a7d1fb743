using System.Numerics;

namespace Eqnn.Numbers;

public readonly partial struct Rational
{
    /// <summary>The fraction of least denominator, and of least size among those, in an interval that does not contain 0 inside: a step of the Stern–Brocot tree for each partial quotient.</summary>
    /// <param name="low">The lower end, included.</param>
    /// <param name="high">The upper end, included; not below <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">The ends are exchanged.</exception>
    public static Rational SimplestBetween(Rational low, Rational high)
    {
        if (low > high)
        {
            throw new ArgumentException($"{low} is above {high}", nameof(low));
        }

        if (low.Sign <= 0 && high.Sign >= 0)
        {
            return Zero;
        }

        if (high.Sign < 0)
        {
            return -SimplestBetween(-high, -low);
        }

        // Convergents h/k of the common beginning of both continued fractions, closed by the least whole number in reach.
        var (h0, h1, k0, k1) = (BigInteger.Zero, BigInteger.One, BigInteger.One, BigInteger.Zero);
        while (true)
        {
            var whole = low.Floor();
            var isEnd = low.IsInteger || (Rational)(whole + 1) <= high;
            var step = low.IsInteger ? whole : isEnd ? whole + 1 : whole;
            (h0, h1, k0, k1) = (h1, (step * h1) + h0, k1, (step * k1) + k0);
            if (isEnd)
            {
                return new(h1, k1);
            }

            (low, high) = ((high - whole).Inverse(), (low - whole).Inverse());
        }
    }

    /// <summary>The simplest fraction that rounds to a number of single precision: 1/100 for 0.01f, 1/6 for 0.16666667f.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or NaN.</exception>
    public static Rational SimplestNear(float value)
    {
        var exact = FromDouble(value);
        if (exact.IsZero || float.Abs(value) == float.MaxValue)
        {
            return exact;
        }

        var half = Of(1, 2);
        var (low, high) = ((exact + FromDouble(float.BitDecrement(value))) * half, (exact + FromDouble(float.BitIncrement(value))) * half);

        // Ties round to an even last bit: an end belongs to the interval only then, so stay inside by a little.
        var margin = (high - low) * Of(1, 1 << 20);
        return SimplestBetween(low + margin, high - margin);
    }
}
