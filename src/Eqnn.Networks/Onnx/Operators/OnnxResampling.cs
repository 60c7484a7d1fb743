namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Means over windows, and images made larger or smaller by taking the nearest point or values between two.</summary>
internal static class OnnxResampling
{
    /// <summary>AveragePool: the mean over each window, of the points inside or of all taps (<c>count_include_pad</c>).</summary>
    public static Tensor AveragePool(OnnxNode node, Tensor x)
    {
        if (x.Rank < 3)
        {
            throw new FormatException($"input of shape {Tensor.Text(x.Shape)}");
        }

        int[] space = x.Shape[2..];
        var window = WindowShape.Of(node, node.Integers("kernel_shape"), space);
        var result = window.ResultOf(space, node.Integer("ceil_mode", 0) != 0);
        var (points, taps, places) = (Tensor.CountOf(space), Tensor.CountOf(window.Kernel), Tensor.CountOf(result));
        var targets = window.TargetsOf(space, result);
        var counts = new double[places];
        if (node.Integer("count_include_pad", 0) != 0)
        {
            CountPadded(window, space, result, counts);
        }
        else
        {
            foreach (var target in targets.Where(target => target >= 0))
            {
                counts[target]++;
            }
        }

        var images = x.Shape[0] * x.Shape[1];
        var y = Tensor.Zero([x.Shape[0], x.Shape[1], .. result]);
        for (var image = 0; image < images; image++)
        {
            for (var p = 0; p < points; p++)
            {
                var value = x.Values[(image * points) + p];
                for (var t = 0; value != 0 && t < taps; t++)
                {
                    if (targets[(p * taps) + t] is >= 0 and var target)
                    {
                        y.Values[(image * places) + target] += value / counts[target];
                    }
                }
            }
        }

        return y;
    }

    /// <summary>Resize and Upsample, axis by axis: every point of the result takes the value of the nearest point of the input, or lies between two of them.</summary>
    /// <param name="node">The node.</param>
    /// <param name="x">The input.</param>
    /// <param name="scales">The factor of each axis, or <c>null</c>.</param>
    /// <param name="sizes">The length of each axis, or <c>null</c>.</param>
    /// <exception cref="FormatException">Another interpolation is asked for, or parts are cut out.</exception>
    public static Tensor Resize(OnnxNode node, Tensor x, double[]? scales, int[]? sizes)
    {
        var mode = node.Text("mode", "nearest");
        if (mode is not ("nearest" or "linear" or "bilinear") || node.Integer("antialias", 0) != 0)
        {
            throw new FormatException(mode is "linear" or "bilinear" ? "linear interpolation with antialias is not read" : $"mode {mode} is not read; nearest and linear are");
        }

        int[] axes = node.Integers("axes") is { Length: > 0 } some ? [.. some.Select(axis => x.Axis(axis))] : [.. Enumerable.Range(0, x.Rank)];
        if ((scales?.Length ?? sizes?.Length) != axes.Length)
        {
            throw new FormatException($"factors for {scales?.Length ?? sizes?.Length ?? 0} axes of {axes.Length}");
        }

        if (sizes is not null && node.Text("keep_aspect_ratio_policy", "stretch") is not "stretch" and var policy)
        {
            // One factor for all axes: the least or the greatest of those that the sizes ask for.
            var factors = sizes.Select((m, k) => (double)m / x.Shape[axes[k]]);
            var factor = policy switch
            {
                "not_larger" => factors.Min(),
                "not_smaller" => factors.Max(),
                _ => throw new FormatException($"keep_aspect_ratio_policy {policy}"),
            };
            (scales, sizes) = ([.. axes.Select(_ => factor)], [.. axes.Select(axis => (int)Math.Clamp(Math.Floor((factor * x.Shape[axis]) + 0.5), 0, int.MaxValue))]);
        }

        var how = node.Text("coordinate_transformation_mode", node.Type == "Upsample" ? "asymmetric" : "half_pixel");
        var rounding = node.Text("nearest_mode", node.Type == "Upsample" ? "floor" : "round_prefer_floor");
        for (var k = 0; k < axes.Length; k++)
        {
            var n = x.Shape[axes[k]];
            var m = sizes is not null ? sizes[k] : (int)Math.Clamp(Math.Floor(n * scales![k]), 0, int.MaxValue);
            var scale = scales is not null ? scales[k] : (double)m / n;
            if (m < 1 || !(scale > 0))
            {
                throw new FormatException($"axis {axes[k]} of length {n} would get length {m}");
            }

            if (m == n && scale == 1)
            {
                continue;
            }

            Tensor.CountOf([.. x.Shape.Select((length, axis) => axis == axes[k] ? m : length)]);
            var (low, high, weights) = (new double[m], new double[m], new double[m]);
            for (var i = 0; i < m; i++)
            {
                var place = Place(i, n, m, scale, how);
                low[i] = Math.Clamp(mode == "nearest" ? Rounded(place, rounding) : Math.Floor(Math.Clamp(place, 0, n - 1)), 0, n - 1);
                high[i] = Math.Min(low[i] + 1, n - 1);
                weights[i] = mode == "nearest" ? 0 : Math.Clamp(place, 0, n - 1) - low[i];
            }

            var (first, second) = (OnnxIndexing.Gather(x, new([m], low), axes[k]), mode == "nearest" ? null : OnnxIndexing.Gather(x, new([m], high), axes[k]));
            x = second is null ? first : Between(first, second, new([m, .. Enumerable.Repeat(1, x.Rank - axes[k] - 1)], weights));
        }

        return x;
    }

    /// <summary>(1 − w) a + w b.</summary>
    private static Tensor Between(Tensor a, Tensor b, Tensor w) =>
        Tensor.Broadcast(Tensor.Broadcast(a, w, (u, t) => (1 - t) * u), Tensor.Broadcast(b, w, (v, t) => t * v), (u, v) => u + v);

    private static double Place(int i, int n, int m, double scale, string how) => how switch
    {
        "asymmetric" => i / scale,
        "half_pixel" => ((i + 0.5) / scale) - 0.5,
        "half_pixel_symmetric" => ((n / 2.0) * (1 - (m / (scale * n)))) + ((i + 0.5) / scale) - 0.5,
        "pytorch_half_pixel" => m > 1 ? ((i + 0.5) / scale) - 0.5 : 0,
        "align_corners" => m > 1 ? i * (n - 1.0) / (m - 1) : 0,
        "tf_half_pixel_for_nn" => (i + 0.5) / scale,
        _ => throw new FormatException($"coordinate_transformation_mode {how} is not read"),
    };

    private static double Rounded(double place, string rounding) => rounding switch
    {
        "floor" => Math.Floor(place),
        "ceil" => Math.Ceiling(place),
        "round_prefer_floor" => Math.Ceiling(place - 0.5),
        "round_prefer_ceil" => Math.Floor(place + 0.5),
        _ => throw new FormatException($"nearest_mode {rounding}"),
    };

    /// <summary>For each window the taps inside the input and its borders.</summary>
    private static void CountPadded(WindowShape window, int[] space, int[] result, double[] counts)
    {
        var rank = window.Rank;
        for (var place = 0; place < counts.Length; place++)
        {
            var (rest, count) = (place, 1.0);
            for (var axis = rank - 1; axis >= 0; axis--)
            {
                var start = rest % result[axis] * window.Strides[axis];
                rest /= result[axis];
                var end = space[axis] + window.Pads[axis] + window.Pads[axis + rank];
                count *= Enumerable.Range(0, window.Kernel[axis]).Count(t => start + (t * window.Dilations[axis]) < end);
            }

            counts[place] = count;
        }
    }
}
