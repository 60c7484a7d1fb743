using Eqnn.Networks.Onnx;
using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>Which sample an entry depends on: found for every number of samples, and a mixture is seen.</summary>
public sealed class BatchDependenceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Every_entry_finds_its_sample(int samples)
    {
        var dependence = Of(samples);
        var (shape, sampleOf) = dependence.Of(states => states[0]);
        Assert.Equal([samples, 4], shape);
        Assert.Equal(Enumerable.Range(0, samples * 4).Select(i => i / 4), sampleOf);
        Assert.True(BatchDependence.Fits(new([4], 0, BatchJoin.None, 1), samples, sampleOf));
        Assert.Equal(samples == 1, BatchDependence.Fits(new([4], 1, BatchJoin.None, 1), samples, sampleOf));

        // Transposed: the samples run fastest.
        var (_, other) = dependence.Of(states => states[0].Transposed([1, 0]));
        Assert.True(BatchDependence.Fits(new([4], 1, BatchJoin.None, 1), samples, other));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void A_sum_over_the_samples_is_seen(int samples)
    {
        var (_, sampleOf) = Of(samples).Of(states => OnnxReductions.Sum(states[0], [0]));
        Assert.All(sampleOf, sample => Assert.Equal(BatchDependence.Several, sample));
        var (_, constant) = Of(samples).Of(states => Tensor.Zero(samples, 4));
        Assert.All(constant, sample => Assert.Equal(BatchDependence.Nothing, sample));
    }

    private static BatchDependence Of(int samples) => new(samples, seed => new Dictionary<int, Tensor>
    {
        [0] = new([samples, 4], [.. Enumerable.Range(0, samples).SelectMany(sample => Networks.Vector(4, (seed(sample) * 100) + sample))]),
    });
}
