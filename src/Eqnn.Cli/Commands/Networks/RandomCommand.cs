using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network random --group C8 --layers ... --seed 1 --out net.json</c>.</summary>
internal sealed class RandomCommand : EqnnCommand
{
    private static readonly Option<string> ActivationName = new("--activation", "-a") { HelpName = "F", Description = "the activation of the hidden layers: relu (default), tanh, gelu, leaky-relu:0.2, ..." };
    private static readonly Option<bool> Residual = new("--residual") { Description = "a sum with the layer's own input wherever both have the same features" };
    private static readonly Option<string> Support = new("--support") { HelpName = "W", Description = "small filters: only the offsets within W/2 of 0 on each axis of an abelian group, such as 3 for 3 x 3" };
    private static readonly Option<bool> NoBias = new("--no-bias") { Description = "all biases 0" };

    /// <inheritdoc/>
    public override string Name => "network random";

    /// <inheritdoc/>
    public override string Summary => "a network with random weights, to start from";

    /// <inheritdoc/>
    public override string Details =>
        """
        Weights are uniform, so that inputs of variance 1 give outputs of variance 1 with equal parts from all orbitals, biases uniform in ±0.1; the same seed gives the same network on every machine.
        Images with periodic borders are --group C32xC32 --on regular, clouds of points are --group S1000 --on points. A last layer to trivial pools over the points.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network random --group S1000 --on points --channels 3,16,1", "deep sets on a thousand points"),
        ("eqnn network random --group C32xC32 --on regular --channels 1,8,1 --support 3", "3 x 3 filters on periodic images"),
        ("eqnn network random --group C8 --layers \"1*regular,4*regular,4*regular,1*trivial\" --residual --seed 1", "with a residual sum and pooling"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [NetworkOptions.Group, NetworkOptions.Layers, NetworkOptions.On, NetworkOptions.Channels, NetworkOptions.Axes, ActivationName, Residual, Support, NoBias, NetworkOptions.Outside];

    /// <inheritdoc/>
    public override string? OutDescription => "write the network to FILE (net.json)";

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var spaces = NetworkInputs.Spaces(query) ?? throw new InputException("--group is missing; usage: " + Usage);
        var options = new RandomNetworkOptions
        {
            Activation = query.Value(ActivationName) is { } name ? Border.Read("--activation", () => Activation.Parse(name)) : Activation.Relu,
            Seed = (int)((query.Seed ?? 0) % int.MaxValue),
            Residual = query.Has(Residual),
            Support = query.Number(Support, 1) is { } width ? (int)Math.Min(width, int.MaxValue) : null,
            Bias = !query.Has(NoBias),
            Axes = NetworkInputs.AxesOf(query) ?? AxisOrder.ChannelPoint,
        };
        var network = Border.Read("--layers", () => RandomNetwork.Of(spaces, options));
        NetworkInputs.WriteNetwork(query, network, query.Has(NetworkOptions.Outside));
        return new Result(network);
    }

    private sealed class Result(EquivariantNetwork network) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, network, "random network");
            outline.OnPage(page =>
            {
                var rows = new PageTable { Name = "layers" }.Left("layer").Left("from").Left("map").Right("orbitals").Right("weights").Right("biases");
                for (var i = 0; i < network.Layers.Count; i++)
                {
                    foreach (var term in network.Layers[i].Terms)
                    {
                        var first = ReferenceEquals(term, network.Layers[i].Terms[0]);
                        rows.Row(i + 1, NetworkShapes.State(term.State), $"{term.Map.Source.ToString()} -> {term.Map.Target.ToString()}", term.Map.OrbitalCount, term.Map.ParameterCount, first ? network.Layers[i].Bias.Count : "");
                    }
                }

                page.Table(rows);
            });
        }
    }
}
