using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Loops;

/// <summary>One level of <see cref="LaneFourier{T}"/>: the short transforms of one radix, with twiddles after them (forward) or before them (inverse).</summary>
/// <remarks>Parameters: <c>blocks</c> transforms of length radix · m one after the other; element j at <c>j · stride</c>, with <c>units</c> pairs of vectors each.</remarks>
internal static class Butterflies<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The largest radix of <see cref="RadixOdd"/>.</summary>
    public const int LargestRadix = 61;

    private static int Width => Vector256<T>.Count;

    public static void Forward4(ref T origin, int blocks, int m, nint stride, int units, ref T twiddles)
    {
        unchecked
        {
            nint w = Width;
            var leg = m * stride;
            for (var block = 0; block < blocks; block++)
            {
                ref var start = ref Unsafe.Add(ref origin, block * 4 * leg);
                for (nint j = 0; j < m; j++)
                {
                    ref var t = ref Unsafe.Add(ref twiddles, j * 6);
                    var (r1, i1) = (Simd.Broadcast(ref t, 0), Simd.Broadcast(ref t, 1));
                    var (r2, i2) = (Simd.Broadcast(ref t, 2), Simd.Broadcast(ref t, 3));
                    var (r3, i3) = (Simd.Broadcast(ref t, 4), Simd.Broadcast(ref t, 5));
                    for (var u = 0; u < units; u++)
                    {
                        ref var p0 = ref Unsafe.Add(ref start, (j * stride) + (u * 2 * w));
                        ref var p1 = ref Unsafe.Add(ref p0, leg);
                        ref var p2 = ref Unsafe.Add(ref p1, leg);
                        ref var p3 = ref Unsafe.Add(ref p2, leg);
                        var sr = Simd.Load(ref p0, 0) + Simd.Load(ref p2, 0);
                        var dr = Simd.Load(ref p0, 0) - Simd.Load(ref p2, 0);
                        var si = Simd.Load(ref p0, w) + Simd.Load(ref p2, w);
                        var di = Simd.Load(ref p0, w) - Simd.Load(ref p2, w);
                        var ur = Simd.Load(ref p1, 0) + Simd.Load(ref p3, 0);
                        var vr = Simd.Load(ref p1, 0) - Simd.Load(ref p3, 0);
                        var ui = Simd.Load(ref p1, w) + Simd.Load(ref p3, w);
                        var vi = Simd.Load(ref p1, w) - Simd.Load(ref p3, w);
                        Simd.Store(sr + ur, ref p0, 0);
                        Simd.Store(si + ui, ref p0, w);
                        Scaled(dr + vi, di - vr, r1, i1, ref p1, w);
                        Scaled(sr - ur, si - ui, r2, i2, ref p2, w);
                        Scaled(dr - vi, di + vr, r3, i3, ref p3, w);
                    }
                }
            }
        }
    }

    public static void Inverse4(ref T origin, int blocks, int m, nint stride, int units, ref T twiddles)
    {
        unchecked
        {
            nint w = Width;
            var leg = m * stride;
            for (var block = 0; block < blocks; block++)
            {
                ref var start = ref Unsafe.Add(ref origin, block * 4 * leg);
                for (nint j = 0; j < m; j++)
                {
                    ref var t = ref Unsafe.Add(ref twiddles, j * 6);
                    var (r1, i1) = (Simd.Broadcast(ref t, 0), Simd.Broadcast(ref t, 1));
                    var (r2, i2) = (Simd.Broadcast(ref t, 2), Simd.Broadcast(ref t, 3));
                    var (r3, i3) = (Simd.Broadcast(ref t, 4), Simd.Broadcast(ref t, 5));
                    for (var u = 0; u < units; u++)
                    {
                        ref var p0 = ref Unsafe.Add(ref start, (j * stride) + (u * 2 * w));
                        ref var p1 = ref Unsafe.Add(ref p0, leg);
                        ref var p2 = ref Unsafe.Add(ref p1, leg);
                        ref var p3 = ref Unsafe.Add(ref p2, leg);
                        var (ar, ai) = ConjugateProduct(ref p1, w, r1, i1);
                        var (br, bi) = ConjugateProduct(ref p2, w, r2, i2);
                        var (cr, ci) = ConjugateProduct(ref p3, w, r3, i3);
                        var sr = Simd.Load(ref p0, 0) + br;
                        var dr = Simd.Load(ref p0, 0) - br;
                        var si = Simd.Load(ref p0, w) + bi;
                        var di = Simd.Load(ref p0, w) - bi;
                        var ur = ar + cr;
                        var vr = ar - cr;
                        var ui = ai + ci;
                        var vi = ai - ci;
                        Simd.Store(sr + ur, ref p0, 0);
                        Simd.Store(si + ui, ref p0, w);
                        Simd.Store(dr - vi, ref p1, 0);
                        Simd.Store(di + vr, ref p1, w);
                        Simd.Store(sr - ur, ref p2, 0);
                        Simd.Store(si - ui, ref p2, w);
                        Simd.Store(dr + vi, ref p3, 0);
                        Simd.Store(di - vr, ref p3, w);
                    }
                }
            }
        }
    }

    /// <summary>Radix 4 with m = 1: no twiddles.</summary>
    public static void Last4(ref T origin, int blocks, nint stride, int units, bool forward)
    {
        unchecked
        {
            nint w = Width;
            for (var block = 0; block < blocks; block++)
            {
                ref var start = ref Unsafe.Add(ref origin, block * 4 * stride);
                for (var u = 0; u < units; u++)
                {
                    ref var p0 = ref Unsafe.Add(ref start, u * 2 * w);
                    ref var p1 = ref Unsafe.Add(ref p0, stride);
                    ref var p2 = ref Unsafe.Add(ref p1, stride);
                    ref var p3 = ref Unsafe.Add(ref p2, stride);
                    var sr = Simd.Load(ref p0, 0) + Simd.Load(ref p2, 0);
                    var dr = Simd.Load(ref p0, 0) - Simd.Load(ref p2, 0);
                    var si = Simd.Load(ref p0, w) + Simd.Load(ref p2, w);
                    var di = Simd.Load(ref p0, w) - Simd.Load(ref p2, w);
                    var ur = Simd.Load(ref p1, 0) + Simd.Load(ref p3, 0);
                    var vr = Simd.Load(ref p1, 0) - Simd.Load(ref p3, 0);
                    var ui = Simd.Load(ref p1, w) + Simd.Load(ref p3, w);
                    var vi = Simd.Load(ref p1, w) - Simd.Load(ref p3, w);
                    Simd.Store(sr + ur, ref p0, 0);
                    Simd.Store(si + ui, ref p0, w);
                    Simd.Store(sr - ur, ref p2, 0);
                    Simd.Store(si - ui, ref p2, w);

                    // The inverse exchanges the frequencies 1 and 3.
                    ref var q1 = ref forward ? ref p1 : ref p3;
                    ref var q3 = ref forward ? ref p3 : ref p1;
                    Simd.Store(dr + vi, ref q1, 0);
                    Simd.Store(di - vr, ref q1, w);
                    Simd.Store(dr - vi, ref q3, 0);
                    Simd.Store(di + vr, ref q3, w);
                }
            }
        }
    }

    public static void Radix2(ref T origin, int blocks, int m, nint stride, int units, ref T twiddles, bool forward)
    {
        unchecked
        {
            nint w = Width;
            var leg = m * stride;
            for (var block = 0; block < blocks; block++)
            {
                ref var start = ref Unsafe.Add(ref origin, block * 2 * leg);
                for (nint j = 0; j < m; j++)
                {
                    var (r1, i1) = (Simd.Broadcast(ref twiddles, 2 * j), Simd.Broadcast(ref twiddles, (2 * j) + 1));
                    for (var u = 0; u < units; u++)
                    {
                        ref var p0 = ref Unsafe.Add(ref start, (j * stride) + (u * 2 * w));
                        ref var p1 = ref Unsafe.Add(ref p0, leg);
                        var (ar, ai) = (Simd.Load(ref p0, 0), Simd.Load(ref p0, w));
                        if (forward)
                        {
                            var (br, bi) = (Simd.Load(ref p1, 0), Simd.Load(ref p1, w));
                            Simd.Store(ar + br, ref p0, 0);
                            Simd.Store(ai + bi, ref p0, w);
                            Scaled(ar - br, ai - bi, r1, i1, ref p1, w);
                        }
                        else
                        {
                            var (br, bi) = ConjugateProduct(ref p1, w, r1, i1);
                            Simd.Store(ar + br, ref p0, 0);
                            Simd.Store(ai + bi, ref p0, w);
                            Simd.Store(ar - br, ref p1, 0);
                            Simd.Store(ai - bi, ref p1, w);
                        }
                    }
                }
            }
        }
    }

    /// <summary>An odd radix r: with the sums and differences of x_q and x_(r−q), which halves the products.</summary>
    public static void RadixOdd(ref T origin, int blocks, int m, nint stride, int units, int radix, ref T twiddles, ref T roots, bool forward)
    {
        unchecked
        {
            nint w = Width;
            var leg = m * stride;
            var half = radix / 2;
            Span<Vector256<T>> sums = stackalloc Vector256<T>[LargestRadix + 1];
            Span<Vector256<T>> differences = stackalloc Vector256<T>[LargestRadix + 1];
            for (var block = 0; block < blocks; block++)
            {
                ref var start = ref Unsafe.Add(ref origin, block * radix * leg);
                for (nint j = 0; j < m; j++)
                {
                    ref var t = ref Unsafe.Add(ref twiddles, j * 2 * (radix - 1));
                    for (var u = 0; u < units; u++)
                    {
                        ref var p0 = ref Unsafe.Add(ref start, (j * stride) + (u * 2 * w));
                        var (zr, zi) = (Simd.Load(ref p0, 0), Simd.Load(ref p0, w));
                        var (totalR, totalI) = (zr, zi);
                        for (var q = 1; q <= half; q++)
                        {
                            ref var a = ref Unsafe.Add(ref p0, q * leg);
                            ref var b = ref Unsafe.Add(ref p0, (radix - q) * leg);
                            Vector256<T> ar, ai, br, bi;
                            if (forward)
                            {
                                (ar, ai, br, bi) = (Simd.Load(ref a, 0), Simd.Load(ref a, w), Simd.Load(ref b, 0), Simd.Load(ref b, w));
                            }
                            else
                            {
                                (ar, ai) = ConjugateProduct(ref a, w, Simd.Broadcast(ref t, 2 * (q - 1)), Simd.Broadcast(ref t, (2 * (q - 1)) + 1));
                                (br, bi) = ConjugateProduct(ref b, w, Simd.Broadcast(ref t, 2 * (radix - q - 1)), Simd.Broadcast(ref t, (2 * (radix - q - 1)) + 1));
                            }

                            (sums[2 * q], sums[(2 * q) + 1]) = (ar + br, ai + bi);
                            (differences[2 * q], differences[(2 * q) + 1]) = (ar - br, ai - bi);
                            totalR += ar + br;
                            totalI += ai + bi;
                        }

                        Simd.Store(totalR, ref p0, 0);
                        Simd.Store(totalI, ref p0, w);
                        for (var p = 1; p <= half; p++)
                        {
                            // Σ_q x_q ω^(pq): the cosines go with the sums, the sines with i times the differences; frequency r − p has the sines negated.
                            var (cr, ci, dr, di) = (zr, zi, Vector256<T>.Zero, Vector256<T>.Zero);
                            for (int q = 1, at = p; q <= half; q++, at = at + p >= radix ? at + p - radix : at + p)
                            {
                                var (cos, sin) = (Simd.Broadcast(ref roots, 2 * at), Simd.Broadcast(ref roots, (2 * at) + 1));
                                cr = Simd.MultiplyAdd(cos, sums[2 * q], cr);
                                ci = Simd.MultiplyAdd(cos, sums[(2 * q) + 1], ci);
                                dr = Simd.MultiplyAdd(sin, differences[2 * q], dr);
                                di = Simd.MultiplyAdd(sin, differences[(2 * q) + 1], di);
                            }

                            ref var a = ref Unsafe.Add(ref p0, p * leg);
                            ref var b = ref Unsafe.Add(ref p0, (radix - p) * leg);
                            if (forward)
                            {
                                Scaled(cr - di, ci + dr, Simd.Broadcast(ref t, 2 * (p - 1)), Simd.Broadcast(ref t, (2 * (p - 1)) + 1), ref a, w);
                                Scaled(cr + di, ci - dr, Simd.Broadcast(ref t, 2 * (radix - p - 1)), Simd.Broadcast(ref t, (2 * (radix - p - 1)) + 1), ref b, w);
                            }
                            else
                            {
                                Simd.Store(cr + di, ref a, 0);
                                Simd.Store(ci - dr, ref a, w);
                                Simd.Store(cr - di, ref b, 0);
                                Simd.Store(ci + dr, ref b, w);
                            }
                        }
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scaled(Vector256<T> r, Vector256<T> i, Vector256<T> wr, Vector256<T> wi, ref T target, nint w)
    {
        Simd.Store(Simd.SubtractProduct(i, wi, r * wr), ref target, 0);
        Simd.Store(Simd.MultiplyAdd(r, wi, i * wr), ref target, w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<T> R, Vector256<T> I) ConjugateProduct(ref T source, nint w, Vector256<T> wr, Vector256<T> wi)
    {
        var (r, i) = (Simd.Load(ref source, 0), Simd.Load(ref source, w));
        return (Simd.MultiplyAdd(i, wi, r * wr), Simd.SubtractProduct(r, wi, i * wr));
    }
}
