namespace Eqnn.PiecewiseLinear.Harmonics;

/// <summary>One Fourier coefficient of f(sin x): of <c>cos(k x)</c> for even k, of <c>sin(k x)</c> for odd k. The other coefficients vanish, as sin(π − x) = sin x.</summary>
public sealed record Harmonic
{
    internal Harmonic(int frequency, HarmonicNumber? exact, double value, double errorBound)
    {
        Frequency = frequency;
        Exact = exact;
        Value = value;
        ErrorBound = errorBound;
    }

    /// <summary>k.</summary>
    public int Frequency { get; }

    /// <summary>The coefficient, for piecewise linear f and polynomials; else <c>null</c>.</summary>
    public HarmonicNumber? Exact { get; }

    /// <summary>The coefficient in doubles.</summary>
    public double Value { get; }

    /// <summary>A bound for the error of <see cref="Value"/>.</summary>
    public double ErrorBound { get; }

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
