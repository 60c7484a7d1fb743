using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Filtrations;

/// <summary>The N-invariant part of a permutation representation for one normal subgroup N: itself the permutation representation of G/N on X/N.</summary>
/// <param name="Subgroup">N.</param>
/// <param name="Dimension">dim V^N = |X/N|.</param>
/// <param name="Simples">The simples L of V with N ≤ ker L: V^N is the sum of their components. In the order of the table.</param>
/// <param name="OrbitLengths">The lengths of the orbits of G on X/N, in the order of the orbits of X.</param>
/// <param name="Compression">|X| / |X/N|: by this factor the layers of a network shrink for N-invariant inputs.</param>
public sealed record InvariantLayer(NormalSubgroup Subgroup, long Dimension, IReadOnlyList<SimpleRepresentation> Simples, IReadOnlyList<long> OrbitLengths, Rational Compression)
{
    /// <inheritdoc/>
    public bool Equals(InvariantLayer? other) =>
        other is not null && ReferenceEquals(Subgroup, other.Subgroup) && Dimension == other.Dimension && Simples.SequenceEqual(other.Simples) && OrbitLengths.SequenceEqual(other.OrbitLengths);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Subgroup, Dimension);
}
