using Eqnn.Algebra;
using Eqnn.Algebra.LinearAlgebra;
using Eqnn.Algebra.Numbers;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>A continuous equivariant map from V to a simple K that is linear on every cone of a fan, given by its values on one ray of each orbit.</summary>
public sealed class EquivariantMap
{
    private readonly ProjectedBasis _target;

    internal EquivariantMap(EquivariantFan fan, ProjectedBasis target, IReadOnlyList<IReadOnlyList<Cyclotomic>> values)
    {
        Fan = fan;
        _target = target;
        ValuesOnRayOrbits = values;
    }

    /// <summary>The fan.</summary>
    public EquivariantFan Fan { get; }

    /// <summary>The value on the representative of each orbit of rays, in the coordinates of K.</summary>
    public IReadOnlyList<IReadOnlyList<Cyclotomic>> ValuesOnRayOrbits { get; }

    /// <summary>The value <c>F(g ρ) = g F(ρ)</c> on the vector of a ray.</summary>
    public IReadOnlyList<Cyclotomic> ValueOn(FanRay ray) => _target.MatrixOf(ray.Element) * ValuesOnRayOrbits[ray.Orbit];

    /// <summary>The matrix of the map on a representative chamber: rows coordinates of K, columns coordinates of V.</summary>
    /// <exception cref="CertificateException">The values on the rays of the chamber are not those of a linear map: the map was not built from a solution.</exception>
    public Matrix<Cyclotomic> MatrixOn(FanChamberOrbit chamber)
    {
        // A · (columns of rays) = (columns of values): row by row, R^T a = values.
        var rays = Matrix<Cyclotomic>.FromRows(chamber.Rays.Select(ray => ray.Direction));
        var values = chamber.Rays.Select(ValueOn).ToList();
        return Matrix<Cyclotomic>.FromRows(Enumerable.Range(0, _target.Points.Count).Select(i => rays.Solve([.. values.Select(value => value[i])])
            ?? throw new CertificateException("the values on the rays of a chamber belong to a linear map", $"a chamber with {chamber.Rays.Count} rays of {Fan.Space}")));
    }
}
