namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Operators that move entries and change shapes.</summary>
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
            var padded = OnnxIndexing.Gather(x, moved, axis);
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

    /// <summary>The shape, or the part of it from <c>start</c> to <c>end</c>.</summary>
    public static Tensor Shape(OnnxNode node, Tensor x)
    {
        var start = OnnxIndexing.Bound(node.Integer("start", 0), x.Rank, 0, x.Rank);
        var end = OnnxIndexing.Bound(node.Integer("end", x.Rank), x.Rank, 0, x.Rank);
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
                x = OnnxIndexing.Gather(x, new([n * times[axis]], [.. Enumerable.Range(0, n * times[axis]).Select(i => (double)(i % n))]), axis);
            }
        }

        return x;
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
}
