namespace Eqnn.Networks.Labels;

/// <summary>A linear function of some features, fitted to the labels of every other sample and judged on the rest.</summary>
internal static class LabelProbe
{
    /// <summary>The fewest samples that are fitted.</summary>
    private const int FewestSamples = 4;

    /// <summary>The share of right classes, or the mean square of the differences; <c>null</c> where there are labels on points, too few samples, or too many numbers.</summary>
    public static double? Score(double[][] features, SampleLabels labels)
    {
        var fitted = (features.Length + 1) / 2;
        if ((labels.AreClasses && labels.LabelsOfSample > 1) || features.Length - fitted < FewestSamples || !RidgeRegression.Fits(features[0].Length, fitted))
        {
            return null;
        }

        var fit = RidgeRegression.Of([.. features.Where((_, s) => s % 2 == 0)], [.. Enumerable.Range(0, fitted).Select(s => TargetOf(labels, 2 * s))]);
        return Enumerable.Range(0, features.Length / 2).Average(s => ScoreOf(fit.At(features[(2 * s) + 1]), labels, (2 * s) + 1));
    }

    private static double[] TargetOf(SampleLabels labels, int sample) => labels.AreClasses
        ? [.. Enumerable.Range(0, labels.ClassCount).Select(k => labels.Classes[sample] == k ? 1.0 : 0)]
        : [.. Enumerable.Range(0, labels.LabelsOfSample).Select(i => labels.Values[(sample * labels.LabelsOfSample) + i])];

    private static double ScoreOf(double[] answer, SampleLabels labels, int sample) => labels.AreClasses
        ? Array.IndexOf(answer, answer.Max()) == labels.Classes[sample] ? 1 : 0
        : answer.Select((value, i) => value - labels.Values[(sample * answer.Length) + i]).Average(difference => difference * difference);
}
