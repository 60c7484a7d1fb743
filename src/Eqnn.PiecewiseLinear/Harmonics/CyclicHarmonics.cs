using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Harmonics;

/// <summary>The coefficients of f(sin 2πj/n) on the cyclic group of order n: exact where f is and n is small enough, else in doubles.</summary>
public sealed class CyclicHarmonics
{
    private CyclicHarmonics(int order, IReadOnlyList<(RealCyclotomic Cosine, RealCyclotomic Sine)>? exact, IReadOnlyList<(double Cosine, double Sine)>? approximate)
    {
        Order = order;
        Exact = exact;
        Approximate = approximate;
    }

    /// <summary>n.</summary>
    public int Order { get; }

    /// <summary>For each k the coefficients of cos 2πjk/n and of sin 2πjk/n; null where they are not exact.</summary>
    public IReadOnlyList<(RealCyclotomic Cosine, RealCyclotomic Sine)>? Exact { get; }

    /// <summary>The same within 1e-13 (1 + max |f|), up to a frequency; null where they are exact.</summary>
    public IReadOnlyList<(double Cosine, double Sine)>? Approximate { get; }

    /// <summary>Chooses the way and computes.</summary>
    /// <param name="activation">f.</param>
    /// <param name="order">n.</param>
    /// <param name="frequency">The largest frequency in doubles.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">f is not exact and has jumps.</exception>
    /// <exception cref="LimitExceededException">n is too large even for doubles.</exception>
    public static CyclicHarmonics Of(Activation activation, int order, int frequency, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activation);
        return activation.IsExact && order <= HarmonicSeries.MaxFrequency
            ? new(order, HarmonicSeries.OnCyclicGroup(activation, order, cancellationToken), null)
            : new(order, null, HarmonicSeries.ApproximateOnCyclicGroup(activation, order, frequency, cancellationToken));
    }
}
