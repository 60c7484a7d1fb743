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

        if (ExponentialUnit.TryOf(f) is { } unit)
        {
            return OfElu(unit, t);
        }

        var one = RealInterval.Of(Rational.One, t.Bits);
        return (f.Family?.Name ?? "") switch
        {
            "gelu" => Rational.Of(1, 2) * (t * (one + (t / RealInterval.Of(2, t.Bits).Sqrt()).Erf())),
            "gelu-tanh" => t * Sigmoid((RealInterval.Of(8, t.Bits) / RealInterval.Pi(t.Bits)).Sqrt() * (t + (Rational.Parse("0.044715") * t.Power(3)))),
            "silu" => t * Sigmoid(f.Parameters[0] * t),
            "softplus" => 1 / f.Parameters[0] * Softplus(f.Parameters[0] * t),
            "logsigmoid" => -Softplus(-t),
            "hardswish" => Rational.Of(1, 6) * (t * Clamped(t + RealInterval.Of(3, t.Bits), 0, 6)),
            "cos" => t.Cos(),
            "gauss" => (-t.Squared()).Exp(),
            "tanh" => Tanh(t),
            "erf" => t.Erf(),
            "tanhshrink" => t - Tanh(t),
            "hardshrink" => Switched(t, -f.Parameters[0], f.Parameters[0]),
            "thresholded-relu" => Switched(t, null, f.Parameters[0]),
            "arctan" => t.Arctan(),
            "softsign" => t / (one + t.Abs()),
            "sin" => t.Sin(),
            "sigmoid" => Sigmoid(t),
            "mish" => t * Tanh(Softplus(t)),
            "exp" => t.Exp(),
            _ => throw new ArgumentException($"there are no enclosures of {f.Name}", nameof(f)),
        };
    }

    private static RealInterval Sigmoid(RealInterval t)
    {
        var one = RealInterval.Of(Rational.One, t.Bits);
        return one / (one + (-t).Exp());
    }

    private static RealInterval Tanh(RealInterval t) => (2 * Sigmoid(2 * t)) - RealInterval.Of(Rational.One, t.Bits);

    /// <summary>t below <paramref name="low"/> (which may be missing) and above <paramref name="high"/>, 0 from one to the other, ends included: the hull of the values, jumps inside the interval as well.</summary>
    private static RealInterval Switched(RealInterval t, Rational? low, Rational high)
    {
        var values = new List<Rational>();
        if (low is { } least && t.Low < least)
        {
            values.AddRange([t.Low, Rational.Min(t.High, least)]);
        }

        if (t.High > high)
        {
            values.AddRange([Rational.Max(t.Low, high), t.High]);
        }

        if (t.Low <= high && (low is not { } from || t.High >= from))
        {
            values.Add(Rational.Zero);
        }

        return RealInterval.Between(values.Min(), values.Max(), t.Bits);
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
