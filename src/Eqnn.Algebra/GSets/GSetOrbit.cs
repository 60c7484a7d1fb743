using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>An orbit <c>O ≅ G/H</c> of a <see cref="GSet"/>, with a base point x and its stabiliser <c>H</c>.</summary>
/// <remarks>Unique: the set of points. Chosen: the base point, which is the least point of the orbit.</remarks>
public sealed class GSetOrbit
{
    private readonly long _offset;
    private readonly OrbitStructure _structure;

    internal GSetOrbit(long offset, long length, OrbitStructure structure)
    {
        _offset = offset;
        Length = length;
        _structure = structure;
    }

    /// <summary>The number of points, |G| / |H|.</summary>
    public long Length { get; }

    /// <summary>The base point x, from 0 in the G-set.</summary>
    public int BasePoint => checked((int)(_offset + _structure.BasePoint));

    /// <summary>The stabiliser H of the base point.</summary>
    public FiniteGroup Stabilizer => _structure.Stabilizer;

    /// <summary>The points in ascending order.</summary>
    public IReadOnlyList<int> Points => [.. _structure.Points.Order().Select(point => checked((int)(_offset + point)))];

    /// <summary>The pieces of the orbit as seen from its base point; the first one holds the base point alone or with points that fix it.</summary>
    /// <remarks>Everything that Theorem 2 and the isotypic projectors need of an orbit. Computed on first use, by the cheaper of two ways (docs/theory.md#stabilisers).</remarks>
    public IReadOnlyList<OrbitPiece> Pieces => _structure.Pieces;

    /// <summary>The position in <see cref="Pieces"/> of <c>t⁻¹ z</c>, where t is any element with <c>t x = w</c>; it does not depend on t.</summary>
    /// <param name="z">A point of this orbit.</param>
    /// <param name="w">A point of this orbit.</param>
    public int PieceOfPair(int z, int w) => _structure.PieceOfPair((int)(z - _offset), (int)(w - _offset));

    /// <summary>Some element of the group that sends the base point to <paramref name="point"/>.</summary>
    public Permutation ElementTo(int point) => _structure.ElementTo((int)(point - _offset));

    /// <summary>Equal (the same object) for orbits that are isomorphic with equal stabilisers of their base points, as far as that was seen: everything but the points is the same for them.</summary>
    internal object Kind => _structure.Kind;

    internal GSetOrbit Shifted(long by) => new(_offset + by, Length, _structure);

    /// <summary>The number of points, and the base point from 1.</summary>
    public override string ToString() => FormattableString.Invariant($"orbit of {Length} points, base point {BasePoint + 1}");
}
