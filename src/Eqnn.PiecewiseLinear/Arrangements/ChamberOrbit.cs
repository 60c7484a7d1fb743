using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>An orbit of chambers under the symmetry group.</summary>
/// <param name="Position">Its place in <see cref="ChamberEnumeration.Orbits"/>, from 0.</param>
/// <param name="Representative">One chamber of it: the same from run to run, chosen by the method.</param>
/// <param name="Size">The number of chambers.</param>
/// <param name="StabiliserOrder">The order of the stabiliser of a chamber in the symmetry group: |G| / <paramref name="Size"/>.</param>
public sealed record ChamberOrbit(int Position, Chamber Representative, BigInteger Size, BigInteger StabiliserOrder);

/// <summary>An orbit of rays (one-dimensional cones modulo lineality) under the symmetry group.</summary>
/// <param name="Position">Its place in <see cref="ChamberEnumeration.RayOrbits"/>, from 0.</param>
/// <param name="Direction">A vector on one ray of it; the scale is chosen.</param>
/// <param name="Signs">1, 0 or -1 for each hyperplane, by position.</param>
/// <param name="Size">The number of rays.</param>
/// <param name="StabiliserOrder">The order of the stabiliser of a ray in the symmetry group.</param>
public sealed record RayOrbit(int Position, IReadOnlyList<Cyclotomic> Direction, IReadOnlyList<int> Signs, BigInteger Size, BigInteger StabiliserOrder)
{
    /// <inheritdoc/>
    public bool Equals(RayOrbit? other) =>
        other is not null && Position == other.Position && Size == other.Size && StabiliserOrder == other.StabiliserOrder && Signs.SequenceEqual(other.Signs) && Direction.SequenceEqual(other.Direction);

    /// <inheritdoc/>
    public override int GetHashCode() => Signs.Aggregate(HashCode.Combine(Position, Size, StabiliserOrder), HashCode.Combine);
}
