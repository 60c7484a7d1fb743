using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>How much of the energy of f(v), v standard normal on V_L, lies in the component of one simple K: <c>E|P_K f(v)|² / E|f(v)|²</c>, as an enclosure.</summary>
public sealed class EnergyShare
{
    internal EnergyShare(SimpleRepresentation target, RealInterval share, Cyclotomic? exact, bool isZero, string text)
    {
        Target = target;
        Share = share;
        Exact = exact;
        IsZero = isZero;
        Text = text;
    }

    /// <summary>K.</summary>
    public SimpleRepresentation Target { get; }

    /// <summary>An interval in which the share lies.</summary>
    public RealInterval Share { get; }

    /// <summary>The share itself where f is a polynomial; else <c>null</c>.</summary>
    public Cyclotomic? Exact { get; }

    /// <summary>Whether the share is exactly 0: K is not reached, by Theorem 2 and not by rounding.</summary>
    public bool IsZero { get; }

    /// <summary>The share in decimals, correct to within one unit of the last digit (rounded to the nearest where the enclosure decides it, which is nearly always); <c>0</c> exactly where it is 0.</summary>
    public string Text { get; }

    /// <summary>Label and share.</summary>
    public override string ToString() => $"{Target.Label} {Text}";
}
