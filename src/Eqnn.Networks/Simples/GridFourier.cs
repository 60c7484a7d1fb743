namespace Eqnn.Networks.Simples;

/// <summary>The discrete Fourier transform on ℤ/n₁ × ... × ℤ/n_d in double precision, for any n_i: F_k = Σ v_a exp(−2πi Σ k_i a_i / n_i).</summary>
internal static class GridFourier
{
    /// <summary>Transforms in place.</summary>
    /// <param name="re">Real parts, the last axis fastest.</param>
    /// <param name="im">Imaginary parts.</param>
    /// <param name="dimensions">The lengths.</param>
    /// <param name="inverse">The opposite sign in the exponent; no factor.</param>
    public static void Transform(double[] re, double[] im, int[] dimensions, bool inverse)
    {
        var (total, stride) = (re.Length, 1);
        for (var axis = dimensions.Length - 1; axis >= 0; axis--)
        {
            var n = dimensions[axis];
            var (inRe, inIm, outRe, outIm) = (new double[n], new double[n], new double[n], new double[n]);
            var roots = Roots(n, inverse);
            for (var start = 0; start < total; start++)
            {
                if (start / stride % n != 0)
                {
                    continue;
                }

                for (var i = 0; i < n; i++)
                {
                    (inRe[i], inIm[i]) = (re[start + (i * stride)], im[start + (i * stride)]);
                }

                Line(inRe, inIm, 0, 1, outRe, outIm, 0, n, roots);
                for (var i = 0; i < n; i++)
                {
                    (re[start + (i * stride)], im[start + (i * stride)]) = (outRe[i], outIm[i]);
                }
            }

            stride *= n;
        }
    }

    private static (double Re, double Im)[] Roots(int n, bool inverse) =>
        [.. Enumerable.Range(0, n).Select(k => (Math.Cos(2 * Math.PI * k / n), (inverse ? 1 : -1) * Math.Sin(2 * Math.PI * k / n)))];

    /// <summary>Cooley and Tukey by the least prime factor; a prime length by definition.</summary>
    private static void Line(double[] re, double[] im, int start, int step, double[] outRe, double[] outIm, int place, int n, (double Re, double Im)[] roots)
    {
        if (n == 1)
        {
            (outRe[place], outIm[place]) = (re[start], im[start]);
            return;
        }

        var p = LeastFactor(n);
        var m = n / p;
        for (var r = 0; r < p; r++)
        {
            Line(re, im, start + (r * step), step * p, outRe, outIm, place + (r * m), m, roots);
        }

        var scale = roots.Length / n;
        Span<double> partRe = p <= 64 ? stackalloc double[p] : new double[p];
        Span<double> partIm = p <= 64 ? stackalloc double[p] : new double[p];
        for (var k = 0; k < m; k++)
        {
            for (var q = 0; q < p; q++)
            {
                var (sumRe, sumIm) = (0.0, 0.0);
                for (var r = 0; r < p; r++)
                {
                    var (c, s) = roots[(int)((long)r * (k + (q * m)) % n * scale)];
                    var (x, y) = (outRe[place + (r * m) + k], outIm[place + (r * m) + k]);
                    sumRe += (x * c) - (y * s);
                    sumIm += (x * s) + (y * c);
                }

                (partRe[q], partIm[q]) = (sumRe, sumIm);
            }

            for (var q = 0; q < p; q++)
            {
                (outRe[place + (q * m) + k], outIm[place + (q * m) + k]) = (partRe[q], partIm[q]);
            }
        }
    }

    private static int LeastFactor(int n)
    {
        for (var p = 2; p * p <= n; p++)
        {
            if (n % p == 0)
            {
                return p;
            }
        }

        return n;
    }
}
