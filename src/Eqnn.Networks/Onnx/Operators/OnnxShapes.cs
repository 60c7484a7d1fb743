namespace Eqnn.Networks.Onnx.Operators;

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
        if (mode is not ("constant" or "wrap" or "reflect" or "edge"))
        {
            throw new FormatException($"mode {mode} is not read; wrap, reflect, edge and constant are");
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
            var moved = new Tensor([indices.Length], [.. indices.Select(i => (double)Moved(i, n, mode))]);
            var padded = Gather(x, moved, axis);
            if (mode == "constant")
            {
                var inside = new Tensor([indices.Length, .. Enumerable.Repeat(1, x.Rank - axis - 1)], [.. indices.Select(i => i >= 0 && i < n ? 1.0 : 0.0)]);
                padded = Tensor.Broadcast(padded, inside, (a, b) => b != 0 ? a : constant);
            }

            x = padded;
        }

        return x;
    }

    /// <summary>The place inside from which a place in the border takes its value.</summary>
    private static int Moved(int i, int n, string mode) => mode switch
    {
        "edge" => Math.Clamp(i, 0, n - 1),
        "reflect" => n == 1 ? 0 : (((i % (2 * (n - 1))) + (2 * (n - 1))) % (2 * (n - 1))) is var k && k < n ? k : (2 * (n - 1)) - k,
        _ => ((i % n) + n) % n,
    };

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

    /// <summary>The shape, or the part of it from <c>start</c> to <c>end</c>.</summary>
    public static Tensor Shape(OnnxNode node, Tensor x)
    {
        var start = Bound(node.Integer("start", 0), x.Rank, 0, x.Rank);
        var end = Bound(node.Integer("end", x.Rank), x.Rank, 0, x.Rank);
        double[] lengths = [.. x.Shape[start..Math.Max(start, end)].Select(n => (double)n)];
        return new([lengths.Length], lengths);
    }

    /// <summary>One number everywhere.</summary>
    public static Tensor Filled(int[] shape, double value)
    {
        var result = Tensor.Zero(shape);
        Array.Fill(result.Values, value);
        return result;
    }

    /// <summary>Ones on a diagonal of a matrix of the shape of another.</summary>
    public static Tensor Identity(Tensor x, long diagonal)
    {
        var result = Tensor.Zero(x.Shape);
        for (var row = 0; x.Rank == 2 && row < x.Shape[0]; row++)
        {
            if (row + diagonal >= 0 && row + diagonal < x.Shape[1])
            {
                result.Values[(row * x.Shape[1]) + row + diagonal] = 1;
            }
        }

        return x.Rank == 2 ? result : throw new FormatException($"shape {Tensor.Text(x.Shape)}");
    }

    /// <summary>The part of each matrix above (or below) a diagonal; 0 elsewhere.</summary>
    public static Tensor Triangle(Tensor x, int diagonal, bool upper)
    {
        var (rows, columns) = x.Rank >= 2 ? (x.Shape[^2], x.Shape[^1]) : throw new FormatException($"shape {Tensor.Text(x.Shape)}");
        var values = (double[])x.Values.Clone();
        for (var i = 0; i < values.Length; i++)
        {
            var offset = (i % columns) - (i / columns % rows);
            values[i] = (upper ? offset >= diagonal : offset <= diagonal) ? values[i] : 0;
        }

        return new(x.Shape, values);
    }

    /// <summary>Repeated along each axis.</summary>
    public static Tensor Tile(Tensor x, int[] times)
    {
        if (times.Length != x.Rank)
        {
            throw new FormatException($"{times.Length} factors for {x.Rank} axes");
        }

        Tensor.CountOf(x.Shape.Select((n, axis) => (int)Math.Min(int.MaxValue, (long)n * Math.Max(0, times[axis]))));
        for (var axis = 0; axis < times.Length; axis++)
        {
            var n = x.Shape[axis];
            if (times[axis] != 1)
            {
                x = Gather(x, new([n * times[axis]], [.. Enumerable.Range(0, n * times[axis]).Select(i => (double)(i % n))]), axis);
            }
        }

        return x;
    }

    /// <summary>The parts of an axis, of given lengths or of equal ones (the last may be shorter).</summary>
    public static IReadOnlyList<Tensor> Split(OnnxNode node, Tensor x, int[]? lengths)
    {
        var axis = x.Axis(node.Integer("axis", 0));
        var n = x.Shape[axis];
        if (lengths is null)
        {
            var parts = Math.Max(1, node.Outputs.Count);
            var step = (n + parts - 1) / parts;
            lengths = [.. Enumerable.Range(0, parts).Select(i => Math.Clamp(n - (i * step), 0, step))];
        }

        if (lengths.Length < node.Outputs.Count || lengths.Any(length => length < 0) || lengths.Sum(length => (long)length) != n)
        {
            throw new FormatException($"parts {Tensor.Text(lengths)} of an axis of length {n}");
        }

        var start = 0;
        return [.. lengths.Select(length => Gather(x, new([length], [.. Enumerable.Range((start += length) - length, length).Select(i => (double)i)]), axis))];
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

    /// <summary>For every place of the indices the entry whose place along one axis they name.</summary>
    public static Tensor GatherElements(Tensor x, Tensor indices, long axisNumber)
    {
        var axis = x.Axis(axisNumber);
        var (strides, own) = (Tensor.Strides(x.Shape), Tensor.Strides(indices.Shape));
        var values = new double[indices.Values.Length];
        var places = indices.Integers();
        for (var i = 0; i < values.Length; i++)
        {
            var at = 0;
            for (var k = 0; k < x.Rank; k++)
            {
                at += (k == axis ? places[i] + (places[i] < 0 ? x.Shape[k] : 0) : i / own[k] % indices.Shape[k]) * strides[k];
            }

            values[i] = x.Values[at];
        }

        return new(indices.Shape, values);
    }

    /// <summary>Constants written into a copy at places that the indices name.</summary>
    public static Tensor Scatter(OnnxNode node, Tensor x, Tensor indices, Tensor updates)
    {
        if (node.Text("reduction", "none") != "none" || indices.Rank < 1)
        {
            throw new FormatException("only places that are overwritten are read");
        }

        var depth = indices.Shape[^1];
        var strides = Tensor.Strides(x.Shape);
        var inner = Tensor.CountOf(x.Shape[depth..]);
        var values = (double[])x.Values.Clone();
        var places = indices.Integers();
        for (var i = 0; i < places.Length / Math.Max(1, depth); i++)
        {
            var at = Enumerable.Range(0, depth).Sum(k => (places[(i * depth) + k] + (places[(i * depth) + k] < 0 ? x.Shape[k] : 0)) * strides[k]);
            updates.Values.AsSpan(i * inner, inner).CopyTo(values.AsSpan(at));
        }

        return new(x.Shape, values);
    }

    /// <summary>Channels moved into blocks of an image.</summary>
    public static Tensor DepthToSpace(OnnxNode node, Tensor x)
    {
        var (block, n, c, h, w) = Block(node, x);
        return node.Text("mode", "DCR") == "DCR"
            ? x.Reshaped([n, block, block, c / (block * block), h, w]).Transposed([0, 3, 4, 1, 5, 2]).Reshaped([n, c / (block * block), h * block, w * block])
            : x.Reshaped([n, c / (block * block), block, block, h, w]).Transposed([0, 1, 4, 2, 5, 3]).Reshaped([n, c / (block * block), h * block, w * block]);
    }

    /// <summary>Blocks of an image moved into channels.</summary>
    public static Tensor SpaceToDepth(OnnxNode node, Tensor x)
    {
        var (block, n, c, h, w) = Block(node, x);
        return x.Reshaped([n, c, h / block, block, w / block, block]).Transposed([0, 3, 5, 1, 2, 4]).Reshaped([n, c * block * block, h / block, w / block]);
    }

    private static (int Block, int Batch, int Channels, int Rows, int Columns) Block(OnnxNode node, Tensor x) =>
        node.Integer("blocksize", 0) is > 0 and < 1 << 12 and var block && x.Rank == 4 ? ((int)block, x.Shape[0], x.Shape[1], x.Shape[2], x.Shape[3]) : throw new FormatException($"blocks of {node.Integer("blocksize", 0)} in shape {Tensor.Text(x.Shape)}");

    public static Tensor Reshape(Tensor x, int[] shape, bool zeros) => x.Reshaped([.. shape.Select((n, axis) => n == 0 && !zeros ? x.Shape[axis] : n)]);

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
