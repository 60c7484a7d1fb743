using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Reports;
using Eqnn.Networks.Simples;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network reach net.json --from L1</c>: the theory of depth against what the weights do.</summary>
internal sealed class ReachCommand : NetworkCommand
{
    private const int Named = 24;

    private static readonly Option<string> From = new("--from") { HelpName = "LIST", Description = "the simples of the input: L1, or L1,L2; default: each simple alone", };

    /// <inheritdoc/>
    public override string Name => "network reach";

    /// <inheritdoc/>
    public override string Summary => "which simples can be populated layer by layer, against what the weights do";

    /// <inheritdoc/>
    public override string Details =>
        """
        possible: the bound of the theory of depth, for all weights of these layers (and all biases where a layer has one). these weights: the same bound where blocks that are
        0 pass nothing. populated: met on random inputs in the simples of --from, above rounding. Nothing is ever met outside the bound: that is checked.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network reach tests/oracles/networks/onnx/c8_conv.onnx --from L2", "frequency 2 and its overtones"),
        ("eqnn network reach docs/examples/image32.json --from \"L(4,8)\"", "one frequency of an image"),
        ("eqnn network reach docs/examples/cloud1000.json", "every simple alone"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [From, NetworkOptions.Samples, .. NetworkOptions.OfOnnx];

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var network = NetworkInputs.Network(query);
        var simples = NetworkSimples.Of(network, query.Progress, query.CancellationToken);
        var samples = NetworkInputs.CountOf(query, 16);
        var seed = (int)((query.Seed ?? 1) % int.MaxValue);
        var occurring = simples.All.Where(simple => simples.MultiplicityIn(network.Input, simple) > 0).ToList();
        if (query.Value(From) is null && occurring.Count > Named)
        {
            throw new InputException($"--from is missing: the input has {occurring.Count} simples, from {occurring[0]} to {occurring[^1]}; name one, or several");
        }

        var sources = query.Value(From) is { } text ? [NetworkInputs.SimplesOf(simples, text)] : occurring.Select(simple => (IReadOnlyList<NetworkSimple>)[simple]).ToList();
        return new Result(network, simples, [.. sources.Select(source => Border.Read("--from", () => NetworkReach.Of(simples, network, source, samples, seed, query.CancellationToken)))]);
    }

    private sealed class Result(EquivariantNetwork network, NetworkSimples simples, IReadOnlyList<NetworkReach> reaches) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, network, "network");
            outline.InDocument(json => NetworkShapes.Simples(json, simples));
            outline.Each("reach", reaches, (part, reach) =>
            {
                part.Line($"from {string.Join(", ", reach.Sources)}");
                part.Row("from", reach.Sources.Select(simple => simple.Label));
                part.Records("reach", "states", reach.States, columns => columns
                    .Left("state", state => NetworkShapes.State(state.State)).Fields((json, state) => json.Field("state", state.State))
                    .Left("possible", state => Names(simple => state.Possible[simple.Position])).Fields((json, state) => json.Row("possible", Labels(simple => state.Possible[simple.Position])))
                    .Left("these weights", state => state.ByWeights.SequenceEqual(state.Possible) ? "the same" : Names(simple => state.ByWeights[simple.Position]))
                    .Fields((json, state) => json.Row("theseWeights", Labels(simple => state.ByWeights[simple.Position])))
                    .Left("populated", state => simples.All.All(simple => state.IsPopulated(simple) == state.Possible[simple.Position]) ? "all of them" : Names(state.IsPopulated))
                    .Fields((json, state) => json.Row("populated", Labels(state.IsPopulated)))
                    .Left("possible and empty", state => Names(simple => state.Possible[simple.Position] && !state.IsPopulated(simple))));
            });
        }

        private IEnumerable<string> Labels(Func<NetworkSimple, bool> holds) => simples.All.Where(holds).Select(simple => simple.Label);

        private string Names(Func<NetworkSimple, bool> holds)
        {
            var list = Labels(holds).ToList();
            return list.Count == 0 ? "-"
                : list.Count == simples.All.Count && list.Count > 8 ? FormattableString.Invariant($"all {list.Count}")
                : list.Count <= Named ? string.Join(", ", list)
                : FormattableString.Invariant($"{string.Join(", ", list.Take(6))}, ... ({list.Count} of {simples.All.Count})");
        }
    }
}
