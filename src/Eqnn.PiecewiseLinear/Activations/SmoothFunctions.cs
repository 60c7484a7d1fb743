namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>The values in doubles of the activations that are neither piecewise linear nor polynomial. Verdicts never depend on them; networks, plots, error-bounded harmonics and searches do.</summary>
internal static class SmoothFunctions
{
    public static double Gelu(double t) => t * ErrorFunction.NormalDistribution(t);

    /// <summary>The approximation of GELU by tanh, with the constant √(2/π).</summary>
    public static double GeluTanh(double t) => 0.5 * t * (1 + Math.Tanh(0.7978845608028654 * (t + (0.044715 * t * t * t))));

    public static double Sigmoid(double t) => t >= 0 ? 1 / (1 + Math.Exp(-t)) : Math.Exp(t) / (1 + Math.Exp(t));

    public static double Silu(double t, double beta) => t * Sigmoid(beta * t);

    public static double Softplus(double t) => Math.Max(t, 0) + LogOnePlus(Math.Exp(-Math.Abs(t)));

    public static double HardSwish(double t) => t * Math.Clamp(t + 3, 0, 6) / 6;

    public static double Softsign(double t) => t / (1 + Math.Abs(t));

    public static double Elu(double t, double alpha) => t > 0 ? t : alpha * ErrorFunction.ExpMinusOne(t);

    public static double Celu(double t, double alpha) => t > 0 ? t : alpha * ErrorFunction.ExpMinusOne(t / alpha);

    /// <summary>tanh(log(1 + e^t)) = (e^{2t} + 2 e^t) / (e^{2t} + 2 e^t + 2), for large t by e^{−t}.</summary>
    public static double Mish(double t)
    {
        var u = Math.Exp(-Math.Abs(t));
        return t * (t < 0 ? u * (u + 2) / ((u * (u + 2)) + 2) : (1 + (2 * u)) / (1 + (2 * u) + (2 * u * u)));
    }

    /// <summary>t − tanh t; near 0 the series, as the difference cancels.</summary>
    public static double TanhShrink(double t)
    {
        if (Math.Abs(t) > 0.125)
        {
            return t - Math.Tanh(t);
        }

        var s = t * t;
        return t * s * ((1.0 / 3) - (s * ((2.0 / 15) - (s * ((17.0 / 315) - (s * ((62.0 / 2835) - (s * ((1382.0 / 155925) - (s * (21844.0 / 6081075)))))))))));
    }

    /// <summary>log(1 + u) for u in [0, 1], without loss where u is small: the rounded 1 + u is corrected for (a classical device of Kahan).</summary>
    private static double LogOnePlus(double u)
    {
        var rounded = 1 + u;
        return rounded == 1 ? u : Math.Log(rounded) * (u / (rounded - 1));
    }
}
