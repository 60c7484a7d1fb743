using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Loops;

/// <summary>A dense matrix: for blocks of samples in tiles held in registers, for one sample row by row.</summary>
internal sealed class DenseLoop<T> : MapLoop<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly T[] _weights = [];
    private readonly LaneProduct<T>? _product;

    /// <param name="matrix">Row-major, rows target channel by target channel.</param>
    /// <param name="input">Channel after channel.</param>
    /// <param name="output">Channel after channel.</param>
    /// <param name="units">0 for one sample; else a block has this many times <see cref="LaneProduct{T}.Unit"/> samples.</param>
    public DenseLoop(double[] matrix, PointLayout input, PointLayout output, int units)
    {
        (Input, Output) = (input, output);
        (_rows, _columns) = (output.Length, input.Length);
        Unit = Math.Max(1, units * LaneProduct<T>.Unit);
        if (units == 0)
        {
            _weights = [.. matrix.Select(T.CreateChecked)];
        }
        else
        {
            _product = new(matrix, [.. Enumerable.Range(0, _rows).Select(row => row * Unit)], [.. Enumerable.Range(0, _columns).Select(column => column * Unit)], LaneProduct<T>.Line(Unit));
        }
    }

    public override string Name => "dense";

    public override int Unit { get; }

    public override PointLayout Input { get; }

    public override PointLayout Output { get; }

    public override double Operations => 2.0 * _rows * _columns;

    public override void Apply(Span<T> input, Span<T> output, Span<T> scratch)
    {
        if (_product is null)
        {
            ApplyOne(ref Simd.Origin(input), output);
        }
        else
        {
            _product.Run(ref Simd.Origin(input), ref Simd.Origin(output));
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
}
