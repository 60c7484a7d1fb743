namespace Eqnn.Networks;

/// <summary>How an array lists the samples of a batch and in each its channels and points: the axes as a file writes them.</summary>
/// <remarks>
/// <para><b>Place.</b> In a sample the entry of channel c and point p = p₁ P₂ + p₂ stands at (p₁ C + c) P₂ + p₂, where <see cref="PointsBefore"/> = P/P₂ points stand before the channel: 1 for channels first, P for points first.</para>
/// <para><b>Not</b> an <see cref="AxisOrder"/>: that is a wish for arrays of three axes.</para>
/// </remarks>
public sealed class SampleAxes : IEquatable<SampleAxes>
{
    /// <summary>Axes.</summary>
    /// <param name="lengths">The axes of one sample.</param>
    /// <param name="batchAxis">Before which of them the batch stands; −1 if there is no batch.</param>
    /// <param name="join">Whether it is one axis with a neighbour.</param>
    /// <param name="pointsBefore">The number of points that stand before the channel.</param>
    /// <exception cref="ArgumentException">A length is less than 1, or there is no such axis or neighbour.</exception>
    public SampleAxes(IEnumerable<int> lengths, int batchAxis, BatchJoin join, int pointsBefore)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        Lengths = Array.AsReadOnly(lengths.ToArray());
        if (Lengths.Any(n => n < 1) || pointsBefore < 1 || Lengths.Aggregate(1.0, (product, n) => product * n) > int.MaxValue)
        {
            throw new ArgumentException($"axes of the lengths {string.Join(", ", Lengths)} with {pointsBefore} points before the channel", nameof(lengths));
        }

        if (batchAxis < -1 || batchAxis > Lengths.Count || (join == BatchJoin.WithNext && batchAxis is < 0 || join == BatchJoin.WithNext && batchAxis >= Lengths.Count) || (join == BatchJoin.WithPrevious && batchAxis < 1) || !Enum.IsDefined(join))
        {
            throw new ArgumentException(FormattableString.Invariant($"the batch cannot stand before axis {batchAxis} of {Lengths.Count}, {join}"), nameof(batchAxis));
        }

        (BatchAxis, Join, PointsBefore) = (batchAxis, join, pointsBefore);
    }

    /// <summary>The lengths of the axes of one sample.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>Before which axis of the sample the batch stands; −1 if there is no batch.</summary>
    public int BatchAxis { get; }

    /// <summary>Whether the batch is one axis with a neighbour.</summary>
    public BatchJoin Join { get; }

    /// <summary>The number of points that stand before the channel.</summary>
    public int PointsBefore { get; }

    /// <summary>The number of entries of a sample.</summary>
    public int Dimension => Lengths.Aggregate(1, (product, n) => product * n);

    /// <summary>Batch, channel, point, or batch, point, channel.</summary>
    public static SampleAxes Of(FeatureSpace space, AxisOrder order)
    {
        ArgumentNullException.ThrowIfNull(space);
        return order == AxisOrder.PointChannel ? new([space.Points, space.Channels], 0, BatchJoin.None, space.Points) : new([space.Channels, space.Points], 0, BatchJoin.None, 1);
    }

    /// <summary>The shape of an array of so many samples.</summary>
    public IReadOnlyList<int> ShapeOf(int samples)
    {
        var shape = Lengths.ToList();
        switch (Join)
        {
            case BatchJoin.WithNext:
                shape[BatchAxis] = checked(shape[BatchAxis] * samples);
                break;
            case BatchJoin.WithPrevious:
                shape[BatchAxis - 1] = checked(shape[BatchAxis - 1] * samples);
                break;
            default:
                if (BatchAxis >= 0)
                {
                    shape.Insert(BatchAxis, samples);
                }

                break;
        }

        return shape;
    }

    /// <summary>The number of samples in an array of a shape, or <c>null</c> if the shape does not fit.</summary>
    public int? SamplesIn(IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var samples = BatchAxis < 0 ? 1
            : Join == BatchJoin.None ? (BatchAxis < shape.Count ? shape[BatchAxis] : -1)
            : (BatchAxis - (Join == BatchJoin.WithPrevious ? 1 : 0)) is var axis && axis < shape.Count && shape[axis] % Lengths[axis] == 0 ? shape[axis] / Lengths[axis] : -1;
        return samples >= 0 && (long)samples * Dimension <= int.MaxValue && ShapeOf(samples).SequenceEqual(shape) ? samples : null;
    }

    /// <summary>The same axes with another number of points before the channel.</summary>
    public SampleAxes WithPointsBefore(int points) => new(Lengths, BatchAxis, Join, points);

    /// <inheritdoc/>
    public bool Equals(SampleAxes? other) => other is not null && Lengths.SequenceEqual(other.Lengths) && (BatchAxis, Join, PointsBefore) == (other.BatchAxis, other.Join, other.PointsBefore);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SampleAxes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lengths.Count, Dimension, BatchAxis, Join, PointsBefore);

    /// <summary>Such as <c>(batch, 3, 8)</c>.</summary>
    public override string ToString()
    {
        var axes = Lengths.Select(n => FormattableString.Invariant($"{n}")).ToList();
        switch (Join)
        {
            case BatchJoin.WithNext:
                axes[BatchAxis] = "batch*" + axes[BatchAxis];
                break;
            case BatchJoin.WithPrevious:
                axes[BatchAxis - 1] += "*batch";
                break;
            default:
                if (BatchAxis >= 0)
                {
                    axes.Insert(BatchAxis, "batch");
                }

                break;
        }

        return $"({string.Join(", ", axes)})";
    }

    /// <summary>The numbers of points that may stand before the channel, ascending: where some axes together are the channels; of a flat sample, or one that mixes channels and points, channels first or points first.</summary>
    internal IReadOnlyList<int> PointsBeforeIn(FeatureSpace space)
    {
        if (space.Channels == 1 || space.Points == 1)
        {
            return [1];
        }

        var found = new SortedSet<int>();
        var before = 1;
        for (var first = 0; first < Lengths.Count; first++)
        {
            var block = 1;
            for (var last = first; last < Lengths.Count && block < space.Channels; last++)
            {
                block *= Lengths[last];
                if (block == space.Channels)
                {
                    found.Add(before);
                }
            }

            before *= Lengths[first];
        }

        return found.Count > 0 ? [.. found] : [1, space.Points];
    }

    /// <summary>For each channel and point, channel by channel, the place of the entry in a sample.</summary>
    internal int[] Places(FeatureSpace space)
    {
        var after = space.Points / PointsBefore;
        var places = new int[space.Dimension];
        for (var i = 0; i < places.Length; i++)
        {
            var (channel, point) = Math.DivRem(i, space.Points);
            places[i] = (((point / after * space.Channels) + channel) * after) + (point % after);
        }

        return places;
    }

    /// <summary>The place in an array of so many samples of an entry of one of them, entries counted in the order of the array.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample or entry.</exception>
    public int PlaceOf(int samples, int sample, int entry)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sample, samples);
        ArgumentOutOfRangeException.ThrowIfNegative(entry);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(entry, Dimension);
        return PlaceIn(samples, sample, entry);
    }

    /// <summary>The same without checks.</summary>
    internal int PlaceIn(int samples, int sample, int entry)
    {
        var inner = 1;
        for (var axis = Math.Max(0, BatchAxis); axis < Lengths.Count; axis++)
        {
            inner *= Lengths[axis];
        }

        return BatchAxis < 0 ? entry : (((entry / inner * samples) + sample) * inner) + (entry % inner);
    }

    /// <summary>From an array to samples one after the other, each channel by channel; the array itself where that is its order.</summary>
    internal double[] ToSamples(IReadOnlyList<double> values, int samples, FeatureSpace space) => Moved(values, samples, space, toSamples: true);

    /// <summary>From samples one after the other, each channel by channel, to an array; the samples themselves where that is its order.</summary>
    internal double[] FromSamples(IReadOnlyList<double> values, int samples, FeatureSpace space) => Moved(values, samples, space, toSamples: false);

    private double[] Moved(IReadOnlyList<double> values, int samples, FeatureSpace space, bool toSamples)
    {
        var given = values as double[] ?? [.. values];
        var (first, step) = PlacesOf(samples, space);
        if (IsPlain(first, step) && given.Length == samples * first.Length)
        {
            return given;
        }

        var result = new double[samples * first.Length];
        for (var sample = 0; sample < samples; sample++)
        {
            for (var i = 0; i < first.Length; i++)
            {
                var (own, there) = ((sample * first.Length) + i, first[i] + (sample * step));
                if (toSamples)
                {
                    result[own] = given[there];
                }
                else
                {
                    result[there] = given[own];
                }
            }
        }

        return result;
    }

    /// <summary>Where the entries of the first sample stand in an array of so many, channel by channel, and how far it is from one sample to the next.</summary>
    private (int[] First, int Step) PlacesOf(int samples, FeatureSpace space)
    {
        var places = Places(space);
        return ([.. places.Select(place => PlaceIn(samples, 0, place))], samples > 1 ? PlaceIn(samples, 1, 0) - PlaceIn(samples, 0, 0) : 0);
    }

    private static bool IsPlain(int[] first, int step) => (step == first.Length || step == 0) && !first.Where((place, i) => place != i).Any();
}
