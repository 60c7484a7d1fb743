using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Onnx;

/// <summary>Which sample of a batch each entry of a value depends on, found by changing the samples in groups and looking which entries change.</summary>
/// <remarks>Sample s is changed in the runs that name its binary digits; so 2 ⌈log₂ n⌉ runs tell n samples apart, and an entry that changes with a digit and with its opposite depends on several.</remarks>
internal sealed class BatchDependence
{
    /// <summary>An entry that depends on no sample.</summary>
    public const int Nothing = -1;

    /// <summary>An entry that depends on several samples.</summary>
    public const int Several = -2;

    private readonly int _samples;
    private readonly IReadOnlyDictionary<int, Tensor> _plain;
    private readonly List<Dictionary<int, Tensor>> _runs = [];

    /// <param name="samples">The number of samples.</param>
    /// <param name="random">The states with random entries, for a seed of each sample.</param>
    public BatchDependence(int samples, Func<Func<int, int>, Dictionary<int, Tensor>> random)
    {
        _samples = samples;
        _plain = random(_ => 1);
        for (var digit = 0; 1 << digit < samples; digit++)
        {
            for (var value = 0; value < 2; value++)
            {
                var (d, v) = (digit, value);
                _runs.Add(random(sample => ((sample >> d) & 1) == v ? 2 : 1));
            }
        }
    }

    /// <summary>The sample on which each entry depends, with the shape of the value.</summary>
    public (int[] Shape, int[] SampleOf) Of(Func<IReadOnlyDictionary<int, Tensor>, Tensor> evaluate)
    {
        var plain = evaluate(_plain);
        return (plain.Shape, SampleOf(plain.Values, [.. _runs.Select(run => evaluate(run).Values)]));
    }

    /// <summary>Every result of every node with the sample on which each of its entries depends.</summary>
    /// <param name="evaluate">Computes a value, and shows each step.</param>
    public IReadOnlyList<(OnnxNode Node, int[] Shape, int[] SampleOf)> Trace(Action<IReadOnlyDictionary<int, Tensor>, Action<OnnxStep>> evaluate)
    {
        List<(OnnxNode Node, Tensor Value)> Record(IReadOnlyDictionary<int, Tensor> inputs)
        {
            var list = new List<(OnnxNode, Tensor)>();
            evaluate(inputs, step => list.AddRange(step.Results.Select(tensor => (step.Node, tensor))));
            return list;
        }

        var plain = Record(_plain);
        var runs = _runs.Select(run => Record(run)).ToList();
        return [.. plain.Select((result, i) => (result.Node, result.Value.Shape, SampleOf(result.Value.Values, [.. runs.Select(run => run[i].Value.Values)])))];
    }

    /// <summary>The ways in which a value of a shape may list the samples, the likely ones first.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="usual">The axis that the batch has in the input.</param>
    public IEnumerable<SampleAxes> Candidates(int[] shape, int usual)
    {
        if (shape.Any(n => n < 1))
        {
            yield break;
        }

        int[] order = [.. new[] { usual, 0 }.Concat(Enumerable.Range(0, shape.Length)).Where(axis => axis >= 0 && axis < shape.Length).Distinct()];
        foreach (var axis in order.Where(axis => shape[axis] == _samples))
        {
            yield return new([.. shape.Where((_, k) => k != axis)], axis, BatchJoin.None, 1);
        }

        foreach (var axis in order.Where(axis => shape[axis] > _samples && shape[axis] % _samples == 0))
        {
            int[] lengths = [.. shape.Select((n, k) => k == axis ? n / _samples : n)];
            yield return new(lengths, axis, BatchJoin.WithNext, 1);
            yield return new(lengths, axis + 1, BatchJoin.WithPrevious, 1);
        }

        if (_samples == 1)
        {
            yield return new(shape, -1, BatchJoin.None, 1);
        }
    }

    /// <summary>Whether every entry depends on the sample to which the axes give it, or on none.</summary>
    public static bool Fits(SampleAxes axes, int samples, int[] sampleOf)
    {
        var dimension = axes.Dimension;
        for (var sample = 0; sample < samples; sample++)
        {
            for (var i = 0; i < dimension; i++)
            {
                if (sampleOf[axes.PlaceIn(samples, sample, i)] is var met && met != Nothing && met != sample)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private int[] SampleOf(double[] plain, double[][] runs)
    {
        var result = new int[plain.Length];
        for (var i = 0; i < plain.Length; i++)
        {
            var (sample, changes) = (0, 0);
            for (var run = 0; run < runs.Length; run += 2)
            {
                var (zero, one) = (runs[run].Length != plain.Length || runs[run][i] != plain[i], runs[run + 1].Length != plain.Length || runs[run + 1][i] != plain[i]);
                sample |= one ? 1 << (run / 2) : 0;
                changes = zero && one ? int.MinValue : changes + (zero || one ? 1 : 0);
            }

            result[i] = changes == 0 && runs.Length > 0 ? Nothing : changes < 0 || sample >= _samples ? Several : sample;
        }

        return result;
    }
}
