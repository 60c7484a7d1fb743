namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Operators that sum, average or compare along axes.</summary>
internal static class OnnxReductions
{
    public static Tensor Reduce(OnnxNode node, IReadOnlyList<Tensor?> inputs, bool mean)
    {
        var x = inputs[0] ?? throw new FormatException("no input");
        var listed = node.IntegersOr("axes", inputs, 1);
        if (listed is not { Length: > 0 } && node.Integer("noop_with_empty_axes", 0) != 0)
        {
            return x;
        }

        int[] axes = listed is { Length: > 0 } ? [.. listed.Select(axis => x.Axis(axis))] : [.. Enumerable.Range(0, x.Rank)];
        var result = Reduce(x, axes, mean);
        return node.Integer("keepdims", 1) != 0 ? result : OnnxShapes.Squeeze(result, axes);
    }

    /// <summary>The mean over all axes after batch and channel.</summary>
    public static Tensor MeanOverSpace(Tensor x) => Reduce(x, [.. Enumerable.Range(2, Math.Max(0, x.Rank - 2))], mean: true);

    /// <summary>Sums or means over axes, which are kept with length 1.</summary>
    private static Tensor Reduce(Tensor x, int[] axes, bool mean)
    {
        int[] kept = [.. x.Shape.Select((n, axis) => axes.Contains(axis) ? 1 : n)];
        var result = Tensor.Zero(kept);
        var strides = Tensor.Strides(kept);
        var index = new int[x.Rank];
        foreach (var value in x.Values)
        {
            var at = 0;
            for (var axis = 0; axis < x.Rank; axis++)
            {
                at += kept[axis] == 1 ? 0 : index[axis] * strides[axis];
            }

            result.Values[at] += value;
            for (var axis = x.Rank - 1; axis >= 0 && ++index[axis] == x.Shape[axis]; axis--)
            {
                index[axis] = 0;
            }
        }

        if (mean)
        {
            var count = axes.Aggregate(1.0, (product, axis) => product * x.Shape[axis]);
            for (var i = 0; i < result.Values.Length; i++)
            {
                result.Values[i] /= count;
            }
        }

        return result;
    }

    /// <summary>Sums over axes, which are kept with length 1.</summary>
    public static Tensor Sum(Tensor x, int[] axes) => Reduce(x, axes, mean: false);

    /// <summary>The largest, the least, or another combination of constants over axes.</summary>
    public static Tensor Extreme(OnnxNode node, IReadOnlyList<Tensor?> inputs, Func<double, double, double> f)
    {
        var x = inputs[0] ?? throw new FormatException("no input");
        int[] axes = node.IntegersOr("axes", inputs, 1) is { Length: > 0 } listed ? [.. listed.Select(axis => x.Axis(axis))] : [.. Enumerable.Range(0, x.Rank)];
        int[] kept = [.. Enumerable.Range(0, x.Rank).Where(axis => !axes.Contains(axis))];
        var moved = x.Transposed([.. kept, .. axes]);
        var count = Tensor.CountOf(axes.Select(axis => x.Shape[axis]));
        int[] outer = [.. kept.Select(axis => x.Shape[axis])];
        var values = new double[Tensor.CountOf(outer)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = moved.Values.AsSpan(i * count, count).ToArray().Aggregate(f);
        }

        return new(node.Integer("keepdims", 1) != 0 ? [.. x.Shape.Select((n, axis) => axes.Contains(axis) ? 1 : n)] : outer, values);
    }

    /// <summary>Sums of the entries up to each place of an axis.</summary>
    public static Tensor CumulativeSum(OnnxNode node, Tensor x, Tensor axisNumber)
    {
        var axis = x.Axis(axisNumber.Integers()[0]);
        var (reverse, exclusive) = (node.Integer("reverse", 0) != 0, node.Integer("exclusive", 0) != 0);
        var (n, step) = (x.Shape[axis], Tensor.Strides(x.Shape)[axis]);
        var values = new double[x.Values.Length];
        for (var first = 0; first < values.Length; first++)
        {
            if (first / step % n != 0)
            {
                continue;
            }

            var sum = 0.0;
            for (var k = 0; k < n; k++)
            {
                var at = first + ((reverse ? n - 1 - k : k) * step);
                values[at] = exclusive ? sum : sum + x.Values[at];
                sum += x.Values[at];
            }
        }

        return new(x.Shape, values);
    }
}
