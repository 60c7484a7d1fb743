using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Kernels;

/// <summary>Sums of shifted planes: <c>y_o(p) = start_o + Σ_t w_ot x_t(p)</c>, where each x_t is a plane read from some offset; four outputs and three vectors of positions at a time stay in registers.</summary>
/// <remarks>The core of convolutions with few taps (a term is a channel and a tap) and of deep sets (a term is a channel). Weights stand term by term in groups of <see cref="Rows"/> outputs.</remarks>
internal static class PlaneTiles<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Outputs per tile.</summary>
    public const int Rows = 4;

    /// <summary>Weights <c>matrix[o · terms + t]</c> in the order in which <see cref="Run"/> reads them, padded with zeros to whole tiles.</summary>
    public static T[] Pack(double[] matrix, int outputs, int terms)
    {
        var packed = new T[(outputs + Rows - 1) / Rows * terms * Rows];
        for (var o = 0; o < outputs; o++)
        {
            for (var t = 0; t < terms; t++)
            {
                packed[(((o / Rows * terms) + t) * Rows) + (o % Rows)] = T.CreateChecked(matrix[(o * terms) + t]);
            }
        }

        return packed;
    }

    /// <summary>Computes <paramref name="length"/> positions of all outputs; reads and writes up to two vectors beyond them.</summary>
    /// <param name="input">The origin of the input planes.</param>
    /// <param name="offsets">For each term where its plane starts.</param>
    /// <param name="weights">As packed.</param>
    /// <param name="starts">The constant of each output, a multiple of <see cref="Rows"/> of them.</param>
    /// <param name="output">Position 0 of output 0.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="outputStride">Scalars from one output plane to the next.</param>
    /// <param name="length">The number of positions.</param>
    /// <param name="rectify">Whether to apply ReLU.</param>
    public static void Run(ref T input, ReadOnlySpan<int> offsets, ref T weights, ref T starts, ref T output, int outputs, int outputStride, int length, bool rectify)
    {
        unchecked
        {
            nint w = Vector256<T>.Count;
            nint p = 0;
            for (; p + (2 * w) < length; p += 3 * w)
            {
                for (var o = 0; o < outputs; o += Rows)
                {
                    ref var tile = ref Unsafe.Add(ref weights, (nint)o * offsets.Length);
                    ref var y = ref Unsafe.Add(ref output, ((nint)o * outputStride) + p);
                    if (outputs - o >= 2)
                    {
                        Tile43(ref Unsafe.Add(ref input, p), offsets, ref tile, ref Unsafe.Add(ref starts, o), ref y, outputs - o, outputStride, rectify);
                    }
                    else
                    {
                        Tile13(ref Unsafe.Add(ref input, p), offsets, ref tile, ref Unsafe.Add(ref starts, o), ref y, rectify);
                    }
                }
            }

            for (; p < length; p += w)
            {
                for (var o = 0; o < outputs; o += Rows)
                {
                    ref var tile = ref Unsafe.Add(ref weights, (nint)o * offsets.Length);
                    Tile41(ref Unsafe.Add(ref input, p), offsets, ref tile, ref Unsafe.Add(ref starts, o), ref Unsafe.Add(ref output, ((nint)o * outputStride) + p), outputs - o, outputStride, rectify);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile43(ref T input, ReadOnlySpan<int> offsets, ref T weights, ref T starts, ref T output, int rows, nint stride, bool rectify)
    {
        unchecked
        {
            nint w = Vector256<T>.Count;
            var a0 = Simd.Broadcast(ref starts, 0);
            var (a1, a2) = (a0, a0);
            var b0 = Simd.Broadcast(ref starts, 1);
            var (b1, b2) = (b0, b0);
            var c0 = Simd.Broadcast(ref starts, 2);
            var (c1, c2) = (c0, c0);
            var d0 = Simd.Broadcast(ref starts, 3);
            var (d1, d2) = (d0, d0);
            foreach (var offset in offsets)
            {
                ref var x = ref Unsafe.Add(ref input, offset);
                var (x0, x1, x2) = (Simd.Load(ref x, 0), Simd.Load(ref x, w), Simd.Load(ref x, 2 * w));
                var h = Simd.Broadcast(ref weights, 0);
                a0 = Simd.MultiplyAdd(h, x0, a0);
                a1 = Simd.MultiplyAdd(h, x1, a1);
                a2 = Simd.MultiplyAdd(h, x2, a2);
                h = Simd.Broadcast(ref weights, 1);
                b0 = Simd.MultiplyAdd(h, x0, b0);
                b1 = Simd.MultiplyAdd(h, x1, b1);
                b2 = Simd.MultiplyAdd(h, x2, b2);
                h = Simd.Broadcast(ref weights, 2);
                c0 = Simd.MultiplyAdd(h, x0, c0);
                c1 = Simd.MultiplyAdd(h, x1, c1);
                c2 = Simd.MultiplyAdd(h, x2, c2);
                h = Simd.Broadcast(ref weights, 3);
                d0 = Simd.MultiplyAdd(h, x0, d0);
                d1 = Simd.MultiplyAdd(h, x1, d1);
                d2 = Simd.MultiplyAdd(h, x2, d2);
                weights = ref Unsafe.Add(ref weights, Rows);
            }

            Store3(a0, a1, a2, ref output, w, rectify);
            Store3(b0, b1, b2, ref Unsafe.Add(ref output, stride), w, rectify);
            if (rows > 2)
            {
                Store3(c0, c1, c2, ref Unsafe.Add(ref output, 2 * stride), w, rectify);
            }

            if (rows > 3)
            {
                Store3(d0, d1, d2, ref Unsafe.Add(ref output, 3 * stride), w, rectify);
            }
        }
    }

    private static void Tile13(ref T input, ReadOnlySpan<int> offsets, ref T weights, ref T starts, ref T output, bool rectify)
    {
        unchecked
        {
            nint w = Vector256<T>.Count;
            var a0 = Simd.Broadcast(ref starts, 0);
            var (a1, a2) = (a0, a0);
            foreach (var offset in offsets)
            {
                ref var x = ref Unsafe.Add(ref input, offset);
                var h = Simd.Broadcast(ref weights, 0);
                a0 = Simd.MultiplyAdd(h, Simd.Load(ref x, 0), a0);
                a1 = Simd.MultiplyAdd(h, Simd.Load(ref x, w), a1);
                a2 = Simd.MultiplyAdd(h, Simd.Load(ref x, 2 * w), a2);
                weights = ref Unsafe.Add(ref weights, Rows);
            }

            Store3(a0, a1, a2, ref output, w, rectify);
        }
    }

    private static void Tile41(ref T input, ReadOnlySpan<int> offsets, ref T weights, ref T starts, ref T output, int rows, nint stride, bool rectify)
    {
        unchecked
        {
            var (a, b, c, d) = (Simd.Broadcast(ref starts, 0), Simd.Broadcast(ref starts, 1), Simd.Broadcast(ref starts, 2), Simd.Broadcast(ref starts, 3));
            foreach (var offset in offsets)
            {
                var x = Simd.Load(ref input, offset);
                a = Simd.MultiplyAdd(Simd.Broadcast(ref weights, 0), x, a);
                b = Simd.MultiplyAdd(Simd.Broadcast(ref weights, 1), x, b);
                c = Simd.MultiplyAdd(Simd.Broadcast(ref weights, 2), x, c);
                d = Simd.MultiplyAdd(Simd.Broadcast(ref weights, 3), x, d);
                weights = ref Unsafe.Add(ref weights, Rows);
            }

            for (var row = 0; row < Math.Min(rows, Rows); row++)
            {
                var value = row == 0 ? a : row == 1 ? b : row == 2 ? c : d;
                Simd.Store(rectify ? Vector256.Max(value, Vector256<T>.Zero) : value, ref output, row * stride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store3(Vector256<T> a, Vector256<T> b, Vector256<T> c, ref T target, nint w, bool rectify)
    {
        if (rectify)
        {
            a = Vector256.Max(a, Vector256<T>.Zero);
            b = Vector256.Max(b, Vector256<T>.Zero);
            c = Vector256.Max(c, Vector256<T>.Zero);
        }

        Simd.Store(a, ref target, 0);
        Simd.Store(b, ref target, w);
        Simd.Store(c, ref target, 2 * w);
    }
}
