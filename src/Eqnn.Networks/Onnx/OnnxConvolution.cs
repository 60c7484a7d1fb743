namespace Eqnn.Networks.Onnx;

/// <summary>Conv by definition, in any number of space dimensions: every nonzero input is sent to the outputs it reaches.</summary>
internal static class OnnxConvolution
{
    public static Tensor Of(OnnxNode node, Tensor x, Tensor weights, Tensor? bias)
    {
        var rank = x.Rank - 2;
        if (rank < 1 || weights.Rank != x.Rank)
        {
            throw new FormatException($"input of shape {Tensor.Text(x.Shape)} and weights of shape {Tensor.Text(weights.Shape)}");
        }

        int[] kernel = weights.Shape[2..];
        var strides = OrOnes(node.Integers("strides"), rank);
        var dilations = OrOnes(node.Integers("dilations"), rank);
        var pads = node.Integers("pads") is { Length: > 0 } given ? given : new int[2 * rank];
        var groups = (int)Math.Clamp(node.Integer("group", 1), 0, int.MaxValue);
        if (node.Text("auto_pad", "NOTSET") is not ("NOTSET" or "VALID"))
        {
            throw new FormatException("auto_pad is not supported, pads are");
        }

        var (inputs, outputs, batch) = (x.Shape[1], weights.Shape[0], x.Shape[0]);
        if (strides.Length != rank || dilations.Length != rank || pads.Length != 2 * rank || strides.Concat(dilations).Any(n => n < 1) || groups < 1)
        {
            throw new FormatException($"strides {Tensor.Text(strides)}, dilations {Tensor.Text(dilations)}, pads {Tensor.Text(pads)}, {groups} groups for {rank} axes");
        }

        if (weights.Shape[1] * groups != inputs || outputs % groups != 0)
        {
            throw new FormatException($"{inputs} input channels in {groups} groups and weights of shape {Tensor.Text(weights.Shape)}");
        }

        int[] space = x.Shape[2..];
        int[] result = [.. Enumerable.Range(0, rank).Select(axis => ((space[axis] + pads[axis] + pads[axis + rank] - (dilations[axis] * (kernel[axis] - 1)) - 1) / strides[axis]) + 1)];
        if (result.Any(n => n <= 0))
        {
            throw new FormatException($"the kernel {Tensor.Text(kernel)} does not fit the input {Tensor.Text(space)}");
        }

        var (points, taps, places) = (Tensor.CountOf(space), Tensor.CountOf(kernel), Tensor.CountOf(result));
        var targets = TargetsOf(space, kernel, result, strides, dilations, pads);
        var y = Tensor.Zero([batch, outputs, .. result]);
        var (inGroup, outGroup) = (inputs / groups, outputs / groups);
        for (var b = 0; b < batch; b++)
        {
            for (var i = 0; i < inputs; i++)
            {
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
                        if (target < 0)
                        {
                            continue;
                        }

                        var first = i / inGroup * outGroup;
                        for (var o = first; o < first + outGroup; o++)
                        {
                            y.Values[(((b * outputs) + o) * places) + target] += value * weights.Values[(((o * inGroup) + (i % inGroup)) * taps) + t];
                        }
                    }
                }
            }
        }

        return bias is null ? y : Tensor.Broadcast(y, bias.Reshaped([outputs, .. Enumerable.Repeat(1, rank)]), (a, c) => a + c);
    }

    /// <summary>For each input position and tap the output position, or −1.</summary>
    private static int[] TargetsOf(int[] space, int[] kernel, int[] result, int[] strides, int[] dilations, int[] pads)
    {
        var (points, taps) = (Tensor.CountOf(space), Tensor.CountOf(kernel));
        var targets = new int[Tensor.CountOf([points, taps])];
        var steps = Tensor.Strides(result);
        for (var p = 0; p < points; p++)
        {
            for (var t = 0; t < taps; t++)
            {
                var (restP, restT, target) = (p, t, 0);
                for (var axis = space.Length - 1; axis >= 0; axis--)
                {
                    var shifted = (restP % space[axis]) + pads[axis] - (restT % kernel[axis] * dilations[axis]);
                    restP /= space[axis];
                    restT /= kernel[axis];
                    var (place, remainder) = Math.DivRem(shifted, strides[axis]);
                    target = target < 0 || shifted < 0 || remainder != 0 || place >= result[axis] ? -1 : target + (place * steps[axis]);
                }

                targets[(p * taps) + t] = target;
            }
        }

        return targets;
    }

    private static int[] OrOnes(int[] values, int rank) => values.Length == 0 ? [.. Enumerable.Repeat(1, rank)] : values;
}
