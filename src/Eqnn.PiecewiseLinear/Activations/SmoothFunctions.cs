namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>The named activations that are neither piecewise linear nor polynomial, in doubles. Verdicts never depend on them; plots, error-bounded harmonics and searches do.</summary>
internal static class SmoothFunctions
{
    private const double SeluScale = 1.0507009873554805;
    private const double SeluAlpha = 1.6732632423543772;

    public static double Gelu(double t) => t * 0.5 * (1 + Erf(t / Math.Sqrt(2)));

    public static double Sigmoid(double t) => t >= 0 ? 1 / (1 + Math.Exp(-t)) : Math.Exp(t) / (1 + Math.Exp(t));

    public static double Silu(double t) => t * Sigmoid(t);

    public static double Softplus(double t) => Math.Max(t, 0) + Math.Log(1 + Math.Exp(-Math.Abs(t)));

    public static double LogSigmoid(double t) => -Softplus(-t);

    public static double HardSwish(double t) => t * Math.Clamp(t + 3, 0, 6) / 6;

    public static double Gauss(double t) => Math.Exp(-t * t);

    public static double Softsign(double t) => t / (1 + Math.Abs(t));

    public static double Elu(double t) => t > 0 ? t : Math.Exp(t) - 1;

    public static double Selu(double t) => SeluScale * (t > 0 ? t : SeluAlpha * (Math.Exp(t) - 1));

    public static double Celu(double t) => t > 0 ? t : 2 * (Math.Exp(t / 2) - 1);

    public static double Mish(double t) => t * Math.Tanh(Softplus(t));

    /// <summary>The error function, by <c>2/√π · exp(−x²) Σ 2^n x^{2n+1}/(2n+1)!!</c>: all terms of one sign, so nothing cancels.</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) > 6)
        {
            // 1 − erf(6) is below 3e-17.
            return Math.Sign(x);
        }

        var (term, sum) = (x, x);
        for (var n = 1; Math.Abs(term) > Math.Abs(sum) * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
