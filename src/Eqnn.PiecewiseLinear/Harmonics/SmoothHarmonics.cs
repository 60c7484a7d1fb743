using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Harmonics;

/// <summary>Coefficients of f(sin x) for the named smooth activations, by Gauss–Legendre quadrature on [−π/2, 0] and [0, π/2], with an error bound.</summary>
/// <remarks>
/// On each half f(sin z) continues analytically to the ellipse with foci at the ends and semiaxis sum ρ = 2 (in units of half the interval): there |Im z| ≤ 0.59, so sin z lies in |Im| ≤ 0.63, Re between −0.23 and 1.18 up to sign, where all named
/// functions (for those with a kink at 0: the branch of that half) are analytic and bounded by M = <see cref="Activation.BoundNearSine"/>, 8 for most, and |cos kz|, |sin kz| ≤ exp(0.59 k). The n-point rule is then off by at most
/// (64/15) M exp(0.59 k) 4^{1−n} / (1 − 1/4) times half the length; n = 32 + k (and any larger n) makes this at most 1e-16 · M/8, and rounding stays below 1e-13 · M/8.
/// </remarks>
internal static class SmoothHarmonics
{
    private const double RoundingBound = 1e-13;

    /// <summary>The coefficients for k = 0, ..., frequency, all with the nodes that the last one needs.</summary>
    public static IReadOnlyList<Harmonic> Of(Activation f, int frequency, CancellationToken cancellationToken)
    {
        var (nodes, weights) = GaussLegendre(32 + frequency, cancellationToken);
        double[] xs = [.. new[] { -Math.PI / 4, Math.PI / 4 }.SelectMany(middle => nodes.Select(node => middle + (Math.PI / 4 * node)))];
        double[] values = [.. xs.Select((x, i) => weights[i % weights.Length] * f.ApproximateAt(Math.Sin(x)))];
        var bound = f.BoundNearSine!.Value;
        var terms = new Harmonic[frequency + 1];
        for (var k = 0; k <= frequency; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sum = 0.0;
            for (var i = 0; i < xs.Length; i++)
            {
                sum += values[i] * (k % 2 == 1 ? Math.Sin(k * xs[i]) : Math.Cos(k * xs[i]));
            }

            // f(sin x) is symmetric about π/2: the integral over the period is twice that over [−π/2, π/2]; each half-interval has length π/2. Rounding of k x grows with k.
            var quadrature = 64.0 / 15 * bound * Math.Exp(0.59 * k) * Math.Pow(4, 1 - (32 + k)) / 0.75 * Math.PI;
            terms[k] = new(k, null, sum * Math.PI / 4 * (k == 0 ? 1 : 2) / Math.PI, (RoundingBound * Math.Max(1, bound / 8) * Math.Max(1, k / 64.0)) + quadrature);
        }

        return terms;
    }

    /// <summary>Nodes and weights on [−1, 1] by Newton's method on the Legendre polynomial.</summary>
    private static (double[] Nodes, double[] Weights) GaussLegendre(int n, CancellationToken cancellationToken)
    {
        var (nodes, weights) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var x = Math.Cos(Math.PI * (i + 0.75) / (n + 0.5));
            var derivative = 1.0;
            for (var step = 0; step < 8; step++)
            {
                var (previous, value) = (1.0, x);
                for (var m = 2; m <= n; m++)
                {
                    (previous, value) = (value, ((((2 * m) - 1) * x * value) - ((m - 1) * previous)) / m);
                }

                derivative = n * ((x * value) - previous) / ((x * x) - 1);
                x -= value / derivative;
            }

            (nodes[i], weights[i]) = (x, 2 / ((1 - (x * x)) * derivative * derivative));
        }

        return (nodes, weights);
    }
}
