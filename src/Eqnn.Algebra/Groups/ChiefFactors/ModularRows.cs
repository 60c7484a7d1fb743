using Eqnn.Numbers;

namespace Eqnn.Algebra.Groups.ChiefFactors;

/// <summary>A subspace of row vectors over the field of p elements, by its reduced echelon basis.</summary>
internal sealed class ModularRows(long p, int dimension)
{
    private readonly List<long[]> _rows = [];
    private readonly List<int> _pivots = [];

    /// <summary>The number of entries of a vector.</summary>
    public int Dimension => dimension;

    /// <summary>The dimension of the subspace.</summary>
    public int Rank => _rows.Count;

    /// <summary>The basis: each row has a 1 in a column where the others have 0, see <see cref="Pivots"/>. Not sorted.</summary>
    public IReadOnlyList<long[]> Rows => _rows;

    /// <summary>These columns, for the rows in their order.</summary>
    public IReadOnlyList<int> Pivots => _pivots;

    /// <summary>The columns that belong to no row: their unit vectors span a complement.</summary>
    public IReadOnlyList<int> FreeColumns => [.. Enumerable.Range(0, dimension).Except(_pivots)];

    /// <summary>Adds a vector; <c>false</c> if it is in the subspace.</summary>
    public bool Add(long[] vector)
    {
        var rest = Reduce(vector);
        var pivot = Array.FindIndex(rest, x => x != 0);
        if (pivot < 0)
        {
            return false;
        }

        var inverse = NumberTheory.ModInverse(rest[pivot], p);
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] = rest[i] * inverse % p;
        }

        foreach (var row in _rows)
        {
            Subtract(row, row[pivot], rest);
        }

        _rows.Add(rest);
        _pivots.Add(pivot);
        return true;
    }

    /// <summary>The vector modulo the subspace: zero in the pivot columns.</summary>
    public long[] Reduce(long[] vector)
    {
        var rest = (long[])vector.Clone();
        for (var i = 0; i < _rows.Count; i++)
        {
            Subtract(rest, rest[_pivots[i]], _rows[i]);
        }

        return rest;
    }

    /// <summary>v·A for matrices as lists of rows.</summary>
    public static long[] Times(long[] vector, long[][] matrix, long p)
    {
        var product = new long[matrix.Length == 0 ? 0 : matrix[0].Length];
        for (var i = 0; i < vector.Length; i++)
        {
            if (vector[i] != 0)
            {
                for (var j = 0; j < product.Length; j++)
                {
                    product[j] = (product[j] + (vector[i] * matrix[i][j])) % p;
                }
            }
        }

        return product;
    }

    /// <summary>The vectors v with v·A = 0.</summary>
    public static List<long[]> LeftKernel(long[][] matrix, long p)
    {
        // Rows (A | 1): where the left half of a row of the echelon form vanishes, the right half is in the kernel.
        var n = matrix.Length;
        var width = n == 0 ? 0 : matrix[0].Length;
        var rows = new ModularRows(p, width + n);
        for (var i = 0; i < n; i++)
        {
            var row = new long[width + n];
            matrix[i].CopyTo(row, 0);
            row[width + i] = 1;
            rows.Add(row);
        }

        return [.. rows.Rows.Where((_, i) => rows.Pivots[i] >= width).Select(row => row[width..])];
    }

    private void Subtract(long[] from, long factor, long[] row)
    {
        if (factor == 0)
        {
            return;
        }

        for (var i = 0; i < from.Length; i++)
        {
            from[i] = (from[i] + ((p - factor) * row[i])) % p;
        }
    }
}
