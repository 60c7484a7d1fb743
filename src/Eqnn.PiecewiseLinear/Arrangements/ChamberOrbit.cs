using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>An orbit of chambers under the symmetry group.</summary>
public sealed record ChamberOrbit
{
    internal ChamberOrbit(int position, Chamber representative, BigInteger size, BigInteger stabiliserOrder)
    {
        Position = position;
        Representative = representative;
        Size = size;
        StabiliserOrder = stabiliserOrder;
    }

    /// <summary>Its place in <see cref="ChamberEnumeration.Orbits"/>, from 0.</summary>
    public int Position { get; }

    /// <summary>One chamber of it: the same from run to run, chosen by the method.</summary>
    public Chamber Representative { get; }

    /// <summary>The number of chambers.</summary>
    public BigInteger Size { get; }

    /// <summary>The order of the stabiliser of a chamber in the symmetry group: |G| / <see cref="Size"/>.</summary>
    public BigInteger StabiliserOrder { get; }
}

/// <summary>An orbit of rays (one-dimensional cones modulo lineality) under the symmetry group.</summary>
public sealed record RayOrbit
{
    internal RayOrbit(int position, ColumnVector<Cyclotomic> direction, IReadOnlyList<int> signs, BigInteger size, BigInteger stabiliserOrder)
    {
        Position = position;
        Direction = direction;
        Signs = signs;
        Size = size;
        StabiliserOrder = stabiliserOrder;
    }

    /// <summary>Its place in <see cref="ChamberEnumeration.RayOrbits"/>, from 0.</summary>
    public int Position { get; }

    /// <summary>A vector on one ray of it; the scale is chosen.</summary>
    public ColumnVector<Cyclotomic> Direction { get; }

    /// <summary>1, 0 or -1 for each hyperplane, by position.</summary>
    public IReadOnlyList<int> Signs { get; }

    /// <summary>The number of rays.</summary>
    public BigInteger Size { get; }

    /// <summary>The order of the stabiliser of a ray in the symmetry group.</summary>
    public BigInteger StabiliserOrder { get; }

    /// <inheritdoc/>
    public bool Equals(RayOrbit? other) =>
        other is not null && Position == other.Position && Size == other.Size && StabiliserOrder == other.StabiliserOrder && Signs.SequenceEqual(other.Signs) && Direction.SequenceEqual(other.Direction);

    /// <inheritdoc/>
    public override int GetHashCode() => Signs.Aggregate(HashCode.Combine(Position, Size, StabiliserOrder), HashCode.Combine);
}
