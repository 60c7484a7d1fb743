namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>Functions that GELU, ELU and their like need to full double precision and that the base library lacks.</summary>
internal static class ErrorFunction
{
    /// <summary>exp(t) − 1 without loss near 0.</summary>
    public static double ExpMinusOne(double t)
    {
        if (Math.Abs(t) > 0.5)
        {
            return Math.Exp(t) - 1;
        }

        // exp(t) − 1 = 2 sinh(t/2) exp(t/2), and the hyperbolic sine keeps its relative precision.
        return 2 * Math.Sinh(t / 2) * Math.Exp(t / 2);
    }

    /// <summary>erf(t) = 2 Φ(t √2) − 1, near 0 by the series, so that nothing cancels.</summary>
    public static double Erf(double t)
    {
        var size = Math.Abs(t) * Math.Sqrt(2);
        return Math.CopySign(size < 3 ? 2 * Density(size) * Series(size) : 1 - (2 * Tail(size)), t);
    }

    /// <summary>Φ(t) = (1 + erf(t/√2))/2, the distribution function of the normal distribution.</summary>
    public static double NormalDistribution(double t)
    {
        if (t < 0)
        {
            return Tail(-t);
        }

        return 1 - Tail(t);
    }

    private static double Density(double t) => Math.Exp(-t * t / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>(Φ(t) − 1/2)/φ(t) = Σ t^(2k+1) / (1 · 3 · 5 ··· (2k+1)), all terms positive.</summary>
    private static double Series(double t)
    {
        var (sum, term) = (t, t);
        for (var k = 3; term > 1e-18 * sum; k += 2)
        {
            term *= t * t / k;
            sum += term;
        }

        return sum;
    }

    /// <summary>1 − Φ(t) for t ≥ 0: below 3 by the series of Φ, above by the continued fraction of the tail.</summary>
    private static double Tail(double t)
    {
        if (t < 3)
        {
            return 0.5 - (Density(t) * Series(t));
        }

        // 1 − Φ(t) = φ(t) / (t + 1/(t + 2/(t + 3/(t + ...)))).
        var fraction = t;
        for (var k = 60; k >= 1; k--)
        {
            fraction = t + (k / fraction);
        }

        return Density(t) / fraction;
    }
}
