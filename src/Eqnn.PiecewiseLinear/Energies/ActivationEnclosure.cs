using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>Values of activations as enclosures, to any number of bits: what <see cref="Activation.ApproximateAt"/> gives in doubles, with a proof.</summary>
/// <remarks>Formulas are those of <see cref="Activation.Formula"/>, written with elementary functions of <see cref="RealInterval"/>; constants of selu are the decimal numbers of its definition.</remarks>
public static class ActivationEnclosure
{
    /// <summary>An interval that holds f(t) for all t of an interval, with the same number of bits.</summary>
    /// <exception cref="ArgumentException">There are no enclosures for this activation.</exception>
    public static RealInterval Evaluate(Activation f, RealInterval t)
    {
        ArgumentNullException.ThrowIfNull(f);
        if (f.PiecewiseLinear is { } pieces)
        {
            return OfPieces(pieces, t);
        }

        if (f.Polynomial is { } polynomial)
        {
            return OfPolynomial(polynomial, t);
        }

        var one = RealInterval.Of(Rational.One, t.Bits);
        return f.Name switch
        {
            "gelu" => Rational.Of(1, 2) * (t * (one + (t / RealInterval.Of(2, t.Bits).Sqrt()).Erf())),
            "silu" => t * Sigmoid(t),
            "softplus" => Softplus(t),
            "logsigmoid" => -Softplus(-t),
            "hardswish" => Rational.Of(1, 6) * (t * Clamped(t + RealInterval.Of(3, t.Bits), 0, 6)),
            "cos" => t.Cos(),
            "gauss" => (-t.Squared()).Exp(),
            "tanh" => (2 * Sigmoid(2 * t)) - one,
            "arctan" => t.Arctan(),
            "softsign" => t / (one + t.Abs()),
            "sin" => t.Sin(),
            "sigmoid" => Sigmoid(t),
            "elu" => OfElu(ExponentialUnit.TryOf(f)!, t),
            "selu" => OfElu(ExponentialUnit.TryOf(f)!, t),
            "celu" => OfElu(ExponentialUnit.TryOf(f)!, t),
            "mish" => t * ((2 * Sigmoid(2 * Softplus(t))) - one),
            "exp" => t.Exp(),
            _ => throw new ArgumentException($"there are no enclosures of {f.Name}", nameof(f)),
        };
    }

    private static RealInterval Sigmoid(RealInterval t)
    {
        var one = RealInterval.Of(Rational.One, t.Bits);
        return one / (one + (-t).Exp());
    }

    private static RealInterval Softplus(RealInterval t)
    {
        var one = RealInterval.Of(Rational.One, t.Bits);
        return Clamped(t, 0, null) + (one + (-t.Abs()).Exp()).Log();
    }

    private static RealInterval OfElu(ExponentialUnit unit, RealInterval t)
    {
        var one = RealInterval.Of(Rational.One, t.Bits);
        return (unit.Above * Clamped(t, 0, null)) + (unit.Below * ((unit.Rate * Clamped(t, null, 0)).Exp() - one));
    }

    private static RealInterval Clamped(RealInterval t, Rational? low, Rational? high)
    {
        var (from, to) = (t.Low, t.High);
        if (low is { } least)
        {
            (from, to) = (Rational.Max(from, least), Rational.Max(to, least));
        }

        if (high is { } most)
        {
            (from, to) = (Rational.Min(from, most), Rational.Min(to, most));
        }

        return RealInterval.Between(from, to, t.Bits);
    }

    private static RealInterval OfPieces(PiecewiseLinearFunction f, RealInterval t)
    {
        // On an interval the extreme values of a piecewise linear function lie at its ends and at the kinks inside.
        var values = f.Kinks.Where(kink => kink > t.Low && kink < t.High).Append(t.Low).Append(t.High).Select(f.Evaluate).ToList();
        return RealInterval.Between(values.Min(), values.Max(), t.Bits);
    }

    private static RealInterval OfPolynomial(RationalPolynomial f, RealInterval t) =>
        f.Coefficients.Reverse().Aggregate(RealInterval.Of(Rational.Zero, t.Bits), (sum, c) => (sum * t) + RealInterval.Of(c, t.Bits));
}
