using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Filtrations;

/// <summary>The N-invariant part of a permutation representation for one normal subgroup N: itself the permutation representation of G/N on X/N.</summary>
public sealed record InvariantLayer
{
    internal InvariantLayer(NormalSubgroup subgroup, long dimension, IReadOnlyList<SimpleRepresentation> simples, IReadOnlyList<long> orbitLengths, Rational compression)
    {
        Subgroup = subgroup;
        Dimension = dimension;
        Simples = simples;
        OrbitLengths = orbitLengths;
        Compression = compression;
    }

    /// <summary>N.</summary>
    public NormalSubgroup Subgroup { get; }

    /// <summary>dim V^N = |X/N|.</summary>
    public long Dimension { get; }

    /// <summary>The simples L of V with N ≤ ker L: V^N is the sum of their components. In the order of the table.</summary>
    public IReadOnlyList<SimpleRepresentation> Simples { get; }

    /// <summary>The lengths of the orbits of G on X/N, in the order of the orbits of X.</summary>
    public IReadOnlyList<long> OrbitLengths { get; }

    /// <summary>|X| / |X/N|: by this factor the layers of a network shrink for N-invariant inputs.</summary>
    public Rational Compression { get; }

    /// <inheritdoc/>
    public bool Equals(InvariantLayer? other) =>
        other is not null && ReferenceEquals(Subgroup, other.Subgroup) && Dimension == other.Dimension && Simples.SequenceEqual(other.Simples) && OrbitLengths.SequenceEqual(other.OrbitLengths);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Subgroup, Dimension);
}
