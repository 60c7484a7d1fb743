namespace Eqnn.Networks.Files;

/// <summary>From array files to the samples of a network and back: which axis is which.</summary>
/// <remarks>
/// The first axis is the batch. Behind it, in the order of <see cref="EquivariantNetwork.Axes"/>, stand channels and points; points may be a grid of several axes (the last fastest, as abelian groups number them), the channel axis
/// may be left out where there is one channel, and all may be one axis. One sample may come without the batch axis.
/// </remarks>
public static class NetworkArrays
{
    /// <summary>The samples one after the other, each channel by channel: the form in which networks run.</summary>
    /// <exception cref="FormatException">The shape does not fit the input of the network.</exception>
    public static IReadOnlyList<double> ToSamples(EquivariantNetwork network, NpyFile array)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(array);
        var space = network.Input;
        if (network.InputAxes.SamplesIn(array.Shape) is { } samples)
        {
            return network.InputAxes.ToSamples(array.Values, samples, space);
        }

        var batch = BatchOf(network, array.Shape) ?? throw Misfit(network, array.Shape);
        var swap = network.Axes == AxisOrder.PointChannel && space.Channels > 1;
        return swap ? Swapped(array.Values, batch, space.Points, space.Channels) : array.Values;
    }

    /// <summary>Refuses the shape of an array that holds no samples of a network: before the data are read.</summary>
    /// <exception cref="FormatException">It does not fit the input.</exception>
    public static void RequireShape(EquivariantNetwork network, IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(shape);
        if (network.InputAxes.SamplesIn(shape) is null && BatchOf(network, shape) is null)
        {
            throw Misfit(network, shape);
        }
    }

    private static FormatException Misfit(EquivariantNetwork network, IReadOnlyList<int> shape) => new($"the array has shape {NpyHeader.Text(shape)}; {network.Input} takes {Expected(network)}");

    /// <summary>The outputs of a batch as an array with the axes of the network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="outputs">The outputs one after the other, each channel by channel.</param>
    /// <exception cref="ArgumentException">The number of outputs is no multiple of the size of one.</exception>
    public static NpyFile FromOutputs(EquivariantNetwork network, IReadOnlyList<double> outputs)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(outputs);
        var space = network.Output;
        var batch = Math.DivRem(outputs.Count, space.Dimension, out var rest);
        if (rest != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"{outputs.Count} numbers, an output has {space.Dimension}"), nameof(outputs));
        }

        if (network.OutputAxes.BatchAxis < 0 && batch != 1)
        {
            throw new ArgumentException(FormattableString.Invariant($"{batch} outputs, the array {network.OutputAxes} holds one"), nameof(outputs));
        }

        // An array of the caller is copied: the file is a value.
        var (shape, values) = (network.OutputAxes.ShapeOf(batch), network.OutputAxes.FromSamples(outputs, batch, space));
        return ReferenceEquals(values, outputs) ? new(shape, outputs) : NpyFile.Of(shape, values, isFloat32: false, isWhole: false);
    }

    private static string Expected(EquivariantNetwork network)
    {
        var (space, points) = (network.Input, network.Input.Points);
        if (!network.InputAxes.Equals(SampleAxes.Of(space, network.Axes)))
        {
            return FormattableString.Invariant($"{network.InputAxes}: {space.Channels} channels, {points} points");
        }

        return network.Axes == AxisOrder.PointChannel
            ? FormattableString.Invariant($"(batch, {points} points, {space.Channels} channels)")
            : FormattableString.Invariant($"(batch, {space.Channels} channels, {points} points)");
    }

    private static int? BatchOf(EquivariantNetwork network, IReadOnlyList<int> shape)
    {
        var (channels, points) = (network.Input.Channels, network.Input.Points);
        return shape.Count > 1 && Fits([.. shape.Skip(1)]) ? shape[0] : Fits([.. shape]) ? 1 : null;

        bool Fits(int[] axes)
        {
            var all = axes.Aggregate(1L, (product, n) => product * n);
            if (axes.Length == 0 || all != (long)channels * points)
            {
                return false;
            }

            return axes.Length == 1 || (network.Axes == AxisOrder.ChannelPoint ? axes[0] : axes[^1]) == channels || channels == 1;
        }
    }

    /// <summary>Each sample of a × b numbers transposed to b × a.</summary>
    private static double[] Swapped(IReadOnlyList<double> values, int batch, int a, int b)
    {
        var result = new double[values.Count];
        for (var s = 0; s < batch; s++)
        {
            var start = s * a * b;
            for (var i = 0; i < a; i++)
            {
                for (var j = 0; j < b; j++)
                {
                    result[start + (j * a) + i] = values[start + (i * b) + j];
                }
            }
        }

        return result;
    }
}
