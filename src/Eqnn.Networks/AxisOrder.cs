namespace Eqnn.Networks;

/// <summary>The order of the axes of a sample in files.</summary>
public enum AxisOrder
{
    /// <summary>Channel after channel, as in convolutional networks: batch, channel, point.</summary>
    ChannelPoint,

    /// <summary>Point after point, as in deep sets: batch, point, channel.</summary>
    PointChannel,
}
