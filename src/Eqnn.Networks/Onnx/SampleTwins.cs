using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Onnx;

/// <summary>Batches of random samples in which the same ones stand at several places, alone and among others: a map between points gives each of them the same everywhere.</summary>
/// <remarks>What depends on the place of a sample (a summand for each of four that the file fixes), or on how many there are (a quotient by their number), is seen so; <see cref="BatchDependence"/> sees what depends on another sample.</remarks>
internal sealed class SampleTwins
{
    private const double Rounding = 1e-9;

    private readonly List<(int Samples, IReadOnlyDictionary<int, Tensor> Inputs)> _batches = [];
    private readonly List<(int Batch, int Sample, int Other, int Twin)> _pairs = [];

    private SampleTwins()
    {
    }

    /// <summary>For a file that fixes the number of samples: a batch, and the same moved on by one place.</summary>
    /// <param name="samples">The number.</param>
    /// <param name="random">The states on which a value depends, for the numbers of the samples.</param>
    public static SampleTwins OfFixed(int samples, Func<IReadOnlyList<int>, IReadOnlyDictionary<int, Tensor>> random)
    {
        var twins = new SampleTwins();
        int[] numbers = [.. Enumerable.Range(0, samples)];
        twins._batches.Add((samples, random(numbers)));
        twins._batches.Add((samples, random([.. numbers.Select(sample => (sample + 1) % samples)])));
        twins._pairs.AddRange(numbers.Select(sample => (0, (sample + 1) % samples, 1, sample)));
        return twins;
    }

    /// <summary>For a file that takes any number of samples: each alone, and the first ones in batches.</summary>
    /// <param name="sizes">How many there are in the batches.</param>
    /// <param name="random">The states on which a value depends, for the numbers of the samples.</param>
    public static SampleTwins OfOpen(IReadOnlyList<int> sizes, Func<IReadOnlyList<int>, IReadOnlyDictionary<int, Tensor>> random)
    {
        var twins = new SampleTwins();
        for (var sample = 0; sample < sizes.Max(); sample++)
        {
            twins._batches.Add((1, random([sample])));
        }

        foreach (var size in sizes)
        {
            twins._pairs.AddRange(Enumerable.Range(0, size).Select(sample => (sample, 0, twins._batches.Count, sample)));
            twins._batches.Add((size, random([.. Enumerable.Range(0, size)])));
        }

        return twins;
    }

    /// <summary>Two samples that are the same and whose values differ; <c>null</c> if there are none.</summary>
    /// <param name="axes">The axes of the value.</param>
    /// <param name="evaluate">The value for a number of samples and the states on which it depends.</param>
    public TwinPair? Apart(SampleAxes axes, Func<int, IReadOnlyDictionary<int, Tensor>, Tensor> evaluate)
    {
        Tensor[] values = [.. _batches.Select(batch => evaluate(batch.Samples, batch.Inputs))];
        return _pairs.Select(pair => new TwinPair(_batches[pair.Batch].Samples, pair.Sample, _batches[pair.Batch].Inputs, _batches[pair.Other].Samples, pair.Twin, _batches[pair.Other].Inputs, pair.Batch, pair.Other))
            .FirstOrDefault(pair => !Agree(axes, pair, values[pair.Batch], values[pair.OtherBatch]));
    }

    /// <summary>Whether a value is the same for both samples of a pair, up to rounding.</summary>
    /// <param name="axes">The axes of the value.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="value">The value for the batch of the first.</param>
    /// <param name="other">The value for the batch of the second.</param>
    public static bool Agree(SampleAxes axes, TwinPair pair, Tensor value, Tensor other)
    {
        var dimension = axes.Dimension;
        if (value.Values.Length != (long)dimension * pair.Samples || other.Values.Length != (long)dimension * pair.OtherSamples)
        {
            return false;
        }

        var (largest, apart) = (0.0, 0.0);
        for (var i = 0; i < dimension; i++)
        {
            var (a, b) = (value.Values[axes.PlaceIn(pair.Samples, pair.Sample, i)], other.Values[axes.PlaceIn(pair.OtherSamples, pair.Twin, i)]);
            (largest, apart) = (Math.Max(largest, Math.Max(Math.Abs(a), Math.Abs(b))), Math.Max(apart, Math.Abs(a - b)));
        }

        return apart <= Rounding * largest;
    }
}

/// <summary>The same sample in two batches.</summary>
/// <param name="Samples">How many there are in the first.</param>
/// <param name="Sample">Its place there.</param>
/// <param name="Inputs">The states of the first batch.</param>
/// <param name="OtherSamples">How many there are in the second.</param>
/// <param name="Twin">Its place there.</param>
/// <param name="OtherInputs">The states of the second batch.</param>
/// <param name="Batch">The number of the first batch.</param>
/// <param name="OtherBatch">The number of the second batch.</param>
internal sealed record TwinPair(int Samples, int Sample, IReadOnlyDictionary<int, Tensor> Inputs, int OtherSamples, int Twin, IReadOnlyDictionary<int, Tensor> OtherInputs, int Batch, int OtherBatch);
