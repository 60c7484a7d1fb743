using Eqnn.Networks.Files;
using Eqnn.Networks.Labels;
using Eqnn.Networks.Reductions;
using Eqnn.Networks.Reports;
using Eqnn.Networks.Simples;
using Eqnn.Testing;

namespace Eqnn.Networks.Tests.Labels;

public sealed class LabelSignalTests
{
    /// <summary>A simple taken out of the input is a block taken out of the first maps: two routes to the same outputs.</summary>
    [Theory]
    [InlineData("C8", "2*regular,3*regular,2*regular", false)]
    [InlineData("S4", "1*points,2*subsets:2,1*points", false)]
    [InlineData("Q8", "1*regular,2*regular,1*regular", false)]
    [InlineData("S9", "2*points,3*points,1*points", false)]
    [InlineData("C3xC4", "1*regular,2*regular,1*trivial", true)]
    public void Taking_out_agrees_with_the_cut(string group, string layers, bool smooth)
    {
        var network = Networks.Random(group, layers, smooth ? "tanh" : "relu");
        double[][] samples = [.. Enumerable.Range(1, 5).Select(seed => Networks.Vector(network.Input.Dimension, seed))];
        var wanted = samples.SelectMany(sample => network.Evaluate(sample)).ToArray();
        var labels = SampleLabels.Of(network, NetworkArrays.FromOutputs(network, wanted), samples.Length);
        var explanation = NetworkExplanation.Of(network, samples);
        var signal = LabelSignal.Of(explanation, samples, labels);
        Assert.True(signal.Score < 1e-20);
        Assert.Equal(network.Layers.Count, signal.States.Count);
        foreach (var simple in signal.States[0].Simples.Where(simple => simple.Simple.Position > 0))
        {
            var cut = NetworkCut.Of(explanation.Simples, network, explanation.Simples.All.Where(other => other != simple.Simple), 1).Network;
            var square = samples.SelectMany(sample => cut.Evaluate(sample)).Zip(wanted, (a, b) => (a - b) * (a - b)).Average();
            Assert.Equal(square, simple.Without, 1e-12 * (1 + square));
        }
    }

    /// <summary>The class is the frequency: its norms show it, no linear function of an orbit of phases does, and the network needs both frequencies and no other.</summary>
    [Fact]
    public void The_class_stands_where_it_was_put()
    {
        var folder = Path.Combine(Oracles.Repository(), "docs", "examples");
        var network = NetworkJson.Read(File.ReadAllText(Path.Combine(folder, "c8-waves.json")));
        var data = NpzFile.Parse(File.ReadAllBytes(Path.Combine(folder, "c8-waves.npz")));
        var all = NetworkArrays.ToSamples(network, data["x"]);
        double[][] samples = [.. Enumerable.Range(0, all.Count / 8).Select(i => all.Skip(8 * i).Take(8).ToArray())];
        var labels = SampleLabels.Of(network, data["y"], samples.Length);
        var signal = LabelSignal.Of(NetworkExplanation.Of(network, samples), samples, labels);
        var input = signal.States[0].Simples.ToDictionary(simple => simple.Simple.Label);
        Assert.True(signal.Score > 0.9);
        Assert.InRange(labels.ScoreWithoutInput(), 0.5, 0.6);
        foreach (var label in new[] { "L0", "L3", "L4" })
        {
            Assert.Equal(signal.Score, input[label].Without);
            Assert.InRange(input[label].Norms!.Value, 0.35, 0.65);
        }

        foreach (var label in new[] { "L1", "L2" })
        {
            Assert.InRange(input[label].Without, 0.4, 0.6);
            Assert.InRange(input[label].Linear!.Value, 0.3, 0.7);
            Assert.True(input[label].Norms > 0.75);
        }
    }

    [Theory]
    [InlineData("1*regular", 0, 1)]
    [InlineData("3*trivial", 0, 2)]
    [InlineData("1*trivial", -1, 1)]
    public void Right_answers_are_counted(string output, int low, int high)
    {
        var network = Networks.Random("C4", $"1*regular,2*regular,{output}");
        double[][] samples = [.. Enumerable.Range(1, 9).Select(seed => Networks.Vector(4, seed))];
        double[][] outputs = [.. samples.Select(sample => network.Evaluate(sample).ToArray())];
        int[] answers = [.. outputs.Select(values => values.Length > 1 ? Array.IndexOf(values, values.Max()) : values[0] > 0 ? high : low)];
        Assert.Equal(1, SampleLabels.Of(network, Whole([9], answers), 9).ScoreOf(outputs));
        int[] wrong = [.. answers.Select((answer, i) => i > 2 ? answer : answer == high ? low : high)];
        Assert.Equal(6 / 9.0, SampleLabels.Of(network, Whole([9], wrong), 9).ScoreOf(outputs));
    }

    [Fact]
    public void Points_have_labels_of_their_own()
    {
        var network = Networks.Random("C4", "1*regular,2*regular");
        double[][] outputs = [[3, 1, 0, 0, 2, 2, 1, -1]];
        var labels = SampleLabels.Of(network, Whole([1, 4], [0, 1, 1, 0]), 1);
        Assert.Equal(1, labels.ScoreOf(outputs));
        Assert.Equal(0.5, labels.ScoreWithoutInput());
        Assert.Equal(0.75, SampleLabels.Of(network, Whole([1, 4], [1, 1, 1, 0]), 1).ScoreOf(outputs));
    }

    [Theory]
    [InlineData("3*trivial", "9", 3)]
    [InlineData("3*trivial", "9", -1)]
    [InlineData("1*trivial", "9", 2)]
    [InlineData("3*trivial", "8", 0)]
    [InlineData("3*regular", "9", 0)]
    [InlineData("3*trivial", "3,3", 0)]
    public void Labels_that_do_not_fit_are_refused(string output, string shape, int label)
    {
        var network = Networks.Random("C4", $"1*regular,{output}");
        int[] lengths = [.. shape.Split(',').Select(int.Parse)];
        int[] classes = new int[lengths.Aggregate((a, b) => a * b)];
        classes[^1] = label;
        Assert.Throws<FormatException>(() => SampleLabels.Of(network, Whole(lengths, classes), 9));
    }

    [Fact]
    public void Values_that_do_not_fit_are_refused()
    {
        var network = Networks.Random("C4", "1*regular,1*regular");
        Assert.Throws<FormatException>(() => SampleLabels.Of(network, new NpyFile([9, 3], new double[27]), 9));
        Assert.Throws<FormatException>(() => SampleLabels.Of(network, new NpyFile([8, 1, 4], new double[32]), 9));
    }

    /// <summary>Both forms of the fit, more samples than features and fewer, find a linear function that is there.</summary>
    [Theory]
    [InlineData(3, 40)]
    [InlineData(60, 40)]
    public void A_linear_function_is_found(int features, int samples)
    {
        double[][] x = [.. Enumerable.Range(1, samples).Select(seed => Networks.Vector(features, seed))];
        double[][] y = [.. x.Select(row => new[] { (2 * row[0]) - row[1] + 5, row[2] })];
        var fit = RidgeRegression.Of(x, y);
        var worst = x.Zip(y, (a, b) => fit.At(a).Zip(b, (found, wanted) => Math.Abs(found - wanted)).Max()).Max();
        Assert.True(worst < 0.02, $"{worst}");
    }

    private static NpyFile Whole(int[] shape, int[] values) => NpyFile.Of(shape, [.. values.Select(value => (double)value)], isFloat32: true, isWhole: true);
}
