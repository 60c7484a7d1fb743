using Eqnn.Algebra.GSets;
using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Onnx;

/// <summary>Which axis of a model's input is the batch, and how long the axes are that the file leaves open.</summary>
internal static class InputAxes
{
    private static readonly string[] BatchNames = ["batch", "b", "n", "batch_size", "bs", "samples"];

    /// <summary>The axes, for a space of known dimension.</summary>
    /// <exception cref="FormatException">The shape does not fit the space, or leaves too much open.</exception>
    public static SampleAxes Of(OnnxGraph graph, FeatureSpace space)
    {
        int[] shape = graph.InputShape;
        int[] order = [.. Enumerable.Range(0, shape.Length).Where(axis => axis == 0 || shape[axis] < 0 || !shape.Contains(-1)).OrderBy(axis => Rank(graph, axis))];
        foreach (var axis in order)
        {
            if (Solved([.. shape.Where((_, k) => k != axis)], space.Dimension) is { } lengths)
            {
                return new(lengths, axis, BatchJoin.None, 1);
            }
        }

        if (Solved(shape, space.Dimension) is { } all && !shape.Contains(-1))
        {
            return new(all, -1, BatchJoin.None, 1);
        }

        return shape.Count(n => n < 0) > 2
            ? throw new FormatException($"the input leaves more than one axis besides the batch open: {Text(graph)}")
            : throw OnnxProbe.WrongShape("the input", [.. shape.Skip(1)], space);
    }

    /// <summary>The number of entries of a sample that are channels times the points of a set.</summary>
    /// <exception cref="FormatException">No reading of the shape is a multiple of the points.</exception>
    public static int DimensionOver(OnnxGraph graph, GSet set, int? channels)
    {
        if (channels is { } stated)
        {
            return checked((int)(stated * set.Size));
        }

        int[] shape = graph.InputShape;
        var whole = shape.Where(n => n > 0).Aggregate(1L, (product, n) => product * n);
        // With one open axis that is the batch; else the first axis may be, with a fixed length; with two, one is points.
        long[] candidates = shape.Count(n => n < 0) switch
        {
            0 => [whole / Math.Max(1, shape.FirstOrDefault(1)), whole],
            1 => [whole],
            _ => [whole * set.Size],
        };
        return (int)(candidates.FirstOrDefault(entries => entries % set.Size == 0 && entries <= int.MaxValue) is > 0 and var found ? found
            : throw new FormatException(FormattableString.Invariant($"the input {Text(graph)} is no multiple of the {set.Size} points of {set.Name}")));
    }

    /// <summary>The shape with the names of open axes.</summary>
    public static string Text(OnnxGraph graph) => $"[{string.Join(", ", graph.InputShape.Select((n, axis) => n > 0 ? FormattableString.Invariant($"{n}") : graph.InputNames[axis].Length > 0 ? graph.InputNames[axis] : "?"))}]";

    /// <summary>Open axes with the name of a batch come first, then the first axis, then other open ones.</summary>
    private static int Rank(OnnxGraph graph, int axis) =>
        graph.InputShape[axis] < 0 && BatchNames.Contains(graph.InputNames[axis].ToLowerInvariant()) ? 0
        : axis == 0 ? 1
        : graph.InputShape[axis] < 0 ? 2 : 3 + axis;

    /// <summary>The lengths with the open one filled in, if their product can be the dimension.</summary>
    private static int[]? Solved(int[] lengths, int dimension)
    {
        var known = lengths.Where(n => n > 0).Aggregate(1.0, (product, n) => product * n);
        return lengths.Count(n => n < 0) switch
        {
            0 => known == dimension ? lengths : null,
            1 => dimension % known == 0 ? [.. lengths.Select(n => n > 0 ? n : (int)(dimension / known))] : null,
            _ => null,
        };
    }
}
