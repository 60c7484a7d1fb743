using System.CommandLine;
using System.Diagnostics;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Plans;
using Eqnn.Numbers;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network bench net.json</c>: times of one call, against the dense plan, interleaved.</summary>
internal sealed class BenchCommand : NetworkCommand
{
    private static readonly Option<string> Batch = new("--batch") { HelpName = "LIST", Description = "sizes of batches; default 1,256" };
    private static readonly Option<string> Seconds = new("--seconds") { HelpName = "S", Description = "time for each size; default 2" };

    /// <inheritdoc/>
    public override string Name => "network bench";

    /// <inheritdoc/>
    public override string Summary => "how long one call takes, and how the plans compare";

    /// <inheritdoc/>
    public override string Details =>
        """
        Float32, random inputs. The automatic choice and every plan that fits take turns; medians of single calls are shown. A plan that would need more than
        the given time for one batch is left out.
        Outputs of all are first compared with evaluation by definition in double precision (of large networks by the fast plans in double precision).
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network bench docs/examples/c8.json --batch 1,64 --seconds 0.05", "a small network"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Batch, Seconds, NetworkOptions.Plan, NetworkOptions.Threads, .. NetworkOptions.OfOnnx];

    /// <inheritdoc/>
    public override bool IsMeasurement => true;

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var network = NetworkInputs.Network(query);
        var threads = NetworkInputs.ThreadsOf(query);
        var sizes = (query.Value(Batch) ?? "1,256").Split(',').Select(text => int.TryParse(text.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var size) && size is > 0 and <= 100_000
            ? size : throw new InputException($"--batch: '{text}' is not a number from 1 to 100000")).ToList();
        var seconds = query.Value(Seconds) is not { } word ? 2 : double.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var s) && s is > 0 and <= 3600
            ? s : throw new InputException($"--seconds: '{word}' is not a number from 0 to 3600");
        var forced = NetworkInputs.PlanOf(query);
        NetworkEvaluation.Require(network, sizes.Max());
        var runners = new List<(string Name, NetworkRunner<float> Runner)> { (forced == PlanKind.Automatic ? "automatic" : Word(forced), Border.Read("--plan", () => NetworkRunner<float>.Create(network, forced, threads))) };
        foreach (var kind in Enum.GetValues<PlanKind>().Where(kind => kind != PlanKind.Automatic && kind != forced))
        {
            try
            {
                var runner = NetworkRunner<float>.Create(network, kind, threads);
                if (runner.Plans.Any(plan => plan.OneSample.StartsWith(Word(kind), StringComparison.Ordinal) || plan.Blocks.StartsWith(Word(kind), StringComparison.Ordinal)))
                {
                    runners.Add((Word(kind), runner));
                }
            }
            catch (Exception problem) when (problem is ArgumentException or Eqnn.Numbers.LimitExceededException)
            {
                // This plan does not fit the network: it is not in the table.
            }
        }

        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, sizes.Max() * network.Input.Dimension).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        var exact = NetworkEvaluation.Reference(network, [.. inputs.Take(network.Input.Dimension).Select(v => (double)v)]);
        var rows = new List<Row>();
        foreach (var size in sizes)
        {
            rows.AddRange(Measure(runners, inputs.AsMemory(0, size * network.Input.Dimension), exact, size, seconds, query.CancellationToken));
        }

        return new Result(network, rows, threads);
    }

    private static string Word(PlanKind kind) => kind.ToString().ToLowerInvariant();

    private static IEnumerable<Row> Measure(List<(string Name, NetworkRunner<float> Runner)> runners, Memory<float> inputs, IReadOnlyList<double> exact, int batch, double seconds, CancellationToken token)
    {
        var outputs = new float[batch * exact.Count];
        var scale = Math.Max(0.3, exact.Max(Math.Abs));

        // A plan that one batch would keep busy for longer than the time there is, is left out.
        runners = [.. runners.Where((runner, i) => i == 0 || OneCall(runner.Runner, inputs, outputs) * batch < Math.Max(seconds, 0.5))];
        var times = runners.Select(_ => new List<double>()).ToList();
        var errors = new double[runners.Count];
        for (var i = 0; i < runners.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            var first = Call(runners[i].Runner);
            errors[i] = exact.Select((value, k) => Math.Abs(value - outputs[k])).Max() / scale;
            if (first.TotalSeconds >= seconds)
            {
                // There is no time for another call.
                times[i].Add(first.TotalMicroseconds);
            }
        }

        var all = Stopwatch.StartNew();
        while (all.Elapsed.TotalSeconds < seconds || times.Exists(calls => calls.Count == 0))
        {
            for (var i = 0; i < runners.Count; i++)
            {
                token.ThrowIfCancellationRequested();
                if (times[i].Count == 0 || times[i][0] < 1e6 * seconds)
                {
                    times[i].Add(Call(runners[i].Runner).TotalMicroseconds);
                }
            }

            if (times.TrueForAll(calls => calls[0] >= 1e6 * seconds))
            {
                break;
            }
        }

        return runners.Select((runner, i) => new Row(batch, runner.Name, Median(times[i]), times[i].Count, errors[i]));

        TimeSpan Call(NetworkRunner<float> runner)
        {
            var watch = Stopwatch.StartNew();
            runner.Run(inputs, outputs);
            return watch.Elapsed;
        }
    }

    /// <summary>Seconds for one sample, the second of two calls.</summary>
    private static double OneCall(NetworkRunner<float> runner, Memory<float> inputs, float[] outputs)
    {
        var (input, output) = (inputs[..runner.Network.Input.Dimension], outputs.AsMemory(0, runner.Network.Output.Dimension));
        runner.Run(input, output);
        var watch = Stopwatch.StartNew();
        runner.Run(input, output);
        return watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private sealed record Row(int Batch, string Plan, double Microseconds, int Calls, double Error);

    private sealed class Result(EquivariantNetwork network, IReadOnlyList<Row> rows, int threads) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, network, "network");
            outline.Fact("precision", "float32", "precision", "float32");
            outline.Fact("threads", threads, "threads", threads);
            outline.Records("times", "measurements", rows, columns => columns
                .Left("batch", row => row.Batch).Fields((json, row) => json.Field("batch", row.Batch))
                .Text("plan", "plan", row => row.Plan)
                .Measured("microseconds", "microseconds", row => row.Microseconds, Numeric.Short)
                .Right("per sample", row => Numeric.Short(row.Microseconds / row.Batch))
                .Right("times slower", row => Numeric.Short(row.Microseconds / rows.First(other => other.Batch == row.Batch).Microseconds))
                .Count("calls", "calls", row => row.Calls)
                .Measured("error", "error", row => row.Error, Numeric.Bound));
        }
    }
}
