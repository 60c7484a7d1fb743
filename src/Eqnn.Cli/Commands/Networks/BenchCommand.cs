using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Plans;

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
        return new Result(network, Border.Read("--plan", () => PlanTime.Measure(network, sizes, seconds, NetworkInputs.PlanOf(query), threads, query.CancellationToken)), threads);
    }

    private sealed class Result(EquivariantNetwork network, IReadOnlyList<PlanTime> rows, int threads) : OutlinedReport
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
