using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>Hermite coefficients of the named smooth activations by the trapezoidal rule, whose error for analytic functions falls exponentially with the step, with a proved bound.</summary>
/// <remarks>
/// <para><b>On the line</b> (<see cref="GaussianRoute.Strip"/>). The function is analytic for |Im w| ≤ 1/2 and bounded there by 3 (1 + |w|). With w = σ z, d ≤ 1/(2σ), F = f(σ·) h_k φ: <c>|h_k(z)| ≤ 1.05 (2πk)^(1/4) exp(√k |z|)</c>
/// (Cauchy on the generating function), so <c>∫ |F(x ± id)| dx ≤ M = 9.5 (2πk)^(1/4) exp(√k d + d²/2 + (√k + σ)²/2)</c>, and the rule with step h is off by at most <c>2M/(exp(2πd/h) − 1)</c>.
/// What is cut off beyond R is bounded by Cramér's <c>|h_k| ≤ 1.09 exp(x²/4)</c>.</para>
/// <para><b>Softsign</b> has a kink of its second derivative at 0; it is odd, and with x = exp(u) the half line becomes a line: analytic for |Im u| ≤ π/6, where the integrand is at most <c>0.44 (2πk)^(1/4) r exp(√k r − r²/4)</c>, r = |x|.</para>
/// <para><b>Source.</b> docs/theory.md#energies.</para>
/// </remarks>
internal static class GaussianQuadrature
{
    private const long MaxEvaluations = 3_000_000;

    /// <summary>a_0, ..., a_(count−1), E f(σa)² and E f(σa) f(−σa).</summary>
    /// <exception cref="ArgumentException">No bound for this activation is written down.</exception>
    /// <exception cref="LimitExceededException">Nodes times terms exceed the limit.</exception>
    public static (RealInterval[] Coefficients, RealInterval Norm, RealInterval Crossed) Expand(Activation f, RealInterval sigma, int count, HermiteValues hermite, CancellationToken cancellationToken)
    {
        var bits = sigma.Bits;
        var (scale, goal) = (sigma.High.ToDouble(), (bits * Math.Log(2)) + 8);
        var reach = (2 * scale) + (2 * Math.Sqrt((scale * scale) + goal + 10));
        var root = Math.Sqrt(count);
        var growth = (0.25 * Math.Log((2 * Math.PI * count) + 1)) + 4;
        var halves = f.Gaussian is GaussianRoute.HalfLines;
        if (!halves && f.Gaussian is not GaussianRoute.Strip)
        {
            throw new ArgumentException($"no bound on the Hermite coefficients of {f.Name} is known here", nameof(f));
        }

        var strip = halves ? Math.PI / 6 : Math.Min(0.499 / scale, 8);
        var exponent = halves ? goal + growth + count : goal + growth + (root * strip) + (strip * strip / 2) + ((root + scale) * (root + scale) / 2) + (2 * scale * scale);
        var step = Rational.FromDouble(Math.Floor(2 * Math.PI * strip / exponent * 1_048_576) / 1_048_576);
        var (first, last) = halves ? (-(int)((goal + 4) / step.ToDouble()) - 1, (int)(Math.Log(reach) / step.ToDouble()) + 1) : (-(int)(reach / step.ToDouble()) - 1, (int)(reach / step.ToDouble()) + 1);
        var nodes = (long)last - first + 1;
        if (step.IsZero || nodes * count > MaxEvaluations)
        {
            throw new LimitExceededException("values of Hermite polynomials in a quadrature", MaxEvaluations, FormattableString.Invariant($"{nodes * (decimal)count} for {f.Name}"), "not to be raised; ask for fewer digits or take a smaller G-set");
        }

        // The recurrence of Hermite values widens intervals by at most exp(√k x).
        var wide = bits + 48 + (int)(1.45 * root * reach);
        var (fine, table) = (sigma.WithBits(wide), new HermiteValues(count + 1, wide));
        var zero = RealInterval.Of(Rational.Zero, wide);
        var coefficients = Enumerable.Repeat(zero, Math.Max(count, 2)).ToArray();
        var (norm, crossed) = (zero, zero);
        for (var j = first; j <= last; j++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var u = RealInterval.Of(step * j, wide);
            var x = halves ? u.Exp() : u;
            var weight = (halves ? 2 * x : RealInterval.Of(Rational.One, wide)) * (step * HermiteValues.Density(x));
            var value = f.EnclosureAt(fine * x);
            norm += weight * value.Squared();
            crossed += weight * value * f.EnclosureAt(-(fine * x));

            // The values of f are as wide as σ, and the recurrence would widen them: it runs on the weight alone.
            var (before, here) = (zero, weight);
            for (var k = 0; k < coefficients.Length; k++)
            {
                coefficients[k] += here * value;
                (before, here) = (here, ((x * here) - (table.Root(k) * before)) * table.InverseRoot(Math.Min(k + 1, count + 1)));
            }
        }

        var error = RealInterval.Of(new Rational(1, System.Numerics.BigInteger.One << bits), bits);
        var narrow = coefficients.Select((a, k) => Vanishes(f, k) ? RealInterval.Of(Rational.Zero, bits) : a.WithBits(bits).WidenedBy(error)).ToArray();
        return (narrow, norm.WithBits(bits).WidenedBy(error).Within(Rational.Zero, norm.High + 1), crossed.WithBits(bits).WidenedBy(error));
    }

    /// <summary>Beyond the degree of a polynomial part nothing of its parity is left.</summary>
    private static bool Vanishes(Activation f, int k)
    {
        var part = k % 2 == 0 ? f.Even : f.Odd;
        return part.IsPolynomial && part.Degrees.All(degree => degree < k);
    }
}
