using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.Records.Certificates;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn separate --inputs</c>.</summary>
internal sealed class PairReport(PairSeparation answer) : OutlinedReport
{
    private const int MaxWeights = 40;

    protected override void Describe(Outline outline)
    {
        var group = answer.Architecture.Input.Group;
        outline.Heading($"{group.Name}, order {group.Order}: networks {answer.Architecture.ToString()}{(answer.BiasFreeActivation is { } f ? $" without biases, {f.Name}" : "")}");
        outline.InDocument(json => json.GroupByGenerators(group));
        outline.Field("architecture", answer.Architecture.ToString());
        outline.Field("biases", answer.BiasFreeActivation is null);
        outline.Field("activation", answer.BiasFreeActivation?.Name);
        outline.Fact("told apart", "separated", answer.IsSeparated);
        outline.Field("depthNeeded", answer.DepthNeeded);
        answer.Match(
            separated =>
            {
                outline.Fact("hidden layers needed", separated.DepthNeeded!.Value);
                outline.OnPage(page => DescribeNetwork(page, separated));
                return 0;
            },
            indistinguishable =>
            {
                outline.Fact("hidden layers needed", indistinguishable.DepthNeeded is { } depth ? $"{depth}, with the last one repeated"
                    : answer.BiasFreeActivation is null ? "no repetition of the last one helps" : "not looked for");
                if (indistinguishable.Colours.Count > 0)
                {
                    outline.Fact("proof", $"colours on every layer: {Prose.List(indistinguishable.Colours.Select(colours => FormattableString.Invariant($"{colours.Count} on {colours.Set.Name}")))}; equal colours see equal sums, then equal counts, and on the output both inputs have the same");
                }

                return 0;
            });
        outline.Line(answer.BiasFreeActivation is null ? "for every continuous activation that is no polynomial, any width, invariant biases" : "for this activation, any width, no biases");
        outline.InDocument(json =>
        {
            if (SeparationCertificate.Exists(answer))
            {
                json.Document("certificate", SeparationCertificate.Of(answer, ToolVersion.Producer));
            }
            else
            {
                json.Null("certificate");
            }
        });
    }

    private static void DescribeNetwork(Page page, PairSeparation.Separated separated)
    {
        if (separated.Network is not { } network)
        {
            page.Fact("network", "not written out: the activation has no exact values");
            return;
        }

        page.Fact("network", $"{network.ToString()}, {network.Activation.Name}");
        page.Fact("outputs", $"{separated.FirstOutput[separated.Point]} and {separated.SecondOutput[separated.Point]} at point {separated.Point + 1}");
        if (network.ParameterCount > MaxWeights)
        {
            page.Line("its weights are in the certificate (--certificate FILE) and in the network file (--network FILE)");
            return;
        }

        var rows = new PageTable { Name = "network" }.Right("layer").Left("from").Left("to").Left("orbital of").Right("weight");
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            foreach (var weight in layer.Weights)
            {
                rows.Row(i + 1, Channel(layer.Source.Name, weight.SourceChannel), Channel(layer.Target.Name, weight.TargetChannel), FormattableString.Invariant($"({weight.TargetPoint + 1}, {weight.SourcePoint + 1})"), weight.Weight);
            }

            foreach (var bias in layer.Biases)
            {
                rows.Row(i + 1, "bias", Channel(layer.Target.Name, bias.TargetChannel), FormattableString.Invariant($"orbit {bias.TargetOrbit + 1}"), bias.Value);
            }
        }

        page.Table(rows);
    }

    private static string Channel(string set, int channel) => FormattableString.Invariant($"{set}, channel {channel + 1}");
}

/// <summary>The answer of <c>eqnn separate --complete</c>.</summary>
internal sealed class CompletenessReport(Completeness answer) : OutlinedReport
{
    protected override void Describe(Outline outline)
    {
        var group = answer.Architecture.Input.Group;
        outline.Heading($"{group.Name}, order {group.Order}: networks {answer.Architecture.ToString()}");
        outline.InDocument(json => json.GroupByGenerators(group));
        outline.Field("architecture", answer.Architecture.ToString());
        outline.Fact("all orbits told apart", "complete", answer.IsComplete);
        Unseens.Describe(outline, "not told apart", "example", answer.Unseen);
        outline.InDocument(json => Unseens.WriteSubspace(json, "subspace", answer.Unseen));
        outline.Fact("subspaces of pairs", answer.Subspaces, "subspaces", answer.Subspaces);
        outline.Line(Unseens.Scope);
    }
}

/// <summary>The answer of <c>eqnn separate --against</c>.</summary>
internal sealed class ComparisonReport(ArchitectureComparison answer) : OutlinedReport
{
    private string Order => (answer.FirstSeesAtLeastAsMuch, answer.SecondSeesAtLeastAsMuch) switch
    {
        (true, true) => "equal",
        (true, false) => "more",
        (false, true) => "less",
        _ => "incomparable",
    };

    protected override void Describe(Outline outline)
    {
        var group = answer.First.Input.Group;
        outline.Heading($"{group.Name}, order {group.Order}: networks {answer.First.ToString()} against {answer.Second.ToString()}");
        outline.InDocument(json => json.GroupByGenerators(group));
        outline.Field("architecture", answer.First.ToString());
        outline.Field("against", answer.Second.ToString());
        var inWords = Order switch
        {
            "equal" => "both tell the same inputs apart",
            "more" => "the first tells more apart",
            "less" => "the second tells more apart",
            _ => "each tells something apart that the other does not",
        };
        outline.Fact("order", inWords, "order", Order);
        outline.Field("seesAtLeastAsMuch", answer.FirstSeesAtLeastAsMuch);
        outline.Field("seenAtLeastAsMuch", answer.SecondSeesAtLeastAsMuch);
        Unseens.Describe(outline, "only the first", "seenByFirstOnly", answer.SeenByFirstOnly);
        Unseens.Describe(outline, "only the second", "seenBySecondOnly", answer.SeenBySecondOnly);
        outline.Line(Unseens.Scope);
    }
}

/// <summary>How pairs that are not told apart are written.</summary>
internal static class Unseens
{
    /// <summary>What such answers hold for.</summary>
    public const string Scope = "for all real inputs, every continuous activation that is no polynomial, any width and number of channels, invariant biases";

    /// <summary>An example, where there is one, and the field with it.</summary>
    public static void Describe(Outline outline, string title, string field, UnseenPairs? unseen)
    {
        if (unseen is not null)
        {
            outline.Fact(title, $"{Row(unseen.First)} and {Row(unseen.Second)}{(unseen.IsSmallest ? ", no smaller integers in this subspace" : "")}");
            outline.Fact("", $"in a subspace of dimension {unseen.Dimension} of such pairs");
        }

        outline.InDocument(json => WriteExample(json, field, unseen));
    }

    public static void WriteExample(JsonOutput json, string name, UnseenPairs? unseen)
    {
        if (unseen is null)
        {
            json.Null(name);
            return;
        }

        json.List(name, [unseen.First, unseen.Second], input => json.Row(Integers(input)));
    }

    public static void WriteSubspace(JsonOutput json, string name, UnseenPairs? unseen)
    {
        if (unseen is null)
        {
            json.Null(name);
            return;
        }

        json.List(name, unseen.Basis.Rows(), row => json.Row(row.Select(entry => entry.Numerator)));
    }

    private static Prose Row(NetworkInput input) => Prose.List(Integers(input).Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)), ", ", "(", ")");

    private static IEnumerable<System.Numerics.BigInteger> Integers(NetworkInput input) => input.Channels[0].Select(value => value.ToRational().Numerator);
}
