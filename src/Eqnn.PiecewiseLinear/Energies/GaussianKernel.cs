using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary><c>κ_f(σ, τ, ρ) = E f(σ a) f(τ b)</c> for standard normal a, b of correlation ρ, as enclosures.</summary>
/// <remarks>
/// <c>f = αt + β|t|</c> (relu, leaky-relu, abs): <c>α² στρ + β² (2στ/π)(√(1 − ρ²) + ρ arcsin ρ)</c>. All others: Hermite series, whose rest is at most <c>|ρ|^n</c> times the norms.
/// <b>Source.</b> docs/theory.md#energies; the closed form is the arc-cosine kernel.
/// </remarks>
internal sealed class GaussianKernel
{
    private readonly Activation _f;
    private readonly int _count;
    private readonly Dictionary<RealInterval, GaussianSeries> _series = [];
    private readonly CancellationToken _cancellationToken;
    private readonly (Rational Odd, Rational Even)? _homogeneous;

    /// <summary>The kernel of f.</summary>
    /// <param name="f">The activation.</param>
    /// <param name="correlation">The largest |ρ| below 1 that will be asked for.</param>
    /// <param name="bits">The bits of all enclosures.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public GaussianKernel(Activation f, double correlation, int bits, CancellationToken cancellationToken)
    {
        _f = f;
        Bits = bits;
        _cancellationToken = cancellationToken;
        _homogeneous = f.PiecewiseLinear is { IsPositivelyHomogeneous: true } pieces ? ((pieces.Slopes[^1] + pieces.Slopes[0]) / 2, (pieces.Slopes[^1] - pieces.Slopes[0]) / 2) : null;
        _count = _homogeneous is not null || f.Polynomial is not null ? 0 : GaussianSeries.CountFor(correlation, bits);
    }

    /// <summary>The bits of all enclosures.</summary>
    public int Bits { get; }

    /// <summary>Whether the closed form is used, which has no trouble with correlations near 1.</summary>
    public bool IsClosedForm => _homogeneous is not null;

    /// <summary>E f(σ a)².</summary>
    public RealInterval Square(RealInterval variance) => _homogeneous is { } parts
        ? ((parts.Odd * parts.Odd) + (parts.Even * parts.Even)) * variance
        : SeriesOf(variance).Norm;

    /// <summary>E f(σ a) f(−σ a).</summary>
    public RealInterval Crossed(RealInterval variance) => _homogeneous is { } parts
        ? ((parts.Even * parts.Even) - (parts.Odd * parts.Odd)) * variance
        : SeriesOf(variance).Crossed;

    /// <summary>E f(σ a) f(τ b).</summary>
    public RealInterval Product(RealInterval variance, RealInterval other, RealInterval correlation)
    {
        if (_homogeneous is not { } parts)
        {
            return GaussianSeries.Product(SeriesOf(variance), SeriesOf(other), correlation);
        }

        var one = RealInterval.Of(Rational.One, Bits);
        var rho = correlation.Within(-Rational.One, Rational.One);
        var absolute = 2 * (((one - rho.Squared()).Within(Rational.Zero, Rational.One).Sqrt() + (rho * rho.Arcsin())) / RealInterval.Pi(Bits));
        return (variance * other).Sqrt() * ((parts.Odd * parts.Odd * rho) + (parts.Even * parts.Even * absolute));
    }

    private GaussianSeries SeriesOf(RealInterval variance)
    {
        if (!_series.TryGetValue(variance, out var series))
        {
            series = GaussianSeries.Of(_f, variance, _count, _cancellationToken);
            _series[variance] = series;
        }

        return series;
    }
}
