using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Labels;
using Eqnn.Networks.Reports;
using Eqnn.Networks.Simples;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network explain net.json inputs.npy --html report.html</c>.</summary>
internal sealed class ExplainCommand : NetworkCommand
{
    private const int Shown = 12;

    private static readonly FileOption Html = new("--html") { HelpName = "FILE", Description = "also write the report as one HTML file with drawings, which opens offline" };

    private static readonly Option<string> LabelFile = new("--labels") { HelpName = "FILE", Description = "what is known of the inputs (.npy, or data.npz:NAME): whole numbers are classes, others wanted outputs; which simple carries it?" };

    /// <inheritdoc/>
    public override string Name => "network explain";

    /// <inheritdoc/>
    public override string Summary => "a network on real data in simple representations: energies, transfers, what theory forbids, what is dead";

    /// <inheritdoc/>
    public override string Details =>
        """
        Energies: the mean of |P_L h|^2 for every state and simple. Transfers: at each activation f the energy of P_K f(P_L v) for every source L alone, and what only several
        sources together create. Transfers that the interaction theorem forbids are marked; the data are checked to agree. Effective: how many copies of L the data fill.
        Labels: the accuracy (or the mean square error) after each simple of each state is replaced by its mean over data and group, and that of a linear function of this simple alone,
        and of the norms of its copies, fitted on every other sample and judged on the rest.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network explain tests/oracles/networks/onnx/c8_conv.onnx tests/oracles/networks/onnx/c8_conv.x.npy", "a circular convolutional network"),
        ("eqnn network explain tests/oracles/networks/onnx/s20_deepsets.onnx tests/oracles/networks/onnx/s20_deepsets.x.npy", "deep sets"),
        ("eqnn network explain docs/examples/c8.json --samples 16 --seed 1", "on random inputs"),
        ("eqnn network explain docs/examples/c8-waves.json docs/examples/c8-waves.npz:x --labels docs/examples/c8-waves.npz:y", "which frequency carries the class"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network, NetworkOptions.MaybeInputs];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Html, LabelFile, NetworkOptions.Samples, .. NetworkOptions.OfOnnx];

    /// <inheritdoc/>
    protected override IReadOnlyList<Option<string>> FileOptions => [LabelFile];

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var network = NetworkInputs.Network(query);
        if (query.Value(LabelFile) is not null && query.Value(NetworkOptions.MaybeInputs) is null)
        {
            throw new InputException("--labels are of the inputs in a file: INPUTS is missing");
        }

        var (samples, origin) = query.Value(LabelFile) is null ? NetworkInputs.SamplesOrRandom(query, network, NetworkExplanation.UsualSamples(network)) : NetworkInputs.SamplesOrRandom(query, network, NetworkOptions.MostSamples);
        var labels = Labels(query, network, samples.Count);
        var explanation = NetworkExplanation.Of(network, samples, query.Progress, query.CancellationToken);
        if (query.Value(Html) is { } path)
        {
            query.Files.Add(path, ExplanationPage.ToHtml(explanation, Path.GetFileName(query.Required(NetworkOptions.Network)), origin), "--html");
        }

        return new Result(explanation, origin, labels is null ? null : LabelSignal.Of(explanation, samples, labels, query.Progress, query.CancellationToken));
    }

    /// <summary>The labels of the samples, if there are some; they are read, and what is too much refused, before anything is computed.</summary>
    private static SampleLabels? Labels(Query query, EquivariantNetwork network, int samples)
    {
        if (query.Value(LabelFile) is not { } path)
        {
            return null;
        }

        var labels = Border.Read($"--labels {path}", () => SampleLabels.Of(network, NetworkInputs.Array(path), samples));
        LabelSignal.Require(network, samples);
        return labels;
    }

    private sealed class Result(NetworkExplanation explanation, string origin, LabelSignal? signal) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, explanation.Network, "network");
            outline.Fact("data", origin);
            NetworkShapes.Simples(outline, explanation.Simples);
            outline.Field("inputs", origin);
            outline.Field("samples", explanation.SampleCount);
            outline.Each("states", explanation.States, (part, state) =>
            {
                part.OnPage(page => States(page, state));
                part.InDocument(json => Write(json, state));
            });
            outline.Each("transfers", explanation.Transfers, (part, transfer) =>
            {
                part.OnPage(page => Transfers(page, transfer));
                part.InDocument(json => Write(json, transfer));
            });
            LabelReport.Describe(outline, signal);
        }

        private void Write(JsonOutput json, StateExplanation state)
        {
            json.Field("state", state.State);
            json.Field("features", state.Space.ToString());
            json.MeasuredRow("energies", state.Energies);
            json.MeasuredRow("effective", state.EffectiveDimensions);
            json.Row("capacities", state.Capacities);
            json.Row("possible", Labels(simple => state.Possible[simple.Position]));
            json.Row("silent", Labels(state.IsSilent));
            json.Row("unread", Labels(simple => !state.IsSilent(simple) && state.Capacities[simple.Position] > 0 && !state.IsRead[simple.Position]));
            json.List("byChannel", Enumerable.Range(0, state.Space.Channels), channel => json.MeasuredRow(explanation.Simples.All.Select(simple => state.EnergyAt(channel, simple))));
        }

        private static void Write(JsonOutput json, TransferExplanation transfer)
        {
            json.Field("layer", transfer.Layer);
            json.Field("activation", transfer.Activation.ToString());
            json.Row("simples", transfer.Sources.Select(Name));
            json.List("energies", Enumerable.Range(0, transfer.Sources.Count), source => json.MeasuredRow(Enumerable.Range(0, transfer.Targets.Count).Select(target => transfer.EnergyOf(source, target))));
            json.List("forbidden", Enumerable.Range(0, transfer.Sources.Count).SelectMany(s => Enumerable.Range(0, transfer.Targets.Count).Select(t => (s, t))).Where(pair => !transfer.IsAllowed(pair.s, pair.t)), pair => json.Row([Name(transfer.Sources[pair.s]), Name(transfer.Targets[pair.t])]));
            json.Measured("largestForbiddenAmplitude", transfer.LargestForbidden);
            json.MeasuredRow("joint", transfer.Joint);
            json.MeasuredRow("totals", transfer.Totals);
        }

        private static string Name(NetworkSimple? simple) => simple?.Label ?? "others";

        private IEnumerable<string> Labels(Func<NetworkSimple, bool> holds) => explanation.Simples.All.Where(holds).Select(simple => simple.Label);

        private void States(Page page, StateExplanation state)
        {
            page.Line($"{NetworkShapes.State(state.State)}: {state.Space.ToString()}, energy {Numeric.Short(state.Total)}");
            var present = explanation.Simples.All.Where(simple => state.Capacities[simple.Position] > 0).ToList();
            var shown = present.Count <= Shown ? present : [.. present.OrderByDescending(simple => state.Energies[simple.Position]).Take(Shown).OrderBy(simple => simple.Position)];
            var rows = new PageTable { Name = "state" }.Left("").Right("dimension").Right("copies").Right("share").Right("effective").Left("remark");
            foreach (var simple in shown)
            {
                var remark = state.IsSilent(simple) ? state.Possible[simple.Position] ? "silent" : "silent: forbidden by the theorem"
                    : !state.IsRead[simple.Position] ? "not read by any later layer" : "";
                rows.Row(simple.Label, simple.Dimension, state.Capacities[simple.Position], Numeric.Share(state.IsSilent(simple) ? 0 : state.ShareOf(simple)), state.IsSilent(simple) ? "0" : Numeric.Short(state.EffectiveDimensions[simple.Position]), remark);
            }

            page.Table(rows);
            if (shown.Count < present.Count)
            {
                page.Line($"{present.Count - shown.Count} more simples hold {Numeric.Share(1 - shown.Sum(state.ShareOf))} of the energy");
            }
        }

        private static void Transfers(Page page, TransferExplanation transfer)
        {
            var forbidden = transfer.ForbiddenCount;
            page.Line($"transfers of {transfer.Activation.ToString()} in layer {transfer.Layer}, row to column, as shares of the energy of f(v) - f(0); x: forbidden by the theorem");
            var scale = Math.Max(double.Epsilon, transfer.Totals.Sum());
            int[] order = [.. Enumerable.Range(0, transfer.Sources.Count)];
            var shown = order.Length <= Shown ? order : [.. order.OrderByDescending(i => transfer.Totals[i]).Take(Shown).Order()];
            var rows = new PageTable { Name = "transfer" }.Left("");
            foreach (var target in shown)
            {
                rows.Right(Name(transfer.Targets[target]));
            }

            foreach (var source in shown)
            {
                rows.Row([(Prose)Name(transfer.Sources[source]), .. shown.Select(target => (Prose)(transfer.IsAllowed(source, target) ? Share(transfer.EnergyOf(source, target) / scale) : "x"))]);
            }

            rows.Row([(Prose)"jointly", .. shown.Select(target => (Prose)Share(transfer.Joint[target] / scale))]);
            rows.Row([(Prose)"f(v)", .. shown.Select(target => (Prose)Share(transfer.Totals[target] / scale))]);
            page.Table(rows);
            page.Line(forbidden == 0 ? "no transfer is forbidden" : $"{forbidden} transfers are forbidden; measured there: {Numeric.Bound(transfer.LargestForbidden)} of the amplitude");
        }

        private static string Share(double share) => share <= NetworkReach.Rounding ? "0" : Numeric.Share(share);
    }
}
