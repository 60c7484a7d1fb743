namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Conv and ConvTranspose by definition, in any number of space dimensions: every nonzero input is sent to the outputs it reaches.</summary>
internal static class OnnxConvolution
{
    public static Tensor Of(OnnxNode node, Tensor x, Tensor weights, Tensor? bias)
    {
        Check(x, weights);
        int[] space = x.Shape[2..];
        var window = WindowShape.Of(node, weights.Shape[2..], space);
        var groups = (int)Math.Clamp(node.Integer("group", 1), 0, int.MaxValue);
        var (inputs, outputs, batch) = (x.Shape[1], weights.Shape[0], x.Shape[0]);
        if (groups < 1 || weights.Shape[1] * (long)groups != inputs || outputs % groups != 0)
        {
            throw new FormatException($"{inputs} input channels in {groups} groups and weights of shape {Tensor.Text(weights.Shape)}");
        }

        var result = window.ResultOf(space);
        var (points, taps, places) = (Tensor.CountOf(space), Tensor.CountOf(window.Kernel), Tensor.CountOf(result));
        var targets = window.TargetsOf(space, result);
        var y = Tensor.Zero([batch, outputs, .. result]);
        var (inGroup, outGroup) = (inputs / groups, outputs / groups);
        for (var b = 0; b < batch; b++)
        {
            for (var i = 0; i < inputs; i++)
            {
                var first = i / inGroup * outGroup;
                for (var p = 0; p < points; p++)
                {
                    var value = x.Values[(((b * inputs) + i) * points) + p];
                    if (value == 0)
                    {
                        continue;
                    }

                    for (var t = 0; t < taps; t++)
                    {
                        var target = targets[(p * taps) + t];
                        if (target >= 0)
                        {
                            for (var o = first; o < first + outGroup; o++)
                            {
                                y.Values[(((b * outputs) + o) * places) + target] += value * weights.Values[(((o * inGroup) + (i % inGroup)) * taps) + t];
                            }
                        }
                    }
                }
            }
        }

        return Biased(y, bias);
    }

    /// <summary>The transpose of the convolution whose input has the shape of the result; weights by input channel, output channel of the group, taps.</summary>
    public static Tensor Transposed(OnnxNode node, Tensor x, Tensor weights, Tensor? bias)
    {
        Check(x, weights);
        int[] space = x.Shape[2..];
        int[] kernel = weights.Shape[2..];
        var rank = space.Length;
        var window = WindowShape.Of(node, kernel, space);
        var extra = node.Integers("output_padding") is { Length: > 0 } given ? given : new int[rank];
        var groups = (int)Math.Clamp(node.Integer("group", 1), 0, int.MaxValue);
        var (inputs, batch) = (x.Shape[1], x.Shape[0]);
        if (groups < 1 || weights.Shape[0] != inputs || inputs % groups != 0 || extra.Length != rank)
        {
            throw new FormatException($"{inputs} input channels in {groups} groups and weights of shape {Tensor.Text(weights.Shape)}");
        }

        var pads = window.Pads;
        int[] full = [.. Enumerable.Range(0, rank).Select(axis => checked((window.Strides[axis] * (space[axis] - 1)) + extra[axis] + ((kernel[axis] - 1) * window.Dilations[axis]) + 1))];
        int[] result = [.. full.Select((n, axis) => n - pads[axis] - pads[axis + rank])];
        var automatic = node.Text("auto_pad", "NOTSET");
        var wanted = node.Integers("output_shape");
        if (wanted.Length == 0 && automatic is ("SAME_UPPER" or "SAME_LOWER"))
        {
            // Padded until the result is the input times the strides; shorter ones stay.
            wanted = [.. space.Select((n, axis) => Math.Min(full[axis], checked(n * window.Strides[axis])))];
        }

        if (wanted.Length > 0)
        {
            if (wanted.Length != rank)
            {
                throw new FormatException($"output_shape {Tensor.Text(wanted)} for {rank} axes");
            }

            result = wanted;
            pads = [.. Enumerable.Range(0, 2 * rank).Select(k =>
            {
                var total = full[k % rank] - wanted[k % rank];
                return (k < rank) == (automatic == "SAME_UPPER") ? total / 2 : total - (total / 2);
            })];
        }

        if (result.Any(n => n < 1))
        {
            throw new FormatException($"the result has the shape {Tensor.Text(result)}");
        }

        var (inGroup, outGroup) = (inputs / groups, weights.Shape[1]);
        var outputs = checked(outGroup * groups);
        var (points, taps, places) = (Tensor.CountOf(space), Tensor.CountOf(kernel), Tensor.CountOf(result));
        var sources = new WindowShape(kernel, window.Strides, window.Dilations, pads).TargetsOf(result, space);
        var y = Tensor.Zero([batch, outputs, .. result]);
        for (var b = 0; b < batch; b++)
        {
            for (var o = 0; o < outputs; o++)
            {
                var firstInput = o / outGroup * inGroup;
                for (var place = 0; place < places; place++)
                {
                    var sum = 0.0;
                    for (var t = 0; t < taps; t++)
                    {
                        var source = sources[(place * taps) + t];
                        for (var i = firstInput; source >= 0 && i < firstInput + inGroup; i++)
                        {
                            sum += x.Values[(((b * inputs) + i) * points) + source] * weights.Values[(((i * outGroup) + (o % outGroup)) * taps) + t];
                        }
                    }

                    y.Values[(((b * outputs) + o) * places) + place] = sum;
                }
            }
        }

        return Biased(y, bias);
    }

    private static void Check(Tensor x, Tensor weights)
    {
        if (x.Rank < 3 || weights.Rank != x.Rank)
        {
            throw new FormatException($"input of shape {Tensor.Text(x.Shape)} and weights of shape {Tensor.Text(weights.Shape)}");
        }
    }

    private static Tensor Biased(Tensor y, Tensor? bias) => bias is null ? y : Tensor.Broadcast(y, bias.Reshaped([y.Shape[1], .. Enumerable.Repeat(1, y.Rank - 2)]), (a, c) => a + c);
}
