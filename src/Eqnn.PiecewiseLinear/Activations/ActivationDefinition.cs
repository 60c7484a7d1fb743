using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>What a function f : ℝ → ℝ is, in one of three forms; from the first two everything else is computed.</summary>
/// <param name="Formula">f in t.</param>
internal abstract record ActivationDefinition(string Formula)
{
    /// <summary>A continuous piecewise linear function.</summary>
    public sealed record Pieces(string Formula, PiecewiseLinearFunction Function) : ActivationDefinition(Formula);

    /// <summary>A polynomial.</summary>
    public sealed record Power(string Formula, RationalPolynomial Polynomial) : ActivationDefinition(Formula);

    /// <summary>Any other function: what docs/theory.md#interaction proves of it, and its values.</summary>
    /// <param name="Formula">f in t.</param>
    /// <param name="Even">The even part.</param>
    /// <param name="Odd">The odd part.</param>
    /// <param name="Smoothness">How smooth f is on all of ℝ.</param>
    /// <param name="Value">f(t), for |t| ≤ 10 within 1e-14 · (1 + |f(t)|).</param>
    /// <param name="Enclosure">An interval that holds f(t) for all t of an interval, with as many bits.</param>
    /// <param name="Gaussian">How E f(σ a) h_k(a) is enclosed.</param>
    /// <param name="SlopeBound">For R the least λ with |f(s) − f(t)| ≤ λ |s − t| on [−R, R], or a little more; a number that does not depend on R may be the least for large R.</param>
    /// <param name="BoundNearSine">
    /// A bound of |f| on {|Re z| ≤ 1.18, |Im z| ≤ 0.63} if f is analytic there, or for both of its branches at 0 if it has a kink there alone; <c>null</c> if that is not so or not proved: then its harmonics are refused.
    /// </param>
    /// <param name="Exact">f(t) exactly, where it is a number of the field of t.</param>
    public sealed record Other(string Formula, FunctionPart Even, FunctionPart Odd, Smoothness Smoothness, Func<double, double> Value, Func<RealInterval, RealInterval> Enclosure, GaussianRoute Gaussian, Func<double, double> SlopeBound, double? BoundNearSine, Func<RealCyclotomic, RealCyclotomic>? Exact = null)
        : ActivationDefinition(Formula);
}
