using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>The map <c>T ∘ f ∘ incl</c>, f a positively homogeneous activation of every coordinate of <c>Fun(X)</c> and T one of a basis of <c>Hom_G(Fun X, K)</c>, in the basis of an <see cref="EquivariantMapSpace"/>.</summary>
/// <remarks>T belongs to an orbit O = G/H of X and a vector u of <c>K^H</c>: <c>T e_{gx} = g u</c>, x the base point of O. All of them vanish iff <c>P_K ∘ f ∘ incl</c> does; if K occurs once in X and is of type R, the only T is P_K in the coordinates of K, up to a factor.</remarks>
public sealed record ActivationCoordinates
{
    internal ActivationCoordinates(int orbit, ColumnVector<Cyclotomic> vector, PiecewiseLinearMap map, ColumnVector<Cyclotomic> coordinates)
    {
        Orbit = orbit;
        Vector = vector;
        Map = map;
        Coordinates = coordinates;
    }

    /// <summary>The position of the orbit O of X.</summary>
    public int Orbit { get; }

    /// <summary>u, in the coordinates of K.</summary>
    public ColumnVector<Cyclotomic> Vector { get; }

    /// <summary>The map.</summary>
    public PiecewiseLinearMap Map { get; }

    /// <summary>Its coordinates in the basis.</summary>
    public ColumnVector<Cyclotomic> Coordinates { get; }

    /// <summary>Whether orbit, vector, map and coordinates agree.</summary>
    public bool Equals(ActivationCoordinates? other) =>
        other is not null && Orbit == other.Orbit && Vector.SequenceEqual(other.Vector) && Map == other.Map && Coordinates.SequenceEqual(other.Coordinates);

    /// <inheritdoc/>
    public override int GetHashCode() => Coordinates.Aggregate(Orbit, HashCode.Combine);
}
