using Eqnn.Cli.Output;
using Eqnn.Networks.Labels;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Networks;

/// <summary>What the simples say about labels, as text and JSON.</summary>
internal static class LabelReport
{
    private const int Shown = 12;

    /// <summary>What the labels say of each state; nothing where there are none.</summary>
    public static void Describe(Outline outline, LabelSignal? signal)
    {
        if (signal is not null)
        {
            outline.Object("labels", part => Describe(part, signal, signal.Labels));
        }
    }

    private static void Describe(Outline part, LabelSignal signal, SampleLabels labels)
    {
        part.Line(labels.AreClasses
            ? $"labels: {labels.ClassCount} classes, {labels.Classes.Count} labels; right are {Score(labels, signal.Score)} of the answers, {Score(labels, labels.ScoreWithoutInput())} if the commonest class is always said"
            : $"labels: wanted outputs; mean square of the differences {Score(labels, signal.Score)}, {Score(labels, labels.ScoreWithoutInput())} if the mean is always said");
        part.Field("kind", labels.AreClasses ? "classes" : "values");
        part.Field("classes", labels.ClassCount);
        part.InDocument(json => json.Measured("score", signal.Score));
        part.InDocument(json => json.Measured("withoutInput", labels.ScoreWithoutInput()));
        part.Each("states", signal.States, (inside, state) =>
        {
            inside.Line($"{NetworkShapes.State(state.State)}: {state.Space.ToString()}, {(labels.AreClasses ? "share of right answers" : "mean square of the differences")}");
            inside.Field("state", state.State);
            inside.Field("leftOut", state.LeftOut);
            var shown = state.Simples.Count <= Shown ? state.Simples : [.. state.Simples.OrderByDescending(simple => Math.Abs(simple.Without - signal.Score)).Take(Shown).OrderBy(simple => simple.Simple.Position)];
            inside.Objects(null, "simples", state.Simples, columns => columns
                .Text("", "simple", simple => simple.Simple.Label)
                .Measured("energy", "energy", simple => simple.Share, Numeric.Share)
                .Right("without it", simple => Score(labels, simple.Without)).Fields((json, simple) => json.Measured("without", simple.Without))
                .Right("linear in it", simple => Score(labels, simple.Linear)).Fields((json, simple) => json.Measured("linear", simple.Linear))
                .Right("by its norms", simple => Score(labels, simple.Norms)).Fields((json, simple) => json.Measured("norms", simple.Norms)), shown: shown);
            if (state.LeftOut > 0 || shown.Count < state.Simples.Count)
            {
                inside.Line($"{state.Simples.Count - shown.Count} more simples matter less{(state.LeftOut > 0 ? FormattableString.Invariant($"; {state.LeftOut} with little energy were not measured") : "")}");
            }
        });
    }

    private static string Score(SampleLabels labels, double? score) => score is not { } value ? "-" : labels.AreClasses ? Numeric.Share(value) : Numeric.Short(value);
}
