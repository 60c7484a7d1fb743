using System.CommandLine;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks.Onnx;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network states model.onnx</c>: the states of a model, for which <c>--layers</c> says G-set and channels.</summary>
internal sealed class StatesCommand : NetworkCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "an ONNX file" };

    /// <inheritdoc/>
    public override string Name => "network states";

    /// <inheritdoc/>
    public override string Summary => "the states of an ONNX model: name, shape, activation";

    /// <inheritdoc/>
    public override string Details =>
        """
        A model is read as a chain of states with affine maps between them: the input, what comes out of every activation, the output. --layers (or the sidecar file)
        names channels and G-set of each, in this order. No group is needed here.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network states tests/oracles/networks/onnx/s20_deepsets.onnx", "what the layers of a model are"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Model];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [NetworkOptions.Output, NetworkOptions.Until];

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var path = query.Required(Model);
        var model = NetworkInputs.Model(path);
        return new Result(model, NetworkInputs.OfModel(path, () => OnnxStates.Of(model, NetworkInputs.OptionsOf(query))));
    }

    private sealed class Result(OnnxModel model, OnnxStates states) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading(FormattableString.Invariant($"model: {states.All.Count} states"));
            if (model.Producer.Length > 0)
            {
                outline.Fact("written by", $"{model.Producer} {model.ProducerVersion}".TrimEnd());
            }

            outline.Field("producer", model.Producer);
            outline.Field("producerVersion", model.ProducerVersion);
            outline.Fact("outputs", string.Join(", ", model.Outputs), "outputs", model.Outputs);
            outline.Records("states", "states", [.. states.All.Index()], columns => columns
                .Right("state", entry => entry.Index)
                .Text("value", "value", entry => entry.Item.Value)
                .Left("shape", entry => $"({string.Join(", ", entry.Item.Shape)})").Fields((json, entry) => json.Row("shape", entry.Item.Shape))
                .Left("activation", entry => entry.Item.Activation?.ToString() ?? "-").Fields((json, entry) =>
                {
                    if (entry.Item.Activation is { } activation)
                    {
                        json.Field("activation", activation.ToString());
                    }
                })
                .Left("from", entry => entry.Item.Sources.Count == 0 ? "-" : string.Join(", ", entry.Item.Sources)).Fields((json, entry) => json.Row("from", entry.Item.Sources))
                .Text("node", "node", entry => entry.Item.Place));
        }
    }
}
