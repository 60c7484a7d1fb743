using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Eqnn.Networks.Harmonics;

namespace Eqnn.Networks.Loops;

/// <summary>Convolution on a finite group in its Fourier basis, one sample: channels in the lanes.</summary>
/// <remarks>At each simple the coefficients of the inputs are the matrix and the weights of all outputs the vectors; with one or two outputs both are vectors of inputs, whose lanes are summed.</remarks>
internal sealed class BlockChannelsLoop<T> : MapLoop<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int FewOutputs = 2;

    private readonly GroupTransform<T> _forward;
    private readonly GroupTransform<T> _inverse;
    private readonly IReadOnlyList<RealModule> _simples;
    private readonly LaneProduct<T>[] _blocks;
    private readonly int[] _weightStarts;
    private readonly AlignedBuffer<T> _weights;
    private readonly T[] _bias;
    private readonly int _order;
    private readonly int _inputs;
    private readonly int _outputs;

    public BlockChannelsLoop(GroupFourier fourier, GroupFilterBank bank, int[] inputOffsets, int inputOrbits, int[] outputOffsets, int outputOrbits, LoopFinish? finish)
    {
        var unit = LaneProduct<T>.Unit;
        (_inputs, _outputs, _order, _simples) = (bank.Inputs, bank.Outputs, fourier.Order, fourier.Simples);
        _forward = new(fourier, (_inputs + unit - 1) / unit, rectify: false);
        _inverse = new(fourier, (_outputs + unit - 1) / unit, finish is { Rectify: true });
        Input = GroupLayout.Of(fourier, inputOffsets, inputOrbits, _inputs, 1, _forward.Element);
        Output = GroupLayout.Of(fourier, outputOffsets, outputOrbits, _outputs, 1, _inverse.Element);
        _bias = new T[_outputs];
        if (finish is not null)
        {
            _bias = [.. Enumerable.Range(0, _outputs).Select(o => T.CreateChecked(finish.Bias[o / outputOrbits] * _inverse.TrivialOfOne))];
        }

        _blocks = HasFewOutputs ? [] : [.. _simples.Select((simple, k) => Block(simple, _inverse.Starts[k]))];
        _weightStarts = new int[_simples.Count + 1];
        for (var k = 0; k < _simples.Count; k++)
        {
            var size = _simples[k].Dimension * _simples[k].Dimension;
            _weightStarts[k + 1] = _weightStarts[k] + (size * (HasFewOutputs ? _outputs * _forward.Element : _inputs * _inverse.Element));
        }

        _weights = new(_weightStarts[^1]);
        for (var k = 0; k < _simples.Count; k++)
        {
            Fill(_weights.Span[_weightStarts[k]..], bank.BlocksOf(_simples[k]), _simples[k].Dimension);
        }

        var lanes = Math.Max(_inputs, HasFewOutputs ? 0 : _inverse.Element);
        Operations = (2 * fourier.TransformProducts * (_forward.Element + _inverse.Element)) + (2 * fourier.BlockProducts * (HasFewOutputs ? _outputs * _forward.Element : _inputs * lanes));
    }

    public override string Name => "block-diagonal";

    public override int Unit => 1;

    public override PointLayout Input { get; }

    public override PointLayout Output { get; }

    /// <summary>Both spectra, a plane, and the coefficients of one simple in the order in which its product reads them.</summary>
    public override int ScratchLength => (_order * (_forward.Element + _inverse.Element + Math.Max(_forward.Element, _inverse.Element))) + _simples.Max(simple => simple.Rows * _inputs * simple.Dimension);

    public override double Operations { get; }

    private bool HasFewOutputs => HasFew(_outputs);

    /// <summary>Whether the inputs stand in the lanes instead of the outputs.</summary>
    public static bool HasFew(double outputs) => outputs <= FewOutputs;

    public override void Apply(Span<T> input, Span<T> output, Span<T> scratch)
    {
        var before = scratch[..(_order * _forward.Element)];
        var after = scratch.Slice(before.Length, _order * _inverse.Element);
        var spare = scratch.Slice(before.Length + after.Length, Math.Max(before.Length, after.Length));
        _forward.Forward(ref input[0], ref spare[0], ref before[0]);
        if (HasFewOutputs)
        {
            after.Clear();
            for (var k = 0; k < _simples.Count; k++)
            {
                MixFew(_simples[k], before[(_forward.Starts[k] * _forward.Element)..], after[(_inverse.Starts[k] * _inverse.Element)..], _weights.Span[_weightStarts[k]..]);
            }
        }
        else
        {
            var packed = scratch[(before.Length + after.Length + spare.Length)..];
            for (var k = 0; k < _simples.Count; k++)
            {
                Pack(_simples[k], before[(_forward.Starts[k] * _forward.Element)..], packed, _blocks[k].RowTiles);
                _blocks[k].Run(ref _weights.Span[_weightStarts[k]], ref packed[0], ref after[0]);
            }
        }

        var constant = after[(_inverse.Trivial * _inverse.Element)..];
        for (var o = 0; o < _outputs; o++)
        {
            constant[o] += _bias[o];
        }

        _inverse.Inverse(ref after[0], ref spare[0], ref output[0]);
    }

    /// <summary>Rows are the rows of the block, terms (input, coordinate), places (coordinate of the result, outputs).</summary>
    private LaneProduct<T> Block(RealModule simple, int start)
    {
        var (m, r, element) = (simple.Dimension, simple.Rows, _inverse.Element);
        int[] rows = [.. Enumerable.Range(0, r).Select(row => (start + row) * element)];
        int[] terms = [.. Enumerable.Range(0, _inputs * m).Select(term => term * m * element)];
        var places = Enumerable.Range(0, m).SelectMany(b => LaneProduct<T>.Line(element).Select(place => new LanePlace((b * element) + place.Input, (b * r * element) + place.Output))).ToArray();
        return new(null, rows, terms, places);
    }

    /// <summary>For many outputs by (input, c, b) with the outputs in the lanes; for few by (output, b, c) with the inputs in the lanes.</summary>
    private void Fill(Span<T> weights, double[] blocks, int m)
    {
        for (var o = 0; o < _outputs; o++)
        {
            for (var i = 0; i < _inputs; i++)
            {
                for (var c = 0; c < m; c++)
                {
                    for (var b = 0; b < m; b++)
                    {
                        var at = HasFewOutputs
                            ? (((((o * m) + b) * m) + c) * _forward.Element) + i
                            : (((((i * m) + c) * m) + b) * _inverse.Element) + o;
                        weights[at] = T.CreateChecked(blocks[(((o * _inputs) + i) * m * m) + (c * m) + b]);
                    }
                }
            }
        }
    }

    private void Pack(RealModule simple, Span<T> spectrum, Span<T> packed, ReadOnlySpan<int> tiles)
    {
        var (m, r, element) = (simple.Dimension, simple.Rows, _forward.Element);
        var (at, first) = (0, 0);
        foreach (var height in tiles)
        {
            for (var i = 0; i < _inputs; i++)
            {
                for (var c = 0; c < m; c++)
                {
                    var from = (((c * r) + first) * element) + i;
                    for (var row = 0; row < height; row++)
                    {
                        packed[at++] = spectrum[from + (row * element)];
                    }
                }
            }

            first += height;
        }
    }

    private void MixFew(RealModule simple, Span<T> before, Span<T> after, Span<T> weights)
    {
        unchecked
        {
            var (m, r) = (simple.Dimension, simple.Rows);
            nint element = _forward.Element;
            nint w = Vector256<T>.Count;
            ref var origin = ref Simd.Origin(before);
            for (var o = 0; o < _outputs; o++)
            {
                for (var b = 0; b < m; b++)
                {
                    ref var column = ref weights[((o * m) + b) * m * (int)element];
                    for (var row = 0; row < r; row++)
                    {
                        var (even, odd) = (Vector256<T>.Zero, Vector256<T>.Zero);
                        for (nint c = 0; c < m; c++)
                        {
                            ref var x = ref Unsafe.Add(ref origin, ((c * r) + row) * element);
                            ref var h = ref Unsafe.Add(ref column, c * element);
                            for (nint lane = 0; lane < element; lane += 2 * w)
                            {
                                even = Simd.MultiplyAdd(Simd.Load(ref x, lane), Simd.Load(ref h, lane), even);
                                odd = Simd.MultiplyAdd(Simd.Load(ref x, lane + w), Simd.Load(ref h, lane + w), odd);
                            }
                        }

                        after[(((b * r) + row) * _inverse.Element) + o] = Vector256.Sum(even + odd);
                    }
                }
            }
        }
    }
}
