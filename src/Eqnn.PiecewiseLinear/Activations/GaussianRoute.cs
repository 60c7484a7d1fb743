using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>How the Hermite coefficients <c>E f(σ a) h_k(a)</c> of a function that is neither piecewise linear nor a polynomial are enclosed; the methods stand with the energies (docs/theory.md#energies).</summary>
internal abstract record GaussianRoute
{
    /// <summary>By the trapezoidal rule on the line: f is analytic for |Im w| ≤ 1/2 and there at most 3 (1 + |w|).</summary>
    public sealed record Strip : GaussianRoute;

    /// <summary>By the same rule on both half lines after x = exp(u): f is odd, and as softsign analytic but at 0.</summary>
    public sealed record HalfLines : GaussianRoute;

    /// <summary>In closed form: B t for t &gt; 0, A (exp(λ t) − 1) below.</summary>
    /// <param name="Above">B.</param>
    /// <param name="Below">A.</param>
    /// <param name="Rate">λ &gt; 0.</param>
    public sealed record Exponentials(Rational Above, Rational Below, Rational Rate) : GaussianRoute;

    /// <summary>In closed form: exp, cos or sin, the function whose derivatives at 0 are 1, 1, 1, 1; 1, 0, −1, 0; 0, 1, 0, −1, and so on.</summary>
    /// <param name="Derivatives">The first four of them.</param>
    public sealed record Entire(IReadOnlyList<int> Derivatives) : GaussianRoute;

    /// <summary>By values at points: a polynomial of degree at most 2 between them.</summary>
    /// <param name="Knots">The points, ascending.</param>
    /// <param name="Pieces">One more polynomial than points, from left to right: coefficients of 1, t, t².</param>
    public sealed record Quadratics(IReadOnlyList<Rational> Knots, IReadOnlyList<(Rational C0, Rational C1, Rational C2)> Pieces) : GaussianRoute;

    /// <summary>No bound is written down: the energies of such a function are refused.</summary>
    public sealed record Unknown : GaussianRoute;
}
