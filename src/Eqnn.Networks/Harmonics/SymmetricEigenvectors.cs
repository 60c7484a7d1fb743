namespace Eqnn.Networks.Harmonics;

/// <summary>Eigenvalues and orthonormal eigenvectors of a small symmetric matrix by Jacobi's rotations.</summary>
internal static class SymmetricEigenvectors
{
    private const int MaxSweeps = 60;

    /// <summary>Eigenvalues ascending, with the eigenvectors as columns (column k at row · n + k).</summary>
    public static (double[] Values, double[] Vectors) Of(double[] matrix, int n, CancellationToken cancellationToken = default)
    {
        var a = (double[])matrix.Clone();
        var v = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            v[(i * n) + i] = 1;
        }

        var scale = Math.Sqrt(a.Sum(x => x * x));
        for (var sweep = 0; sweep < MaxSweeps && OffDiagonal(a, n) > 1e-15 * scale; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, v, n, p, q);
                }
            }
        }

        int[] order = [.. Enumerable.Range(0, n).OrderBy(i => a[(i * n) + i])];
        var vectors = new double[n * n];
        for (var k = 0; k < n; k++)
        {
            for (var row = 0; row < n; row++)
            {
                vectors[(row * n) + k] = v[(row * n) + order[k]];
            }
        }

        return ([.. order.Select(i => a[(i * n) + i])], vectors);
    }

    private static double OffDiagonal(double[] a, int n)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += 2 * a[(i * n) + j] * a[(i * n) + j];
            }
        }

        return Math.Sqrt(sum);
    }

    /// <summary>The rotation in the plane (p, q) that makes the entry (p, q) zero.</summary>
    private static void Rotate(double[] a, double[] v, int n, int p, int q)
    {
        var entry = a[(p * n) + q];
        if (entry == 0)
        {
            return;
        }

        var theta = (a[(q * n) + q] - a[(p * n) + p]) / (2 * entry);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var i = 0; i < n; i++)
        {
            var (x, y) = (a[(i * n) + p], a[(i * n) + q]);
            a[(i * n) + p] = (c * x) - (s * y);
            a[(i * n) + q] = (s * x) + (c * y);
            (x, y) = (v[(i * n) + p], v[(i * n) + q]);
            v[(i * n) + p] = (c * x) - (s * y);
            v[(i * n) + q] = (s * x) + (c * y);
        }

        for (var i = 0; i < n; i++)
        {
            var (x, y) = (a[(p * n) + i], a[(q * n) + i]);
            a[(p * n) + i] = (c * x) - (s * y);
            a[(q * n) + i] = (s * x) + (c * y);
        }
    }
}
