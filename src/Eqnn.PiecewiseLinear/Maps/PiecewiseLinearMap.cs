using System.Collections.Concurrent;
using System.Diagnostics;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>A continuous equivariant map between representations that is linear on every cone of a fan; exact, positively homogeneous.</summary>
/// <remarks>
/// <para><b>Stored</b> is the value on one ray of each orbit; the group translates it to the other rays, <c>F(gρ) = g F(ρ)</c>, and the rays of a chamber determine the matrix there.</para>
/// <para><b>Well defined.</b> Continuity and equivariance are checked whenever a map is made from matrices; <see cref="Verify"/> checks both again by another route. A map that is not equivariant is a map of the group of one element.</para>
/// <para><b>Equality</b> is that of functions between the same representations: the fans may differ. <b>Source.</b> docs/theory.md#fans.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class PiecewiseLinearMap : IEquatable<PiecewiseLinearMap>
{
    private readonly ConcurrentDictionary<Chamber, Matrix<Cyclotomic>> _matrices = new();
    private readonly Lazy<IReadOnlyList<Matrix<Cyclotomic>>> _onOrbits;

    internal PiecewiseLinearMap(EquivariantFan fan, MatrixRepresentation target, IReadOnlyList<ColumnVector<Cyclotomic>> values)
    {
        Fan = fan;
        Target = target;
        ValuesOnRayOrbits = values;
        _onOrbits = new(() => [.. Fan.ChamberOrbits.Select(MatrixOn)]);
    }

    /// <summary>The fan.</summary>
    public EquivariantFan Fan { get; }

    /// <summary>The representation on which the map is defined.</summary>
    public MatrixRepresentation Source => Fan.Space;

    /// <summary>The representation in which the values lie.</summary>
    public MatrixRepresentation Target { get; }

    /// <summary>The value on the representative of each orbit of rays, in the coordinates of the target.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> ValuesOnRayOrbits { get; }

    /// <summary>The matrix on the representative of each orbit of chambers: rows coordinates of the target, columns coordinates of the source.</summary>
    public IReadOnlyList<Matrix<Cyclotomic>> MatricesOnChamberOrbits => _onOrbits.Value;

    /// <summary>Whether the map is zero everywhere.</summary>
    public bool IsZero => ValuesOnRayOrbits.All(value => value.All(c => c.IsZero));

    /// <summary>The map that has the given matrix on the representative of each orbit of chambers of a fan.</summary>
    /// <param name="fan">The fan.</param>
    /// <param name="target">The target.</param>
    /// <param name="matrices">One matrix for each of <see cref="EquivariantFan.ChamberOrbits"/>, in their order.</param>
    /// <exception cref="ArgumentException">The matrices have wrong shapes, or no continuous equivariant map has them; names the ray at which two values differ.</exception>
    public static PiecewiseLinearMap FromMatrices(EquivariantFan fan, MatrixRepresentation target, IEnumerable<Matrix<Cyclotomic>> matrices)
    {
        ArgumentNullException.ThrowIfNull(fan);
        ArgumentNullException.ThrowIfNull(target);
        return new(fan, target, RayValues.Of(fan, target, [.. matrices]));
    }

    /// <summary>The map that has the given value on the representative of each orbit of rays of a fan.</summary>
    /// <param name="fan">The fan.</param>
    /// <param name="target">The target.</param>
    /// <param name="values">One vector for each of <see cref="EquivariantFan.RayOrbits"/>, in their order.</param>
    /// <exception cref="ArgumentException">The vectors have another number or length, or no continuous equivariant map has them: the stabiliser of a ray moves its value, or the values on the rays of a chamber, which has more rays than the space dimensions, belong to no linear map.</exception>
    public static PiecewiseLinearMap FromRayValues(EquivariantFan fan, MatrixRepresentation target, IEnumerable<ColumnVector<Cyclotomic>> values)
    {
        ArgumentNullException.ThrowIfNull(fan);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(values);
        ColumnVector<Cyclotomic>[] list = [.. values];
        if (list.Length != fan.RayOrbits.Count || list.Any(value => value.Count != target.Dimension))
        {
            throw new ArgumentException(FormattableString.Invariant($"a vector of {target.Dimension} coordinates for each of the {fan.RayOrbits.Count} orbits of rays is expected"), nameof(values));
        }

        var matrices = fan.ChamberOrbits.Select((orbit, i) => Through(orbit.Rays, target.Dimension, ray => target.MatrixOf(ray.Element) * list[ray.Orbit])
            ?? throw new ArgumentException(FormattableString.Invariant($"the values on the {orbit.Rays.Count} rays of chamber {i + 1} belong to no linear map"), nameof(values)));
        return FromMatrices(fan, target, matrices);
    }

    /// <summary>The linear map with the given matrix, on a fan.</summary>
    /// <exception cref="ArgumentException">The matrix has the wrong shape or is not equivariant.</exception>
    public static PiecewiseLinearMap Linear(EquivariantFan fan, MatrixRepresentation target, Matrix<Cyclotomic> matrix)
    {
        ArgumentNullException.ThrowIfNull(fan);
        return FromMatrices(fan, target, Enumerable.Repeat(matrix, fan.ChamberOrbits.Count));
    }

    /// <summary>The zero map on a fan.</summary>
    public static PiecewiseLinearMap Zero(EquivariantFan fan, MatrixRepresentation target)
    {
        ArgumentNullException.ThrowIfNull(fan);
        ArgumentNullException.ThrowIfNull(target);
        return FromFunction(fan, target, _ => ColumnVector<Cyclotomic>.Zero(target.Dimension));
    }

    /// <summary>The value <c>F(g ρ) = g F(ρ)</c> on the vector of a ray.</summary>
    public ColumnVector<Cyclotomic> ValueOn(FanRay ray)
    {
        ArgumentNullException.ThrowIfNull(ray);
        return Target.MatrixOf(ray.Element) * ValuesOnRayOrbits[ray.Orbit];
    }

    /// <summary>The matrix of the map on a representative chamber: rows coordinates of the target, columns coordinates of the source.</summary>
    public Matrix<Cyclotomic> MatrixOn(FanChamberOrbit chamber)
    {
        ArgumentNullException.ThrowIfNull(chamber);
        return _matrices.GetOrAdd(chamber.Orbit.Representative, _ => Through(chamber.Rays));
    }

    /// <summary>The matrix of the map on any chamber of its fan, by the rays of that chamber.</summary>
    /// <exception cref="ArgumentException">The chamber belongs to another fan.</exception>
    public Matrix<Cyclotomic> MatrixOn(Chamber chamber)
    {
        ArgumentNullException.ThrowIfNull(chamber);
        return ReferenceEquals(chamber.Arrangement, Fan.Chambers.Arrangement)
            ? _matrices.GetOrAdd(chamber, c => Through([.. c.Rays.Select(RayThrough)]))
            : throw new ArgumentException("the chamber belongs to another fan", nameof(chamber));
    }

    /// <summary>The value at a point, exactly.</summary>
    /// <exception cref="ArgumentException">The point has the wrong number of coordinates.</exception>
    public ColumnVector<Cyclotomic> Evaluate(IReadOnlyList<Cyclotomic> point) => MatrixOn(Fan.Chambers.ChamberAt(point)) * point;

    /// <summary>The value at a point in doubles, within a few units of rounding of the largest product met; near a wall the matrix of either side may be used.</summary>
    /// <exception cref="ArgumentException">The point has the wrong number of coordinates, or one that is not finite.</exception>
    public IReadOnlyList<double> ApproximateAt(IReadOnlyList<double> point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point.FirstOrDefault(x => !double.IsFinite(x), 0) is var bad && bad != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"the coordinate {bad} is not finite"), nameof(point));
        }

        // A double is a rational number: the chamber is the true one, only the product is rounded.
        var matrix = MatrixOn(Fan.Chambers.ChamberAt([.. point.Select(x => (Cyclotomic)Rational.FromDouble(x))]));
        return [.. Enumerable.Range(0, matrix.RowCount).Select(i => Enumerable.Range(0, matrix.ColumnCount).Sum(j => matrix[i, j].ToDouble() * point[j]))];
    }

    /// <summary>A map that is linear on the chambers of a fan, by its values; that it is linear there is the duty of the caller.</summary>
    internal static PiecewiseLinearMap FromFunction(EquivariantFan fan, MatrixRepresentation target, Func<ColumnVector<Cyclotomic>, ColumnVector<Cyclotomic>> values) =>
        new(fan, target, [.. fan.RayOrbits.Select(orbit => values(orbit.Representative))]);

    private FanRay RayThrough(ColumnVector<Cyclotomic> vector) => RayOf(Fan, vector);

    /// <summary>The ray of a fan through a vector of a chamber.</summary>
    /// <exception cref="CertificateException">It is none.</exception>
    internal static FanRay RayOf(EquivariantFan fan, ColumnVector<Cyclotomic> vector) =>
        fan.TryFindRay(vector) ?? throw new CertificateException("the rays of every chamber belong to the fan", $"a chamber of {fan.Space}");

    private Matrix<Cyclotomic> Through(IReadOnlyList<FanRay> rays) =>
        Through(rays, Target.Dimension, ValueOn) ?? throw new CertificateException("the values on the rays of a chamber belong to a linear map", $"a chamber with {rays.Count} rays of {Fan.Space}");

    /// <summary>The matrix A with A · (columns of rays) = (columns of values): row by row, R^T a = values. Null if there is none.</summary>
    private static Matrix<Cyclotomic>? Through(IReadOnlyList<FanRay> rays, int dimension, Func<FanRay, ColumnVector<Cyclotomic>> valueOn)
    {
        var directions = Matrix<Cyclotomic>.FromRows(rays.Select(ray => ray.Direction));
        var values = rays.Select(valueOn).ToList();
        var rows = Enumerable.Range(0, dimension).Select(i => directions.Solve([.. values.Select(value => value[i])])).ToList();
        return rows.Contains(null) ? null : Matrix<Cyclotomic>.FromRows(rows!);
    }
}
