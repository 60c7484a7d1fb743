using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;

namespace Eqnn.Networks.Tests;

/// <summary>Arrays of samples: what is put in comes out, and the shape says how many there are.</summary>
public sealed class SampleAxesLaws
{
    public static TheoryData<int[], int, BatchJoin, int> Axes => new()
    {
        { [3, 8], 0, BatchJoin.None, 1 },
        { [8, 3], 0, BatchJoin.None, 8 },
        { [8, 3], 1, BatchJoin.None, 8 },
        { [2, 3, 4], 0, BatchJoin.None, 2 },
        { [24], 0, BatchJoin.None, 1 },
        { [24], 0, BatchJoin.WithNext, 8 },
        { [8, 3], 1, BatchJoin.WithPrevious, 8 },
        { [24], -1, BatchJoin.None, 1 },
    };

    [Theory]
    [MemberData(nameof(Axes))]
    public void Samples_come_back(int[] lengths, int batch, BatchJoin join, int before)
    {
        var axes = new SampleAxes(lengths, batch, join, before);
        var space = new FeatureSpace(GSet.Parse(FiniteGroup.Parse("C8"), "regular"), 3);
        foreach (var samples in batch < 0 ? new[] { 1 } : [1, 2, 5])
        {
            Assert.Equal(samples, axes.SamplesIn(axes.ShapeOf(samples)));
            Assert.Equal(samples * 24, axes.ShapeOf(samples).Aggregate((a, b) => a * b));
            var values = Networks.Vector(samples * 24, samples);
            var array = axes.FromSamples(values, samples, space);
            Assert.Equal(values, axes.ToSamples(array, samples, space));
            Assert.Equal(values.Order(), array.Order());
        }
    }

    [Fact]
    public void The_place_is_that_of_the_axes()
    {
        // (points 8, batch 2, channels 3)
        var axes = new SampleAxes([8, 3], 1, BatchJoin.None, 8);
        var space = new FeatureSpace(GSet.Parse(FiniteGroup.Parse("C8"), "regular"), 3);
        double[] array = [.. Enumerable.Range(0, 48).Select(i => (double)i)];
        var samples = axes.ToSamples(array, 2, space);
        for (var (sample, i) = (0, 0); sample < 2; sample++)
        {
            for (i = 0; i < 24; i++)
            {
                var (channel, point) = (i / 8, i % 8);
                Assert.Equal((((point * 2) + sample) * 3) + channel, samples[(sample * 24) + i]);
            }
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_hold_no_samples()
    {
        var axes = new SampleAxes([3, 8], 0, BatchJoin.None, 1);
        Assert.Null(axes.SamplesIn([3, 8]));
        Assert.Null(axes.SamplesIn([2, 8, 3]));
        Assert.Null(axes.SamplesIn([]));
        Assert.Null(new SampleAxes([24], 0, BatchJoin.WithNext, 1).SamplesIn([25]));
        Assert.Throws<ArgumentException>(() => new SampleAxes([3, 8], 3, BatchJoin.None, 1));
        Assert.Throws<ArgumentException>(() => new SampleAxes([3, 8], 2, BatchJoin.WithNext, 1));
        Assert.Throws<ArgumentException>(() => new SampleAxes([3, 0], 0, BatchJoin.None, 1));
    }
}
