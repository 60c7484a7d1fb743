using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>Enclosures of the values of activations, by the elementary functions of <see cref="RealInterval"/>: a second writing of each formula, with a proof of every bit.</summary>
internal static class IntervalFunctions
{
    public static RealInterval Sigmoid(RealInterval t) => One(t) / (One(t) + (-t).Exp());

    public static RealInterval Tanh(RealInterval t) => (2 * Sigmoid(2 * t)) - One(t);

    public static RealInterval Softplus(RealInterval t) => Clamped(t, 0, null) + (One(t) + (-t.Abs()).Exp()).Log();

    public static RealInterval Gelu(RealInterval t) => Rational.Of(1, 2) * (t * (One(t) + (t / RealInterval.Of(2, t.Bits).Sqrt()).Erf()));

    public static RealInterval GeluTanh(RealInterval t) => t * Sigmoid((RealInterval.Of(8, t.Bits) / RealInterval.Pi(t.Bits)).Sqrt() * (t + (Rational.Parse("0.044715") * t.Power(3))));

    public static RealInterval HardSwish(RealInterval t) => Rational.Of(1, 6) * (t * Clamped(t + RealInterval.Of(3, t.Bits), 0, 6));

    public static RealInterval Gauss(RealInterval t) => (-t.Squared()).Exp();

    public static RealInterval Softsign(RealInterval t) => t / (One(t) + t.Abs());

    /// <summary>B t for t &gt; 0, A (exp(λ t) − 1) below.</summary>
    public static RealInterval Exponentials(GaussianRoute.Exponentials f, RealInterval t) =>
        (f.Above * Clamped(t, 0, null)) + (f.Below * ((f.Rate * Clamped(t, null, 0)).Exp() - One(t)));

    /// <summary>t below <paramref name="low"/> (which may be missing) and above <paramref name="high"/>, 0 from one to the other, ends included: the hull of the values, jumps inside the interval as well.</summary>
    public static RealInterval Switched(RealInterval t, Rational? low, Rational high)
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

    public static RealInterval Of(PiecewiseLinearFunction f, RealInterval t)
    {
        // On an interval the extreme values of a piecewise linear function lie at its ends and at the kinks inside.
        var values = f.Kinks.Where(kink => kink > t.Low && kink < t.High).Append(t.Low).Append(t.High).Select(f.Evaluate).ToList();
        return RealInterval.Between(values.Min(), values.Max(), t.Bits);
    }

    public static RealInterval Of(RationalPolynomial f, RealInterval t) =>
        f.Coefficients.Reverse().Aggregate(RealInterval.Of(Rational.Zero, t.Bits), (sum, c) => (sum * t) + RealInterval.Of(c, t.Bits));

    private static RealInterval One(RealInterval t) => RealInterval.Of(Rational.One, t.Bits);

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
}
