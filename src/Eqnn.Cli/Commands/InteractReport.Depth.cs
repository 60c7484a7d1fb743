using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The part of the answer about deep networks.</summary>
internal sealed partial class InteractReport
{
    private static string Reason(Attainment attainment) => attainment switch
    {
        Attainment.OneLayer => "one layer",
        Attainment.ManyChannels => "many input channels",
        Attainment.Chambers => "level sets on chambers",
        Attainment.Analytic => "f analytic",
        Attainment.KinksOffZero => "kinks off 0",
        Attainment.BiasedRelu => "biases",
        Attainment.TwoReluLayers => "Theorem 3",
        Attainment.PositiveSum => "positive sum",
        Attainment.Kept => "kept",
        Attainment.Witness => "a network",
        Attainment.Input => "input",
        Attainment.Never => "never",
        Attainment.Undecided => "not decided",
        _ => throw new ArgumentOutOfRangeException(nameof(attainment), attainment, "a reason without words"),
    };

    private static void WriteDepth(JsonOutput json, DepthAnalysis depth)
    {
        json.Field("inputChannels", depth.Options.ManyInputChannels ? "many" : "one");
        json.Field("biases", depth.HasBiases);
        json.Records("depths", depth.Profiles.SelectMany(profile => profile.Steps.Skip(1).Select(step => (profile.Source, step))), entry =>
        {
            json.Field("source", entry.Source.Label);
            json.Field("layers", entry.step.Layers);
            json.Row("reached", entry.step.Reached.Select(reached => reached.Simple.Label));
            json.Field("status", entry.step.IsDecided ? "decided" : "open");
            json.Object("populated", () =>
            {
                foreach (var reached in entry.step.Reached)
                {
                    json.Field(reached.Simple.Label, reached.Populated);
                }
            });
            json.Object("reasons", () =>
            {
                foreach (var reached in entry.step.Reached)
                {
                    json.Field(reached.Simple.Label, reached.Reason);
                }
            });
            json.Object("witnesses", () =>
            {
                foreach (var reached in entry.step.Reached.Where(reached => reached.Block is not null || reached.Witness is not null))
                {
                    json.Object(reached.Simple.Label, () => WriteWitness(json, reached));
                }
            });
            json.Records("blocks", entry.step.Blocks, blocks =>
            {
                json.Field("chamber", blocks.Chamber + 1);
                json.List("blocks", blocks.Blocks, json.Positions);
            });
            json.Row("attained", entry.step.Reached.Where(reached => reached.IsAttained).Select(reached => reached.Simple.Label));
            json.Row("walks", entry.step.Walks.Select(walk => walk.Simple.Label));
        });
        json.Records("inputs", depth.Profiles.Where(profile => profile.Chambers.Count > 0), profile =>
        {
            json.Field("source", profile.Source.Label);
            json.Records("chambers", profile.Chambers, chamber =>
            {
                json.Row("signs", chamber.Representative.RowSigns);
                json.Field("size", chamber.Size);
            });
        });
        if (depth.Options.UntilStable)
        {
            json.Records("stable", depth.Profiles, profile =>
            {
                json.Field("source", profile.Source.Label);
                json.Field("layers", profile.Steps.Count - 1);
                json.Object("first", () =>
                {
                    foreach (var target in depth.Targets.Where(target => profile.LeastAttainedDepthOf(target) is not null))
                    {
                        json.Field(target.Label, profile.LeastAttainedDepthOf(target)!.Value);
                    }
                });
                json.Row("never", depth.NeverReached(profile).Select(target => target.Label));
                json.Row("open", depth.Targets.Where(profile.IsOpen).Select(target => target.Label));
            });
        }
    }

    private static void WriteWitness(JsonOutput json, ReachedSimple reached)
    {
        if (reached.Block is { } block)
        {
            json.Field("chamber", block.Chamber + 1);
            json.Positions("block", block.Block);
        }

        if ((reached.Block?.Input ?? reached.Witness?.Input) is { } input)
        {
            json.Row("input", input);
        }

        if (reached.Witness is { } network)
        {
            // An explicit network has an input of its own, which may lie in another chamber.
            json.Object("network", () =>
            {
                json.Row("input", network.Input);
                json.Row("channels", network.Channels);
                json.List("weights", network.Weights, weights => json.Row(weights));
            });
        }
    }

    private void DescribeDepth(Page page)
    {
        if (Depth is null)
        {
            return;
        }

        var sets = Depth.Layers.Select(layer => layer.Set.Name).ToList();
        page.Line($"networks h_i = f(T_i h_(i-1)) on {string.Join(", ", sets.Distinct())}, {(Depth.HasBiases ? "with free invariant biases" : "without biases")}, {(Depth.Options.ManyInputChannels ? "many input channels" : "one input channel")}: J_t from each simple, what of it is populated, and where walks lead");
        var rows = new PageTable { Name = "depth" }.Left("from").Right("layers").Right("simples").Left("J_t").Left("populated").Left("never").Left("open").Left("walks");
        foreach (var profile in Depth.Profiles)
        {
            foreach (var step in profile.Steps.Skip(1))
            {
                var reasons = string.Join(", ", step.Reached.Where(reached => reached.IsAttained).Select(reached => Reason(reached.Attainment)).Distinct());
                rows.Row(
                    profile.Source.Label, step.Layers, step.Reached.Count, List([.. step.Reached.Select(reached => reached.Simple.Label)]),
                    step.IsAttained ? $"all ({reasons})" : step.Reached.Any(reached => reached.IsAttained) ? List(Where(step, true)) : "nothing known",
                    Where(step, false) is { Count: > 0 } never ? List(never) : "", Where(step, null) is { Count: > 0 } open ? List(open) : "",
                    List([.. step.Walks.Select(walk => FormattableString.Invariant($"{walk.Simple.Label}{(walk.Count.IsOne ? "" : $" ({walk.Count})")}"))]));
            }
        }

        page.Table(rows);
        var all = Depth.Profiles.SelectMany(profile => profile.Steps).SelectMany(step => step.Reached).ToList();
        if (all.Exists(reached => reached.Populated == false))
        {
            page.Line("never: no network with one input channel populates it, by level sets on all chambers; several populate it (--input-channels many)");
        }

        foreach (var reason in all.Where(reached => reached.Populated is null).Select(reached => reached.Reason).Distinct())
        {
            page.Line("open: " + reason.Replace("not decided: ", "", StringComparison.Ordinal) + (reason.Contains("orbits of chambers", StringComparison.Ordinal) ? " (here --max-chambers)" : ""));
        }

        DescribeLeast(page, Depth);
    }

    private void DescribeLeast(Page page, DepthAnalysis depth)
    {
        if ((depth.Profiles.Count <= 1 && !depth.Options.UntilStable) || graph.Nodes.Count > MaxListed)
        {
            return;
        }

        var targets = depth.Targets;
        page.Line(depth.Options.UntilStable ? "first number of layers that populates the column from the row; - never, ? open" : "least number of layers from the row to the column");
        var least = new PageTable { Name = "first" }.Left("");
        foreach (var target in targets)
        {
            least.Right(target.Label);
        }

        foreach (var profile in depth.Profiles)
        {
            least.Row([(Prose)profile.Source.Label, .. targets.Select(target => depth.Options.UntilStable
                ? profile.LeastAttainedDepthOf(target) is { } first ? (Prose)first : profile.IsOpen(target) ? "?" : "-"
                : profile.LeastDepthOf(target) is { } t ? (Prose)t : "-")]);
        }

        page.Table(least);
    }

    private static List<string> Where(DepthStep step, bool? populated) => [.. step.Reached.Where(reached => reached.Populated == populated).Select(reached => reached.Simple.Label)];
}
