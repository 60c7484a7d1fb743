using System.Diagnostics;
using System.Text;

namespace Eqnn.Numbers.LinearAlgebra;

/// <summary>A matrix over a field, exact and immutable.</summary>
/// <typeparam name="T">The field: <see cref="Rational"/>, <see cref="Cyclotomic"/>, <see cref="RealCyclotomic"/>.</typeparam>
/// <remarks>
/// <para><b>Conventions.</b> Row = target, column = source; indices from 0. A matrix may have no rows or no columns. Equality is by shape and entries.</para>
/// <para><b>Not</b> numeric: nothing is rounded, and elimination picks pivots by position, not by size. Cost of elimination: at most rows · columns · rank field operations.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Matrix<T> : IEquatable<Matrix<T>>
    where T : IField<T>
{
    // Row by row; never written to after construction.
    private readonly T[] _entries;

    private Matrix(int rowCount, int columnCount, T[] entries)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        _entries = entries;
    }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Whether there are as many rows as columns.</summary>
    public bool IsSquare => RowCount == ColumnCount;

    /// <summary>The sum of the diagonal entries.</summary>
    /// <exception cref="InvalidOperationException">The matrix is not square.</exception>
    public T Trace
    {
        get
        {
            CheckSquare("a trace");
            var sum = T.Zero;
            for (var i = 0; i < RowCount; i++)
            {
                sum += _entries[(i * ColumnCount) + i];
            }

            return sum;
        }
    }

    /// <summary>Whether all entries are 0.</summary>
    public bool IsZero => Array.TrueForAll(_entries, x => x.IsZero);

    /// <summary>The entry in a row and a column, both from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public T this[int row, int column]
    {
        get
        {
            CheckIndex(row, RowCount, nameof(row));
            CheckIndex(column, ColumnCount, nameof(column));
            return _entries[(row * ColumnCount) + column];
        }
    }

    /// <summary>The matrix with the given rows. No rows at all give the 0 × 0 matrix (<see cref="Zero"/> makes other empty ones).</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Matrix<T> FromRows(IEnumerable<IEnumerable<T>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var entries = new List<T>();
        var (count, width) = (0, 0);
        foreach (var row in rows)
        {
            var before = entries.Count;
            entries.AddRange(row);
            var length = entries.Count - before;
            if (count > 0 && length != width)
            {
                throw new ArgumentException($"row {count} has {length} entries, the rows before it have {width}", nameof(rows));
            }

            width = length;
            count++;
        }

        return new Matrix<T>(count, width, [.. entries]);
    }

    /// <summary>The matrix with the given columns. No columns at all give the 0 × 0 matrix.</summary>
    /// <exception cref="ArgumentException">The columns have different lengths.</exception>
    public static Matrix<T> FromColumns(IEnumerable<IEnumerable<T>> columns) => FromRows(columns).Transpose();

    /// <summary>The matrix whose entry in row i and column j is <c>entry(i, j)</c>, asked for once each, row by row.</summary>
    public static Matrix<T> FromFunction(int rowCount, int columnCount, Func<int, int, T> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        CheckShape(rowCount, columnCount);
        var entries = new T[rowCount * columnCount];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = entry(i / columnCount, i % columnCount);
        }

        return new Matrix<T>(rowCount, columnCount, entries);
    }

    /// <summary>The unit matrix of size n.</summary>
    public static Matrix<T> Identity(int n) => FromFunction(n, n, (i, j) => i == j ? T.One : T.Zero);

    /// <summary>The zero matrix.</summary>
    public static Matrix<T> Zero(int rowCount, int columnCount) => FromFunction(rowCount, columnCount, (_, _) => T.Zero);

    /// <summary>The diagonal matrix.</summary>
    public static Matrix<T> Diagonal(IReadOnlyList<T> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return FromFunction(entries.Count, entries.Count, (i, j) => i == j ? entries[i] : T.Zero);
    }

    /// <summary>A row, as a vector.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ColumnVector<T> Row(int row)
    {
        CheckIndex(row, RowCount, nameof(row));
        return new(_entries[(row * ColumnCount)..((row + 1) * ColumnCount)]);
    }

    /// <summary>A column, as a vector.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public ColumnVector<T> Column(int column)
    {
        CheckIndex(column, ColumnCount, nameof(column));
        var entries = new T[RowCount];
        for (var i = 0; i < RowCount; i++)
        {
            entries[i] = _entries[(i * ColumnCount) + column];
        }

        return new(entries);
    }

    /// <summary>All rows.</summary>
    public IReadOnlyList<ColumnVector<T>> Rows() => Enumerable.Range(0, RowCount).Select(Row).ToArray().AsReadOnly();

    /// <summary>All columns.</summary>
    public IReadOnlyList<ColumnVector<T>> Columns() => Enumerable.Range(0, ColumnCount).Select(Column).ToArray().AsReadOnly();

    /// <summary>The matrix of the images of the entries under <paramref name="map"/>.</summary>
    /// <typeparam name="TTarget">The field of the images.</typeparam>
    public Matrix<TTarget> Map<TTarget>(Func<T, TTarget> map)
        where TTarget : IField<TTarget>
    {
        ArgumentNullException.ThrowIfNull(map);
        return Matrix<TTarget>.FromFunction(RowCount, ColumnCount, (i, j) => map(_entries[(i * ColumnCount) + j]));
    }

    /// <summary>The transposed matrix.</summary>
    public Matrix<T> Transpose() => FromFunction(ColumnCount, RowCount, (i, j) => _entries[(j * ColumnCount) + i]);

    /// <inheritdoc/>
    public bool Equals(Matrix<T>? other) =>
        other is not null && RowCount == other.RowCount && ColumnCount == other.ColumnCount && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Matrix<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(RowCount);
        hash.Add(ColumnCount);
        foreach (var entry in _entries)
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }

    /// <summary><c>[[1, 2], [3, 4]]</c>, the entries in their own notation.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < RowCount; i++)
        {
            text.Append(i == 0 ? "[" : ", [").AppendJoin(", ", Row(i)).Append(']');
        }

        return text.Append(']').ToString();
    }

    private static void CheckIndex(int index, int count, string name)
    {
        if (index < 0 || index >= count)
        {
            throw new ArgumentOutOfRangeException(name, index, $"indices go from 0 to {count - 1} here");
        }
    }

    private static void CheckShape(int rowCount, int columnCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
    }

    private void CheckSquare(string what)
    {
        if (!IsSquare)
        {
            throw new InvalidOperationException($"only square matrices have {what}, this one is {RowCount} x {ColumnCount}");
        }
    }
}
