using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks.Reductions;
using Eqnn.Networks.Simples;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network cut net.json --keep L0,L1</c>: restrict to a set of simples, and what that changes.</summary>
internal sealed class CutCommand : NetworkCommand
{
    private static readonly Option<string> Keep = new("--keep") { HelpName = "LIST", Description = "the simples to keep: L0,L1,L2; or low:W for the frequencies up to W on every axis" };
    private static readonly Option<string> Simple = new("--simple") { HelpName = "LIST", Description = "in place of --keep: the simples to take out, all others are kept; with --layer in one place alone" };
    private static readonly Option<string> Layer = new("--layer") { HelpName = "I", Description = "cut only the maps of this layer; default: all" };

    /// <inheritdoc/>
    public override string Name => "network cut";

    /// <inheritdoc/>
    public override string Summary => "restrict a network to a set of simples, and the exact or measured change of its outputs";

    /// <inheritdoc/>
    public override string Details =>
        """
        Every linear map keeps only its blocks on the simples of --keep, or all but those of --simple; biases and activations stay. If all other blocks are 0 the outputs are the same, exactly;
        otherwise the change is measured on INPUTS, or on random ones.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network cut docs/examples/c8.json --keep L0,L1,L2", "low frequencies only"),
        ("eqnn network cut docs/examples/c8.json --simple L2 --layer 2", "without one frequency in one layer"),
        ("eqnn network cut docs/examples/image32.json --keep low:8 --samples 4", "a low pass for images"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network, NetworkOptions.MaybeInputs];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Keep, Simple, Layer, NetworkOptions.Samples, NetworkOptions.Outside, .. NetworkOptions.OfOnnx];

    /// <inheritdoc/>
    public override string? OutDescription => "write the restricted network to FILE (net.json)";

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var network = NetworkInputs.Network(query);
        var simples = NetworkSimples.Of(network, query.Progress, query.CancellationToken);
        if ((query.Value(Keep) is null) == (query.Value(Simple) is null))
        {
            throw new InputException("--keep says which simples stay, or --simple which go: one of them is needed");
        }

        var removed = query.Value(Simple) is { } gone ? NetworkInputs.SimplesOf(simples, gone) : null;
        var keep = query.Value(Keep) ?? "";
        IReadOnlyList<NetworkSimple> kept = removed is not null ? [.. simples.All.Where(simple => !removed.Contains(simple))] : keep.StartsWith("low:", StringComparison.Ordinal) ? Low(simples, keep[4..]) : NetworkInputs.SimplesOf(simples, keep);
        var layer = query.Number(Layer, 1);
        if (layer > network.Layers.Count)
        {
            throw new InputException($"--layer: there are {network.Layers.Count} layers, not {layer}");
        }

        var cut = NetworkCut.Of(simples, network, kept, (int?)layer, query.CancellationToken);
        var (samples, origin) = NetworkInputs.SamplesOrRandom(query, network, 32);
        NetworkInputs.WriteNetwork(query, cut.Network, query.Has(NetworkOptions.Outside));
        return new Result(cut, kept, OutputChange.Of(cut, samples), origin);
    }

    private static IReadOnlyList<NetworkSimple> Low(NetworkSimples simples, string text)
    {
        if (simples.Grid.Count == 0)
        {
            throw new InputException($"--keep: {simples.Group.Name} has no frequencies here; name the simples");
        }

        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var width)
            ? simples.LowFrequencies(width)
            : throw new InputException($"--keep: '{text}' is no frequency; write low:8");
    }

    private sealed class Result(NetworkCut cut, IReadOnlyList<NetworkSimple> kept, OutputChange change, string origin) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, cut.Original, "network");
            outline.Fact("kept simples", kept.Count <= 16 ? string.Join(", ", kept) : $"{kept.Count}", "kept", kept.Select(simple => simple.Label));
            outline.Fact("kept parameters", $"{cut.KeptParameters} of {cut.Original.ParameterCount}", "keptParameters", cut.KeptParameters);
            outline.Fact("removed", $"{Numeric.Share(cut.RemovedShare)} of the energy of the weights");
            outline.Measured("removedShare", cut.RemovedShare);
            outline.Fact("outputs", cut.IsExact ? "exactly the same: all removed blocks are 0" : $"change by {Numeric.Share(change.Mean)} of their norm on average, {Numeric.Share(change.Largest)} at most ({origin})");
            outline.Field("exact", cut.IsExact);
            outline.Field("inputs", origin);
            outline.Measured("meanChange", change.Mean);
            outline.Measured("largestChange", change.Largest);
        }
    }
}
