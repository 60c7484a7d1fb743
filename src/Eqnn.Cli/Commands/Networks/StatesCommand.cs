using System.CommandLine;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks.Onnx;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network states model.onnx</c>: the states of a model, for which <c>--layers</c> says G-set and channels.</summary>
internal sealed class StatesCommand : EqnnCommand
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
    public override Report Answer(Query query)
    {
        var path = query.Required(Model);
        var model = NetworkInputs.Model(path);
        return new Result(model, NetworkInputs.OfModel(path, () => OnnxStates.Of(model, NetworkInputs.OptionsOf(query))));
    }

    private sealed class Result(OnnxModel model, OnnxStates states) : Report
    {
        public override void Describe(Page page)
        {
            page.Heading(FormattableString.Invariant($"model: {states.All.Count} states"));
            if (model.Producer.Length > 0)
            {
                page.Fact("written by", $"{model.Producer} {model.ProducerVersion}".TrimEnd());
            }

            page.Fact("outputs", string.Join(", ", model.Outputs));
            var rows = new PageTable { Name = "states" }.Right("state").Left("value").Left("shape").Left("activation").Left("from").Left("node");
            for (var i = 0; i < states.All.Count; i++)
            {
                var state = states.All[i];
                rows.Row(i, state.Value, $"({string.Join(", ", state.Shape)})", state.Activation?.ToString() ?? "-", state.Sources.Count == 0 ? "-" : string.Join(", ", state.Sources), state.Place);
            }

            page.Table(rows);
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            json.Field("producer", model.Producer);
            json.Field("producerVersion", model.ProducerVersion);
            json.Row("outputs", model.Outputs);
            json.Records("states", states.All, state =>
            {
                json.Field("value", state.Value);
                json.Row("shape", state.Shape);
                if (state.Activation is { } activation)
                {
                    json.Field("activation", activation.ToString());
                }

                json.Row("from", state.Sources);
                json.Field("node", state.Place);
            });
        });
    }
}
