using System.Numerics;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Kernels;

/// <summary>Convolution on an abelian group with few taps, one sample: planes with a halo that repeats the far side, so that a tap is a constant shift.</summary>
/// <remarks>Planes are computed as one long line; what falls on the halo is overwritten before the next layer reads it.</remarks>
internal sealed class StencilKernel<T> : MapKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly HaloGrid _grid;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int[] _offsets;
    private readonly T[] _weights;
    private readonly T[] _starts;
    private readonly bool _rectify;

    public StencilKernel(FilterBank bank, HaloGrid grid, int[] inputOffsets, int inputOrbits, int[] outputOffsets, int outputOrbits, KernelFinish? finish)
    {
        _grid = grid;
        (_inputs, _outputs) = (bank.Inputs, bank.Outputs);
        Input = LayoutOf(_inputs, inputOffsets, inputOrbits);
        Output = LayoutOf(_outputs, outputOffsets, outputOrbits);
        var taps = grid.Taps;
        _offsets = [.. Enumerable.Range(0, _inputs).SelectMany(i => taps.Select(tap => (i * grid.PlaneLength) + grid.FirstPlace - grid.ShiftOf(tap)))];
        var matrix = new double[_outputs * _offsets.Length];
        for (var o = 0; o < _outputs; o++)
        {
            for (var i = 0; i < _inputs; i++)
            {
                for (var t = 0; t < taps.Length; t++)
                {
                    matrix[(o * _offsets.Length) + (i * taps.Length) + t] = bank.Values[(((o * _inputs) + i) * bank.GroupOrder) + taps[t]];
                }
            }
        }

        _weights = PlaneTiles<T>.Pack(matrix, _outputs, _offsets.Length);
        _starts = new T[(_outputs + PlaneTiles<T>.Rows - 1) / PlaneTiles<T>.Rows * PlaneTiles<T>.Rows];
        if (finish is not null)
        {
            for (var o = 0; o < _outputs; o++)
            {
                _starts[o] = T.CreateChecked(finish.Bias[o / outputOrbits]);
            }

            _rectify = finish.Rectify;
        }
    }

    public override string Name => "stencil";

    public override int Unit => 1;

    public override PointLayout Input { get; }

    public override PointLayout Output { get; }

    public override double Operations => 2.0 * _outputs * _offsets.Length * _grid.LineLength;

    public override void Apply(Span<T> input, Span<T> output, Span<T> scratch)
    {
        var halo = _grid.Halo;
        for (var i = 0; i < _inputs; i++)
        {
            var plane = input.Slice(i * _grid.PlaneLength, _grid.PlaneLength);
            foreach (var (place, source) in halo)
            {
                plane[place] = plane[source];
            }
        }

        PlaneTiles<T>.Run(ref Simd.Origin(input), _offsets, ref _weights[0], ref _starts[0], ref output[_grid.FirstPlace], _outputs, _grid.PlaneLength, _grid.LineLength, _rectify);
    }

    private PointLayout LayoutOf(int signals, int[] offsets, int orbits)
    {
        var order = _grid.Places.Length;
        int[] places = [.. offsets.Select(offset => (offset / order * _grid.PlaneLength) + _grid.Places[offset % order])];
        return new(signals / orbits, orbits * _grid.PlaneLength, places, (signals * _grid.PlaneLength) + (3 * Vector256<T>.Count), false);
    }
}
