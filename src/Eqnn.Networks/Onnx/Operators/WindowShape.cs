namespace Eqnn.Networks.Onnx.Operators;

/// <summary>The window of a convolution or a mean that slides over the axes after batch and channel: kernel, strides, dilations and borders of each axis.</summary>
/// <param name="Kernel">The lengths of the window.</param>
/// <param name="Strides">Its steps.</param>
/// <param name="Dilations">The distances of its taps.</param>
/// <param name="Pads">Borders of zeros: before each axis, then after each.</param>
internal sealed record WindowShape(int[] Kernel, int[] Strides, int[] Dilations, int[] Pads)
{
    public int Rank => Kernel.Length;

    /// <summary>The window of a node.</summary>
    /// <param name="node">The node with attributes <c>strides</c>, <c>dilations</c>, <c>pads</c>, <c>auto_pad</c>.</param>
    /// <param name="kernel">The lengths of the window.</param>
    /// <param name="space">The lengths of the axes it slides over.</param>
    /// <exception cref="FormatException">The attributes do not fit the axes.</exception>
    public static WindowShape Of(OnnxNode node, int[] kernel, int[] space)
    {
        var rank = space.Length;
        var strides = OrOnes(node.Integers("strides"), rank);
        var dilations = OrOnes(node.Integers("dilations"), rank);
        if (kernel.Length != rank || strides.Length != rank || dilations.Length != rank || strides.Concat(dilations).Concat(kernel).Any(n => n < 1))
        {
            throw new FormatException($"kernel {Tensor.Text(kernel)}, strides {Tensor.Text(strides)}, dilations {Tensor.Text(dilations)} for {rank} axes");
        }

        var pads = node.Text("auto_pad", "NOTSET") switch
        {
            "VALID" => new int[2 * rank],
            "SAME_UPPER" => Same(kernel, strides, dilations, space, upper: true),
            "SAME_LOWER" => Same(kernel, strides, dilations, space, upper: false),
            "NOTSET" or "" => node.Integers("pads") is { Length: > 0 } given ? given : new int[2 * rank],
            var other => throw new FormatException($"auto_pad {other}"),
        };
        return pads.Length == 2 * rank ? new(kernel, strides, dilations, pads) : throw new FormatException($"pads {Tensor.Text(pads)} for {rank} axes");
    }

    /// <summary>The lengths of the axes of the result.</summary>
    /// <param name="space">The lengths of the axes it slides over.</param>
    /// <param name="up">Whether a last window that begins inside counts although it ends outside.</param>
    /// <exception cref="FormatException">The window does not fit.</exception>
    public int[] ResultOf(int[] space, bool up = false)
    {
        var result = new int[Rank];
        for (var axis = 0; axis < Rank; axis++)
        {
            var room = (long)space[axis] + Pads[axis] + Pads[axis + Rank] - (Dilations[axis] * (long)(Kernel[axis] - 1)) - 1;
            var steps = (up ? room + Strides[axis] - 1 : room) / Strides[axis];

            // No window begins in the border behind.
            if (up && steps * Strides[axis] >= (long)space[axis] + Pads[axis])
            {
                steps--;
            }

            result[axis] = room < 0 || steps >= int.MaxValue ? throw new FormatException($"the kernel {Tensor.Text(Kernel)} does not fit the input {Tensor.Text(space)}") : (int)steps + 1;
        }

        return result;
    }

    /// <summary>For each input position and tap the output position, or −1.</summary>
    public int[] TargetsOf(int[] space, int[] result)
    {
        var (points, taps) = (Tensor.CountOf(space), Tensor.CountOf(Kernel));
        var targets = new int[Tensor.CountOf([points, taps])];
        var steps = Tensor.Strides(result);
        for (var p = 0; p < points; p++)
        {
            for (var t = 0; t < taps; t++)
            {
                var (restP, restT, target) = (p, t, 0);
                for (var axis = space.Length - 1; axis >= 0; axis--)
                {
                    var shifted = (restP % space[axis]) + Pads[axis] - (restT % Kernel[axis] * Dilations[axis]);
                    restP /= space[axis];
                    restT /= Kernel[axis];
                    var (place, remainder) = Math.DivRem(shifted, Strides[axis]);
                    target = target < 0 || shifted < 0 || remainder != 0 || place >= result[axis] ? -1 : target + (place * steps[axis]);
                }

                targets[(p * taps) + t] = target;
            }
        }

        return targets;
    }

    private static int[] Same(int[] kernel, int[] strides, int[] dilations, int[] space, bool upper)
    {
        var pads = new int[2 * space.Length];
        for (var axis = 0; axis < space.Length; axis++)
        {
            var windows = (space[axis] + strides[axis] - 1) / strides[axis];
            var total = Math.Max(0, ((windows - 1) * strides[axis]) + (dilations[axis] * (kernel[axis] - 1)) + 1 - space[axis]);
            pads[axis] = upper ? total / 2 : total - (total / 2);
            pads[axis + space.Length] = total - pads[axis];
        }

        return pads;
    }

    private static int[] OrOnes(int[] values, int rank) => values.Length == 0 ? [.. Enumerable.Repeat(1, rank)] : values;
}
