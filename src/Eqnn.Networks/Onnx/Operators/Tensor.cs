namespace Eqnn.Networks.Onnx.Operators;

/// <summary>A dense tensor in double precision, last axis fastest; integers of shape arithmetic are held as doubles too, exactly.</summary>
/// <param name="Shape">The lengths of the axes.</param>
/// <param name="Values">Their product of values.</param>
internal sealed record Tensor(int[] Shape, double[] Values)
{
    public int Rank => Shape.Length;

    /// <summary>Whether the file computes with whole numbers here: then a quotient has no part after the point.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The largest number of entries of a value that is computed: more is a mistake in the file, or too large for probing.</summary>
    public const int MaxEntries = 1 << 26;

    /// <summary>The product of the lengths.</summary>
    /// <exception cref="FormatException">A length is negative, or there are more than <see cref="MaxEntries"/> entries.</exception>
    public static int CountOf(IEnumerable<int> shape)
    {
        var count = 1L;
        foreach (var n in shape)
        {
            count = n < 0 ? -1 : count * n;
            if (count is < 0 or > MaxEntries)
            {
                throw new FormatException(FormattableString.Invariant($"a value of the shape {Text(shape)}; lengths are at least 0 and no value has more than {MaxEntries} entries"));
            }
        }

        return (int)count;
    }

    public static Tensor Zero(params int[] shape) => new(shape, new double[CountOf(shape)]);

    /// <summary>The same values under another shape; one length may be −1.</summary>
    public Tensor Reshaped(int[] shape)
    {
        int[] result = [.. shape];
        var open = Array.IndexOf(result, -1);
        if (open >= 0)
        {
            var known = CountOf(result.Where(n => n != -1));
            result[open] = known == 0 ? 0 : Values.Length / known;
        }

        return CountOf(result) == Values.Length
            ? new(result, Values)
            : throw new FormatException($"a tensor of shape {Text(Shape)} cannot be given the shape {Text(shape)}");
    }

    /// <summary>Axis k of the result is axis <paramref name="order"/>[k].</summary>
    public Tensor Transposed(int[] order)
    {
        int[] shape = [.. order.Select(axis => Shape[axis])];
        var strides = Strides(Shape);
        int[] steps = [.. order.Select(axis => strides[axis])];
        return Gather(shape, 0, steps);
    }

    /// <summary>Numpy's rule: axes of length 1 are repeated.</summary>
    public static Tensor Broadcast(Tensor a, Tensor b, Func<double, double, double> f)
    {
        var rank = Math.Max(a.Rank, b.Rank);
        var (left, right) = (a.Aligned(rank), b.Aligned(rank));
        var shape = new int[rank];
        for (var axis = 0; axis < rank; axis++)
        {
            var (n, m) = (left.Shape[axis], right.Shape[axis]);
            shape[axis] = n == m || m == 1 ? n : n == 1 ? m : throw new FormatException($"shapes {Text(a.Shape)} and {Text(b.Shape)} do not match");
        }

        var (x, y) = (left.Expanded(shape), right.Expanded(shape));
        var values = new double[CountOf(shape)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = f(x.Values[i], y.Values[i]);
        }

        return new(shape, values);
    }

    /// <summary>Axes of length 1 repeated to a shape of the same rank.</summary>
    public Tensor Expanded(int[] shape)
    {
        if (Shape.AsSpan().SequenceEqual(shape))
        {
            return this;
        }

        var strides = Strides(Shape);
        int[] steps = [.. Enumerable.Range(0, shape.Length).Select(axis => Shape[axis] == 1 ? 0 : strides[axis])];
        return Gather(shape, 0, steps);
    }

    /// <summary>Leading axes of length 1 up to a rank.</summary>
    public Tensor Aligned(int rank) => new([.. Enumerable.Repeat(1, rank - Rank), .. Shape], Values);

    /// <summary>The entries at <c>start + Σ index · step</c>.</summary>
    public Tensor Gather(int[] shape, int start, int[] steps)
    {
        var values = new double[CountOf(shape)];
        var index = new int[shape.Length];
        var from = start;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Values[from];
            for (var axis = shape.Length - 1; axis >= 0; axis--)
            {
                from += steps[axis];
                if (++index[axis] < shape[axis])
                {
                    break;
                }

                from -= steps[axis] * shape[axis];
                index[axis] = 0;
            }
        }

        return new(shape, values);
    }

    /// <summary>The distance in memory of neighbours along each axis.</summary>
    public static int[] Strides(int[] shape)
    {
        var strides = new int[shape.Length];
        var stride = 1;
        for (var axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }

        return strides;
    }

    /// <summary>A shape in brackets.</summary>
    public static string Text(IEnumerable<int> shape) => $"[{string.Join(", ", shape)}]";

    public int Axis(long axis) => axis >= -Rank && axis < Rank ? (int)(axis < 0 ? axis + Rank : axis) : throw new FormatException($"axis {axis} of a tensor of shape {Text(Shape)}");

    public int[] Integers() => [.. Values.Select(value => checked((int)Math.Clamp(value, int.MinValue + 1.0, int.MaxValue)))];
}
