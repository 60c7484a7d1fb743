namespace Eqnn.Networks.Onnx;

/// <summary>How a tensor of one sample lists the channels and points of a feature space.</summary>
/// <param name="Shape">The axes after the batch.</param>
/// <param name="PointsFirst">Whether the channel is the last axis.</param>
internal sealed record AxisMap(int[] Shape, bool PointsFirst)
{
    /// <summary>Decides from the shape; <paramref name="axes"/> decides where both readings fit.</summary>
    /// <exception cref="FormatException">The shape fits neither.</exception>
    public static AxisMap Of(int[] shape, FeatureSpace space, AxisOrder axes, string what)
    {
        if (shape.Aggregate(1.0, (product, n) => product * n) != space.Dimension)
        {
            throw new FormatException($"{what} has the shape {Tensor.Text(shape)} per sample, which is not {space} ({space.Channels} channels of {space.Points} points)");
        }

        // A flat axis, or one that mixes channels and points, is read in the order asked for.
        var channelsFirst = shape.Length > 1 && shape[0] == space.Channels;
        var channelsLast = shape.Length > 1 && shape[^1] == space.Channels && space.Channels != space.Dimension;
        return new(shape, channelsFirst == channelsLast ? axes == AxisOrder.PointChannel : channelsLast);
    }

    /// <summary>The place of a channel and a point in the tensor.</summary>
    public int PlaceOf(FeatureSpace space, int channel, int point) => PointsFirst ? (point * space.Channels) + channel : (channel * space.Points) + point;
}
