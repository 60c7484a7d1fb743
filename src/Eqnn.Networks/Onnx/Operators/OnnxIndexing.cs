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

    /// <summary>Blocks written into a copy at places that the indices name, or added there.</summary>
    public static Tensor Scatter(OnnxNode node, Tensor x, Tensor indices, Tensor updates)
    {
        var adds = Adds(node);
        if (indices.Rank < 1)
        {
            throw new FormatException("the indices are a scalar");
        }

        var depth = indices.Shape[^1];
        var strides = Tensor.Strides(x.Shape);
        var inner = Tensor.CountOf(x.Shape[depth..]);
        var values = (double[])x.Values.Clone();
        var places = indices.Integers();
        for (var i = 0; i < places.Length / Math.Max(1, depth); i++)
        {
            var at = 0;
            for (var k = 0; k < depth; k++)
            {
                at += Inside(places[(i * depth) + k], x.Shape[k]) * strides[k];
            }

            for (var k = 0; k < inner; k++)
            {
                values[at + k] = (adds ? values[at + k] : 0) + updates.Values[(i * inner) + k];
            }
        }

        return new(x.Shape, values);
    }

    /// <summary>Entries written into a copy, or added there: each at its own place but for one axis, where the indices name it.</summary>
    public static Tensor ScatterElements(OnnxNode node, Tensor x, Tensor indices, Tensor updates)
    {
        var adds = Adds(node);
        var axis = x.Axis(node.Integer("axis", 0));
        if (indices.Rank != x.Rank || !updates.Shape.AsSpan().SequenceEqual(indices.Shape))
        {
            throw new FormatException($"indices of shape {Tensor.Text(indices.Shape)} and updates of shape {Tensor.Text(updates.Shape)} for shape {Tensor.Text(x.Shape)}");
        }

        var (strides, own) = (Tensor.Strides(x.Shape), Tensor.Strides(indices.Shape));
        var values = (double[])x.Values.Clone();
        var places = indices.Integers();
        for (var i = 0; i < places.Length; i++)
        {
            var at = 0;
            for (var k = 0; k < x.Rank; k++)
            {
                at += Inside(k == axis ? places[i] : i / own[k] % indices.Shape[k], x.Shape[k]) * strides[k];
            }

            values[at] = (adds ? values[at] : 0) + updates.Values[i];
        }

        return new(x.Shape, values);
    }

    /// <summary>The blocks at the places that the last axis of the indices names; the first axes may run along with those of the tensor.</summary>
    public static Tensor GatherAt(Tensor x, Tensor indices, long batchAxes)
    {
        if (indices.Rank < 1 || batchAxes < 0 || batchAxes >= Math.Min(x.Rank, indices.Rank) || batchAxes + indices.Shape[^1] > x.Rank)
        {
            throw new FormatException($"indices of shape {Tensor.Text(indices.Shape)} into shape {Tensor.Text(x.Shape)}, {batchAxes} axes run along");
        }

        var (batch, depth) = ((int)batchAxes, indices.Shape[^1]);
        var strides = Tensor.Strides(x.Shape);
        int[] block = x.Shape[(batch + depth)..];
        var inner = Tensor.CountOf(block);
        var places = indices.Integers();
        var count = Tensor.CountOf(indices.Shape[..^1]);
        var perBatch = Math.Max(1, Tensor.CountOf(indices.Shape[batch..^1]));
        var step = batch == 0 ? 0 : strides[batch - 1];
        var values = new double[Tensor.CountOf([count, inner])];
        for (var i = 0; i < count; i++)
        {
            var at = i / perBatch * step;
            for (var k = 0; k < depth; k++)
            {
                at += Inside(places[(i * depth) + k], x.Shape[batch + k]) * strides[batch + k];
            }

            x.Values.AsSpan(at, inner).CopyTo(values.AsSpan(i * inner));
        }

        return new([.. indices.Shape[..^1], .. block], values);
    }

    /// <summary>The slices of an axis (of the flattened tensor if none is named) for which a condition holds.</summary>
    public static Tensor Compress(Tensor x, Tensor condition, long? axis)
    {
        var (from, along) = axis is { } named ? (x, named) : (x.Reshaped([-1]), 0);
        var length = from.Shape[from.Axis(along)];
        double[] kept = [.. Enumerable.Range(0, Math.Min(length, condition.Values.Length)).Where(i => condition.Values[i] != 0).Select(i => (double)i)];
        return Gather(from, new([kept.Length], kept), along);
    }

    /// <summary>In each slice of the batch axis the first entries of the time axis backwards.</summary>
    public static Tensor Reversed(Tensor x, int[] lengths, long batchAxis, long timeAxis)
    {
        var (batch, time) = (x.Axis(batchAxis), x.Axis(timeAxis));
        if (lengths.Length != x.Shape[batch] || batch == time || lengths.Any(n => n < 0 || n > x.Shape[time]))
        {
            throw new FormatException($"lengths {Tensor.Text(lengths)} for shape {Tensor.Text(x.Shape)}");
        }

        var strides = Tensor.Strides(x.Shape);
        var values = new double[x.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (t, n) = (i / strides[time] % x.Shape[time], lengths[i / strides[batch] % x.Shape[batch]]);
            values[i] = x.Values[t < n ? i + ((n - 1 - (2 * t)) * strides[time]) : i];
        }

        return new(x.Shape, values);
    }

    /// <summary>The places of the entries that are not 0: a row for each axis.</summary>
    public static Tensor PlacesOfNonZero(Tensor x)
    {
        int[] places = [.. Enumerable.Range(0, x.Values.Length).Where(i => x.Values[i] != 0)];
        var strides = Tensor.Strides(x.Shape);
        return new([x.Rank, places.Length], [.. Enumerable.Range(0, x.Rank).SelectMany(axis => places.Select(i => (double)(i / strides[axis] % x.Shape[axis])))]);
    }

    /// <summary>A new axis on which each index has one value at its place and the other elsewhere.</summary>
    public static Tensor OneHot(Tensor indices, int depth, Tensor values, long axisNumber)
    {
        var rank = indices.Rank + 1;
        var axis = (int)(axisNumber < 0 ? axisNumber + rank : axisNumber);
        if (axis < 0 || axis >= rank || values.Values.Length != 2)
        {
            throw new FormatException($"axis {axisNumber} and {values.Values.Length} values for indices of shape {Tensor.Text(indices.Shape)}");
        }

        int[] shape = [.. indices.Shape[..axis], depth, .. indices.Shape[axis..]];
        var result = OnnxShapes.Filled(shape, values.Values[0]);
        var inner = Tensor.CountOf(indices.Shape[axis..]);
        var places = indices.Integers();
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i] < 0 ? places[i] + depth : places[i];
            if (place >= 0 && place < depth)
            {
                result.Values[(((i / inner * depth) + place) * inner) + (i % inner)] = values.Values[1];
            }
        }

        return result;
    }

    private static bool Adds(OnnxNode node) => node.Text("reduction", "none") switch
    {
        "none" => false,
        "add" => true,
        var other => throw new FormatException($"reduction {other} is not read; none and add are"),
    };

    private static int Inside(int place, int length) => place < 0 ? place + length : place;

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
