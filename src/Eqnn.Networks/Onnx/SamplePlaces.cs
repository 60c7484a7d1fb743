using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Onnx;

/// <summary>Nodes that name samples of a batch by their places: a slice from the third on, an index, a border, a window over the batch. No batch that is tried shows all of them, so the places themselves are read.</summary>
/// <remarks>The axis of the batch is the one whose length differs between one sample and two; a place that grows with their number (the second half of a batch that is there twice) is no fixed one.</remarks>
internal sealed class SamplePlaces
{
    /// <summary>What stands for "to the end" in a slice.</summary>
    private const int Far = 1 << 30;

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "AveragePool", "Compress", "Conv", "ConvTranspose", "Gather", "GatherND", "Pad", "ReverseSequence", "Scatter", "ScatterElements", "ScatterND", "Slice", "Trilu",
    };

    private readonly List<(OnnxNode Node, int[] Shape, IReadOnlyList<Tensor?> Inputs)> _steps = [];

    /// <param name="samples">The number of samples with which the steps are made.</param>
    public SamplePlaces(int samples)
    {
        Samples = samples;
    }

    /// <summary>The number of samples with which the steps are made.</summary>
    public int Samples { get; }

    /// <summary>Takes a step, its first input by the shape alone.</summary>
    public void Add(OnnxStep step)
    {
        if (Types.Contains(step.Node.Type) && step.Inputs.Count > 0 && step.Inputs[0] is { } first)
        {
            _steps.Add((step.Node, first.Shape, [null, .. step.Inputs.Skip(1)]));
        }
    }

    /// <summary>The first node that names samples, from the steps with one sample and with several.</summary>
    public static OnnxNode? First(SamplePlaces one, SamplePlaces several)
    {
        for (var i = 0; i < Math.Min(one._steps.Count, several._steps.Count); i++)
        {
            var (a, b) = (one._steps[i], several._steps[i]);
            if (a.Shape.Length == b.Shape.Length && BatchAxis(a.Shape, b.Shape) is >= 0 and var batch && Names(a.Node, b.Shape, batch, a.Inputs, b.Inputs, several.Samples))
            {
                return a.Node;
            }
        }

        return null;
    }

    private static int BatchAxis(int[] one, int[] several) => Enumerable.Range(0, one.Length).FirstOrDefault(axis => one[axis] != several[axis], -1);

    private static bool Names(OnnxNode node, int[] shape, int batch, IReadOnlyList<Tensor?> one, IReadOnlyList<Tensor?> several, int samples)
    {
        var rank = shape.Length;
        int Axis(string name, long absent) => (int)Math.Clamp(node.Integer(name, absent), -rank, rank) is var axis && axis < 0 ? axis + rank : axis;
        var first = Axis("batch_dims", 0);
        return node.Type switch
        {
            "Slice" => Slices(node, rank, batch, one, several, samples),
            "Gather" => Axis("axis", 0) == batch && IsFixed(one, several, 1),
            "GatherND" => batch >= first && batch < first + Depth(several, 1) && IsFixed(one, several, 1),
            "ScatterND" => batch < Depth(several, 1) && IsFixed(one, several, 1),
            "Scatter" or "ScatterElements" => IsFixed(one, several, 1),
            "Compress" => !node.Has("axis") || Axis("axis", 0) == batch,
            "Pad" => node.IntegersOr("pads", several, 1) is { } pads && pads.Length == 2 * rank && (pads[batch] != 0 || pads[batch + rank] != 0),
            "Trilu" => batch >= rank - 2,
            "ReverseSequence" => Axis("time_axis", 0) == batch,
            _ => batch >= 2 && Window(node, several, batch - 2),
        };
    }

    /// <summary>Whether an input is the same whatever the number of samples.</summary>
    private static bool IsFixed(IReadOnlyList<Tensor?> one, IReadOnlyList<Tensor?> several, int position) =>
        position < one.Count && one[position] is { } a && several[position] is { } b && a.Values.AsSpan().SequenceEqual(b.Values);

    private static int Depth(IReadOnlyList<Tensor?> inputs, int position) => position < inputs.Count && inputs[position] is { Rank: > 0 } indices ? indices.Shape[^1] : 0;

    private static bool Slices(OnnxNode node, int rank, int batch, IReadOnlyList<Tensor?> one, IReadOnlyList<Tensor?> several, int samples)
    {
        int[] starts = node.IntegersOr("starts", several, 1) ?? [];
        int[] axes = node.IntegersOr("axes", several, 3) is { Length: > 0 } given ? given : [.. Enumerable.Range(0, starts.Length)];
        var at = Array.FindIndex(axes, axis => (axis < 0 ? axis + rank : axis) == batch);
        if (at < 0 || at >= starts.Length)
        {
            return false;
        }

        var (start, end) = (Pair("starts", 1), Pair("ends", 2));
        return (node.IntegersOr("steps", several, 4) is { } steps && at < steps.Length && steps[at] != 1)
            || !(start.Several <= -Far || Grows(start)) || !(end.Several >= Far || Grows(end));

        (long One, long Several) Pair(string name, int position) => (Of(node.IntegersOr(name, one, position)), Of(node.IntegersOr(name, several, position)));
        long Of(int[]? list) => list is not null && at < list.Length ? list[at] : 0;

        // A multiple of the number of samples, or 0.
        bool Grows((long One, long Several) place) => place.Several == samples * place.One;
    }

    private static bool Window(OnnxNode node, IReadOnlyList<Tensor?> inputs, int axis)
    {
        int[] kernel = node.Integers("kernel_shape") is { Length: > 0 } given ? given : inputs.Count > 1 && inputs[1] is { Rank: > 2 } weights ? weights.Shape[2..] : [];
        var (strides, pads) = (node.Integers("strides"), node.Integers("pads"));
        return (axis < kernel.Length && kernel[axis] > 1) || (axis < strides.Length && strides[axis] != 1)
            || (axis < pads.Length && pads[axis] != 0) || (axis + kernel.Length < pads.Length && pads[axis + kernel.Length] != 0);
    }
}
