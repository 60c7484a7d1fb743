using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks.Symmetry;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network discover model.onnx --group C8 --on regular</c>: which action on the hidden units makes it equivariant.</summary>
internal sealed class DiscoverCommand : NetworkCommand
{
    private static readonly FileOption Sidecar = new("--sidecar") { HelpName = "FILE", Description = "write the sidecar with which the model is read so (model.json beside it is found by every command)" };

    /// <inheritdoc/>
    public override string Name => "network discover";

    /// <inheritdoc/>
    public override string Summary => "which action on every hidden layer makes an ONNX model equivariant";

    /// <inheritdoc/>
    public override string Details =>
        """
        Only the action on the inputs is given. Layer by layer every generator has to permute the rows of weights: they are matched with the moved rows, up to a positive factor where the activation
        is positively homogeneous, up to sign where it is odd or even. The orbits of units become G-sets; the network with these is written with --out, and --sidecar says the same of the file.
        For a trained model that is equivariant only nearly, --tolerance says how far rows may be off. That no action is found says nothing about other weights for the same function.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network discover tests/oracles/networks/onnx/c8_conv.onnx --group C8 --on regular", "a circular convolutional network: what its hidden layers are"),
        ("eqnn network discover tests/oracles/networks/onnx/d6_polygon_broken.onnx --group D6 --on points", "one weight is wrong: which unit has no match"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [SymmetryInputs.File];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [.. SymmetryInputs.Asked, Sidecar, NetworkOptions.Outside];

    /// <inheritdoc/>
    public override string? OutDescription => "write the network with the actions found to FILE (net.json)";

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var inputs = SymmetryInputs.Read(query);
        var discovery = inputs.Look(() => NetworkDiscovery.OfModel(inputs.Model, inputs.Set, inputs.Channels, inputs.Reading, inputs.Options, query.CancellationToken));
        if (query.Value(Sidecar) is { } path)
        {
            query.Files.Add(path, discovery.TryWriteSidecar() ?? throw new InputException(discovery.Network is null ? $"--sidecar: {discovery.Obstacle}"
                : discovery.IsMerged ? "--sidecar: some units compute the same with different shares, which a sidecar cannot say; write the network with --out"
                : $"--sidecar: {discovery.Network.Group.Name} has no name that a sidecar could give"), "--sidecar");
        }

        if (discovery.Network is { } network)
        {
            NetworkInputs.WriteNetwork(query, network, query.Has(NetworkOptions.Outside));
        }
        else if (query.Out is not null)
        {
            throw new InputException($"--out: there is no network to write: {discovery.Obstacle}");
        }

        return new Result(inputs, discovery);
    }

    private sealed class Result(SymmetryInputs inputs, NetworkDiscovery discovery) : OutlinedReport
    {
        private const int Shown = 10;

        protected override void Describe(Outline outline)
        {
            var space = discovery.States[0].Space;
            outline.Heading($"{inputs.Path}: {space.Set.Group.Name}, order {space.Set.Group.Order}, on {space.ToString()}");
            outline.Field("group", space.Set.Group.Name);
            outline.Field("input", space.ToString());
            outline.Field("found", discovery.IsFound);
            NetworkShapes.Notes(outline, discovery.Given.Notes);
            outline.Measured("tolerance", inputs.Options.Tolerance);
            outline.Fact("equivariant", discovery.IsFound ? $"yes, within {Numeric.Short(inputs.Options.Tolerance)} of the longest row of each layer, for the actions below" : "no action was found");
            if (discovery.Obstacle is { } obstacle)
            {
                outline.Fact("why", obstacle, "obstacle", obstacle);
            }

            if (discovery.Difference is { } difference)
            {
                outline.Fact("outputs", $"the network with these actions differs from the model by {Numeric.Bound(difference)} of the largest output, on random inputs");
            }

            if (discovery.IsMerged)
            {
                outline.Fact("note", "units that compute the same got equal shares; a sidecar cannot say that, the network of --out does");
            }

            outline.Records("states", "states", [.. discovery.States.Index()], columns => columns
                .Right("state", entry => entry.Index)
                .Right("units", entry => entry.Item.Order.Units.Count)
                .Text("features", "features", entry => entry.Item.Space.ToString())
                .Left("scaled", entry => entry.Item.Order.IsPlain ? "no" : "yes").Fields((json, entry) =>
                {
                    json.Positions("order", entry.Item.Order.Units);
                    if (!entry.Item.Order.IsPlain)
                    {
                        json.MeasuredRow("scales", entry.Item.Order.Scales);
                    }
                })
                .Right("off", entry => entry.Index == 0 ? "-" : Numeric.Bound(entry.Item.Distances.DefaultIfEmpty().Max())).Fields((json, entry) => json.MeasuredRow("distances", entry.Item.Distances)));
            outline.Records("unmatched", "unmatched", discovery.Unmatched, columns => columns
                .Count("layer", "layer", unit => unit.State)
                .Count("generator", "generator", unit => unit.Generator)
                .Count("unit", "unit", unit => unit.Unit + 1)
                .Count("nearest", "nearest", unit => unit.Nearest + 1)
                .Measured("off", "distance", unit => unit.Distance, Numeric.Short), discovery.Unmatched.Count > 0, discovery.Unmatched.Take(Shown));
            if (discovery.Unmatched.Count > Shown)
            {
                outline.Line(FormattableString.Invariant($"and {discovery.Unmatched.Count - Shown} more units; --format json lists them"));
            }

            outline.Field("merged", discovery.IsMerged);
            if (discovery is { Network: { } network, Difference: { } known })
            {
                outline.Measured("difference", known);
                outline.InDocument(json => NetworkShapes.WriteJson(json, network));
            }
        }
    }
}
