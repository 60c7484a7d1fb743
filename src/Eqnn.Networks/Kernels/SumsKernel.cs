using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Kernels;

/// <summary>Deep sets, one sample: <c>y_o(p) = Σ_i a_oi x_i(p) + Σ_i b_oi Σ_q x_i(q)</c> (where a pair of points is equal or not, and nothing else can be told apart).</summary>
/// <remarks>The sums over points come first; they are constants of the tiles, so they cost no second pass.</remarks>
internal sealed class SumsKernel<T> : MapKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _points;
    private readonly int _pitch;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int[] _offsets;
    private readonly T[] _own;
    private readonly T[] _sums;
    private readonly T[] _bias;
    private readonly bool _rectify;

    /// <param name="own">a_oi at o · inputs + i.</param>
    /// <param name="sums">b_oi at o · inputs + i.</param>
    /// <param name="points">The number of points.</param>
    /// <param name="inputs">The number of source channels.</param>
    /// <param name="outputs">The number of target channels.</param>
    /// <param name="finish">Bias and ReLU, if the kernel is to apply them.</param>
    public SumsKernel(double[] own, double[] sums, int points, int inputs, int outputs, KernelFinish? finish)
    {
        var w = Vector256<T>.Count;
        (_points, _inputs, _outputs) = (points, inputs, outputs);
        _pitch = ((points + w - 1) / w * w) + w;
        Input = LayoutOf(inputs);
        Output = LayoutOf(outputs);
        _offsets = [.. Enumerable.Range(0, inputs).Select(i => i * _pitch)];
        _own = PlaneTiles<T>.Pack(own, outputs, inputs);
        _sums = [.. sums.Select(T.CreateChecked)];
        _bias = new T[outputs];
        if (finish is not null)
        {
            _bias = [.. finish.Bias.Select(T.CreateChecked)];
            _rectify = finish.Rectify;
        }
    }

    public override string Name => "sums";

    public override int Unit => 1;

    public override PointLayout Input { get; }

    public override PointLayout Output { get; }

    public override int ScratchLength => _inputs + _outputs + PlaneTiles<T>.Rows;

    public override double Operations => (2.0 * _outputs * _inputs * (_points + 1)) + (_inputs * _points);

    public override void Apply(Span<T> input, Span<T> output, Span<T> scratch)
    {
        var totals = scratch[.._inputs];
        var starts = scratch[_inputs..];
        for (var i = 0; i < _inputs; i++)
        {
            totals[i] = Total(input.Slice(i * _pitch, _points));
        }

        for (var o = 0; o < _outputs; o++)
        {
            var sum = _bias[o];
            for (var i = 0; i < _inputs; i++)
            {
                sum += _sums[(o * _inputs) + i] * totals[i];
            }

            starts[o] = sum;
        }

        PlaneTiles<T>.Run(ref Simd.Origin(input), _offsets, ref _own[0], ref Simd.Origin(starts), ref Simd.Origin(output), _outputs, _pitch, _points, _rectify);
    }

    private static T Total(ReadOnlySpan<T> values)
    {
        ref var origin = ref Simd.Origin(values);
        nint w = Vector256<T>.Count;
        var (a, b) = (Vector256<T>.Zero, Vector256<T>.Zero);
        nint p = 0;
        for (; p + (2 * w) <= values.Length; p += 2 * w)
        {
            a += Simd.Load(ref origin, p);
            b += Simd.Load(ref origin, p + w);
        }

        var sum = Vector256.Sum(a + b);
        for (; p < values.Length; p++)
        {
            sum += Unsafe.Add(ref origin, p);
        }

        return sum;
    }

    private PointLayout LayoutOf(int channels) => new(channels, _pitch, [.. Enumerable.Range(0, _points)], (channels * _pitch) + (3 * Vector256<T>.Count), false);
}
