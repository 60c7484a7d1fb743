namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Operators that pick entries by their places, or write to them.</summary>
internal static class OnnxIndexing
{
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

    public static int Bound(long index, int n, int low, int high) => (int)Math.Clamp(index < 0 ? index + n : index, low, high);
}
