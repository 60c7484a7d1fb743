namespace Eqnn.Networks.Loops;

/// <summary>Where a loop wants the value of channel c at point x: at <c>c · ChannelStride + PointOffsets[x]</c>, counted in units (one scalar, or one block of lanes).</summary>
/// <param name="Channels">The number of channels.</param>
/// <param name="ChannelStride">Units from one channel to the next.</param>
/// <param name="PointOffsets">For each point of the G-set its offset.</param>
/// <param name="Length">Units in all; some may belong to no point.</param>
/// <param name="ZeroElsewhere">Whether units that belong to no point must be zero when the loop starts.</param>
internal sealed record PointLayout(int Channels, int ChannelStride, int[] PointOffsets, int Length, bool ZeroElsewhere)
{
    /// <summary>The number of points.</summary>
    public int Points => PointOffsets.Length;

    /// <summary>Whether some units belong to no point.</summary>
    public bool HasGaps => Length != Channels * Points;

    /// <summary>Whether this is channel after channel, point after point, without gaps.</summary>
    public bool IsPlain { get; } = IsIdentity(PointOffsets) && ChannelStride == PointOffsets.Length && Length == Channels * ChannelStride;

    /// <summary>Points that follow one another also in memory, as the first point, its offset and the number of points.</summary>
    public (int Point, int Offset, int Length)[] Runs { get; } = RunsOf(PointOffsets);

    /// <summary>Channel after channel, point after point.</summary>
    public static PointLayout Plain(int channels, int points) => new(channels, points, [.. Enumerable.Range(0, points)], channels * points, false);

    /// <summary>Whether values stand at the same places in both, so that nothing has to move.</summary>
    public bool SamePlaces(PointLayout other) =>
        ReferenceEquals(this, other)
        || (Channels == other.Channels && ChannelStride == other.ChannelStride && Length == other.Length && PointOffsets.AsSpan().SequenceEqual(other.PointOffsets));

    private static (int Point, int Offset, int Length)[] RunsOf(int[] offsets)
    {
        var runs = new List<(int, int, int)>();
        var first = 0;
        for (var x = 1; x <= offsets.Length; x++)
        {
            if (x == offsets.Length || offsets[x] != offsets[x - 1] + 1)
            {
                runs.Add((first, offsets[first], x - first));
                first = x;
            }
        }

        return [.. runs];
    }

    private static bool IsIdentity(int[] offsets)
    {
        for (var x = 0; x < offsets.Length; x++)
        {
            if (offsets[x] != x)
            {
                return false;
            }
        }

        return true;
    }
}
