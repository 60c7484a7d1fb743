using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>Coordinates for equivariant functions on the rays of a fan with values in K: for each orbit of rays a basis of <c>K^{Stab(ρ)}</c>.</summary>
internal sealed class RayCoordinates
{
    private readonly EquivariantFan _fan;
    private readonly MatrixRepresentation _target;
    private readonly IReadOnlyList<Subspace<Cyclotomic>> _fixed;
    private readonly int[] _offsets;

    private RayCoordinates(EquivariantFan fan, MatrixRepresentation target, IReadOnlyList<Subspace<Cyclotomic>> fixedVectors)
    {
        _fan = fan;
        _target = target;
        _fixed = fixedVectors;
        _offsets = new int[fixedVectors.Count];
        for (var i = 0; i < _offsets.Length; i++)
        {
            _offsets[i] = Count;
            Count += fixedVectors[i].Dimension;
        }
    }

    /// <summary>The number of coordinates, <c>Σ dim K^{Stab(ρ)}</c>.</summary>
    public int Count { get; }

    public static RayCoordinates Of(EquivariantFan fan, MatrixRepresentation target) =>
        new(fan, target, [.. fan.RayOrbits.Select(orbit => target.FixedBy(orbit.Stabilizer.Generators))]);

    /// <summary>The values on the representatives of the ray orbits that belong to coordinates.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> ValuesOf(IReadOnlyList<Cyclotomic> coordinates) =>
        [.. _fixed.Select((space, i) => ColumnVector.Combination(_target.Dimension, [.. coordinates.Skip(_offsets[i]).Take(space.Dimension)], space.Basis))];

    /// <summary>The coordinates of an equivariant map from its values on the representatives.</summary>
    public ColumnVector<Cyclotomic> CoordinatesOf(Func<ColumnVector<Cyclotomic>, ColumnVector<Cyclotomic>> map)
    {
        var coordinates = new List<Cyclotomic>();
        for (var i = 0; i < _fixed.Count; i++)
        {
            coordinates.AddRange(_fixed[i].TryCoordinates(map(_fan.RayOrbits[i].Representative))
                ?? throw new CertificateException("the value on a ray is fixed by its stabiliser", $"ray orbit {i + 1} of {_fan.Space}"));
        }

        return [.. coordinates];
    }

    /// <summary>A reduced basis of the coordinates that satisfy the relations of the rays of every chamber.</summary>
    public Subspace<Cyclotomic> SolutionSpace(CancellationToken cancellationToken)
    {
        var equations = new List<IReadOnlyList<Cyclotomic>>();
        foreach (var chamber in _fan.ChamberOrbits.Where(chamber => chamber.Rays.Count > _fan.Space.Dimension))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var images = chamber.Rays.Select(ray => _fixed[ray.Orbit].Basis.Select(vector => _target.MatrixOf(ray.Element) * vector).ToList()).ToList();
            foreach (var relation in Matrix<Cyclotomic>.FromColumns(chamber.Rays.Select(ray => ray.Direction)).NullSpace())
            {
                var rows = Enumerable.Range(0, _target.Dimension).Select(_ => new Cyclotomic[Count]).ToArray();
                for (var i = 0; i < chamber.Rays.Count; i++)
                {
                    for (var j = 0; j < images[i].Count && !relation[i].IsZero; j++)
                    {
                        for (var k = 0; k < rows.Length; k++)
                        {
                            rows[k][_offsets[chamber.Rays[i].Orbit] + j] += relation[i] * images[i][j][k];
                        }
                    }
                }

                equations.AddRange(rows);
            }
        }

        return Subspace<Cyclotomic>.SolutionsOf(Count, equations);
    }
}
