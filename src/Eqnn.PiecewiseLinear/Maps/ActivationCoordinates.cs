using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>The map <c>T ∘ f ∘ incl</c>, f a positively homogeneous activation of every coordinate of <c>Fun(X)</c> and T one of a basis of <c>Hom_G(Fun X, K)</c>, in the basis of an <see cref="EquivariantMapSpace"/>.</summary>
/// <remarks>T belongs to an orbit O = G/H of X and a vector u of <c>K^H</c>: <c>T e_{gx} = g u</c>, x the base point of O. All of them vanish iff <c>P_K ∘ f ∘ incl</c> does; if K occurs once in X and is of type R, the only T is P_K in the coordinates of K, up to a factor.</remarks>
/// <param name="Orbit">The position of the orbit O of X.</param>
/// <param name="Vector">u, in the coordinates of K.</param>
/// <param name="Map">The map.</param>
/// <param name="Coordinates">Its coordinates in the basis.</param>
public sealed record ActivationCoordinates(int Orbit, IReadOnlyList<Cyclotomic> Vector, PiecewiseLinearMap Map, IReadOnlyList<Cyclotomic> Coordinates)
{
    /// <summary>Whether orbit, vector, map and coordinates agree.</summary>
    public bool Equals(ActivationCoordinates? other) =>
        other is not null && Orbit == other.Orbit && Vector.SequenceEqual(other.Vector) && Map == other.Map && Coordinates.SequenceEqual(other.Coordinates);

    /// <inheritdoc/>
    public override int GetHashCode() => Coordinates.Aggregate(Orbit, HashCode.Combine);
}
