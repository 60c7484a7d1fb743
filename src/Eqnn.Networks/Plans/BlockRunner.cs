using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Eqnn.Networks.Loops;

namespace Eqnn.Networks.Plans;

/// <summary>Runs all layers on one sample, or on one block of samples in the lanes of vectors, in buffers of its own.</summary>
/// <remarks>Each state is kept where its first reader wants it, if it has one reader; otherwise plainly, and readers get copies. A loop's output that already stands where the next one wants it is not moved.</remarks>
internal sealed class BlockRunner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerPlan<T>[] _layers;
    private readonly PointLayout[] _homes;
    private readonly int[][] _gaps;
    private readonly AlignedBuffer<T>[] _states;
    private readonly AlignedBuffer<T>[] _inputs;
    private readonly AlignedBuffer<T> _output;
    private readonly AlignedBuffer<T> _second;
    private readonly AlignedBuffer<T> _scratch;
    private readonly int[][] _orbits;
    private readonly bool[] _inPlace;
    private readonly int _unit;

    public BlockRunner(EquivariantNetwork network, LayerPlan<T>[] layers)
    {
        _layers = layers;
        _unit = layers[0].Unit;
        _homes = [.. Enumerable.Range(0, network.States.Count).Select(state => HomeOf(network, layers, state))];
        _gaps = [.. _homes.Select(GapsOf)];
        _inPlace = [.. layers.Select((layer, i) => layer.Loops.Count == 1 && layer.Output.SamePlaces(_homes[i + 1]))];
        _states = [.. _homes.Select(home => new AlignedBuffer<T>(home.Length * _unit))];
        _inputs = [.. layers.SelectMany(layer => layer.Loops).Select(loop => new AlignedBuffer<T>(loop.Input.Length * _unit))];
        var longest = layers.Max(layer => layer.Loops.Max(loop => loop.Output.Length)) * _unit;
        _output = new(longest);
        _second = new(layers.Any(layer => layer.Loops.Count > 1) ? longest : 0);
        _scratch = new(layers.Max(layer => layer.Loops.Max(loop => loop.ScratchLength)));
        _orbits = [.. network.Layers.Select(layer => layer.Terms[0].Map.Orbitals.Target.OrbitOf)];
    }

    /// <summary>The number of samples that run together.</summary>
    public int Samples => _unit;

    /// <summary>Computes the outputs of up to <see cref="Samples"/> inputs that stand one after the other.</summary>
    public void Run(ReadOnlySpan<T> inputs, Span<T> outputs, int count)
    {
        Read(inputs, count);
        var loopPosition = 0;
        for (var i = 0; i < _layers.Length; i++)
        {
            var layer = _layers[i];
            var target = (_inPlace[i] ? _states[i + 1] : _output).Span;
            for (var k = 0; k < layer.Loops.Count; k++)
            {
                var loop = layer.Loops[k];
                var state = layer.Layer.Terms[k].State;
                var source = _states[state].Span;
                if (!loop.Input.SamePlaces(_homes[state]) || _homes[state].IsPlain)
                {
                    source = _inputs[loopPosition].Span;
                    Move(_states[state].Span, _homes[state], source, loop.Input);
                }

                loopPosition++;
                var result = k == 0 ? target : _second.Span;
                loop.Apply(source, result, _scratch.Span);
                if (k > 0)
                {
                    Add(result, loop.Output, target, layer.Output);
                }
            }

            if (!layer.IsFinished)
            {
                Finish(target, layer, _orbits[i]);
            }

            if (!_inPlace[i])
            {
                Move(target, layer.Output, _states[i + 1].Span, _homes[i + 1]);
            }
            else if (_homes[i + 1].ZeroElsewhere)
            {
                Clear(_states[i + 1].Span, _gaps[i + 1]);
            }
        }

        Write(outputs, count);
    }

    private static PointLayout HomeOf(EquivariantNetwork network, LayerPlan<T>[] layers, int state)
    {
        var readers = layers.SelectMany(layer => layer.Layer.Terms.Zip(layer.Loops)).Where(pair => pair.First.State == state).Select(pair => pair.Second.Input).ToList();

        // The output of the network stays where its loop leaves it.
        return readers.Count == 1 ? readers[0]
            : readers.Count == 0 && layers[^1].Loops.Count == 1 && state == layers.Length ? layers[^1].Output
            : PointLayout.Plain(network.States[state].Channels, network.States[state].Points);
    }

    private static int[] GapsOf(PointLayout layout)
    {
        if (!layout.ZeroElsewhere)
        {
            return [];
        }

        var used = new bool[layout.Length];
        for (var c = 0; c < layout.Channels; c++)
        {
            foreach (var offset in layout.PointOffsets)
            {
                used[(c * layout.ChannelStride) + offset] = true;
            }
        }

        return [.. Enumerable.Range(0, used.Length).Where(place => !used[place])];
    }

    private void Clear(Span<T> values, int[] gaps)
    {
        if (_unit == 1)
        {
            foreach (var gap in gaps)
            {
                values[gap] = T.Zero;
            }
        }
        else
        {
            foreach (var gap in gaps)
            {
                values.Slice(gap * _unit, _unit).Clear();
            }
        }
    }

    private void Move(Span<T> source, PointLayout from, Span<T> target, PointLayout to)
    {
        if (to.HasGaps)
        {
            // What a loop left between the points must not grow from call to call.
            target.Clear();
        }

        for (var c = 0; c < from.Channels; c++)
        {
            for (var x = 0; x < from.PointOffsets.Length; x++)
            {
                var (a, b) = ((c * from.ChannelStride) + from.PointOffsets[x], (c * to.ChannelStride) + to.PointOffsets[x]);
                if (_unit == 1)
                {
                    target[b] = source[a];
                }
                else
                {
                    source.Slice(a * _unit, _unit).CopyTo(target.Slice(b * _unit, _unit));
                }
            }
        }
    }

    private void Add(Span<T> source, PointLayout from, Span<T> target, PointLayout to)
    {
        for (var c = 0; c < from.Channels; c++)
        {
            for (var x = 0; x < from.PointOffsets.Length; x++)
            {
                var (a, b) = (((c * from.ChannelStride) + from.PointOffsets[x]) * _unit, ((c * to.ChannelStride) + to.PointOffsets[x]) * _unit);
                for (var lane = 0; lane < _unit; lane++)
                {
                    target[b + lane] += source[a + lane];
                }
            }
        }
    }

    /// <summary>Bias and activation on the output of the loops, where it stands.</summary>
    private void Finish(Span<T> values, LayerPlan<T> layer, int[] orbitOf)
    {
        var layout = layer.Output;
        var used = values[..(layout.Length * _unit)];
        if (layer.Layer.OrbitCount > 1)
        {
            for (var c = 0; c < layout.Channels; c++)
            {
                for (var x = 0; x < layout.PointOffsets.Length; x++)
                {
                    AddTo(used.Slice(((c * layout.ChannelStride) + layout.PointOffsets[x]) * _unit, _unit), layer.Bias[(c * layer.Layer.OrbitCount) + orbitOf[x]]);
                }
            }
        }
        else if (layout.ChannelStride >= layout.Points && _unit == 1 || _unit > 1)
        {
            // Channel after channel: each is one stretch of memory.
            var stretch = layout.ChannelStride * _unit;
            for (var c = 0; c < layout.Channels; c++)
            {
                AddAndApply(used.Slice(c * stretch, Math.Min(stretch, used.Length - (c * stretch))), layer.Bias[c], layer.Layer.Loop);
            }

            return;
        }
        else
        {
            AddByLanes(used, layout, layer);
        }

        layer.Layer.Loop.Apply(used);
    }

    /// <summary>Channels side by side in the lanes of each position.</summary>
    private static void AddByLanes(Span<T> values, PointLayout layout, LayerPlan<T> layer)
    {
        var lanes = 2 * Vector256<T>.Count;
        var signals = layout.Channels * layout.ChannelStride;
        var element = (signals + lanes - 1) / lanes * lanes;
        Span<T> pattern = stackalloc T[element];
        pattern.Clear();
        for (var signal = 0; signal < signals; signal++)
        {
            pattern[signal] = layer.Bias[signal / layout.ChannelStride];
        }

        var biases = MemoryMarshal.Cast<T, Vector256<T>>(pattern);
        var vectors = MemoryMarshal.Cast<T, Vector256<T>>(values);
        for (var i = 0; i < vectors.Length; i += biases.Length)
        {
            for (var k = 0; k < biases.Length; k++)
            {
                vectors[i + k] += biases[k];
            }
        }
    }

    private static void AddTo(Span<T> values, T bias)
    {
        foreach (ref var value in values)
        {
            value += bias;
        }
    }

    private static void AddAndApply(Span<T> values, T bias, ActivationLoop activation)
    {
        var vectors = MemoryMarshal.Cast<T, Vector256<T>>(values);
        var added = Vector256.Create(bias);
        if (activation.IsRectifier)
        {
            foreach (ref var vector in vectors)
            {
                vector = Vector256.MaxNative(Vector256<T>.Zero, vector + added);
            }

            foreach (ref var value in values[(vectors.Length * Vector256<T>.Count)..])
            {
                value = T.Max(value + bias, T.Zero);
            }

            return;
        }

        if (!T.IsZero(bias))
        {
            foreach (ref var vector in vectors)
            {
                vector += added;
            }

            AddTo(values[(vectors.Length * Vector256<T>.Count)..], bias);
        }

        activation.Apply(values);
    }

    private void Read(ReadOnlySpan<T> inputs, int count)
    {
        var layout = _homes[0];
        var state = _states[0].Span;
        var points = layout.Points;
        var length = layout.Channels * points;
        if (layout.HasGaps)
        {
            state.Clear();
        }

        if (_unit == 1)
        {
            for (var c = 0; c < layout.Channels; c++)
            {
                foreach (var (point, offset, run) in layout.Runs)
                {
                    Copy(inputs.Slice((c * points) + point, run), state.Slice((c * layout.ChannelStride) + offset, run));
                }
            }

            return;
        }

        for (var c = 0; c < layout.Channels; c++)
        {
            for (var x = 0; x < points; x++)
            {
                var place = ((c * layout.ChannelStride) + layout.PointOffsets[x]) * _unit;
                var from = (c * points) + x;
                for (var lane = 0; lane < count; lane++)
                {
                    state[place + lane] = inputs[(lane * length) + from];
                }

                for (var lane = count; lane < _unit; lane++)
                {
                    state[place + lane] = T.Zero;
                }
            }
        }
    }

    private static void Copy(ReadOnlySpan<T> source, Span<T> target)
    {
        if (source.Length == 1)
        {
            target[0] = source[0];
        }
        else
        {
            source.CopyTo(target);
        }
    }

    private void Write(Span<T> outputs, int count)
    {
        var layout = _homes[^1];
        var state = _states[^1].Span;
        var points = layout.Points;
        var length = layout.Channels * points;
        if (_unit == 1)
        {
            for (var c = 0; c < layout.Channels; c++)
            {
                foreach (var (point, offset, run) in layout.Runs)
                {
                    Copy(state.Slice((c * layout.ChannelStride) + offset, run), outputs.Slice((c * points) + point, run));
                }
            }

            return;
        }

        for (var c = 0; c < layout.Channels; c++)
        {
            for (var x = 0; x < points; x++)
            {
                var place = ((c * layout.ChannelStride) + layout.PointOffsets[x]) * _unit;
                for (var lane = 0; lane < count; lane++)
                {
                    outputs[(lane * length) + (c * points) + x] = state[place + lane];
                }
            }
        }
    }
}
