namespace Eqnn.Networks.Onnx;

/// <summary>Operators that move, cut and sum entries.</summary>
internal static class OnnxShapes
{
    public static Tensor Concat(IReadOnlyList<Tensor> parts, long axisNumber)
    {
        var axis = parts[0].Axis(axisNumber);
        int[] shape = [.. parts[0].Shape];
        shape[axis] = parts.Sum(part => part.Shape[axis]);
        var values = new double[Tensor.CountOf(shape)];
        var outer = Tensor.CountOf(shape[..axis]);
        var at = 0;
        for (var i = 0; i < outer; i++)
        {
            foreach (var part in parts)
            {
                var length = part.Values.Length / outer;
                part.Values.AsSpan(i * length, length).CopyTo(values.AsSpan(at));
                at += length;
            }
        }

        return at == values.Length ? new(shape, values) : throw new FormatException("the parts have different shapes");
    }

    public static Tensor Expand(Tensor x, int[] shape)
    {
        var rank = Math.Max(x.Rank, shape.Length);
        int[] wanted = [.. Enumerable.Repeat(1, rank - shape.Length), .. shape];
        var aligned = x.Aligned(rank);
        return aligned.Expanded([.. wanted.Select((n, axis) => n == 1 ? aligned.Shape[axis] : n)]);
    }

    public static Tensor Flatten(Tensor x, long axisNumber)
    {
        var axis = axisNumber == x.Rank ? x.Rank : x.Axis(axisNumber);
        return x.Reshaped([Tensor.CountOf(x.Shape[..axis]), Tensor.CountOf(x.Shape[axis..])]);
    }

    public static Tensor Gather(Tensor x, Tensor indices, long axisNumber)
    {
        var axis = x.Axis(axisNumber);
        var (outer, n, inner) = (Tensor.CountOf(x.Shape[..axis]), x.Shape[axis], Tensor.CountOf(x.Shape[(axis + 1)..]));
        var values = new double[Tensor.CountOf([outer, indices.Values.Length, inner])];
        var at = 0;
        for (var o = 0; o < outer; o++)
        {
            foreach (var index in indices.Integers())
            {
                var from = index < 0 ? index + n : index;
                x.Values.AsSpan(((o * n) + from) * inner, inner).CopyTo(values.AsSpan(at));
                at += inner;
            }
        }

        return new([.. x.Shape[..axis], .. indices.Shape, .. x.Shape[(axis + 1)..]], values);
    }

    public static Tensor Pad(OnnxNode node, IReadOnlyList<Tensor?> inputs)
    {
        var x = inputs[0] ?? throw new FormatException("no input");
        var pads = inputs.Count > 1 && inputs[1] is { } given ? given.Integers() : node.Integers("pads");
        var mode = node.Text("mode", "constant");
        var constant = inputs.Count > 2 && inputs[2] is { } value ? value.Values[0] : 0;
        if (mode is not ("constant" or "wrap") || (mode == "constant" && constant != 0))
        {
            throw new FormatException($"mode {mode} is not supported; wrap and constant with zeros are");
        }

        int[] axes = inputs.Count > 3 && inputs[3] is { } listed ? [.. listed.Integers().Select(axis => x.Axis(axis))] : [.. Enumerable.Range(0, x.Rank)];
        if (pads.Length != 2 * axes.Length)
        {
            throw new FormatException($"{pads.Length} pads for {axes.Length} axes");
        }

        for (var k = 0; k < axes.Length; k++)
        {
            var (before, after, axis) = (pads[k], pads[k + axes.Length], axes[k]);
            if (before == 0 && after == 0)
            {
                continue;
            }

            var n = x.Shape[axis];
            if (Tensor.CountOf([.. x.Shape[..axis], n + before + after, .. x.Shape[(axis + 1)..]]) > 0 && n == 0)
            {
                throw new FormatException("an axis of length 0 is padded");
            }

            int[] indices = [.. Enumerable.Range(-before, n + before + after)];
            var wrapped = new Tensor([indices.Length], [.. indices.Select(i => (double)(((i % n) + n) % n))]);
            var padded = Gather(x, wrapped, axis);
            if (mode == "constant")
            {
                var inside = new Tensor([indices.Length, .. Enumerable.Repeat(1, x.Rank - axis - 1)], [.. indices.Select(i => i >= 0 && i < n ? 1.0 : 0.0)]);
                padded = Tensor.Broadcast(padded, inside, (a, b) => a * b);
            }

            x = padded;
        }

        return x;
    }

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
        return node.Integer("keepdims", 1) != 0 ? result : Squeeze(result, axes);
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

    public static Tensor Reshape(Tensor x, int[] shape) => x.Reshaped([.. shape.Select((n, axis) => n == 0 ? x.Shape[axis] : n)]);

    public static Tensor Slice(OnnxNode node, IReadOnlyList<Tensor?> inputs)
    {
        var x = inputs[0] ?? throw new FormatException("no input");
        var starts = node.IntegersOr("starts", inputs, 1) ?? throw new FormatException("no starts");
        var ends = node.IntegersOr("ends", inputs, 2) ?? throw new FormatException("no ends");
        var axes = node.IntegersOr("axes", inputs, 3) ?? [.. Enumerable.Range(0, starts.Length)];
        var steps = node.IntegersOr("steps", inputs, 4) ?? [.. Enumerable.Repeat(1, starts.Length)];
        for (var k = 0; k < starts.Length; k++)
        {
            var axis = x.Axis(axes[k]);
            var n = x.Shape[axis];
            List<double> indices = [];
            if (steps[k] > 0)
            {
                var end = Bound(ends[k], n, 0, n);
                for (var i = Bound(starts[k], n, 0, n); i < end; i += steps[k])
                {
                    indices.Add(i);
                }
            }
            else
            {
                var end = Bound(ends[k], n, -1, n - 1);
                for (var i = Bound(starts[k], n, 0, n - 1); i > end && steps[k] < 0; i += steps[k])
                {
                    indices.Add(i);
                }
            }

            x = Gather(x, new Tensor([indices.Count], [.. indices]), axis);
        }

        return x;
    }

    public static Tensor Squeeze(Tensor x, int[]? axes)
    {
        int[] gone = axes is null ? [.. Enumerable.Range(0, x.Rank).Where(axis => x.Shape[axis] == 1)] : [.. axes.Select(axis => x.Axis(axis))];
        return x.Reshaped([.. x.Shape.Where((_, axis) => !gone.Contains(axis))]);
    }

    public static Tensor Unsqueeze(Tensor x, int[] axes)
    {
        var rank = x.Rank + axes.Length;
        var places = axes.Select(axis => axis < 0 ? axis + rank : axis).ToHashSet();
        var next = 0;
        return x.Reshaped([.. Enumerable.Range(0, rank).Select(axis => places.Contains(axis) ? 1 : x.Shape[next++])]);
    }

    private static int Bound(long index, int n, int low, int high) => (int)Math.Clamp(index < 0 ? index + n : index, low, high);
}
