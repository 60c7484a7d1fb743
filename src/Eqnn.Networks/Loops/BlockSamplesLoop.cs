using System.Numerics;
using Eqnn.Networks.Harmonics;

namespace Eqnn.Networks.Loops;

/// <summary>Convolution on a finite group in its Fourier basis, many samples at once in the lanes: one matrix for each simple, (outputs · m) × (inputs · m), acts on the rows of its block.</summary>
internal sealed class BlockSamplesLoop<T> : MapLoop<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly GroupTransform<T> _transform;
    private readonly LaneProduct<T>[] _blocks;
    private readonly T[] _bias;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int _plane;

    public BlockSamplesLoop(GroupFourier fourier, GroupFilterBank bank, int[] inputOffsets, int inputOrbits, int[] outputOffsets, int outputOrbits, LoopFinish? finish)
    {
        (_inputs, _outputs) = (bank.Inputs, bank.Outputs);
        _transform = new(fourier, 1, finish is { Rectify: true });

        // Planes at a distance that is a multiple of half a page would share few sets of the cache.
        _plane = (fourier.Order + (fourier.Order % 32 == 0 ? 1 : 0)) * Unit;
        Input = GroupLayout.Of(fourier, inputOffsets, inputOrbits, _inputs, _plane / Unit, 1);
        Output = GroupLayout.Of(fourier, outputOffsets, outputOrbits, _outputs, _plane / Unit, 1);
        _bias = new T[_outputs];
        if (finish is not null)
        {
            _bias = [.. Enumerable.Range(0, _outputs).Select(o => T.CreateChecked(finish.Bias[o / outputOrbits] * _transform.TrivialOfOne))];
        }

        _blocks = [.. fourier.Simples.Select((simple, k) => Block(simple, bank.BlocksOf(simple), _transform.Starts[k]))];
        Operations = (2 * fourier.TransformProducts * (_inputs + _outputs)) + (2 * fourier.BlockProducts * _inputs * _outputs);
    }

    public override string Name => "block-diagonal";

    public override int Unit => LaneProduct<T>.Unit;

    public override PointLayout Input { get; }

    public override PointLayout Output { get; }

    /// <summary>The spectra of inputs and outputs, and one plane.</summary>
    public override int ScratchLength => (_inputs + _outputs + 1) * _plane;

    public override double Operations { get; }

    public override void Apply(Span<T> input, Span<T> output, Span<T> scratch)
    {
        ref var spare = ref scratch[(_inputs + _outputs) * _plane];
        for (var i = 0; i < _inputs; i++)
        {
            _transform.Forward(ref input[i * _plane], ref spare, ref scratch[i * _plane]);
        }

        var spectra = scratch.Slice(_inputs * _plane, _outputs * _plane);
        foreach (var block in _blocks)
        {
            block.Run(ref scratch[0], ref spectra[0]);
        }

        for (var o = 0; o < _outputs; o++)
        {
            AddBias(spectra.Slice((o * _plane) + (_transform.Trivial * Unit), Unit), _bias[o]);
            _transform.Inverse(ref spectra[o * _plane], ref spare, ref output[o * _plane]);
        }
    }

    private static void AddBias(Span<T> lanes, T bias)
    {
        foreach (ref var value in lanes)
        {
            value += bias;
        }
    }

    private LaneProduct<T> Block(RealModule simple, double[] blocks, int start)
    {
        var (m, r) = (simple.Dimension, simple.Rows);
        int[] rows = [.. Enumerable.Range(0, _outputs * m).Select(row => (row / m * _plane) + ((start + (row % m * r)) * Unit))];
        int[] terms = [.. Enumerable.Range(0, _inputs * m).Select(term => (term / m * _plane) + ((start + (term % m * r)) * Unit))];
        var matrix = new double[rows.Length * terms.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var term = 0; term < terms.Length; term++)
            {
                var (o, b) = Math.DivRem(row, m);
                var (i, c) = Math.DivRem(term, m);
                matrix[(row * terms.Length) + term] = blocks[(((o * _inputs) + i) * m * m) + (c * m) + b];
            }
        }

        return new(matrix, rows, terms, LaneProduct<T>.Line(r * Unit));
    }
}
