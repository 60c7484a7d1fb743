using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Files;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Plans;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network eval net.json inputs.npy --out y.npy</c>.</summary>
internal sealed class EvalCommand : NetworkCommand
{
    private const int Shown = 8;

    private static readonly Option<string> Against = new("--against") { HelpName = "FILE", Description = "compare with the outputs in FILE (.npy) of the same shape, such as those of the original program" };

    /// <inheritdoc/>
    public override string Name => "network eval";

    /// <inheritdoc/>
    public override string Summary => "the outputs of a network for a batch of inputs, fast";

    /// <inheritdoc/>
    public override string Details =>
        """
        Inputs are float32 or float64; the network runs in their precision, or in that of --precision, and the outputs are written in it.
        Axes are batch, channel, point, or batch, point, channel, as the network file says; points of a product group may be a grid. Outputs of an ONNX model have the axes of the file.
        An ONNX model that is not equivariant is run as it is written, and the answer says so.
        Half precision, whole numbers, Fortran order and arrays of .npz files are read, too.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network eval docs/examples/c8.json tests/oracles/networks/onnx/c8_conv.x.npy", "the outputs on the screen"),
        ("eqnn network eval tests/oracles/networks/onnx/c8_conv.onnx tests/oracles/networks/onnx/c8_conv.x.npy --against tests/oracles/networks/onnx/c8_conv.y.npy", "compared with PyTorch"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network, NetworkOptions.Inputs];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Against, NetworkOptions.Plan, NetworkOptions.Threads, NetworkOptions.Precision, .. NetworkOptions.OfOnnx];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override string? OutDescription => "write the outputs to FILE (.npy)";

    /// <inheritdoc/>
    protected override IReadOnlyList<Option<string>> FileOptions => [Against];

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var file = query.Required(NetworkOptions.Network);
        var import = NetworkInputs.IsOnnx(file) ? NetworkInputs.Import(query, file) : null;
        var network = import?.Network ?? NetworkInputs.Network(query);
        var path = query.Required(NetworkOptions.Inputs);
        var array = NetworkInputs.Inputs(network, path);
        var single = query.Value(NetworkOptions.Precision) switch
        {
            null => array.IsFloat32,
            "float32" => true,
            "float64" => false,
            var other => throw new InputException($"--precision: '{other}' is neither float32 nor float64"),
        };
        var samples = NetworkInputs.Samples(network, path, array);
        var written = import is not null && import.Worst.Relative > NetworkInputs.ToleranceOf(query) ? import : null;
        var outputs = NetworkArrays.FromOutputs(network, written is not null ? written.EvaluateModel(samples, query.CancellationToken)
            : Border.Read("--plan", () => NetworkEvaluation.Of(network, samples, single, NetworkInputs.PlanOf(query), NetworkInputs.ThreadsOf(query), query.CancellationToken)));
        if (query.Out is { } place)
        {
            query.Files.AddStreamed(place, stream => stream.Write(Bytes(outputs.ToBytes(single))), "--out");
        }

        return new Result(network, written, outputs, single, query.Value(Against) is { } against ? (against, NetworkInputs.Array(against, shape => RequireShape(against, outputs.Shape, shape))) : null);
    }

    /// <summary>Arrays of another shape are not compared number by number.</summary>
    private static void RequireShape(string name, IReadOnlyList<int> outputs, IReadOnlyList<int> other)
    {
        if (!other.SequenceEqual(outputs))
        {
            throw new InputException(FormattableString.Invariant($"--against: {name} has shape {NpyFile.ShapeText(other)}, the outputs {NpyFile.ShapeText(outputs)}"));
        }
    }

    /// <summary>An array of bytes already, and perhaps a large one.</summary>
    private static byte[] Bytes(IReadOnlyList<byte> content) => content as byte[] ?? [.. content];

    private sealed class Result : OutlinedReport
    {
        private readonly EquivariantNetwork _network;
        private readonly NpyFile _outputs;
        private readonly bool _single;
        private readonly OnnxImport? _written;
        private readonly (string Name, ArrayDifference Difference)? _comparison;

        public Result(EquivariantNetwork network, OnnxImport? written, NpyFile outputs, bool single, (string Name, NpyFile Array)? against)
        {
            (_network, _written, _outputs, _single) = (network, written, outputs, single);
            if (against is var (name, other))
            {
                _comparison = (Path.GetFileName(name), ArrayDifference.Of(outputs, other));
            }
        }

        private int Batch => _outputs.Values.Count / Math.Max(1, _network.Output.Dimension);

        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, _network, "network");
            if (_written is not null)
            {
                outline.Fact("equivariant", FormattableString.Invariant($"no: {NetworkInputs.Place(_written.Worst)} is off by {_written.Worst.Off:G2}"), "equivariant", false);
                outline.Fact("computed", "by the file as it is written, node by node; nothing else in eqnn network takes such a file");
            }

            outline.Fact("outputs", FormattableString.Invariant($"shape ({string.Join(", ", _outputs.Shape)}), {(_single ? "float32" : "float64")}"), json => json.Row("shape", _outputs.Shape));
            outline.Field("precision", _single ? "float32" : "float64");
            if (_comparison is var (name, difference))
            {
                outline.Fact("against", $"{name}: the largest difference is {Numeric.Bound(difference.Relative)} of the largest output, {Numeric.Short(difference.Scale)}", json => json.Record("against", () =>
                {
                    json.Field("file", name);
                    json.Measured("difference", difference.Largest);
                    json.Measured("scale", difference.Scale);
                }));
            }

            outline.OnPage(DescribeOutputs);
            outline.InDocument(json => json.List("outputs", Enumerable.Range(0, Batch), sample => json.MeasuredRow(Enumerable.Range(0, _network.Output.Dimension).Select(i => Entry(sample, i)))));
        }

        private void DescribeOutputs(Page page)
        {
            var (batch, length) = (Batch, _network.Output.Dimension);
            if (length == 0 || batch == 0)
            {
                return;
            }

            page.Table(new RecordColumns<int>()
                .Left("sample", sample => sample + 1)
                .RightOfEach(Enumerable.Range(0, Math.Min(Shown, length)), i => i + 1, (sample, i) => Numeric.Short(Entry(sample, i)))
                .TableOf("outputs", Enumerable.Range(0, Math.Min(Shown, batch))));
            if (length > Shown || batch > Shown)
            {
                page.Line($"{Math.Min(Shown, batch)} of {batch} samples, {Math.Min(Shown, length)} of {length} numbers; --out writes all");
            }
        }

        private double Entry(int sample, int entry) => _outputs.Values[_network.OutputAxes.PlaceOf(Batch, sample, entry)];
    }
}
