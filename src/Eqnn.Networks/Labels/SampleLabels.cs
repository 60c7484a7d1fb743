using Eqnn.Networks.Files;

namespace Eqnn.Networks.Labels;

/// <summary>What is known of the samples: the class of each (or of each of its points), or the values that the outputs should have.</summary>
/// <remarks>
/// <para><b>Classes</b> are whole numbers. A network answers with the place of its largest output: of the channels, or of the points if the only channel has several and a sample one label (a point of the G-set is then a class).
/// A network with one output answers yes or no: more than 0, or more than 1/2 if its last activation has its values between 0 and 1; the labels are then 0 and 1, or −1 and 1.</para>
/// <para><b>Values</b> have the shape of the outputs.</para>
/// </remarks>
public sealed class SampleLabels
{
    private readonly double _threshold;
    private readonly bool _pointsAreClasses;

    private SampleLabels(FeatureSpace output, int samples, int classCount, int[] classes, double[] values, double threshold, bool pointsAreClasses)
    {
        (Output, SampleCount, ClassCount, Classes, Values) = (output, samples, classCount, Array.AsReadOnly(classes), Array.AsReadOnly(values));
        (_threshold, _pointsAreClasses) = (threshold, pointsAreClasses);
    }

    /// <summary>The features that answer.</summary>
    public FeatureSpace Output { get; }

    /// <summary>The number of samples.</summary>
    internal int SampleCount { get; }

    /// <summary>The number of classes; 0 for values.</summary>
    public int ClassCount { get; }

    /// <summary>Whether there are classes; otherwise values.</summary>
    public bool AreClasses => ClassCount > 0;

    /// <summary>The class of every sample, or of every point of it, sample by sample; empty for values.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>The wanted outputs, sample by sample and in each channel by channel; empty for classes.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The number of labels of one sample: 1, or one for each point.</summary>
    internal int LabelsOfSample => AreClasses ? Classes.Count / SampleCount : Output.Dimension;

    /// <summary>Reads labels: whole numbers are classes, other numbers values.</summary>
    /// <param name="network">The network whose outputs they are about.</param>
    /// <param name="array">The labels, samples first; values with the axes of the outputs.</param>
    /// <param name="samples">The number of samples; further labels are left aside.</param>
    /// <exception cref="FormatException">The shape does not fit, or a class is none.</exception>
    public static SampleLabels Of(EquivariantNetwork network, NpyFile array, int samples)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(array);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        return array.IsWhole ? OfClasses(network, array, samples) : OfValues(network, array, samples);
    }

    /// <summary>How good outputs are: the share of right classes, or the mean square of the differences.</summary>
    /// <param name="outputs">For each sample the output, channel by channel.</param>
    /// <exception cref="ArgumentException">There is not one output for each sample.</exception>
    internal double ScoreOf(IReadOnlyList<IReadOnlyList<double>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        if (outputs.Count != SampleCount || outputs.Any(output => output.Count != Output.Dimension))
        {
            throw new ArgumentException(FormattableString.Invariant($"{outputs.Count} outputs, {SampleCount} of {Output.Dimension} numbers are needed"), nameof(outputs));
        }

        var sum = 0.0;
        for (var sample = 0; sample < SampleCount; sample++)
        {
            for (var i = 0; i < LabelsOfSample; i++)
            {
                var at = (sample * LabelsOfSample) + i;
                var difference = AreClasses ? 0 : outputs[sample][i] - Values[at];
                sum += AreClasses ? AnswerOf(outputs[sample], i) == Classes[at] ? 1 : 0 : difference * difference;
            }
        }

        return sum / ((double)SampleCount * LabelsOfSample);
    }

    /// <summary>What is reached without looking at the input: the share of the commonest class, or the mean square of the differences from the mean of each output.</summary>
    public double ScoreWithoutInput() => AreClasses
        ? Classes.GroupBy(label => label).Max(group => group.Count()) / (double)Classes.Count
        : Enumerable.Range(0, LabelsOfSample).Average(i => Variance([.. Enumerable.Range(0, SampleCount).Select(sample => Values[(sample * LabelsOfSample) + i])]));

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }

    private int AnswerOf(IReadOnlyList<double> output, int point)
    {
        if (Output.Channels == 1 && !_pointsAreClasses)
        {
            return output[point] > _threshold ? 1 : 0;
        }

        var (best, stride) = (0, _pointsAreClasses ? 1 : Output.Points);
        for (var k = 1; k < ClassCount; k++)
        {
            if (output[(k * stride) + point] > output[(best * stride) + point])
            {
                best = k;
            }
        }

        return best;
    }

    private static SampleLabels OfClasses(EquivariantNetwork network, NpyFile array, int samples)
    {
        var (output, shape) = (network.Output, string.Join(", ", array.Shape));
        var all = array.Shape.Count == 0 ? 0 : array.Shape[0];
        var each = all == 0 ? 0 : array.Values.Count / all;
        if (all < samples)
        {
            throw new FormatException(FormattableString.Invariant($"labels of shape ({shape}) are too few for {samples} samples"));
        }

        var points = each == 1 && output is { Channels: 1, Points: > 1 };
        if (!points && each != output.Points)
        {
            throw new FormatException(FormattableString.Invariant($"labels of shape ({shape}) do not fit outputs {output}: (samples) for outputs on one point or with one channel, (samples, {output.Points}) for one label on each point"));
        }

        var count = points ? output.Points : Math.Max(2, output.Channels);
        var yesOrNo = output.Channels == 1 && !points;
        var classes = new int[samples * each];
        for (var i = 0; i < classes.Length; i++)
        {
            var value = array.Values[i] == -1 && yesOrNo ? 0 : array.Values[i];
            classes[i] = value >= 0 && value < count ? (int)value
                : throw new FormatException(FormattableString.Invariant($"label {i} is {value}; outputs {output} tell {count} classes apart, 0 to {count - 1}"));
        }

        var last = network.Layers[^1].Activation;
        var isShare = last.ApproximateAt(-1e6) == 0 && last.ApproximateAt(1e6) == 1;
        return new(output, samples, count, classes, [], isShare ? 0.5 : 0, points);
    }

    private static SampleLabels OfValues(EquivariantNetwork network, NpyFile array, int samples)
    {
        var (output, axes) = (network.Output, network.OutputAxes);
        var found = axes.SamplesIn(array.Shape) ?? (array.Shape.Count > 0 && array.Values.Count == (long)array.Shape[0] * output.Dimension && output.Dimension == 1 ? array.Shape[0] : null);
        if (found is not { } all || all < samples)
        {
            throw new FormatException(FormattableString.Invariant($"values of shape ({string.Join(", ", array.Shape)}) do not fit {samples} outputs {axes}; labels that are classes are whole numbers (save y.astype('<i8'))"));
        }

        return new(output, samples, 0, [], axes.ToSamples(array.Values, all, output)[..(samples * output.Dimension)], 0, false);
    }
}
