using System.CommandLine;
using System.Numerics;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Simples;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network decompose</c>: every linear map as blocks between simples.</summary>
internal sealed class NetworkDecomposeCommand : NetworkCommand
{
    private const int Shown = 16;
    private const int ValuesShown = 6;

    private static readonly Option<bool> Whole = new("--all") { Description = "all simples, not only the 16 with the largest norms" };

    /// <inheritdoc/>
    public override string Name => "network decompose";

    /// <inheritdoc/>
    public override string Summary => "every linear map as blocks between simples: norms, ranks, singular values, parameters";

    /// <inheritdoc/>
    public override string Details =>
        """
        By Schur's lemma an equivariant map is, on each simple L, a matrix over End(L) between channels times copies. Each of its singular values belongs to dim L
        singular values of the map. The share is that of the squared Frobenius norm; a rank counts singular values above 1e-6 of the largest.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network decompose docs/examples/c8.json", "frequency by frequency"),
        ("eqnn network decompose docs/examples/cloud1000.json", "deep sets: trivial and standard"),
        ("eqnn network decompose tests/oracles/networks/onnx/s3_regular_dense_elu.onnx", "a group that is not abelian"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Whole, .. NetworkOptions.OfOnnx];

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var network = NetworkInputs.Network(query);
        var simples = NetworkSimples.Of(network, query.Progress, query.CancellationToken);
        var blocks = MapDecomposition.OfNetwork(simples, network, query.CancellationToken);
        List<(int Layer, int State, MapDecomposition Map)> maps = [.. network.Layers.SelectMany((layer, i) => layer.Terms.Select((term, t) => (i + 1, term.State, blocks[i][t])))];
        return new Result(network, simples, maps, query.Has(Whole));
    }

    private sealed class Result(EquivariantNetwork network, NetworkSimples simples, IReadOnlyList<(int Layer, int State, MapDecomposition Map)> maps, bool whole) : Report
    {
        public override void Describe(Page page)
        {
            NetworkShapes.Describe(page, network, "network");
            page.Fact("simples", $"{simples.All.Count}, by {simples.Origin}");
            foreach (var (layer, state, map) in maps)
            {
                var from = NetworkShapes.State(state);
                page.Line($"layer {layer} from {from}: {map.Map.Source.ToString()} -> {map.Map.Target.ToString()}, {map.Map.ParameterCount} weights (dense {map.DenseParameterCount}), rank {map.Rank} of {Math.Min(map.Map.Source.Dimension, map.Map.Target.Dimension)}, norm {Numeric.Short(map.Norm)}");
                var shown = whole || map.Blocks.Count <= Shown ? map.Blocks : [.. map.Blocks.OrderByDescending(block => block.Energy).Take(Shown).OrderBy(block => block.Simple.Position)];
                var rows = new PageTable { Name = "blocks" }.Left("").Right("dimension").Left("End").Right("block").Right("parameters").Right("share").Right("rank").Left("singular values");
                foreach (var block in shown)
                {
                    var more = block.SingularValues.Count > ValuesShown ? ", ..." : "";
                    rows.Row(
                        block.Simple.Label, block.Simple.Dimension, block.Simple.EndomorphismDimension switch { 1 => "R", 2 => "C", _ => "H" }, $"{block.Rows} x {block.Columns}", block.ParameterCount,
                        Numeric.Share(map.Energy > 0 ? block.Energy / map.Energy : 0), block.RankAbove(MapDecomposition.RankTolerance * map.Norm),
                        string.Join(", ", block.SingularValues.Take(ValuesShown).Select(value => value < 1e-12 * map.Norm ? "0" : Numeric.Short(value))) + more);
                }

                page.Table(rows);
                if (shown.Count < map.Blocks.Count)
                {
                    page.Line($"{map.Blocks.Count - shown.Count} more simples hold {Numeric.Share(1 - (shown.Sum(block => block.Energy) / map.Energy))} of the energy; --all shows them");
                }
            }
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            NetworkShapes.WriteJson(json, network);
            NetworkShapes.Simples(json, simples);
            json.List("maps", maps, item => json.Object(() =>
            {
                json.Field("layer", item.Layer);
                json.Field("state", item.State);
                json.Field("source", item.Map.Map.Source.ToString());
                json.Field("target", item.Map.Map.Target.ToString());
                json.Field("weights", item.Map.Map.ParameterCount);
                json.Field("denseWeights", (BigInteger)item.Map.DenseParameterCount);
                json.Measured("norm", item.Map.Norm);
                json.Measured("energy", item.Map.Energy);
                json.Field("rank", (BigInteger)item.Map.Rank);
                json.Records("blocks", item.Map.Blocks, block =>
                {
                    json.Field("simple", block.Simple.Label);
                    json.Field("rows", block.Rows);
                    json.Field("columns", block.Columns);
                    json.Field("parameters", (BigInteger)block.ParameterCount);
                    json.Measured("energy", block.Energy);
                    json.Field("rank", block.RankAbove(MapDecomposition.RankTolerance * item.Map.Norm));
                    json.MeasuredRow("singularValues", block.SingularValues);
                });
            }));
        });
    }
}
