using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Loops;

/// <summary>Deep sets, one sample: <c>y_o(p) = Σ_i a_oi x_i(p) + Σ_i b_oi Σ_q x_i(q)</c> (where a pair of points is equal or not, and nothing else can be told apart).</summary>
/// <remarks>The sums over points come first; they are constants of the tiles, so they cost no second pass.</remarks>
internal sealed class SumsLoop<T> : MapLoop<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _points;
    private readonly int _pitch;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly LaneProduct<T> _own;
    private readonly double[] _sums;
    private readonly double[] _bias;

    /// <param name="own">a_oi at o · inputs + i.</param>
    /// <param name="sums">b_oi at o · inputs + i.</param>
    /// <param name="points">The number of points.</param>
    /// <param name="inputs">The number of source channels.</param>
    /// <param name="outputs">The number of target channels.</param>
    /// <param name="finish">Bias and ReLU, if the loop is to apply them.</param>
    public SumsLoop(double[] own, double[] sums, int points, int inputs, int outputs, LoopFinish? finish)
    {
        (_points, _inputs, _outputs) = (points, inputs, outputs);
        _pitch = (points + LaneProduct<T>.Unit - 1) / LaneProduct<T>.Unit * LaneProduct<T>.Unit;
        if (_pitch % 512 == 0)
        {
            // Lines at a distance that is a multiple of the page would all fall into the same sets of the cache.
            _pitch += LaneProduct<T>.Unit;
        }

        Input = LayoutOf(inputs);
        Output = LayoutOf(outputs);
        int[] Lines(int count) => [.. Enumerable.Range(0, count).Select(line => line * _pitch)];
        _own = new(own, Lines(outputs), Lines(inputs), LaneProduct<T>.Line(points), null, finish is { Rectify: true });
        _sums = new double[sums.Length];
        for (var o = 0; o < outputs; o++)
        {
            for (var i = 0; i < inputs; i++)
            {
                _sums[(i * outputs) + o] = sums[(o * inputs) + i];
            }
        }

        _bias = finish?.Bias ?? new double[outputs];
    }

    public override string Name => "sums";

    public override int Unit => 1;

    public override PointLayout Input { get; }

    public override PointLayout Output { get; }

    /// <summary>The constants of the outputs, and before them in double precision.</summary>
    public override int ScratchLength => _outputs * (1 + (sizeof(double) / Unsafe.SizeOf<T>()));

    public override double Operations => _own.Operations + (2.0 * _outputs * _inputs) + (_inputs * _points);

    public override void Apply(Span<T> input, Span<T> output, Span<T> scratch)
    {
        var exact = MemoryMarshal.Cast<T, double>(scratch)[.._outputs];
        _bias.CopyTo(exact);
        for (var i = 0; i < _inputs; i++)
        {
            AddProduct(Total(input.Slice(i * _pitch, _points)), ref _sums[i * _outputs], exact);
        }

        var starts = scratch[^_outputs..];
        for (var o = 0; o < _outputs; o++)
        {
            starts[o] = T.CreateTruncating(exact[o]);
        }

        _own.Run(ref Simd.Origin(input), starts, ref Simd.Origin(output));
    }

    private static void AddProduct(double factor, ref double weights, Span<double> sums)
    {
        var factors = Vector256.Create(factor);
        var o = 0;
        for (; o <= sums.Length - Vector256<double>.Count; o += Vector256<double>.Count)
        {
            Simd.Store(Simd.MultiplyAdd(factors, Simd.Load(ref weights, o), Simd.Load(ref sums[0], o)), ref sums[0], o);
        }

        for (; o < sums.Length; o++)
        {
            sums[o] += factor * Unsafe.Add(ref weights, o);
        }
    }

    /// <summary>The sum over the points: a few numbers in each lane in T, then in double precision, for sums of many like terms lose digits.</summary>
    private static double Total(ReadOnlySpan<T> values)
    {
        const int Together = 8;
        ref var origin = ref Simd.Origin(values);
        nint w = Vector256<T>.Count;
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        nint p = 0;
        for (; p <= values.Length - (Together * w); p += Together * w)
        {
            // As a tree, so that additions need not wait for each other.
            var left = Simd.Load(ref origin, p) + Simd.Load(ref origin, p + w) + (Simd.Load(ref origin, p + (2 * w)) + Simd.Load(ref origin, p + (3 * w)));
            var right = Simd.Load(ref origin, p + (4 * w)) + Simd.Load(ref origin, p + (5 * w)) + (Simd.Load(ref origin, p + (6 * w)) + Simd.Load(ref origin, p + (7 * w)));
            if (typeof(T) == typeof(float))
            {
                var (l, h) = Vector256.Widen((left + right).AsSingle());
                (low, high) = (low + l, high + h);
            }
            else
            {
                (low, high) = (low + left.AsDouble(), high + right.AsDouble());
            }
        }

        var sum = Vector256.Sum(low + high);
        for (; p < values.Length; p++)
        {
            sum += double.CreateTruncating(Unsafe.Add(ref origin, p));
        }

        return sum;
    }

    private PointLayout LayoutOf(int channels) => new(channels, _pitch, [.. Enumerable.Range(0, _points)], channels * _pitch, false);
}
