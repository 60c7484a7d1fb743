using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>A function <c>B t</c> for t &gt; 0, <c>A (exp(λ t) − 1)</c> below: elu, selu, celu.</summary>
/// <param name="Above">B.</param>
/// <param name="Below">A.</param>
/// <param name="Rate">λ &gt; 0.</param>
internal sealed record ExponentialUnit(Rational Above, Rational Below, Rational Rate)
{
    /// <summary>The function with the parameters of an activation, if it is of this form; else <c>null</c>, also where the parameters make it piecewise linear.</summary>
    public static ExponentialUnit? TryOf(Activation f) => f is { PiecewiseLinear: null, Family: { } family }
        ? (family.Name, f.Parameters) switch
        {
            ("elu", [var alpha]) => new(1, alpha, 1),
            ("selu", [var alpha, var gamma]) => new(gamma, gamma * alpha, 1),
            ("celu", [var alpha]) => new(1, alpha, 1 / alpha),
            _ => null,
        }
        : null;
}
