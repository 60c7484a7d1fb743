namespace Eqnn.Networks.Simples;

/// <summary>Singular values of small matrices, descending, by one-sided rotations of the columns (or rows, if they are fewer): small ones keep their relative accuracy.</summary>
/// <remarks><b>Source.</b> G. Golub, C. Van Loan, Matrix Computations, 4th ed., §8.6.3.</remarks>
internal static class JacobiRotations
{
    private const int MostSweeps = 60;

    /// <summary>Of a real matrix.</summary>
    /// <param name="entries">Row by row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static IReadOnlyList<double> Of(double[] entries, int rows, int columns) => Values(Lines(entries, rows, columns, 1), Rotate);

    /// <summary>Of a complex matrix.</summary>
    /// <param name="numbers">Row by row the real and the imaginary part of each entry.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static IReadOnlyList<double> OfComplex(double[] numbers, int rows, int columns) => Values(Lines(numbers, rows, columns, 2), RotateComplex);

    /// <summary>The columns, or the rows if they are fewer (their conjugates have the same norms and angles).</summary>
    private static double[][] Lines(double[] numbers, int rows, int columns, int parts)
    {
        var tall = rows >= columns;
        var (count, length) = tall ? (columns, rows) : (rows, columns);
        var lines = new double[count][];
        for (var k = 0; k < count; k++)
        {
            lines[k] = new double[length * parts];
            for (var i = 0; i < length; i++)
            {
                Array.Copy(numbers, parts * (tall ? (i * columns) + k : (k * columns) + i), lines[k], i * parts, parts);
            }
        }

        return lines;
    }

    private static IReadOnlyList<double> Values(double[][] lines, Func<double[], double[], bool> rotate)
    {
        for (var (sweep, moved) = (0, true); moved && sweep < MostSweeps; sweep++)
        {
            moved = false;
            for (var p = 0; p < lines.Length; p++)
            {
                for (var q = p + 1; q < lines.Length; q++)
                {
                    moved |= rotate(lines[p], lines[q]);
                }
            }
        }

        var values = Array.ConvertAll(lines, Vectors.Norm);
        Array.Sort(values, (a, b) => b.CompareTo(a));
        return values;
    }

    /// <summary>Whether two lines are orthogonal up to the rounding of a product of this many numbers.</summary>
    private static bool AreOrthogonal(double product, double aa, double bb, int length) => aa == 0 || bb == 0 || product <= Math.Max(1e-15, length * 2.3e-16) * Math.Sqrt(aa * bb);

    private static (double C, double S) Angle(double aa, double bb, double product)
    {
        var zeta = (bb - aa) / (2 * product);
        var t = (zeta >= 0 ? 1 : -1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        var c = 1 / Math.Sqrt(1 + (t * t));
        return (c, c * t);
    }

    private static bool Rotate(double[] a, double[] b)
    {
        var (aa, bb, ab) = (Vectors.Dot(a, a), Vectors.Dot(b, b), Vectors.Dot(a, b));
        if (AreOrthogonal(Math.Abs(ab), aa, bb, a.Length))
        {
            return false;
        }

        var (c, s) = Angle(aa, bb, ab);
        for (var i = 0; i < a.Length; i++)
        {
            (a[i], b[i]) = ((c * a[i]) - (s * b[i]), (s * a[i]) + (c * b[i]));
        }

        return true;
    }

    /// <summary>The second line is turned by the phase of the product first, which makes the product real.</summary>
    private static bool RotateComplex(double[] a, double[] b)
    {
        var (aa, bb, re, im) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i += 2)
        {
            aa += (a[i] * a[i]) + (a[i + 1] * a[i + 1]);
            bb += (b[i] * b[i]) + (b[i + 1] * b[i + 1]);
            re += (a[i] * b[i]) + (a[i + 1] * b[i + 1]);
            im += (a[i] * b[i + 1]) - (a[i + 1] * b[i]);
        }

        var product = Math.Sqrt((re * re) + (im * im));
        if (AreOrthogonal(product, aa, bb, a.Length))
        {
            return false;
        }

        var (c, s) = Angle(aa, bb, product);
        var (x, y) = (re / product, -im / product);
        for (var i = 0; i < a.Length; i += 2)
        {
            var (u, v) = ((b[i] * x) - (b[i + 1] * y), (b[i] * y) + (b[i + 1] * x));
            (b[i], b[i + 1]) = ((s * a[i]) + (c * u), (s * a[i + 1]) + (c * v));
            (a[i], a[i + 1]) = ((c * a[i]) - (s * u), (c * a[i + 1]) - (s * v));
        }

        return true;
    }
}
