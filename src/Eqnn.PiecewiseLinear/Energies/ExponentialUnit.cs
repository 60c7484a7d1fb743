using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>A function <c>B t</c> for t &gt; 0, <c>A (exp(λ t) − 1)</c> below: elu, selu, celu.</summary>
/// <param name="Above">B.</param>
/// <param name="Below">A.</param>
/// <param name="Rate">λ &gt; 0.</param>
internal sealed record ExponentialUnit(Rational Above, Rational Below, Rational Rate)
{
    private static readonly Rational SeluScale = Rational.FromDouble(1.0507009873554805);
    private static readonly Rational SeluAlpha = Rational.FromDouble(1.6732632423543772);

    /// <summary>The function, if an activation is of this form; else <c>null</c>.</summary>
    public static ExponentialUnit? TryOf(Activation f) => f.Name switch
    {
        "elu" => new(1, 1, 1),
        "selu" => new(SeluScale, SeluScale * SeluAlpha, 1),
        "celu" => new(1, 2, Rational.Of(1, 2)),
        _ => null,
    };
}
