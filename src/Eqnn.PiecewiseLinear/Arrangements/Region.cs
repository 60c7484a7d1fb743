using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>A region of an affine arrangement: a connected component of the complement of its hyperplanes, an open convex polyhedron, given by the sign of every hyperplane.</summary>
/// <remarks>Its cone, the points (x · x_0, x_0) with x in the region and x_0 &gt; 0, is a chamber of <see cref="AffineArrangement.Cone"/>; vertices and directions are the rays of that chamber. Everything modulo the lineality space.</remarks>
public sealed class Region : IEquatable<Region>
{
    private readonly Lazy<(IReadOnlyList<ColumnVector<Cyclotomic>> Vertices, IReadOnlyList<ColumnVector<Cyclotomic>> Directions)> _shape;

    internal Region(AffineArrangement arrangement, Chamber cone)
    {
        Arrangement = arrangement;
        Cone = cone;
        _shape = new(ComputeShape);
    }

    /// <summary>The arrangement it belongs to.</summary>
    public AffineArrangement Arrangement { get; }

    /// <summary>The chamber of the cone that it is cut from.</summary>
    public Chamber Cone { get; }

    /// <summary>1 or -1 for each hyperplane, by position.</summary>
    public IReadOnlyList<int> Signs => [.. Cone.Signs.Skip(1)];

    /// <summary>1, 0 or -1 for each form: its sign on the region, 0 only for the form 0.</summary>
    public IReadOnlyList<int> RowSigns => [.. Cone.RowSigns.Skip(1)];

    /// <summary>The vertices of its closure.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Vertices => _shape.Value.Vertices;

    /// <summary>Vectors on the extreme rays of its recession cone; none if it is bounded.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Directions => _shape.Value.Directions;

    /// <summary>Whether it is bounded modulo the lineality space.</summary>
    public bool IsBounded => Directions.Count == 0;

    /// <summary>The positions of the hyperplanes that carry its facets, ascending.</summary>
    public IReadOnlyList<int> Walls => [.. Cone.Walls.Where(wall => wall > 0).Select(wall => wall - 1)];

    /// <summary>A point inside.</summary>
    public ColumnVector<Cyclotomic> InteriorPoint
    {
        get
        {
            var inside = Cone.InteriorPoint;
            var height = inside[^1];
            return [.. inside.SkipLast(1).Select(x => x / height)];
        }
    }

    /// <inheritdoc/>
    public bool Equals(Region? other) => other is not null && Cone.Equals(other.Cone);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Region);

    /// <inheritdoc/>
    public override int GetHashCode() => Cone.GetHashCode();

    /// <summary>The signs as a word over + and -.</summary>
    public override string ToString() => Cone.ToString()[1..];

    private (IReadOnlyList<ColumnVector<Cyclotomic>> Vertices, IReadOnlyList<ColumnVector<Cyclotomic>> Directions) ComputeShape() =>
        (Cone.Rays.Where(ray => !ray[^1].IsZero).Select(ray => (ColumnVector<Cyclotomic>)[.. ray.SkipLast(1).Select(x => x / ray[^1])]).ToArray().AsReadOnly(),
            Cone.Rays.Where(ray => ray[^1].IsZero).Select(ray => (ColumnVector<Cyclotomic>)[.. ray.SkipLast(1)]).ToArray().AsReadOnly());
}

/// <summary>An orbit of regions under the symmetry group.</summary>
public sealed record RegionOrbit
{
    internal RegionOrbit(int position, Region representative, BigInteger size, BigInteger stabiliserOrder)
    {
        Position = position;
        Representative = representative;
        Size = size;
        StabiliserOrder = stabiliserOrder;
    }

    /// <summary>Its place in <see cref="RegionEnumeration.Orbits"/>, from 0.</summary>
    public int Position { get; }

    /// <summary>One region of it: the same from run to run, chosen by the method.</summary>
    public Region Representative { get; }

    /// <summary>The number of regions.</summary>
    public BigInteger Size { get; }

    /// <summary>The order of the stabiliser of a region in the symmetry group.</summary>
    public BigInteger StabiliserOrder { get; }
}
