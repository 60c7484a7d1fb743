using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Harmonics;

/// <summary>The Fourier series of f(sin x): the overtones that an activation adds to a wave.</summary>
/// <remarks>
/// <para><c>f(sin x) = c_0 + Σ_{k odd} c_k sin kx + Σ_{k even} c_k cos kx</c>. Exact for piecewise linear f (numbers <see cref="HarmonicNumber"/>) and polynomials (rational); numeric with an error bound for the smooth named functions.</para>
/// <para><b>Source.</b> docs/theory.md#fourier.</para>
/// </remarks>
public sealed class HarmonicSeries
{
    /// <summary>The largest frequency.</summary>
    public const int MaxFrequency = 1000;

    private HarmonicSeries(Activation activation, IReadOnlyList<Harmonic> terms)
    {
        Activation = activation;
        Terms = terms;
    }

    /// <summary>The activation f.</summary>
    public Activation Activation { get; }

    /// <summary>The coefficients for k = 0, 1, ..., zeros included.</summary>
    public IReadOnlyList<Harmonic> Terms { get; }

    /// <summary>Computes the coefficients up to a frequency.</summary>
    /// <exception cref="ArgumentException">f is neither piecewise linear nor a polynomial, and no error bound is known: it has jumps, or its parameters are not the defaults (silu, softplus).</exception>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is negative or above <see cref="MaxFrequency"/>.</exception>
    public static HarmonicSeries Of(Activation activation, int frequency, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frequency, MaxFrequency);
        IReadOnlyList<HarmonicNumber>? exact = activation.PiecewiseLinear is { } pieces ? PiecewiseLinearHarmonics.Of(pieces, frequency)
            : activation.Polynomial is { } polynomial ? PolynomialHarmonics.Of(polynomial, frequency)
            : null;
        if (exact is not null)
        {
            return new(activation, [.. exact.Select((c, k) => new Harmonic(k, c, c.ToDouble(), 1e-12 * (1 + Math.Abs(c.ToDouble()))))]);
        }

        if (activation.BoundNearSine is null)
        {
            throw new ArgumentException($"the harmonics of {activation.Name} have no error bound: {(activation.IsContinuous ? "none is proved for these parameters" : "it has jumps")}", nameof(activation));
        }

        return new(activation, SmoothHarmonics.Of(activation, frequency, cancellationToken));
    }

    /// <summary>The most products that <see cref="ApproximateOnCyclicGroup"/> forms.</summary>
    public const long MaxProducts = 400_000_000;

    /// <summary>The same as <see cref="OnCyclicGroup"/> in doubles, for any continuous f and large n, for k = 0, ..., min(frequency, n/2).</summary>
    /// <returns>For each k the coefficient of cos 2πjk/n and that of sin 2πjk/n; each within 1e-13 · (1 + max |f(sin x)|) of the true one: values of f are good to 1e-14, and sums are compensated.</returns>
    /// <exception cref="ArgumentException">f has jumps, where rounding of sin x decides.</exception>
    /// <exception cref="ArgumentOutOfRangeException">n is not positive or the frequency negative.</exception>
    /// <exception cref="LimitExceededException">n times the number of coefficients is above <see cref="MaxProducts"/>.</exception>
    public static IReadOnlyList<(double Cosine, double Sine)> ApproximateOnCyclicGroup(Activation activation, int n, int frequency, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        if (!activation.IsContinuous)
        {
            throw new ArgumentException($"{activation.Name} has jumps; its values on a wave are not decided in doubles", nameof(activation));
        }

        var count = Math.Min(frequency, n / 2) + 1;
        if ((long)n * count > MaxProducts)
        {
            throw new LimitExceededException("products of values and waves", MaxProducts, FormattableString.Invariant($"{n} values times {count} coefficients"), "not adjustable; ask for fewer coefficients");
        }

        double[] cosines = [.. Enumerable.Range(0, n).Select(j => Math.Cos(2 * Math.PI * j / n))];
        double[] sines = [.. Enumerable.Range(0, n).Select(j => Math.Sin(2 * Math.PI * j / n))];
        double[] values = [.. sines.Select(activation.ApproximateAt)];
        var result = new (double, double)[count];
        for (var k = 0; k < count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (cosine, sine, lostCosine, lostSine, at) = (0.0, 0.0, 0.0, 0.0, 0);
            for (var j = 0; j < n; j++)
            {
                Compensated(ref cosine, ref lostCosine, values[j] * cosines[at]);
                Compensated(ref sine, ref lostSine, values[j] * sines[at]);
                at += k;
                at -= at >= n ? n : 0;
            }

            var scale = (k == 0 || 2 * k == n ? 1.0 : 2.0) / n;
            result[k] = (scale * cosine, scale * sine);
        }

        return result;

        // Kahan's summation.
        static void Compensated(ref double sum, ref double lost, double term)
        {
            var corrected = term - lost;
            var next = sum + corrected;
            lost = next - sum - corrected;
            sum = next;
        }
    }

    /// <summary>The partial sum at x.</summary>
    public double PartialSumAt(double x) => Terms.Sum(term => term.Value * (term.IsSine ? Math.Sin(term.Frequency * x) : Math.Cos(term.Frequency * x)));

    /// <summary>
    /// The finite version on C_n: the coefficients of the function <c>j ↦ f(sin(2πj/n))</c> on Z/n, for k = 0, ..., n/2, on the same waves: <c>(1/n) Σ f · 1</c>, <c>(2/n) Σ f sin</c> or <c>(2/n) Σ f cos</c>,
    /// and <c>(1/n) Σ f cos</c> for k = n/2.
    /// </summary>
    /// <remarks>Exact real cyclotomics. For n → ∞ they tend to the coefficients of the series: each is the sum of the coefficients at all frequencies that fold to k modulo n.</remarks>
    /// <param name="activation">A piecewise linear function or a polynomial.</param>
    /// <param name="n">The order of the cyclic group.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>For each k the coefficient of cos 2πjk/n and that of sin 2πjk/n.</returns>
    /// <exception cref="ArgumentException">f has no exact values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">n is not positive or above <see cref="MaxFrequency"/>.</exception>
    public static IReadOnlyList<(RealCyclotomic Cosine, RealCyclotomic Sine)> OnCyclicGroup(Activation activation, int n, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, MaxFrequency);
        if (!activation.IsExact)
        {
            throw new ArgumentException($"{activation.Name} has no exact values; take a piecewise linear function or a polynomial", nameof(activation));
        }

        var half = Rational.Of(1, 2);
        var sines = Enumerable.Range(0, n).Select(Sine).ToList();
        var values = sines.Select(activation.Evaluate).ToList();
        return [.. Enumerable.Range(0, (n / 2) + 1).Select(k =>
        {
            var scale = new Rational(k == 0 || 2 * k == n ? 1 : 2, n);
            var (cosine, sine) = (RealCyclotomic.Zero, RealCyclotomic.Zero);
            for (var j = 0; j < n; j++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                cosine += half * RealCyclotomic.TwoCosine(n, (long)j * k) * values[j];
                sine += sines[(int)((long)j * k % n)] * values[j];
            }

            return (scale * cosine, scale * sine);
        })];

        // sin(2πj/n) = cos(2π(j/n − 1/4)) = cos(2π(4j − n)/(4n)).
        RealCyclotomic Sine(int j) => half * RealCyclotomic.TwoCosine(4 * n, (4L * j) - n);
    }

    /// <summary>In one line: the activation and the number of terms.</summary>
    public override string ToString() => FormattableString.Invariant($"{Activation.Name}(sin x): {Terms.Count} terms");
}
