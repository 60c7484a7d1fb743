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
    private readonly IReadOnlyList<IReadOnlyList<IReadOnlyList<Cyclotomic>>> _fixed;
    private readonly int[] _offsets;

    private RayCoordinates(EquivariantFan fan, MatrixRepresentation target, IReadOnlyList<IReadOnlyList<IReadOnlyList<Cyclotomic>>> fixedVectors)
    {
        _fan = fan;
        _target = target;
        _fixed = fixedVectors;
        _offsets = new int[fixedVectors.Count];
        for (var i = 0; i < _offsets.Length; i++)
        {
            _offsets[i] = Count;
            Count += fixedVectors[i].Count;
        }
    }

    /// <summary>The number of coordinates, <c>Σ dim K^{Stab(ρ)}</c>.</summary>
    public int Count { get; }

    public static RayCoordinates Of(EquivariantFan fan, MatrixRepresentation target) =>
        new(fan, target, [.. fan.RayOrbits.Select(orbit => FixedVectors.Of(target, orbit.Stabilizer.Generators))]);

    /// <summary>The values on the representatives of the ray orbits that belong to coordinates.</summary>
    public IReadOnlyList<IReadOnlyList<Cyclotomic>> ValuesOf(IReadOnlyList<Cyclotomic> coordinates) =>
        [.. _fixed.Select((basis, i) => Combine(basis, coordinates.Skip(_offsets[i]).Take(basis.Count)))];

    /// <summary>The coordinates of an equivariant map from its values on the representatives.</summary>
    public IReadOnlyList<Cyclotomic> CoordinatesOf(Func<IReadOnlyList<Cyclotomic>, IReadOnlyList<Cyclotomic>> map)
    {
        var coordinates = new List<Cyclotomic>();
        for (var i = 0; i < _fixed.Count; i++)
        {
            var value = map(_fan.RayOrbits[i].Representative);
            if (_fixed[i].Count > 0)
            {
                coordinates.AddRange(Matrix<Cyclotomic>.FromRows(_fixed[i]).Transpose().Solve(value)
                    ?? throw new CertificateException("the value on a ray is fixed by its stabiliser", $"ray orbit {i + 1} of {_fan.Space}"));
            }
            else if (value.Any(c => !c.IsZero))
            {
                throw new CertificateException("the value on a ray is fixed by its stabiliser", $"ray orbit {i + 1} of {_fan.Space}");
            }
        }

        return coordinates;
    }

    /// <summary>A reduced basis of the coordinates that satisfy the relations of the rays of every chamber.</summary>
    public IReadOnlyList<IReadOnlyList<Cyclotomic>> SolutionSpace(CancellationToken cancellationToken)
    {
        var equations = new List<IReadOnlyList<Cyclotomic>>();
        foreach (var chamber in _fan.ChamberOrbits.Where(chamber => chamber.Rays.Count > _fan.Space.Dimension))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var images = chamber.Rays.Select(ray => _fixed[ray.Orbit].Select(vector => _target.MatrixOf(ray.Element) * vector).ToList()).ToList();
            foreach (var relation in Matrix<Cyclotomic>.FromRows(chamber.Rays.Select(ray => ray.Direction)).Transpose().NullSpace())
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

        return equations.Count == 0
            ? [.. Enumerable.Range(0, Count).Select(i => Matrix<Cyclotomic>.Identity(Count).Column(i))]
            : Matrix<Cyclotomic>.FromRows(equations).NullSpace();
    }

    private Cyclotomic[] Combine(IReadOnlyList<IReadOnlyList<Cyclotomic>> vectors, IEnumerable<Cyclotomic> coefficients)
    {
        var sum = new Cyclotomic[_target.Dimension];
        foreach (var (vector, coefficient) in vectors.Zip(coefficients))
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += coefficient * vector[i];
            }
        }

        return sum;
    }
}
