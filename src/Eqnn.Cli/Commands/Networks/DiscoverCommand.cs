using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Symmetry;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network discover model.onnx --group C8 --on regular</c>: which action on the hidden units makes it equivariant.</summary>
internal sealed class DiscoverCommand : EqnnCommand
{
    private static readonly Option<string> Sidecar = new("--sidecar") { HelpName = "FILE", Description = "write the sidecar with which the model is read so (model.json beside it is found by every command)" };

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
    public override IReadOnlyList<Option> Options => [.. SymmetryInputs.Asked, Sidecar, ImportCommand.Outside];

    /// <inheritdoc/>
    public override string? OutDescription => "write the network with the actions found to FILE (net.json)";

    /// <inheritdoc/>
    public override Report Answer(Query query)
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
            NetworkInputs.WriteNetwork(query, network, query.Has(ImportCommand.Outside));
        }
        else if (query.Out is not null)
        {
            throw new InputException($"--out: there is no network to write: {discovery.Obstacle}");
        }

        return new Result(inputs, discovery);
    }

    private sealed class Result(SymmetryInputs inputs, NetworkDiscovery discovery) : Report
    {
        private const int Shown = 10;

        public override void Describe(Page page)
        {
            page.Heading($"{inputs.Path}: {discovery.States[0].Space.Set.Group.Name}, order {discovery.States[0].Space.Set.Group.Order}, on {discovery.States[0].Space.ToString()}");
            foreach (var note in discovery.Given.Notes)
            {
                page.Fact("note", note);
            }

            page.Fact("equivariant", discovery.IsFound ? $"yes, within {Numeric.Short(inputs.Options.Tolerance)} of the longest row of each layer, for the actions below" : "no action was found");
            if (discovery.Obstacle is { } obstacle)
            {
                page.Fact("why", obstacle);
            }

            if (discovery.Difference is { } difference)
            {
                page.Fact("outputs", $"the network with these actions differs from the model by {Numeric.Bound(difference)} of the largest output, on random inputs");
            }

            if (discovery.IsMerged)
            {
                page.Fact("note", "units that compute the same got equal shares; a sidecar cannot say that, the network of --out does");
            }

            var rows = new PageTable { Name = "states" }.Right("state").Right("units").Left("features").Left("scaled").Right("off");
            for (var i = 0; i < discovery.States.Count; i++)
            {
                var state = discovery.States[i];
                rows.Row(i, state.Order.Units.Count, state.Space.ToString(), state.Order.IsPlain ? "no" : "yes", i == 0 ? "-" : Numeric.Bound(state.Distances.DefaultIfEmpty().Max()));
            }

            page.Table(rows);
            if (discovery.Unmatched.Count > 0)
            {
                var table = new PageTable { Name = "unmatched" }.Right("layer").Right("generator").Right("unit").Right("nearest").Right("off");
                foreach (var unit in discovery.Unmatched.Take(Shown))
                {
                    table.Row(unit.State, unit.Generator, unit.Unit + 1, unit.Nearest + 1, Numeric.Short(unit.Distance));
                }

                page.Table(table);
                if (discovery.Unmatched.Count > Shown)
                {
                    page.Line(FormattableString.Invariant($"and {discovery.Unmatched.Count - Shown} more units; --format json lists them"));
                }
            }
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            json.Field("group", discovery.States[0].Space.Set.Group.Name);
            json.Field("input", discovery.States[0].Space.ToString());
            json.Field("found", discovery.IsFound);
            json.Row("notes", discovery.Given.Notes);
            json.Measured("tolerance", inputs.Options.Tolerance);
            if (discovery.Obstacle is { } obstacle)
            {
                json.Field("obstacle", obstacle);
            }

            json.Records("states", discovery.States, state =>
            {
                json.Field("features", state.Space.ToString());
                json.Row("order", state.Order.Units.Select(unit => unit + 1));
                if (!state.Order.IsPlain)
                {
                    json.MeasuredRow("scales", state.Order.Scales);
                }

                json.MeasuredRow("distances", state.Distances);
            });
            json.Records("unmatched", discovery.Unmatched, unit =>
            {
                json.Field("layer", unit.State);
                json.Field("generator", unit.Generator);
                json.Field("unit", unit.Unit + 1);
                json.Field("nearest", unit.Nearest + 1);
                json.Measured("distance", unit.Distance);
            });
            json.Field("merged", discovery.IsMerged);
            if (discovery is { Network: { } network, Difference: { } difference })
            {
                json.Measured("difference", difference);
                NetworkShapes.WriteJson(json, network);
            }
        });
    }
}
