using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Harmonics;

/// <summary>Exact coefficients of f(sin x) for piecewise linear f.</summary>
/// <remarks>
/// On [−1, 1], f is an affine function plus <c>Σ jump · max(t − b, 0)</c>. With <c>b = sin θ</c>, <c>c = √(1 − b²)</c> the coefficients of <c>max(sin x − b, 0)</c> are, by integration by parts,
/// <c>c_0 = (c − b(π/2 − θ))/π</c>, <c>c_1 = ((π/2 − θ) − b c)/π</c>, and for k ≥ 2
/// <c>c_k = −(1/(πk)) [w((k+1)θ)/(k+1) + w((k−1)θ)/(k−1)]</c>, w = cos for even k and sin for odd k: always a rational multiple of c/π.
/// </remarks>
internal static class PiecewiseLinearHarmonics
{
    public static IReadOnlyList<HarmonicNumber> Of(PiecewiseLinearFunction f, int frequency)
    {
        var coefficients = Enumerable.Repeat(HarmonicNumber.Zero, frequency + 1).ToArray();
        var slope = f.Slopes[f.Kinks.Count(kink => kink <= -1)];
        Add(0, HarmonicNumber.FromRational(f.Evaluate(-Rational.One) + slope));
        Add(1, HarmonicNumber.FromRational(slope));
        for (var i = 0; i < f.Kinks.Count; i++)
        {
            var b = f.Kinks[i];
            if (Rational.Abs(b) < Rational.One)
            {
                AddRamp(b, f.Slopes[i + 1] - f.Slopes[i]);
            }
        }

        return coefficients;

        void Add(int k, HarmonicNumber value)
        {
            if (k <= frequency)
            {
                coefficients[k] += value;
            }
        }

        void AddRamp(Rational b, Rational jump)
        {
            var square = 1 - (b * b);
            var quarterMinusTheta = HarmonicNumber.FromRational(Rational.Of(1, 2)) + HarmonicNumber.ArcsineOverPi(b, -1);
            Add(0, jump * (HarmonicNumber.RootOverPi(square, 1) + (-b * quarterMinusTheta)));
            Add(1, jump * (quarterMinusTheta + HarmonicNumber.RootOverPi(square, -b)));

            // cos mθ = c · u_m for odd m and sin mθ = c · u_m for even m, u_m polynomials in b: both obey w_{m+2} = 2 cos 2θ · w_m − w_{m−2}.
            var twoCosine = 2 * (1 - (2 * b * b));
            var waves = new Rational[frequency + 2];
            for (var m = 0; m < waves.Length; m++)
            {
                waves[m] = m switch
                {
                    0 => Rational.Zero,
                    1 => Rational.One,
                    2 => 2 * b,
                    3 => twoCosine - 1,
                    _ => (twoCosine * waves[m - 2]) - waves[m - 4],
                };
            }

            for (var k = 2; k <= frequency; k++)
            {
                var sum = (waves[k + 1] / (k + 1)) + (waves[k - 1] / (k - 1));
                Add(k, HarmonicNumber.RootOverPi(square, -jump * sum / k));
            }
        }
    }
}
