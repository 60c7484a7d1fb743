using Eqnn.Cli.Output;
using Eqnn.Networks.Labels;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Networks;

/// <summary>What the simples say about labels, as text and JSON.</summary>
internal static class LabelReport
{
    private const int Shown = 12;

    /// <summary>The text.</summary>
    public static void Describe(Page page, LabelSignal? signal)
    {
        if (signal is null)
        {
            return;
        }

        var labels = signal.Labels;
        page.Line(labels.AreClasses
            ? $"labels: {labels.ClassCount} classes, {labels.Classes.Count} labels; right are {Score(labels, signal.Score)} of the answers, {Score(labels, labels.ScoreWithoutInput())} if the commonest class is always said"
            : $"labels: wanted outputs; mean square of the differences {Score(labels, signal.Score)}, {Score(labels, labels.ScoreWithoutInput())} if the mean is always said");
        foreach (var state in signal.States)
        {
            page.Line($"{NetworkShapes.State(state.State)}: {state.Space.ToString()}, {(labels.AreClasses ? "share of right answers" : "mean square of the differences")}");
            var shown = state.Simples.Count <= Shown ? state.Simples : [.. state.Simples.OrderByDescending(simple => Math.Abs(simple.Without - signal.Score)).Take(Shown).OrderBy(simple => simple.Simple.Position)];
            var rows = new PageTable().Left("").Right("energy").Right("without it").Right("linear in it").Right("by its norms");
            foreach (var simple in shown)
            {
                rows.Row(simple.Simple.Label, Numeric.Share(simple.Share), Score(labels, simple.Without), Score(labels, simple.Linear), Score(labels, simple.Norms));
            }

            page.Table(rows);
            if (state.LeftOut > 0 || shown.Count < state.Simples.Count)
            {
                page.Line($"{state.Simples.Count - shown.Count} more simples matter less{(state.LeftOut > 0 ? FormattableString.Invariant($"; {state.LeftOut} with little energy were not measured") : "")}");
            }
        }
    }

    /// <summary>The JSON.</summary>
    public static void WriteJson(JsonOutput json, LabelSignal? signal)
    {
        if (signal is null)
        {
            return;
        }

        json.Object("labels", () =>
        {
            json.Field("kind", signal.Labels.AreClasses ? "classes" : "values");
            json.Field("classes", signal.Labels.ClassCount);
            json.Measured("score", signal.Score);
            json.Measured("withoutInput", signal.Labels.ScoreWithoutInput());
            json.List("states", signal.States, state => json.Object(() =>
            {
                json.Field("state", state.State);
                json.Field("leftOut", state.LeftOut);
                json.List("simples", state.Simples, simple => json.Object(() =>
                {
                    json.Field("simple", simple.Simple.Label);
                    json.Measured("energy", simple.Share);
                    json.Measured("without", simple.Without);
                    json.Measured("linear", simple.Linear);
                    json.Measured("norms", simple.Norms);
                }));
            }));
        });
    }

    private static string Score(SampleLabels labels, double? score) => score is not { } value ? "-" : labels.AreClasses ? Numeric.Share(value) : Numeric.Short(value);
}
