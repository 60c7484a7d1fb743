using System.Numerics;

namespace Eqnn.Networks.Loops;

/// <summary>Convolution on an abelian group with few taps, one sample: planes with a halo that repeats the far side, so that a tap is a constant shift.</summary>
/// <remarks>Planes are computed as one long line; what falls on the halo is overwritten before the next layer reads it.</remarks>
internal sealed class StencilLoop<T> : MapLoop<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly HaloGrid _grid;
    private readonly int _inputs;
    private readonly LaneProduct<T> _product;

    public StencilLoop(TapBank bank, HaloGrid grid, int[] inputOffsets, int inputOrbits, int[] outputOffsets, int outputOrbits, LoopFinish? finish)
    {
        _grid = grid;
        _inputs = bank.Inputs;
        var outputs = bank.Outputs;
        Input = LayoutOf(_inputs, inputOffsets, inputOrbits);
        Output = LayoutOf(outputs, outputOffsets, outputOrbits);
        int[] terms = [.. Enumerable.Range(0, _inputs).SelectMany(i => grid.Taps.Select(tap => (i * grid.PlaneLength) + grid.FirstPlace - grid.ShiftOf(tap)))];
        int[] rows = [.. Enumerable.Range(0, outputs).Select(o => (o * grid.PlaneLength) + grid.FirstPlace)];
        double[]? starts = finish is null ? null : [.. Enumerable.Range(0, outputs).Select(o => finish.Bias[o / outputOrbits])];
        _product = new(bank.Values, rows, terms, LaneProduct<T>.Line(grid.LineLength), starts, finish is { Rectify: true });
    }

    public override string Name => "stencil";

    public override int Unit => 1;

    public override PointLayout Input { get; }

    public override PointLayout Output { get; }

    public override double Operations => _product.Operations;

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

        _product.Run(ref Simd.Origin(input), ref Simd.Origin(output));
    }

    private PointLayout LayoutOf(int signals, int[] offsets, int orbits)
    {
        var order = _grid.Places.Length;
        int[] places = [.. offsets.Select(offset => (offset / order * _grid.PlaneLength) + _grid.Places[offset % order])];
        return new(signals / orbits, orbits * _grid.PlaneLength, places, (signals * _grid.PlaneLength) + LaneProduct<T>.Unit, false);
    }
}
