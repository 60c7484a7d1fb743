using System.CommandLine;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Simples;

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

    private sealed class Result(EquivariantNetwork network, NetworkSimples simples, IReadOnlyList<(int Layer, int State, MapDecomposition Map)> maps, bool whole) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, network, "network");
            NetworkShapes.Simples(outline, simples);
            outline.Each("maps", maps, (part, item) => Describe(part, item.Layer, item.State, item.Map));
        }

        private void Describe(Outline part, int layer, int state, MapDecomposition map)
        {
            part.Field("layer", layer);
            part.Field("state", state);
            part.Field("source", map.Map.Source.ToString());
            part.Field("target", map.Map.Target.ToString());
            part.Field("weights", map.Map.ParameterCount);
            part.Field("denseWeights", map.DenseParameterCount);
            part.Measured("norm", map.Norm);
            part.Measured("energy", map.Energy);
            part.Field("rank", map.Rank);
            part.Line($"layer {layer} from {NetworkShapes.State(state)}: {map.Map.Source.ToString()} -> {map.Map.Target.ToString()}, {map.Map.ParameterCount} weights (dense {map.DenseParameterCount}), rank {map.Rank} of {Math.Min(map.Map.Source.Dimension, map.Map.Target.Dimension)}, norm {Numeric.Short(map.Norm)}");
            var shown = whole || map.Blocks.Count <= Shown ? map.Blocks : [.. map.Blocks.OrderByDescending(block => block.Energy).Take(Shown).OrderBy(block => block.Simple.Position)];
            part.Records("blocks", "blocks", map.Blocks, columns => Columns(columns, map), shown: shown);
            if (shown.Count < map.Blocks.Count)
            {
                part.Line($"{map.Blocks.Count - shown.Count} more simples hold {Numeric.Share(1 - (shown.Sum(block => block.Energy) / map.Energy))} of the energy; --all shows them");
            }
        }

        private static void Columns(RecordColumns<SchurBlock> columns, MapDecomposition map) => columns
            .Text("", "simple", block => block.Simple.Label)
            .Right("dimension", block => block.Simple.Dimension)
            .Left("End", block => block.Simple.EndomorphismDimension switch { 1 => "R", 2 => "C", _ => "H" })
            .Right("block", block => $"{block.Rows} x {block.Columns}")
            .Fields((json, block) => json.Field("rows", block.Rows))
            .Fields((json, block) => json.Field("columns", block.Columns))
            .Count("parameters", "parameters", block => block.ParameterCount)
            .Right("share", block => Numeric.Share(map.Energy > 0 ? block.Energy / map.Energy : 0)).Fields((json, block) => json.Measured("energy", block.Energy))
            .Count("rank", "rank", block => block.RankAbove(MapDecomposition.RankTolerance * map.Norm))
            .Left("singular values", block => string.Join(", ", block.SingularValues.Take(ValuesShown).Select(value => value < 1e-12 * map.Norm ? "0" : Numeric.Short(value))) + (block.SingularValues.Count > ValuesShown ? ", ..." : ""))
            .Fields((json, block) => json.MeasuredRow("singularValues", block.SingularValues));
    }
}
