using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Plans;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network plan net.json</c>: how every linear map is computed.</summary>
internal sealed class PlanCommand : NetworkCommand
{
    /// <inheritdoc/>
    public override string Name => "network plan";

    /// <inheritdoc/>
    public override string Summary => "how every linear map of a network is computed";

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network plan docs/examples/image32.json", "small filters on images"),
        ("eqnn network plan docs/examples/cloud1000.json", "deep sets"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [NetworkOptions.Plan, NetworkOptions.Precision, .. NetworkOptions.OfOnnx];

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var network = NetworkInputs.Network(query);
        var plan = NetworkInputs.PlanOf(query);
        var plans = query.Value(NetworkOptions.Precision) switch
        {
            null or "float32" => Border.Read("--plan", () => NetworkRunner<float>.Create(network, plan)).Plans,
            "float64" => Border.Read("--plan", () => NetworkRunner<double>.Create(network, plan)).Plans,
            var other => throw new InputException($"--precision: '{other}' is neither float32 nor float64"),
        };
        return new Result(network, plans);
    }

    private sealed class Result(EquivariantNetwork network, IReadOnlyList<LayerPlanDescription> plans) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, network, "network");
            outline.Records("plans", "plans", plans, columns => columns
                .Left("layer", plan => plan.Layer).Fields((json, plan) => json.Field("layer", plan.Layer))
                .Left("from", plan => NetworkShapes.State(plan.State)).Fields((json, plan) => json.Field("state", plan.State))
                .Text("one sample", "oneSample", plan => plan.OneSample)
                .Text("blocks of samples", "blocks", plan => plan.Blocks));
        }
    }
}
