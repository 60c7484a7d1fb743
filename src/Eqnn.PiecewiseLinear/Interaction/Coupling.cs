using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>Why <c>Φ_{S,K} = P_K ∘ f ∘ incl</c> is not zero: the row of Theorem 2 and the number that decides.</summary>
public sealed record Coupling
{
    internal Coupling(CouplingCause cause, int degree, LineStabilizer? stabilizer, Cyclotomic sum)
    {
        Cause = cause;
        Degree = degree;
        Stabilizer = stabilizer;
        Sum = sum;
    }

    /// <summary>The row of the theorem.</summary>
    public CouplingCause Cause { get; }

    /// <summary>The degree of the monomial for <see cref="CouplingCause.Monomial"/>, 1 for linear, 0 otherwise.</summary>
    public int Degree { get; }

    /// <summary>The stabilisers of r on the orbit that decides; <c>null</c> for the linear and the constant term.</summary>
    public LineStabilizer? Stabilizer { get; }

    /// <summary>For an even part <c>Σ_B ψ_K</c>, for an odd part <c>Σ_B ε ψ_K</c>, for a monomial the squared norm of the tensor; 1 for the linear and the constant term. Never 0.</summary>
    public Cyclotomic Sum { get; }
}
