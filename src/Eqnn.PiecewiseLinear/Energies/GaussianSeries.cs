using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>The function <c>a ↦ f(σ a)</c> of a standard normal number a in the basis of Hermite polynomials: <c>a_k = E f(σ a) h_k(a)</c>, with <c>E f(σ a)²</c>, which bounds what is left out.</summary>
/// <remarks><b>Source.</b> docs/theory.md#energies.</remarks>
internal sealed class GaussianSeries
{
    /// <summary>The most terms of a series.</summary>
    public const int MaxTerms = 20_000;

    private GaussianSeries(RealInterval[] coefficients, RealInterval norm, RealInterval crossed, bool isFinite)
    {
        Coefficients = coefficients;
        Norm = norm;
        Crossed = crossed;
        IsFinite = isFinite;
    }

    /// <summary>a_0, a_1, ....</summary>
    public RealInterval[] Coefficients { get; }

    /// <summary>E f(σ a)².</summary>
    public RealInterval Norm { get; }

    /// <summary>E f(σ a) f(−σ a).</summary>
    public RealInterval Crossed { get; }

    /// <summary>Whether all further coefficients are 0.</summary>
    public bool IsFinite { get; }

    /// <summary>The number of terms after which the rest, at most <c>|ρ|^count</c> times E f², is below 2^−bits.</summary>
    /// <exception cref="LimitExceededException">More than <see cref="MaxTerms"/>.</exception>
    public static int CountFor(double correlation, int bits)
    {
        var terms = correlation < 1e-3 ? (bits / 9.0) + 4 : (bits * Math.Log(2) / -Math.Log(correlation)) + 4;
        return terms <= MaxTerms
            ? (int)terms
            : throw new LimitExceededException("terms of a Hermite series", MaxTerms, FormattableString.Invariant($"{terms:0} (two points have correlation {correlation:0.######})"), "not to be raised; relu, abs and leaky-relu have a closed form, or ask for fewer digits");
    }

    /// <summary>The series of f at a variance σ², with at least <paramref name="count"/> terms unless it ends.</summary>
    /// <exception cref="LimitExceededException">The quadrature is too long.</exception>
    /// <exception cref="ArgumentException">No method for this activation is known.</exception>
    public static GaussianSeries Of(Activation f, RealInterval variance, int count, CancellationToken cancellationToken = default)
    {
        var sigma = variance.Sqrt();
        if (f.Polynomial is { } polynomial)
        {
            return OfPolynomial(polynomial, sigma);
        }

        if (variance.Low.IsZero && variance.High.IsZero)
        {
            var atZero = f.EnclosureAt(variance);
            return new([atZero], atZero.Squared(), atZero.Squared(), isFinite: true);
        }

        if (!variance.IsPositive)
        {
            throw new LimitExceededException("variances that are known to be above 0", 0, FormattableString.Invariant($"{variance}"), "take relu, abs, leaky-relu or a polynomial");
        }

        var hermite = new HermiteValues(count + 1, variance.Bits);
        var (coefficients, norm, crossed) = PiecewisePolynomial.TryOf(f) is { } pieces ? pieces.Expand(sigma, count, hermite)
            : f.Gaussian is GaussianRoute.Exponentials unit ? ExponentialSeries.OfUnit(unit, sigma, count, hermite)
            : f.Gaussian is GaussianRoute.Entire entire ? ExponentialSeries.OfEntire(entire, sigma, count, hermite)
            : GaussianQuadrature.Expand(f, sigma, count, hermite, cancellationToken);
        return new(coefficients, norm, crossed, isFinite: false);
    }

    /// <summary><c>E f(σ a) f(τ b)</c>, a and b of correlation ρ.</summary>
    public static RealInterval Product(GaussianSeries left, GaussianSeries right, RealInterval correlation)
    {
        var count = Math.Min(left.Coefficients.Length, right.Coefficients.Length);
        var (power, sum) = (RealInterval.Of(Rational.One, correlation.Bits), RealInterval.Of(Rational.Zero, correlation.Bits));
        for (var k = 0; k < count; k++)
        {
            sum += left.Coefficients[k] * right.Coefficients[k] * power;
            power *= correlation;
        }

        // Cauchy–Schwarz: Σ_{k ≥ n} |a_k b_k ρ^k| ≤ |ρ|^n √(Σ a_k²) √(Σ b_k²).
        return left.IsFinite || right.IsFinite ? sum : sum.WidenedBy(power * (left.Norm * right.Norm).Sqrt());
    }

    /// <summary><c>E t^i He_k = i!/(2^j j!)</c> with i = k + 2j: the coefficients of a polynomial are finite sums.</summary>
    private static GaussianSeries OfPolynomial(RationalPolynomial f, RealInterval sigma)
    {
        var bits = sigma.Bits;
        var coefficients = new RealInterval[Math.Max(1, f.Degree + 1)];
        var (norm, crossed) = (RealInterval.Of(Rational.Zero, bits), RealInterval.Of(Rational.Zero, bits));
        for (var k = 0; k < coefficients.Length; k++)
        {
            var sum = RealInterval.Of(Rational.Zero, bits);
            for (var i = k; i <= f.Degree; i += 2)
            {
                sum += f.Coefficients[i] * HermiteMoment(i, k) * sigma.Power(i);
            }

            coefficients[k] = sum / RealInterval.Of(Factorial(k), bits).Sqrt();
            norm += coefficients[k].Squared();
            crossed += (k % 2 == 0 ? Rational.One : -Rational.One) * coefficients[k].Squared();
        }

        return new(coefficients, norm, crossed, isFinite: true);
    }

    /// <summary><c>E t^i He_k(t)</c>.</summary>
    internal static Rational HermiteMoment(int i, int k)
    {
        if (i < k || (i - k) % 2 != 0)
        {
            return Rational.Zero;
        }

        var j = (i - k) / 2;
        return Factorial(i) / (Factorial(j) * Rational.Pow(2, j));
    }

    /// <summary>k!.</summary>
    internal static Rational Factorial(int k) => Enumerable.Range(1, k).Aggregate(Rational.One, (product, i) => product * i);
}
