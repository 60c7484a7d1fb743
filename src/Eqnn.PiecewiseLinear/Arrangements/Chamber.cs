using System.Diagnostics;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>A chamber of an arrangement: a connected component of the complement of its hyperplanes, an open convex cone, given by the sign of every hyperplane.</summary>
/// <remarks>Rays, walls and the interior point are computed when first asked for. Vectors are in the coordinates of the arrangement, 0 on the columns left over by a basis: representatives modulo the lineality space.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Chamber : IEquatable<Chamber>
{
    private readonly IChamberEngine? _engine;
    private readonly ulong[] _positive;
    private readonly Lazy<(IReadOnlyList<ColumnVector<Cyclotomic>> Rays, IReadOnlyList<int> Walls)> _shape;

    internal Chamber(Arrangement arrangement, IChamberEngine? engine, ulong[] positive)
    {
        Arrangement = arrangement;
        _engine = engine;
        _positive = positive;
        var signs = new int[arrangement.Hyperplanes.Count];
        var order = arrangement.InternalOrder;
        for (var j = 0; j < signs.Length; j++)
        {
            signs[order[j]] = ((positive[j >> 6] >> (j & 63)) & 1) != 0 ? 1 : -1;
        }

        Signs = Array.AsReadOnly(signs);
        _shape = new(ComputeShape);
    }

    /// <summary>The arrangement it belongs to.</summary>
    public Arrangement Arrangement { get; }

    /// <summary>1 or -1 for each hyperplane, by position.</summary>
    public IReadOnlyList<int> Signs { get; }

    /// <summary>1, 0 or -1 for each row; 0 for zero rows.</summary>
    public IReadOnlyList<int> RowSigns =>
        Enumerable.Range(0, Arrangement.Rows.Count).Select(r => Arrangement.System.HyperplaneOf[r] < 0 ? 0 : Arrangement.System.SignOf[r] * Signs[Arrangement.System.HyperplaneOf[r]]).ToArray().AsReadOnly();

    /// <summary>A vector on each extreme ray of its closure, modulo lineality; the scale is chosen (integral over the ring, without rational content), the order fixed.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Rays => _shape.Value.Rays;

    /// <summary>The positions of the hyperplanes that carry its facets, ascending.</summary>
    public IReadOnlyList<int> Walls => _shape.Value.Walls;

    /// <summary>Whether it has exactly as many rays as the arrangement has dimensions.</summary>
    public bool IsSimplicial => Rays.Count == Arrangement.Dimension;

    /// <summary>A point inside: the sum of the <see cref="Rays"/>; 0 if there are no hyperplanes.</summary>
    public ColumnVector<Cyclotomic> InteriorPoint =>
        Rays.Aggregate(ColumnVector<Cyclotomic>.Zero(Arrangement.AmbientDimension), (sum, ray) => sum + ray);

    internal ulong[] Positive => _positive;

    /// <summary>The chamber on the other side of a wall.</summary>
    /// <exception cref="ArgumentException">The hyperplane is not a wall of this chamber.</exception>
    public Chamber Across(int wall)
    {
        if (!Walls.Contains(wall))
        {
            throw new ArgumentException(FormattableString.Invariant($"hyperplane {wall + 1} is not a wall of this chamber"), nameof(wall));
        }

        var place = Arrangement.InternalOrder.IndexOf(wall);
        var flipped = (ulong[])_positive.Clone();
        flipped[place >> 6] ^= 1UL << (place & 63);
        return new Chamber(Arrangement, _engine, flipped);
    }

    /// <inheritdoc/>
    public bool Equals(Chamber? other) => other is not null && ReferenceEquals(Arrangement, other.Arrangement) && _positive.AsSpan().SequenceEqual(other._positive);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Chamber);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((int)_positive.Aggregate(0UL, (hash, word) => Bits.Mix(hash ^ word)));

    /// <summary>The signs as a word over + and -.</summary>
    public override string ToString() => string.Concat(Signs.Select(s => s > 0 ? '+' : '-'));

    /// <summary>Essential coordinates as a vector of the arrangement's space.</summary>
    internal static ColumnVector<Cyclotomic> ToAmbient(Arrangement arrangement, BigInteger[] coordinates)
    {
        var m = arrangement.System.Ring.Degree;
        var vector = new Cyclotomic[arrangement.AmbientDimension];
        var columns = arrangement.System.BasisColumns;
        for (var c = 0; c < columns.Length; c++)
        {
            vector[columns[c]] = RowSystem.ToCyclotomic(arrangement.System.Ring, coordinates.AsSpan(c * m, m));
        }

        return [.. vector];
    }

    private (IReadOnlyList<ColumnVector<Cyclotomic>> Rays, IReadOnlyList<int> Walls) ComputeShape()
    {
        if (_engine is null)
        {
            return ([], []);
        }

        var (rays, facets) = _engine.Describe(_positive);
        var walls = facets.Select(f => Arrangement.InternalOrder[f]).Order().ToArray();
        return (rays.Select(r => ToAmbient(Arrangement, r)).ToArray().AsReadOnly(), Array.AsReadOnly(walls));
    }
}
