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

    private void DescribeDepth(Outline outline)
    {
        if (Depth is not { } depth)
        {
            return;
        }

        outline.Field("inputChannels", depth.Options.ManyInputChannels ? "many" : "one");
        outline.Field("biases", depth.HasBiases);
        var sets = depth.Layers.Select(layer => layer.Set.Name).ToList();
        outline.Line($"networks h_i = f(T_i h_(i-1)) on {string.Join(", ", sets.Distinct())}, {(depth.HasBiases ? "with free invariant biases" : "without biases")}, {(depth.Options.ManyInputChannels ? "many input channels" : "one input channel")}: J_t from each simple, what of it is populated, and where walks lead");
        outline.Records("depth", "depths", depth.Profiles.SelectMany(profile => profile.Steps.Skip(1).Select(step => (profile.Source, Step: step))), columns => columns
            .Text("from", "source", entry => entry.Source.Label)
            .Count("layers", "layers", entry => entry.Step.Layers)
            .Right("simples", entry => entry.Step.Reached.Count)
            .Left("J_t", entry => List([.. Labels(entry.Step.Reached)])).Fields((json, entry) => json.Row("reached", Labels(entry.Step.Reached)))
            .Fields((json, entry) => json.Field("status", entry.Step.IsDecided ? "decided" : "open"))
            .Left("populated", entry => Populated(entry.Step))
            .Left("never", entry => Where(entry.Step, false) is { Count: > 0 } never ? List(never) : "")
            .Left("open", entry => Where(entry.Step, null) is { Count: > 0 } open ? List(open) : "")
            .Fields((json, entry) => WriteReasons(json, entry.Step))
            .Left("walks", entry => List([.. entry.Step.Walks.Select(walk => FormattableString.Invariant($"{walk.Simple.Label}{(walk.Count.IsOne ? "" : $" ({walk.Count})")}"))]))
            .Fields((json, entry) => json.Row("walks", entry.Step.Walks.Select(walk => walk.Simple.Label))));
        outline.OnPage(page => DescribeOpen(page, depth));
        outline.InDocument(json => WriteInputs(json, depth));
    }

    private static Prose Populated(DepthStep step)
    {
        var attained = step.Reached.Where(reached => reached.IsAttained).ToList();
        return step.Reached.Count == 0 ? "nothing" : step.IsAttained ? $"all ({string.Join(", ", attained.Select(reached => Reason(reached.Attainment)).Distinct())})" : attained.Count > 0 ? List(Where(step, true)) : "nothing known";
    }

    /// <summary>For each simple that a step reaches whether it is populated, and why.</summary>
    private static void WriteReasons(JsonOutput json, DepthStep step)
    {
        json.Object("populated", () =>
        {
            foreach (var reached in step.Reached)
            {
                json.Field(reached.Simple.Label, reached.Populated);
            }
        });
        json.Object("reasons", () =>
        {
            foreach (var reached in step.Reached)
            {
                json.Field(reached.Simple.Label, reached.Reason);
            }
        });
        json.Object("witnesses", () =>
        {
            foreach (var reached in step.Reached.Where(reached => reached.Block is not null || reached.Witness is not null))
            {
                json.Object(reached.Simple.Label, () => WriteWitness(json, reached));
            }
        });
        json.Records("blocks", step.Blocks, blocks =>
        {
            json.Field("chamber", blocks.Chamber + 1);
            json.List("blocks", blocks.Blocks, json.Positions);
        });
        json.Row("attained", Labels(step.Reached.Where(reached => reached.IsAttained)));
    }

    private static void WriteInputs(JsonOutput json, DepthAnalysis depth)
    {
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

    private void DescribeOpen(Page page, DepthAnalysis depth)
    {
        if (depth.NeedsWholeComponents)
        {
            page.Line("the input is one vector of the whole component of a simple: from a single copy a monomial of degree 2 or more can populate less (--copy generic)");
        }

        var all = depth.Profiles.SelectMany(profile => profile.Steps).SelectMany(step => step.Reached).ToList();
        if (all.Exists(reached => reached.Populated == false))
        {
            page.Line("never: no network with one input channel populates it, by level sets on all chambers; several populate it (--input-channels many)");
        }

        foreach (var reason in all.Where(reached => reached.Populated is null).Select(reached => reached.Reason).Distinct())
        {
            page.Line("open: " + reason.Replace("not decided: ", "", StringComparison.Ordinal) + (reason.Contains("orbits of chambers", StringComparison.Ordinal) ? " (here --max-chambers)" : ""));
        }

        if ((depth.Profiles.Count <= 1 && !depth.Options.UntilStable) || graph.Nodes.Count > MaxListed)
        {
            return;
        }

        page.Line($"{(depth.Options.UntilStable ? "first" : "least")} number of layers that populates the column from the row; - {(depth.Options.UntilStable ? "never" : "none of these")}, ? open");
        page.Table(new RecordColumns<DepthProfile>()
            .Left("", profile => profile.Source.Label)
            .RightOfEach(depth.Targets, target => target.Label, (profile, target) => profile.LeastAttainedDepthOf(target) is { } first ? (Prose)first : profile.IsOpen(target) ? "?" : "-")
            .TableOf("first", depth.Profiles));
    }

    private static IEnumerable<string> Labels(IEnumerable<ReachedSimple> reached) => reached.Select(one => one.Simple.Label);

    private static List<string> Where(DepthStep step, bool? populated) => [.. Labels(step.Reached.Where(reached => reached.Populated == populated))];
}
