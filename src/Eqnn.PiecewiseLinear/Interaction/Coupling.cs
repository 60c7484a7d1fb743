using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>Why <c>Φ_{S,K} = P_K ∘ f ∘ incl</c> is not zero: the row of Theorem 2 and the number that decides.</summary>
/// <param name="Cause">The row of the theorem.</param>
/// <param name="Degree">The degree of the monomial for <see cref="CouplingCause.Monomial"/>, 1 for linear, 0 otherwise.</param>
/// <param name="Stabilizer">The stabilisers of r on the orbit that decides; <c>null</c> for the linear and the constant term.</param>
/// <param name="Sum">
/// For an even part <c>Σ_B ψ_K</c>, for an odd part <c>Σ_B ε ψ_K</c>, for a monomial the squared norm of the tensor; 1 for the linear and the constant term. Never 0.
/// </param>
public sealed record Coupling(CouplingCause Cause, int Degree, LineStabilizer? Stabilizer, Cyclotomic Sum);
