using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The exact fallback for signs: 2cos(2πk/n) as integers over 2^p with a proven error, p doubled until zero is excluded.</summary>
internal static class FixedPointCosines
{
    /// <summary>The sign of the nonzero real number Σ value[k] c_k (c_0 = 1 here).</summary>
    /// <remarks>Ends because the number is not zero: a coefficient is not zero and the c_k are a basis.</remarks>
    public static int Sign<T>(int conductor, int degree, ReadOnlySpan<T> value)
        where T : IBinaryInteger<T>
    {
        for (var precision = 128; ; precision *= 2)
        {
            var sum = BigInteger.Zero;
            var error = BigInteger.Zero;
            for (var k = 0; k < degree; k++)
            {
                var coefficient = BigInteger.CreateChecked(value[k]);
                sum += coefficient * (k == 0 ? BigInteger.One << precision : TwiceCosine(k, conductor, precision));
                error += BigInteger.Abs(coefficient);
            }

            // TwiceCosine errs by at most one unit.
            if (BigInteger.Abs(sum) > error)
            {
                return sum.Sign;
            }
        }
    }

    /// <summary>2cos(2πk/n) · 2^p, off by at most 1.</summary>
    /// <remarks>Computed with 32 guard bits; the errors of π (under 2^5 units), of the angle and of at most 2p truncated Taylor terms stay below 2^32 guard units for p up to 2^24.</remarks>
    private static BigInteger TwiceCosine(int k, int n, int precision)
    {
        const int Guard = 32;
        var p = precision + Guard;
        var angle = 2 * Pi(p) * k / n;
        var square = (angle * angle) >> p;
        var term = BigInteger.One << p;
        var sum = term;
        for (var i = 1; !term.IsZero; i++)
        {
            term = -((term * square) >> p) / (2 * i * (2 * i - 1));
            sum += term;
        }

        return (2 * sum) >> Guard;
    }

    /// <summary>π · 2^p by Machin's formula 16 arctan(1/5) - 4 arctan(1/239).</summary>
    private static BigInteger Pi(int p) => ((16 * ArcTangentOfInverse(5, p + 16)) - (4 * ArcTangentOfInverse(239, p + 16))) >> 16;

    private static BigInteger ArcTangentOfInverse(int x, int p)
    {
        var power = (BigInteger.One << p) / x;
        var sum = power;
        for (var i = 1; !power.IsZero; i++)
        {
            power /= -x * x;
            sum += power / (2 * i + 1);
        }

        return sum;
    }
}
