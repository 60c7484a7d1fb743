using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>The whole reckoning of Theorem 2 for one source set S, one target K and one activation: every orbit that meets S, with the sums that decide, zero or not.</summary>
/// <param name="Target">The simple K.</param>
/// <param name="Coupling">The row of the theorem that makes Φ nonzero, or <c>null</c> if Φ = 0.</param>
/// <param name="Orbits">One entry for each orbit that meets S.</param>
public sealed record CouplingAccount(SimpleRepresentation Target, Coupling? Coupling, IReadOnlyList<OrbitAccount> Orbits)
{
    /// <summary>Whether target, coupling and the entries of all orbits agree.</summary>
    public bool Equals(CouplingAccount? other) => other is not null && Target == other.Target && Coupling == other.Coupling && Orbits.SequenceEqual(other.Orbits);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Target, Coupling, Orbits.Count);
}

/// <summary>The numbers of Theorem 2 on one orbit.</summary>
/// <param name="Stabilizer">A, B and ε.</param>
/// <param name="EvenSum"><c>Σ_B ψ_K</c>: nonzero iff K occurs in ℝ[G/B].</param>
/// <param name="OddSum"><c>Σ_B ε ψ_K</c>: nonzero iff K occurs in Ind_B^G ε.</param>
/// <param name="MonomialNorms">For each monomial of degree at least 2 of f the squared norm of its tensor, divided by |O|: nonzero iff it couples.</param>
public sealed record OrbitAccount(LineStabilizer Stabilizer, Cyclotomic EvenSum, Cyclotomic OddSum, IReadOnlyList<(int Degree, Cyclotomic SquaredNorm)> MonomialNorms)
{
    /// <summary>Whether stabiliser, sums and norms agree.</summary>
    public bool Equals(OrbitAccount? other) =>
        other is not null && Stabilizer == other.Stabilizer && EvenSum == other.EvenSum && OddSum == other.OddSum && MonomialNorms.SequenceEqual(other.MonomialNorms);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stabilizer, EvenSum, OddSum, MonomialNorms.Count);
}
