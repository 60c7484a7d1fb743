using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>The whole reckoning of Theorem 2 for one source set S, one target K and one activation: every orbit that meets S, with the sums that decide, zero or not.</summary>
public sealed record CouplingAccount
{
    internal CouplingAccount(SimpleRepresentation target, Coupling? coupling, IReadOnlyList<OrbitAccount> orbits)
    {
        Target = target;
        Coupling = coupling;
        Orbits = orbits;
    }

    /// <summary>The simple K.</summary>
    public SimpleRepresentation Target { get; }

    /// <summary>The row of the theorem that makes Φ nonzero, or <c>null</c> if Φ = 0.</summary>
    public Coupling? Coupling { get; }

    /// <summary>One entry for each orbit that meets S.</summary>
    public IReadOnlyList<OrbitAccount> Orbits { get; }

    /// <summary>Whether target, coupling and the entries of all orbits agree.</summary>
    public bool Equals(CouplingAccount? other) => other is not null && Target == other.Target && Coupling == other.Coupling && Orbits.SequenceEqual(other.Orbits);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Target, Coupling, Orbits.Count);
}

/// <summary>The numbers of Theorem 2 on one orbit.</summary>
public sealed record OrbitAccount
{
    internal OrbitAccount(LineStabilizer stabilizer, Cyclotomic evenSum, Cyclotomic oddSum, IReadOnlyList<(int Degree, Cyclotomic SquaredNorm)> monomialNorms)
    {
        Stabilizer = stabilizer;
        EvenSum = evenSum;
        OddSum = oddSum;
        MonomialNorms = monomialNorms;
    }

    /// <summary>A, B and ε.</summary>
    public LineStabilizer Stabilizer { get; }

    /// <summary><c>Σ_B ψ_K</c>: nonzero iff K occurs in ℝ[G/B].</summary>
    public Cyclotomic EvenSum { get; }

    /// <summary><c>Σ_B ε ψ_K</c>: nonzero iff K occurs in Ind_B^G ε.</summary>
    public Cyclotomic OddSum { get; }

    /// <summary>For each monomial of degree at least 2 of f the squared norm of its tensor, divided by |O|: nonzero iff it couples.</summary>
    public IReadOnlyList<(int Degree, Cyclotomic SquaredNorm)> MonomialNorms { get; }

    /// <summary>Whether stabiliser, sums and norms agree.</summary>
    public bool Equals(OrbitAccount? other) =>
        other is not null && Stabilizer == other.Stabilizer && EvenSum == other.EvenSum && OddSum == other.OddSum && MonomialNorms.SequenceEqual(other.MonomialNorms);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stabilizer, EvenSum, OddSum, MonomialNorms.Count);
}
