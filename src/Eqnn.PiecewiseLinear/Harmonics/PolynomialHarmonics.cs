using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Harmonics;

/// <summary>Exact coefficients of f(sin x) for polynomials: rational, by multiplying with sin x again and again.</summary>
internal static class PolynomialHarmonics
{
    public static IReadOnlyList<HarmonicNumber> Of(RationalPolynomial f, int frequency)
    {
        var total = new Rational[Math.Max(frequency, Math.Max(f.Degree, 0)) + 2];
        var power = new Rational[total.Length];
        power[0] = Rational.One;
        for (var degree = 0; degree <= f.Degree; degree++)
        {
            for (var k = 0; k < total.Length; k++)
            {
                total[k] += f.Coefficients[degree] * power[k];
            }

            power = TimesSine(power);
        }

        return [.. total.Take(frequency + 1).Select(HarmonicNumber.FromRational)];
    }

    /// <summary>sin x · cos kx = (sin (k+1)x − sin (k−1)x)/2 and sin x · sin kx = (cos (k−1)x − cos (k+1)x)/2.</summary>
    private static Rational[] TimesSine(Rational[] wave)
    {
        var next = new Rational[wave.Length];
        for (var k = 0; k < wave.Length - 1; k++)
        {
            if (wave[k].IsZero)
            {
                continue;
            }

            var half = wave[k] / 2;
            if (k == 0)
            {
                next[1] += wave[0];
            }
            else
            {
                next[k + 1] += k % 2 == 1 ? -half : half;
                next[k - 1] += k % 2 == 1 ? half : -half;
            }
        }

        return next;
    }
}
