using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Loops;

/// <summary>Convolution on an abelian group by Fourier transforms, one sample: channels in the lanes, two channels as real and imaginary part of one complex signal.</summary>
/// <remarks>
/// At frequencies k and −k the two channels are separated (<c>(X(k) ± conj X(−k))/2</c>), mixed with the outputs in the lanes, and joined again. With one or two outputs the inputs are in the lanes instead.
/// </remarks>
internal sealed class FourierChannelsLoop<T> : MapLoop<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int FewOutputs = 2;

    private readonly FourierGrid<T> _grid;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int _inputUnits;
    private readonly int _outputUnits;
    private readonly T[] _weights;

    public FourierChannelsLoop(FilterBank bank, int[] inputOffsets, int inputOrbits, int[] outputOffsets, int outputOrbits)
    {
        _grid = new FourierGrid<T>(bank.Dimensions);
        (_inputs, _outputs) = (bank.Inputs, bank.Outputs);
        var lanes = 2 * Vector256<T>.Count;
        _inputUnits = (_inputs + lanes - 1) / lanes;
        _outputUnits = (_outputs + lanes - 1) / lanes;
        Input = LayoutOf(_inputs, _inputUnits * lanes, inputOffsets, inputOrbits);
        Output = LayoutOf(_outputs, _outputUnits * lanes, outputOffsets, outputOrbits);
        var spectrum = bank.SpectrumOn(_grid);
        _weights = HasFewOutputs ? WeightsByInputs(spectrum) : WeightsByOutputs(spectrum);
    }

    public override string Name => "fourier";

    public override int Unit => 1;

    public override PointLayout Input { get; }

    public override PointLayout Output { get; }

    public override int ScratchLength => _inputUnits * 4 * Vector256<T>.Count;

    public override double Operations
    {
        get
        {
            var lanes = 2 * Vector256<T>.Count;
            var mixed = HasFewOutputs ? _outputs * _inputUnits * lanes : _inputs * _outputUnits * lanes;
            return ((_inputUnits + _outputUnits) * lanes * _grid.Operations / 2) + (4.0 * mixed * _grid.FrequencyCount);
        }
    }

    private bool HasFewOutputs => _outputs <= FewOutputs;

    public override void Apply(Span<T> input, Span<T> output, Span<T> scratch)
    {
        ref var x = ref Simd.Origin(input);
        ref var y = ref Simd.Origin(output);
        _grid.Forward(ref x, _inputUnits);
        if (HasFewOutputs)
        {
            MixFew(ref x, ref y, ref Simd.Origin(scratch));
        }
        else
        {
            Mix(ref x, ref y, ref Simd.Origin(scratch));
        }

        _grid.Inverse(ref y, _outputUnits);
    }

    private PointLayout LayoutOf(int signals, int lanes, int[] offsets, int orbits)
    {
        var order = _grid.Positions.Length;
        int[] places = [.. offsets.Select(offset => (_grid.Positions[offset % order] * lanes) + (offset / order))];

        // Lanes that belong to no channel meet zero weights only; they need not be zero, only finite.
        return new(signals / orbits, orbits, places, _grid.PlaneLength * lanes, _grid.IsPadded);
    }

    /// <summary>For each pair, for each input, for each unit of outputs: real and imaginary parts of the lower, then of the upper half of the lanes; halved for the separation.</summary>
    private T[] WeightsByOutputs(Complex[][] spectrum)
    {
        var w = Vector256<T>.Count;
        var weights = new T[spectrum.Length * _inputs * _outputUnits * 4 * w];
        for (var pair = 0; pair < spectrum.Length; pair++)
        {
            for (var i = 0; i < _inputs; i++)
            {
                for (var o = 0; o < _outputs; o++)
                {
                    var at = (((((pair * _inputs) + i) * _outputUnits) + (o / (2 * w))) * 4 * w) + (o % (2 * w) / w * 2 * w) + (o % w);
                    var value = spectrum[pair][(o * _inputs) + i] / 2;
                    weights[at] = T.CreateChecked(value.Real);
                    weights[at + w] = T.CreateChecked(value.Imaginary);
                }
            }
        }

        return weights;
    }

    private T[] WeightsByInputs(Complex[][] spectrum)
    {
        var w = Vector256<T>.Count;
        var weights = new T[spectrum.Length * _outputs * _inputUnits * 4 * w];
        for (var pair = 0; pair < spectrum.Length; pair++)
        {
            for (var o = 0; o < _outputs; o++)
            {
                for (var i = 0; i < _inputs; i++)
                {
                    var at = (((((pair * _outputs) + o) * _inputUnits) + (i / (2 * w))) * 4 * w) + (i % (2 * w) / w * 2 * w) + (i % w);
                    var value = spectrum[pair][(o * _inputs) + i] / 2;
                    weights[at] = T.CreateChecked(value.Real);
                    weights[at + w] = T.CreateChecked(value.Imaginary);
                }
            }
        }

        return weights;
    }

    /// <summary>Twice the spectra at k of the channels in the lower and in the upper half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Separate(ref T x, ref T z, nint w, ref T target)
    {
        var (xr, xi) = (Simd.Load(ref x, 0), Simd.Load(ref x, w));
        var (zr, zi) = (Simd.Load(ref z, 0), Simd.Load(ref z, w));
        Simd.Store(xr + zr, ref target, 0);
        Simd.Store(xi - zi, ref target, w);
        Simd.Store(xi + zi, ref target, 2 * w);
        Simd.Store(zr - xr, ref target, 3 * w);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mix(ref T input, ref T output, ref T separated)
    {
        unchecked
        {
            nint w = Vector256<T>.Count;
            nint inputElement = _inputUnits * 2 * w;
            nint outputElement = _outputUnits * 2 * w;
            nint step = _outputUnits * 4 * w;
            ref var pairWeights = ref _weights[0];
            foreach (var (place, opposite) in _grid.Pairs)
            {
                ref var x = ref Unsafe.Add(ref input, place * inputElement);
                ref var z = ref Unsafe.Add(ref input, opposite * inputElement);
                for (nint u = 0; u < _inputUnits; u++)
                {
                    Separate(ref Unsafe.Add(ref x, u * 2 * w), ref Unsafe.Add(ref z, u * 2 * w), w, ref Unsafe.Add(ref separated, u * 4 * w));
                }

                for (nint unit = 0; unit < _outputUnits; unit++)
                {
                    // Two sets of sums for even and odd inputs, so that products need not wait for each other.
                    var (lr, li, hr, hi) = (Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero);
                    var (mr, mi, nr, ni) = (Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero, Vector256<T>.Zero);
                    ref var weights = ref Unsafe.Add(ref pairWeights, unit * 4 * w);
                    for (nint i = 0; i < _inputs; i++)
                    {
                        // Channel i stands in lane i mod W of the half (i / W) mod 2 of unit i / 2W, so at (i / W) · 2W + i mod W.
                        var at = (i / w * 2 * w) + (i % w);
                        var (cr, ci) = (Simd.Broadcast(ref separated, at), Simd.Broadcast(ref separated, at + w));
                        var (a, b, c, d) = (Simd.Load(ref weights, 0), Simd.Load(ref weights, w), Simd.Load(ref weights, 2 * w), Simd.Load(ref weights, 3 * w));
                        lr = Simd.MultiplyAdd(cr, a, lr);
                        li = Simd.MultiplyAdd(cr, b, li);
                        hr = Simd.MultiplyAdd(cr, c, hr);
                        hi = Simd.MultiplyAdd(cr, d, hi);
                        mr = Simd.MultiplyAdd(ci, b, mr);
                        mi = Simd.MultiplyAdd(ci, a, mi);
                        nr = Simd.MultiplyAdd(ci, d, nr);
                        ni = Simd.MultiplyAdd(ci, c, ni);
                        weights = ref Unsafe.Add(ref weights, step);
                    }

                    (lr, li, hr, hi) = (lr - mr, li + mi, hr - nr, hi + ni);
                    ref var y = ref Unsafe.Add(ref output, (place * outputElement) + (unit * 2 * w));
                    ref var v = ref Unsafe.Add(ref output, (opposite * outputElement) + (unit * 2 * w));
                    Simd.Store(lr + hi, ref v, 0);
                    Simd.Store(hr - li, ref v, w);
                    Simd.Store(lr - hi, ref y, 0);
                    Simd.Store(li + hr, ref y, w);
                }

                pairWeights = ref Unsafe.Add(ref pairWeights, _inputs * step);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MixFew(ref T input, ref T output, ref T separated)
    {
        unchecked
        {
            nint w = Vector256<T>.Count;
            nint inputElement = _inputUnits * 2 * w;
            ref var weights = ref _weights[0];
            foreach (var (place, opposite) in _grid.Pairs)
            {
                ref var x = ref Unsafe.Add(ref input, place * inputElement);
                ref var z = ref Unsafe.Add(ref input, opposite * inputElement);
                for (nint u = 0; u < _inputUnits; u++)
                {
                    Separate(ref Unsafe.Add(ref x, u * 2 * w), ref Unsafe.Add(ref z, u * 2 * w), w, ref Unsafe.Add(ref separated, u * 4 * w));
                }

                ref var y = ref Unsafe.Add(ref output, place * 2 * w);
                ref var v = ref Unsafe.Add(ref output, opposite * 2 * w);
                Simd.Store(Vector256<T>.Zero, ref y, 0);
                Simd.Store(Vector256<T>.Zero, ref y, w);
                Simd.Store(Vector256<T>.Zero, ref v, 0);
                Simd.Store(Vector256<T>.Zero, ref v, w);
                for (nint o = 0; o < _outputs; o++)
                {
                    var (r, i) = (Vector256<T>.Zero, Vector256<T>.Zero);
                    var (s, j) = (Vector256<T>.Zero, Vector256<T>.Zero);
                    for (nint half = 0; half < 2 * _inputUnits; half++)
                    {
                        var (xr, xi) = (Simd.Load(ref separated, half * 2 * w), Simd.Load(ref separated, (half * 2 * w) + w));
                        var (hr, hi) = (Simd.Load(ref weights, 0), Simd.Load(ref weights, w));
                        r = Simd.MultiplyAdd(hr, xr, r);
                        i = Simd.MultiplyAdd(hr, xi, i);
                        s = Simd.MultiplyAdd(hi, xi, s);
                        j = Simd.MultiplyAdd(hi, xr, j);
                        weights = ref Unsafe.Add(ref weights, 2 * w);
                    }

                    // Few outputs stand in the lower half of the lanes, whose spectrum at −k is the conjugate.
                    var real = Vector256.Sum(r - s);
                    var imaginary = Vector256.Sum(i + j);
                    Unsafe.Add(ref v, o) = real;
                    Unsafe.Add(ref v, o + w) = -imaginary;
                    Unsafe.Add(ref y, o) = real;
                    Unsafe.Add(ref y, o + w) = imaginary;
                }
            }
        }
    }
}
