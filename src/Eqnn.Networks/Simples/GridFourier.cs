using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Eqnn.Networks.Simples;

/// <summary>The discrete Fourier transform on ℤ/n₁ × ... × ℤ/n_d in double precision, for any n_i: F_k = Σ v_a exp(−2πi Σ k_i a_i / n_i).</summary>
/// <remarks>
/// <para><b>Method.</b> Stockham's order, axis by axis, radix 4 and then the primes; a prime p costs p² at each place. The innermost loop runs over all later axes at once.</para>
/// <para><b>Source.</b> C. Van Loan, Computational Frameworks for the Fast Fourier Transform, §1.7 and §2.1.</para>
/// </remarks>
internal sealed class GridFourier
{
    private readonly int[] _dimensions;
    private readonly (double[] Cos, double[] Sin)[] _roots;
    private readonly int[][] _radices;
    private readonly int _size;

    /// <param name="dimensions">The lengths of the axes; the last one is the fastest in memory.</param>
    public GridFourier(int[] dimensions)
    {
        _dimensions = dimensions;
        _size = dimensions.Aggregate(1, (product, n) => product * n);
        _roots = [.. dimensions.Select(n => (Table(n, Math.Cos), Table(n, Math.Sin)))];
        _radices = [.. dimensions.Select(RadicesOf)];

        static double[] Table(int n, Func<double, double> f) => [.. Enumerable.Range(0, n).Select(k => f(2 * Math.PI * k / n))];
    }

    /// <summary>Transforms in place.</summary>
    /// <param name="re">Real parts, the last axis fastest.</param>
    /// <param name="im">Imaginary parts.</param>
    /// <param name="inverse">The opposite sign in the exponent; no factor.</param>
    public void Transform(Span<double> re, Span<double> im, bool inverse)
    {
        if (inverse)
        {
            // Exchanging both parts conjugates up to a factor i, before and behind.
            Transform(im, re, inverse: false);
            return;
        }

        var work = ArrayPool<double>.Shared.Rent(2 * _size);
        var inner = 1;
        for (var axis = _dimensions.Length - 1; axis >= 0; axis--)
        {
            var block = _dimensions[axis] * inner;
            for (var start = 0; start < _size; start += block)
            {
                Axis(axis, inner, re.Slice(start, block), im.Slice(start, block), work.AsSpan(0, block), work.AsSpan(_size, block));
            }

            inner = block;
        }

        ArrayPool<double>.Shared.Return(work);
    }

    /// <summary>One axis of one block: after each step the places of the finished part of the index stand further in front.</summary>
    private void Axis(int axis, int inner, Span<double> re, Span<double> im, Span<double> workRe, Span<double> workIm)
    {
        var fromRe = re;
        var fromIm = im;
        var toRe = workRe;
        var toIm = workIm;
        var (length, stride) = (_dimensions[axis], inner);
        foreach (var radix in _radices[axis])
        {
            if (radix == 4)
            {
                Four(fromRe, fromIm, toRe, toIm, length / 4, stride, _roots[axis], _dimensions[axis] / length);
            }
            else
            {
                Prime(fromRe, fromIm, toRe, toIm, radix, length / radix, stride, _roots[axis], _dimensions[axis] / length);
            }

            (length, stride) = (length / radix, stride * radix);
            var spareRe = fromRe;
            var spareIm = fromIm;
            fromRe = toRe;
            fromIm = toIm;
            toRe = spareRe;
            toIm = spareIm;
        }

        if (_radices[axis].Length % 2 == 1)
        {
            fromRe.CopyTo(re);
            fromIm.CopyTo(im);
        }
    }

    /// <summary>y(4p + k) = w^(pk) Σ_j (−i)^(jk) x(p + jm), for all places of the stride at once.</summary>
    private static void Four(ReadOnlySpan<double> xRe, ReadOnlySpan<double> xIm, Span<double> yRe, Span<double> yIm, int m, int stride, (double[] Cos, double[] Sin) roots, int step)
    {
        var lanes = Vector<double>.Count;
        var quarter = m * stride;
        for (var p = 0; p < m; p++)
        {
            var (from, to) = (p * stride, 4 * p * stride);
            var (c1, s1) = (roots.Cos[p * step], -roots.Sin[p * step]);
            var (c2, s2) = (roots.Cos[2 * p * step], -roots.Sin[2 * p * step]);
            var (c3, s3) = (roots.Cos[3 * p * step], -roots.Sin[3 * p * step]);
            ref var ar = ref MemoryMarshal.GetReference(xRe[from..]);
            ref var ai = ref MemoryMarshal.GetReference(xIm[from..]);
            ref var tr = ref MemoryMarshal.GetReference(yRe[to..]);
            ref var ti = ref MemoryMarshal.GetReference(yIm[to..]);
            var q = 0;
            for (; q <= stride - lanes; q += lanes)
            {
                var (a, b, c, d) = ((nuint)q, (nuint)(q + quarter), (nuint)(q + (2 * quarter)), (nuint)(q + (3 * quarter)));
                var (re0, im0) = (Vector.LoadUnsafe(ref ar, a), Vector.LoadUnsafe(ref ai, a));
                var (re1, im1) = (Vector.LoadUnsafe(ref ar, b), Vector.LoadUnsafe(ref ai, b));
                var (re2, im2) = (Vector.LoadUnsafe(ref ar, c), Vector.LoadUnsafe(ref ai, c));
                var (re3, im3) = (Vector.LoadUnsafe(ref ar, d), Vector.LoadUnsafe(ref ai, d));
                var (sumRe, sumIm, differenceRe, differenceIm) = (re0 + re2, im0 + im2, re0 - re2, im0 - im2);
                var (otherRe, otherIm, turnedRe, turnedIm) = (re1 + re3, im1 + im3, im1 - im3, re3 - re1);
                Vector.StoreUnsafe(sumRe + otherRe, ref tr, a);
                Vector.StoreUnsafe(sumIm + otherIm, ref ti, a);
                var (u, v) = (differenceRe + turnedRe, differenceIm + turnedIm);
                Vector.StoreUnsafe((u * c1) - (v * s1), ref tr, (nuint)(q + stride));
                Vector.StoreUnsafe((u * s1) + (v * c1), ref ti, (nuint)(q + stride));
                (u, v) = (sumRe - otherRe, sumIm - otherIm);
                Vector.StoreUnsafe((u * c2) - (v * s2), ref tr, (nuint)(q + (2 * stride)));
                Vector.StoreUnsafe((u * s2) + (v * c2), ref ti, (nuint)(q + (2 * stride)));
                (u, v) = (differenceRe - turnedRe, differenceIm - turnedIm);
                Vector.StoreUnsafe((u * c3) - (v * s3), ref tr, (nuint)(q + (3 * stride)));
                Vector.StoreUnsafe((u * s3) + (v * c3), ref ti, (nuint)(q + (3 * stride)));
            }

            for (; q < stride; q++)
            {
                var (x, y) = (from + q, to + q);
                var (sumRe, sumIm, differenceRe, differenceIm) = (xRe[x] + xRe[x + (2 * quarter)], xIm[x] + xIm[x + (2 * quarter)], xRe[x] - xRe[x + (2 * quarter)], xIm[x] - xIm[x + (2 * quarter)]);
                var (otherRe, otherIm, turnedRe, turnedIm) = (xRe[x + quarter] + xRe[x + (3 * quarter)], xIm[x + quarter] + xIm[x + (3 * quarter)], xIm[x + quarter] - xIm[x + (3 * quarter)], xRe[x + (3 * quarter)] - xRe[x + quarter]);
                (yRe[y], yIm[y]) = (sumRe + otherRe, sumIm + otherIm);
                var (u, v) = (differenceRe + turnedRe, differenceIm + turnedIm);
                (yRe[y + stride], yIm[y + stride]) = ((u * c1) - (v * s1), (u * s1) + (v * c1));
                (u, v) = (sumRe - otherRe, sumIm - otherIm);
                (yRe[y + (2 * stride)], yIm[y + (2 * stride)]) = ((u * c2) - (v * s2), (u * s2) + (v * c2));
                (u, v) = (differenceRe - turnedRe, differenceIm - turnedIm);
                (yRe[y + (3 * stride)], yIm[y + (3 * stride)]) = ((u * c3) - (v * s3), (u * s3) + (v * c3));
            }
        }
    }

    /// <summary>y(rp + k) = Σ_j w^(k (p + jm)) x(p + jm), w of order rm: by definition.</summary>
    private static void Prime(ReadOnlySpan<double> xRe, ReadOnlySpan<double> xIm, Span<double> yRe, Span<double> yIm, int radix, int m, int stride, (double[] Cos, double[] Sin) roots, int step)
    {
        var length = radix * m;
        for (var p = 0; p < m; p++)
        {
            for (var k = 0; k < radix; k++)
            {
                var re = yRe.Slice(((radix * p) + k) * stride, stride);
                var im = yIm.Slice(((radix * p) + k) * stride, stride);
                re.Clear();
                im.Clear();
                for (var j = 0; j < radix; j++)
                {
                    var index = (int)((long)k * (p + (j * m)) % length) * step;
                    Accumulate(xRe.Slice((p + (j * m)) * stride, stride), xIm.Slice((p + (j * m)) * stride, stride), roots.Cos[index], -roots.Sin[index], re, im);
                }
            }
        }
    }

    /// <summary>y += (c + is) x.</summary>
    private static void Accumulate(ReadOnlySpan<double> xRe, ReadOnlySpan<double> xIm, double c, double s, Span<double> re, Span<double> im)
    {
        var (lanes, q) = (Vector<double>.Count, 0);
        for (; q <= re.Length - lanes; q += lanes)
        {
            var (x, y) = (new Vector<double>(xRe[q..]), new Vector<double>(xIm[q..]));
            (new Vector<double>(re[q..]) + ((x * c) - (y * s))).CopyTo(re[q..]);
            (new Vector<double>(im[q..]) + ((x * s) + (y * c))).CopyTo(im[q..]);
        }

        for (; q < re.Length; q++)
        {
            re[q] += (xRe[q] * c) - (xIm[q] * s);
            im[q] += (xRe[q] * s) + (xIm[q] * c);
        }
    }

    private static int[] RadicesOf(int n)
    {
        var radices = new List<int>();
        for (; n % 4 == 0; n /= 4)
        {
            radices.Add(4);
        }

        for (var p = 2; n > 1; p++)
        {
            // Behind the square root what is left is a prime.
            p = p * p > n ? n : p;
            for (; n % p == 0; n /= p)
            {
                radices.Add(p);
            }
        }

        return [.. radices];
    }
}
