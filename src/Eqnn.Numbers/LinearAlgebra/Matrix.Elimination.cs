namespace Eqnn.Numbers.LinearAlgebra;

public sealed partial class Matrix<T>
{
    private int _rank = -1;

    /// <summary>The reduced row echelon form: leading entries 1, alone in their columns, zero rows last. Unique.</summary>
    public Matrix<T> ReducedRowEchelonForm()
    {
        var entries = (T[])_entries.Clone();
        GaussianElimination.Reduce(entries, RowCount, ColumnCount, ColumnCount);
        return new Matrix<T>(RowCount, ColumnCount, entries);
    }

    /// <summary>The rank; computed at the first call, then kept.</summary>
    public int Rank
    {
        get
        {
            // -1: not computed yet. A race computes the same number twice.
            if (_rank < 0)
            {
                _rank = GaussianElimination.EchelonPivots((T[])_entries.Clone(), RowCount, ColumnCount).Count;
            }

            return _rank;
        }
    }

    /// <summary>The determinant; 1 for the 0 × 0 matrix.</summary>
    /// <exception cref="InvalidOperationException">The matrix is not square.</exception>
    public T Determinant()
    {
        CheckSquare("a determinant");
        return GaussianElimination.Determinant((T[])_entries.Clone(), RowCount);
    }

    /// <summary>A basis of the vectors that the matrix maps to 0, one vector for each column without a leading entry, in the order of these columns.</summary>
    /// <remarks>The vector of the free column j has 1 at j and 0 at all other free columns; so it is unique.</remarks>
    public IReadOnlyList<ColumnVector<T>> NullSpace()
    {
        var entries = (T[])_entries.Clone();
        var pivots = GaussianElimination.Reduce(entries, RowCount, ColumnCount, ColumnCount);
        var basis = new List<ColumnVector<T>>();
        for (var free = 0; free < ColumnCount; free++)
        {
            if (pivots.BinarySearch(free) >= 0)
            {
                continue;
            }

            var vector = new T[ColumnCount];
            Array.Fill(vector, T.Zero);
            vector[free] = T.One;
            for (var i = 0; i < pivots.Count; i++)
            {
                vector[pivots[i]] = -entries[(i * ColumnCount) + free];
            }

            basis.Add(new(vector));
        }

        return basis.AsReadOnly();
    }

    /// <summary>The solution x of <c>this · x = b</c> with 0 at all columns without a leading entry, or null if there is none.</summary>
    /// <exception cref="ArgumentException"><paramref name="b"/> has not as many entries as the matrix has rows.</exception>
    public ColumnVector<T>? Solve(IReadOnlyList<T> b)
    {
        ArgumentNullException.ThrowIfNull(b);
        if (b.Count != RowCount)
        {
            throw new ArgumentException($"the matrix is {RowCount} x {ColumnCount}, the vector has {b.Count} entries", nameof(b));
        }

        var width = ColumnCount + 1;
        var entries = Augmented(1, (i, _) => b[i]);
        var pivots = GaussianElimination.Reduce(entries, RowCount, width, ColumnCount);

        // Solvable iff the zero rows on the left are zero on the right.
        for (var i = pivots.Count; i < RowCount; i++)
        {
            if (!entries[(i * width) + ColumnCount].IsZero)
            {
                return null;
            }
        }

        var solution = new T[ColumnCount];
        Array.Fill(solution, T.Zero);
        for (var i = 0; i < pivots.Count; i++)
        {
            solution[pivots[i]] = entries[(i * width) + ColumnCount];
        }

        return new(solution);
    }

    /// <summary>The inverse matrix.</summary>
    /// <exception cref="InvalidOperationException">The matrix is not square, or its determinant is 0.</exception>
    public Matrix<T> Inverse()
    {
        CheckSquare("an inverse");
        var n = RowCount;
        var entries = Augmented(n, (i, j) => i == j ? T.One : T.Zero);
        var pivots = GaussianElimination.Reduce(entries, n, 2 * n, n);
        return pivots.Count == n
            ? FromFunction(n, n, (i, j) => entries[(i * 2 * n) + n + j])
            : throw new InvalidOperationException($"the {n} x {n} matrix has rank {pivots.Count}: it has no inverse");
    }

    private T[] Augmented(int extra, Func<int, int, T> right)
    {
        var width = ColumnCount + extra;
        var entries = new T[RowCount * width];
        for (var i = 0; i < RowCount; i++)
        {
            Array.Copy(_entries, i * ColumnCount, entries, i * width, ColumnCount);
            for (var j = 0; j < extra; j++)
            {
                entries[(i * width) + ColumnCount + j] = right(i, j);
            }
        }

        return entries;
    }
}
