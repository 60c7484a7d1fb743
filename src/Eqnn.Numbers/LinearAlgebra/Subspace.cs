using System.Diagnostics;

namespace Eqnn.Numbers.LinearAlgebra;

/// <summary>A subspace of <c>T^n</c>, by its one reduced basis.</summary>
/// <typeparam name="T">The field: <see cref="Rational"/>, <see cref="Cyclotomic"/>, <see cref="RealCyclotomic"/>.</typeparam>
/// <remarks>
/// <para><b>Canonical form.</b> The last nonzero entry of each basis vector is 1, alone in its position among the basis, and these positions ascend: the reduced echelon form read from the right,
/// so that the solutions of equations have 1 at their own free unknown and 0 at the other free ones. Equal subspaces have equal bases.</para>
/// <para><b>Cost.</b> One elimination to make it; membership and coordinates are read off.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Subspace<T> : IEquatable<Subspace<T>>
    where T : IField<T>
{
    private Subspace(int ambientDimension, IReadOnlyList<ColumnVector<T>> basis)
    {
        AmbientDimension = ambientDimension;
        Basis = basis;
        Positions = [.. basis.Select(vector => vector.Entries.Length - 1 - TrailingZeros(vector))];
    }

    /// <summary>The n of <c>T^n</c>.</summary>
    public int AmbientDimension { get; }

    /// <summary>The number of basis vectors.</summary>
    public int Dimension => Basis.Count;

    /// <summary>The reduced basis.</summary>
    public IReadOnlyList<ColumnVector<T>> Basis { get; }

    /// <summary>The position of the last nonzero entry of each basis vector, ascending: the coordinates of a vector of the subspace are its entries there.</summary>
    public IReadOnlyList<int> Positions { get; }

    /// <summary>All of <c>T^n</c>.</summary>
    public static Subspace<T> Whole(int n) => new(n, [.. Enumerable.Range(0, n).Select(i => ColumnVector<T>.Unit(n, i))]);

    /// <summary>The zero subspace of <c>T^n</c>.</summary>
    public static Subspace<T> Zero(int n) => new(n, []);

    /// <summary>The subspace of <c>T^n</c> that vectors span.</summary>
    /// <exception cref="ArgumentException">A vector has not n entries.</exception>
    public static Subspace<T> Span(int n, IEnumerable<IReadOnlyList<T>> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var rows = vectors.ToList();
        rows.ForEach(row => ColumnVector.CheckLengths(n, row.Count));

        // The reduced form from the right is that from the left of the mirrored vectors.
        var entries = new T[rows.Count * n];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = rows[i / n][n - 1 - (i % n)];
        }

        var rank = GaussianElimination.Reduce(entries, rows.Count, n, n).Count;
        var basis = new ColumnVector<T>[rank];
        for (var k = 0; k < rank; k++)
        {
            var vector = entries[(k * n)..((k + 1) * n)];
            Array.Reverse(vector);
            basis[rank - 1 - k] = new(vector);
        }

        return new(n, basis.AsReadOnly());
    }

    /// <summary>The vectors that a matrix maps to 0.</summary>
    public static Subspace<T> KernelOf(Matrix<T> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new(matrix.ColumnCount, matrix.NullSpace());
    }

    /// <summary>The solutions in <c>T^n</c> of linear equations: the vectors whose product with each of the given ones is 0.</summary>
    /// <exception cref="ArgumentException">An equation has not n coefficients.</exception>
    public static Subspace<T> SolutionsOf(int n, IEnumerable<IReadOnlyList<T>> equations)
    {
        ArgumentNullException.ThrowIfNull(equations);
        var rows = equations.ToList();
        rows.ForEach(row => ColumnVector.CheckLengths(n, row.Count));
        return rows.Count == 0 ? Whole(n) : KernelOf(Matrix<T>.FromRows(rows));
    }

    /// <summary>The vectors of <c>T^n</c> that n × n matrices fix; all of them without a matrix.</summary>
    /// <exception cref="ArgumentException">A matrix has another shape.</exception>
    public static Subspace<T> FixedBy(int n, IEnumerable<Matrix<T>> matrices)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        var identity = Matrix<T>.Identity(n);
        return SolutionsOf(n, matrices.Where(matrix => matrix != identity).SelectMany(matrix => (matrix - identity).Rows()));
    }

    /// <summary>The span of both.</summary>
    /// <exception cref="ArgumentException">They lie in different spaces.</exception>
    public static Subspace<T> operator +(Subspace<T> left, Subspace<T> right)
    {
        ColumnVector.CheckLengths(left.AmbientDimension, right.AmbientDimension);
        return Span(left.AmbientDimension, left.Basis.Concat(right.Basis));
    }

    /// <summary>Whether the subspaces are equal.</summary>
    public static bool operator ==(Subspace<T>? left, Subspace<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the subspaces differ.</summary>
    public static bool operator !=(Subspace<T>? left, Subspace<T>? right) => !(left == right);

    /// <summary>Whether a vector lies in the subspace.</summary>
    /// <exception cref="ArgumentException">The vector has another length than the vectors of the subspace.</exception>
    public bool Contains(IReadOnlyList<T> vector) => TryCoordinates(vector) is not null;

    /// <summary>Whether another subspace lies in this one.</summary>
    /// <exception cref="ArgumentException">They lie in different spaces.</exception>
    public bool Contains(Subspace<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ColumnVector.CheckLengths(AmbientDimension, other.AmbientDimension);
        return other.Basis.All(Contains);
    }

    /// <summary>The c with <c>vector = Σ c_k Basis[k]</c>; <c>null</c> if the vector does not lie in the subspace.</summary>
    /// <exception cref="ArgumentException">The vector has another length than the vectors of the subspace.</exception>
    public ColumnVector<T>? TryCoordinates(IReadOnlyList<T> vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        ColumnVector.CheckLengths(AmbientDimension, vector.Count);
        ColumnVector<T> coordinates = [.. Positions.Select(position => vector[position])];
        return ColumnVector.Combination(AmbientDimension, coordinates, Basis).Entries.SequenceEqual(ColumnVector.Of(vector).Entries) ? coordinates : null;
    }

    /// <summary>The vectors of both subspaces.</summary>
    /// <exception cref="ArgumentException">They lie in different spaces.</exception>
    public Subspace<T> Intersect(Subspace<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ColumnVector.CheckLengths(AmbientDimension, other.AmbientDimension);
        return SolutionsOf(AmbientDimension, Annihilator().Basis.Concat(other.Annihilator().Basis));
    }

    /// <summary>The vectors whose product with all of the subspace is 0: over a real field the orthogonal complement.</summary>
    public Subspace<T> Annihilator() => SolutionsOf(AmbientDimension, Basis);

    /// <summary>The complement that the unit vectors outside <see cref="Positions"/> span: chosen, not orthogonal.</summary>
    public Subspace<T> UnitComplement() =>
        new(AmbientDimension, [.. Enumerable.Range(0, AmbientDimension).Where(i => !Positions.Contains(i)).Select(i => ColumnVector<T>.Unit(AmbientDimension, i))]);

    /// <summary>The images of all vectors under a matrix.</summary>
    /// <exception cref="ArgumentException">The matrix has not as many columns as the vectors have entries.</exception>
    public Subspace<T> ImageUnder(Matrix<T> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ColumnVector.CheckLengths(matrix.ColumnCount, AmbientDimension);
        return Span(matrix.RowCount, Basis.Select(vector => matrix * vector));
    }

    /// <inheritdoc/>
    public bool Equals(Subspace<T>? other) => other is not null && AmbientDimension == other.AmbientDimension && Basis.SequenceEqual(other.Basis);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Subspace<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Basis.Aggregate(AmbientDimension, HashCode.Combine);

    /// <summary><c>{0}</c>, or the basis vectors as <c>&lt;(1, 0, 0), (0, -1, 1)&gt;</c>.</summary>
    public override string ToString() => Dimension == 0 ? "{0}" : "<" + string.Join(", ", Basis) + ">";

    private static int TrailingZeros(ColumnVector<T> vector)
    {
        var zeros = 0;
        while (vector[vector.Count - 1 - zeros].IsZero)
        {
            zeros++;
        }

        return zeros;
    }
}
