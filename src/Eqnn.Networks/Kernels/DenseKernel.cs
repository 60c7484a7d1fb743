using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Kernels;

/// <summary>A dense matrix: for blocks of samples in tiles of six rows held in registers, for one sample row by row.</summary>
internal sealed class DenseKernel<T> : MapKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int TileRows = 6;

    private readonly int _rows;
    private readonly int _columns;
    private readonly T[] _weights;
    private readonly bool _samples;

    /// <summary>A matrix in row-major order, rows target channel by target channel.</summary>
    public DenseKernel(double[] matrix, PointLayout input, PointLayout output, bool samples)
    {
        (Input, Output) = (input, output);
        (_rows, _columns) = (output.Length, input.Length);
        _samples = samples;
        if (!samples)
        {
            _weights = [.. matrix.Select(T.CreateChecked)];
            return;
        }

        var tiles = (_rows + TileRows - 1) / TileRows;
        _weights = new T[tiles * TileRows * _columns];
        for (var r = 0; r < _rows; r++)
        {
            for (var c = 0; c < _columns; c++)
            {
                _weights[(((r / TileRows * _columns) + c) * TileRows) + (r % TileRows)] = T.CreateChecked(matrix[(r * _columns) + c]);
            }
        }
    }

    public override string Name => "dense";

    public override int Unit => _samples ? 2 * Vector256<T>.Count : 1;

    public override PointLayout Input { get; }

    public override PointLayout Output { get; }

    public override double Operations => 2.0 * _rows * _columns;

    public override void Apply(Span<T> input, Span<T> output, Span<T> scratch)
    {
        if (_samples)
        {
            ApplySamples(ref Simd.Origin(input), ref Simd.Origin(output));
        }
        else
        {
            ApplyOne(ref Simd.Origin(input), output);
        }
    }

    private void ApplyOne(ref T x, Span<T> output)
    {
        unchecked
        {
            nint w = Vector256<T>.Count;
            for (var r = 0; r < _rows; r++)
            {
                ref var row = ref _weights[r * _columns];
                var (a, b, c, d) = (Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero);
                nint i = 0;
                for (; i <= _columns - (4 * w); i += 4 * w)
                {
                    a = Simd.MultiplyAdd(Simd.Load(ref row, i), Simd.Load(ref x, i), a);
                    b = Simd.MultiplyAdd(Simd.Load(ref row, i + w), Simd.Load(ref x, i + w), b);
                    c = Simd.MultiplyAdd(Simd.Load(ref row, i + (2 * w)), Simd.Load(ref x, i + (2 * w)), c);
                    d = Simd.MultiplyAdd(Simd.Load(ref row, i + (3 * w)), Simd.Load(ref x, i + (3 * w)), d);
                }

                var sum = Vector256.Sum(a + b + (c + d));
                for (; i < _columns; i++)
                {
                    sum += Unsafe.Add(ref row, i) * Unsafe.Add(ref x, i);
                }

                output[r] = sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ApplySamples(ref T input, ref T output)
    {
        unchecked
        {
            nint w = Vector256<T>.Count;
            ref var weights = ref _weights[0];
            for (var first = 0; first < _rows; first += TileRows)
            {
                var (a0, a1, b0, b1, c0, c1) = (Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero);
                var (d0, d1, e0, e1, f0, f1) = (Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero);
                ref var x = ref input;
                for (var c = 0; c < _columns; c++)
                {
                    var (x0, x1) = (Simd.Load(ref x, 0), Simd.Load(ref x, w));
                    var h = Simd.Broadcast(ref weights, 0);
                    (a0, a1) = (Simd.MultiplyAdd(h, x0, a0), Simd.MultiplyAdd(h, x1, a1));
                    h = Simd.Broadcast(ref weights, 1);
                    (b0, b1) = (Simd.MultiplyAdd(h, x0, b0), Simd.MultiplyAdd(h, x1, b1));
                    h = Simd.Broadcast(ref weights, 2);
                    (c0, c1) = (Simd.MultiplyAdd(h, x0, c0), Simd.MultiplyAdd(h, x1, c1));
                    h = Simd.Broadcast(ref weights, 3);
                    (d0, d1) = (Simd.MultiplyAdd(h, x0, d0), Simd.MultiplyAdd(h, x1, d1));
                    h = Simd.Broadcast(ref weights, 4);
                    (e0, e1) = (Simd.MultiplyAdd(h, x0, e0), Simd.MultiplyAdd(h, x1, e1));
                    h = Simd.Broadcast(ref weights, 5);
                    (f0, f1) = (Simd.MultiplyAdd(h, x0, f0), Simd.MultiplyAdd(h, x1, f1));
                    weights = ref Unsafe.Add(ref weights, TileRows);
                    x = ref Unsafe.Add(ref x, 2 * w);
                }

                ref var y = ref Unsafe.Add(ref output, first * 2 * w);
                Pair(a0, a1, ref y, w, 0, _rows - first);
                Pair(b0, b1, ref y, w, 1, _rows - first);
                Pair(c0, c1, ref y, w, 2, _rows - first);
                Pair(d0, d1, ref y, w, 3, _rows - first);
                Pair(e0, e1, ref y, w, 4, _rows - first);
                Pair(f0, f1, ref y, w, 5, _rows - first);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(Vector256<T> left, Vector256<T> right, ref T target, nint w, nint row, int rows)
    {
        if (row < rows)
        {
            Simd.Store(left, ref target, row * 2 * w);
            Simd.Store(right, ref target, (row * 2 * w) + w);
        }
    }
}
