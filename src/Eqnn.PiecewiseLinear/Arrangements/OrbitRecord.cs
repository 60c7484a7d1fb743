using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>One chamber of an orbit and what lies around it; hyperplanes by their positions from 0, elements by the images of the base, signed hyperplanes from 1.</summary>
public sealed class OrbitRecord
{
    private readonly Arrangement _arrangement;
    private readonly BigInteger[] _point;

    /// <param name="arrangement">The arrangement.</param>
    /// <param name="point">The sum of the rays of the chamber, in essential coordinates.</param>
    /// <param name="stabiliserOrder">The order of its stabiliser in the group as it acts on the signed hyperplanes.</param>
    /// <param name="stabiliser">Generators of that.</param>
    /// <param name="walls">Its walls, ascending.</param>
    /// <param name="crossings">For the least wall of each orbit of the stabiliser: the orbit beyond, and an element that carries the chamber beyond to the chamber of that orbit.</param>
    internal OrbitRecord(Arrangement arrangement, BigInteger[] point, BigInteger stabiliserOrder, IReadOnlyList<IReadOnlyList<int>> stabiliser, IReadOnlyList<int> walls, IReadOnlyList<(int Wall, int To, IReadOnlyList<int> By)> crossings) =>
        (_arrangement, _point, StabiliserOrder, Stabiliser, Walls, Crossings) = (arrangement, point, stabiliserOrder, stabiliser, walls, crossings);

    /// <summary>Whether <see cref="IntegerPoint"/> says the point: the rows are rational.</summary>
    public bool IsRational => _arrangement.Conductor == 1;

    /// <summary>A point in the chamber: the sum of its rays.</summary>
    public IReadOnlyList<Cyclotomic> Point => Chamber.ToAmbient(_arrangement, _point);

    /// <summary>The point, which has whole coordinates where the rows are rational.</summary>
    /// <exception cref="InvalidOperationException">They are not.</exception>
    public IReadOnlyList<BigInteger> IntegerPoint
    {
        get
        {
            if (!IsRational)
            {
                throw new InvalidOperationException("the rows of the arrangement are not rational");
            }

            var ambient = new BigInteger[_arrangement.AmbientDimension];
            for (var i = 0; i < _point.Length; i++)
            {
                ambient[_arrangement.System.BasisColumns[i]] = _point[i];
            }

            return ambient;
        }
    }

    /// <summary>The order of its stabiliser in the group as it acts on the signed hyperplanes.</summary>
    public BigInteger StabiliserOrder { get; }

    /// <summary>Generators of the stabiliser.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Stabiliser { get; }

    /// <summary>The walls, ascending.</summary>
    public IReadOnlyList<int> Walls { get; }

    /// <summary>For the least wall of each orbit of the stabiliser: the orbit beyond, and an element that carries the chamber beyond to the chamber of that orbit.</summary>
    public IReadOnlyList<(int Wall, int To, IReadOnlyList<int> By)> Crossings { get; }
}
