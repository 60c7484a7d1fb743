namespace Eqnn.Numbers.Modular;

/// <summary>Matrices over a prime field as arrays of rows: products with row vectors, rank, kernels. Entries lie below p.</summary>
public static class ModularMatrix
{
    /// <summary>v·A; the zero vector of no entries if A has no rows.</summary>
    public static ulong[] Times(PrimeField field, ulong[] vector, IReadOnlyList<ulong[]> rows)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(rows);
        var product = new ulong[rows.Count == 0 ? 0 : rows[0].Length];
        for (var i = 0; i < vector.Length; i++)
        {
            if (vector[i] != 0)
            {
                for (var j = 0; j < product.Length; j++)
                {
                    product[j] = (product[j] + (vector[i] * rows[i][j])) % field.P;
                }
            }
        }

        return product;
    }

    /// <summary>The rank.</summary>
    public static int Rank(PrimeField field, IEnumerable<ulong[]> rows)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(rows);
        ModularSubspace? span = null;
        foreach (var row in rows)
        {
            span ??= new ModularSubspace(field, row.Length);
            span.Add(row);
        }

        return span?.Rank ?? 0;
    }

    /// <summary>A basis of the vectors v with v·A = 0.</summary>
    public static IReadOnlyList<ulong[]> LeftKernel(PrimeField field, IReadOnlyList<ulong[]> rows)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(rows);

        // Rows (A | 1): where the left half of a row of the echelon form vanishes, the right half is in the kernel.
        var n = rows.Count;
        var width = n == 0 ? 0 : rows[0].Length;
        var span = new ModularSubspace(field, width + n);
        for (var i = 0; i < n; i++)
        {
            var row = new ulong[width + n];
            rows[i].CopyTo(row, 0);
            row[width + i] = 1;
            span.Add(row);
        }

        return [.. span.Rows.Where((_, i) => span.Pivots[i] >= width).Select(row => row[width..])];
    }

    /// <summary>The inverse of a square matrix, or <c>null</c> if it is singular.</summary>
    public static ulong[][]? TryInverse(PrimeField field, IReadOnlyList<ulong[]> rows)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(rows);

        // Rows (A | 1) become (1 | A⁻¹), in the order of their pivots.
        var n = rows.Count;
        var span = new ModularSubspace(field, 2 * n);
        for (var i = 0; i < n; i++)
        {
            var row = new ulong[2 * n];
            rows[i].CopyTo(row, 0);
            row[n + i] = 1;
            span.Add(row);
        }

        if (span.Pivots.Any(pivot => pivot >= n))
        {
            return null;
        }

        var inverse = new ulong[n][];
        for (var i = 0; i < n; i++)
        {
            inverse[span.Pivots[i]] = span.Rows[i][n..];
        }

        return inverse;
    }

    /// <summary>The transposed matrix; no rows if A has none.</summary>
    public static ulong[][] Transpose(IReadOnlyList<ulong[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Count == 0 ? [] : [.. Enumerable.Range(0, rows[0].Length).Select(j => rows.Select(row => row[j]).ToArray())];
    }
}
