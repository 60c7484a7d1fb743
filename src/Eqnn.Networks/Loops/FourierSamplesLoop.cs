using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Loops;

/// <summary>Convolution on an abelian group by Fourier transforms, many samples at once: half of them as real, half as imaginary parts of one complex signal.</summary>
/// <remarks>The filters are real, so both halves pass through the complex product unmixed, and no real transform has to be unpacked. Frequencies k and −k share their (conjugate) weights.</remarks>
internal sealed class FourierSamplesLoop<T> : MapLoop<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FourierGrid<T> _grid;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int _planeStride;
    private readonly T[] _weights;

    public FourierSamplesLoop(FilterBank bank, int[] inputOffsets, int inputOrbits, int[] outputOffsets, int outputOrbits)
    {
        _grid = new FourierGrid<T>(bank.Dimensions);
        (_inputs, _outputs) = (bank.Inputs, bank.Outputs);
        _planeStride = _grid.PlaneLength + 1;
        Input = LayoutOf(_inputs, inputOffsets, inputOrbits);
        Output = LayoutOf(_outputs, outputOffsets, outputOrbits);
        _weights = WeightsOf(bank.SpectrumOn(_grid));
    }

    public override string Name => "fourier";

    public override int Unit => 2 * Vector256<T>.Count;

    public override PointLayout Input { get; }

    public override PointLayout Output { get; }

    public override double Operations => ((_inputs + _outputs) * _grid.Operations / 2) + (4.0 * _inputs * _outputs * _grid.FrequencyCount);

    public override void Apply(Span<T> input, Span<T> output, Span<T> scratch)
    {
        var unit = Unit;
        for (var i = 0; i < _inputs; i++)
        {
            _grid.Forward(ref input[i * _planeStride * unit], 1);
        }

        Mix(ref Simd.Origin(input), ref Simd.Origin(output));
        for (var o = 0; o < _outputs; o++)
        {
            _grid.Inverse(ref output[o * _planeStride * unit], 1);
        }
    }

    private PointLayout LayoutOf(int signals, int[] offsets, int orbits)
    {
        // offsets[x] = orbit · |A| + group element.
        var order = _grid.Positions.Length;
        int[] places = [.. offsets.Select(offset => (offset / order * _planeStride) + _grid.Positions[offset % order])];
        return new(signals / orbits, orbits * _planeStride, places, (signals + (signals % 2)) * _planeStride, _grid.IsPadded);
    }

    /// <summary>For each pair of frequencies, for each two outputs, for each input: both weights, real and imaginary.</summary>
    private T[] WeightsOf(Complex[][] spectrum)
    {
        var tiles = (_outputs + 1) / 2;
        var weights = new T[spectrum.Length * tiles * _inputs * 4];
        var at = 0;
        foreach (var values in spectrum)
        {
            for (var tile = 0; tile < tiles; tile++)
            {
                for (var i = 0; i < _inputs; i++)
                {
                    for (var o = 2 * tile; o < (2 * tile) + 2; o++)
                    {
                        var value = o < _outputs ? values[(o * _inputs) + i] : Complex.Zero;
                        weights[at++] = T.CreateChecked(value.Real);
                        weights[at++] = T.CreateChecked(value.Imaginary);
                    }
                }
            }
        }

        return weights;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mix(ref T input, ref T output)
    {
        unchecked
        {
            nint w = Vector256<T>.Count;
            var plane = _planeStride * 2 * w;
            var tiles = (_outputs + 1) / 2;
            ref var weights = ref _weights[0];
            nint inputs = _inputs;
            foreach (var (place, opposite) in _grid.Pairs)
            {
                ref var x = ref Unsafe.Add(ref input, place * 2 * w);
                ref var z = ref Unsafe.Add(ref input, opposite * 2 * w);
                ref var y = ref Unsafe.Add(ref output, place * 2 * w);
                ref var v = ref Unsafe.Add(ref output, opposite * 2 * w);
                for (var tile = 0; tile < tiles; tile++)
                {
                    // Eight sums: outputs 0 and 1, frequencies k and −k, real and imaginary.
                    var (ar, ai, br, bi) = (Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero);
                    var (cr, ci, dr, di) = (Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero);
                    nint at = 0;
                    for (nint i = 0; i < inputs; i++)
                    {
                        var (xr, xi) = (Simd.Load(ref x, at), Simd.Load(ref x, at + w));
                        var (zr, zi) = (Simd.Load(ref z, at), Simd.Load(ref z, at + w));
                        at += plane;
                        var h = Simd.Broadcast(ref weights, 0);
                        ar = Simd.MultiplyAdd(h, xr, ar);
                        ai = Simd.MultiplyAdd(h, xi, ai);
                        br = Simd.MultiplyAdd(h, zr, br);
                        bi = Simd.MultiplyAdd(h, zi, bi);
                        h = Simd.Broadcast(ref weights, 2);
                        cr = Simd.MultiplyAdd(h, xr, cr);
                        ci = Simd.MultiplyAdd(h, xi, ci);
                        dr = Simd.MultiplyAdd(h, zr, dr);
                        di = Simd.MultiplyAdd(h, zi, di);
                        h = Simd.Broadcast(ref weights, 1);
                        ar = Simd.SubtractProduct(h, xi, ar);
                        ai = Simd.MultiplyAdd(h, xr, ai);
                        br = Simd.MultiplyAdd(h, zi, br);
                        bi = Simd.SubtractProduct(h, zr, bi);
                        h = Simd.Broadcast(ref weights, 3);
                        cr = Simd.SubtractProduct(h, xi, cr);
                        ci = Simd.MultiplyAdd(h, xr, ci);
                        dr = Simd.MultiplyAdd(h, zi, dr);
                        di = Simd.SubtractProduct(h, zr, di);
                        weights = ref Unsafe.Add(ref weights, 4);
                    }

                    Simd.Store(ar, ref y, 0);
                    Simd.Store(ai, ref y, w);
                    Simd.Store(br, ref v, 0);
                    Simd.Store(bi, ref v, w);
                    y = ref Unsafe.Add(ref y, plane);
                    v = ref Unsafe.Add(ref v, plane);
                    Simd.Store(cr, ref y, 0);
                    Simd.Store(ci, ref y, w);
                    Simd.Store(dr, ref v, 0);
                    Simd.Store(di, ref v, w);
                    y = ref Unsafe.Add(ref y, plane);
                    v = ref Unsafe.Add(ref v, plane);
                }
            }
        }
    }
}
