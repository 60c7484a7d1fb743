namespace Eqnn.PiecewiseLinear.Harmonics;

/// <summary>One Fourier coefficient of f(sin x): of <c>cos(k x)</c> for even k, of <c>sin(k x)</c> for odd k. The other coefficients vanish, as sin(π − x) = sin x.</summary>
/// <param name="Frequency">k.</param>
/// <param name="Exact">The coefficient, for piecewise linear f and polynomials; else <c>null</c>.</param>
/// <param name="Value">The coefficient in doubles.</param>
/// <param name="ErrorBound">A bound for the error of <paramref name="Value"/>.</param>
public sealed record Harmonic(int Frequency, HarmonicNumber? Exact, double Value, double ErrorBound)
{
    /// <summary>Whether the coefficient belongs to a sine.</summary>
    public bool IsSine => Frequency % 2 == 1;

    /// <summary><c>1</c>, <c>sin x</c>, <c>cos 2x</c>, ...</summary>
    public string Wave => Frequency switch
    {
        0 => "1",
        1 => "sin x",
        _ => FormattableString.Invariant($"{(IsSine ? "sin" : "cos")} {Frequency}x"),
    };
}
