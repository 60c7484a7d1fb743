using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Kernels by fraction-free elimination, for dimensions where expansion over subsets is out of reach and for the first basis.</summary>
internal static class FieldElimination
{
    /// <summary>A nonzero point on all the given independent normals, d - 1 of them; unique up to a factor of the field.</summary>
    /// <remarks>The condition over a field of degree m is m conditions over ℚ, and every nonzero rational solution is a solution over the field.</remarks>
    public static BigInteger[] Kernel(IntegerArrangement arrangement, ReadOnlySpan<int> rows)
    {
        var ring = arrangement.Ring;
        var m = ring.Degree;
        var columns = arrangement.Stride;
        var matrix = new List<BigInteger[]>();
        var unit = new BigInteger[m];
        var product = new BigInteger[m];
        foreach (var j in rows)
        {
            var block = Enumerable.Range(0, m).Select(_ => new BigInteger[columns]).ToArray();
            for (var i = 0; i < arrangement.Dimension; i++)
            {
                for (var k = 0; k < m; k++)
                {
                    Array.Clear(unit);
                    unit[k] = BigInteger.One;
                    ring.Multiply<BigInteger>(arrangement.Big.AsSpan(j * columns + i * m, m), unit, product);
                    for (var r = 0; r < m; r++)
                    {
                        block[r][i * m + k] = product[r];
                    }
                }
            }

            matrix.AddRange(block);
        }

        return RationalKernel([.. matrix], columns);
    }

    /// <summary>As <see cref="Kernel"/>, or the unit vector in dimension 1, without rational content.</summary>
    public static BigInteger[] PrimitiveKernel(IntegerArrangement arrangement, ReadOnlySpan<int> rows)
    {
        if (arrangement.Dimension == 1)
        {
            var one = new BigInteger[arrangement.Stride];
            one[0] = BigInteger.One;
            return one;
        }

        var vector = Kernel(arrangement, rows);
        var content = vector.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        return Array.ConvertAll(vector, c => c / content);
    }

    /// <summary>A nonzero integer vector in the kernel of an integer matrix of smaller rank than columns.</summary>
    public static BigInteger[] RationalKernel(BigInteger[][] matrix, int columns)
    {
        var pivots = Reduce(matrix, columns);
        var free = Enumerable.Range(0, columns).FirstOrDefault(c => pivots.IndexOf(c) < 0, -1);
        if (free < 0)
        {
            throw new ArgumentException("the matrix has full column rank: its kernel is 0", nameof(matrix));
        }

        var result = new BigInteger[columns];
        result[free] = pivots.Count == 0 ? BigInteger.One : matrix[0][pivots[0]];
        for (var r = 0; r < pivots.Count; r++)
        {
            result[pivots[r]] = -matrix[r][free];
        }

        return result;
    }

    /// <summary>Brings an integer matrix, in place, to a multiple of its reduced row echelon form: every pivot is the same integer. Pivots are sought in the first columns only.</summary>
    /// <returns>The pivot columns, ascending.</returns>
    /// <remarks>Gauss–Jordan in the manner of Bareiss: after step k all entries are minors of order k + 1 or k, so each division is exact.</remarks>
    public static List<int> Reduce(BigInteger[][] matrix, int pivotColumns, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var pivots = new List<int>();
        var previous = BigInteger.One;
        for (var column = 0; column < pivotColumns && pivots.Count < matrix.Length; column++)
        {
            progress?.Report(new WorkProgress("invariant form", column, pivotColumns));
            var rank = pivots.Count;
            var at = Array.FindIndex(matrix, rank, row => !row[column].IsZero);
            if (at < 0)
            {
                continue;
            }

            (matrix[rank], matrix[at]) = (matrix[at], matrix[rank]);
            var pivotRow = matrix[rank];
            var pivot = pivotRow[column];
            for (var r = 0; r < matrix.Length; r++)
            {
                if (r == rank)
                {
                    continue;
                }

                cancellationToken.ThrowIfCancellationRequested();

                // Rows above are treated alike, so they stay diagonal with the common pivot.
                var row = matrix[r];
                var factor = row[column];
                for (var c = 0; c < row.Length; c++)
                {
                    row[c] = factor.IsZero || pivotRow[c].IsZero ? pivot * row[c] / previous : (pivot * row[c] - factor * pivotRow[c]) / previous;
                }
            }

            previous = pivot;
            pivots.Add(column);
        }

        return pivots;
    }
}
