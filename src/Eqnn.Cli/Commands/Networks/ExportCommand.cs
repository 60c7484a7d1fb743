using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Files;
using Eqnn.Networks.Onnx;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network export net.json --onnx model.onnx</c>: the network as other programs read it.</summary>
internal sealed class ExportCommand : NetworkCommand
{
    private static readonly FileOption Onnx = new("--onnx") { HelpName = "FILE", Description = "write an ONNX model to FILE, and a sidecar file with group and layers beside it" };
    private static readonly FileOption Safetensors = new("--safetensors") { HelpName = "FILE", Description = "write the weights by orbital to FILE, in float64: layer1_term1, layer1_bias, ..." };
    private static readonly Option<string> Opset = new("--opset") { HelpName = "N", Description = "version of the ONNX operators, 13 to 24; default 17" };
    private static readonly Option<bool> Dense = new("--dense") { Description = "every layer as a matrix; default: convolutions and sums over points where layers are such" };

    /// <inheritdoc/>
    public override string Name => "network export";

    /// <inheritdoc/>
    public override string Summary => "write a network as an ONNX model or its weights as safetensors";

    /// <inheritdoc/>
    public override string Details =>
        """
        The model computes the same numbers in float32 and has the axes of the network's arrays; the batch is open. Layers with small filters are convolutions with wrapped borders,
        deep sets products with the own entries and with their sum, all others matrices. eqnn network import reads it back with the sidecar file beside it.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network export docs/examples/image32.json --onnx model.onnx", "convolutions with wrapped borders"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Onnx, Safetensors, Opset, Dense, .. NetworkOptions.OfOnnx];

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var network = NetworkInputs.Network(query);
        var (onnx, weights) = (query.Value(Onnx), query.Value(Safetensors));
        if (onnx is null && weights is null)
        {
            throw new InputException("--onnx FILE or --safetensors FILE is missing: where the network goes");
        }

        List<string> files = [];
        if (onnx is not null)
        {
            var options = new OnnxExportOptions { Opset = (int)(query.Number(Opset, 13, 24) ?? OnnxExportOptions.Default.Opset), Structured = !query.Has(Dense) };
            query.Files.Add(onnx, [.. OnnxExport.ToBytes(network, options)], "--onnx");
            files.Add(onnx);
            if (NetworkSidecar.TryWrite(network) is { } sidecar)
            {
                var beside = Path.ChangeExtension(onnx, ".json");
                if (string.Equals(Path.GetFullPath(beside), Path.GetFullPath(query.Required(NetworkOptions.Network)), StringComparison.OrdinalIgnoreCase))
                {
                    throw new InputException($"--onnx: beside {onnx} stands its sidecar {beside}, which is the network itself; give the model another name");
                }

                query.Files.Add(beside, sidecar, "--onnx");
                files.Add(beside);
            }
        }

        if (weights is not null)
        {
            query.Files.Add(weights, [.. SafetensorsFile.ToBytes(NetworkJson.Weights(network))], "--safetensors");
            files.Add(weights);
        }

        return new Result(network, files);
    }

    private sealed class Result(EquivariantNetwork network, IReadOnlyList<string> files) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, network, "exported network");
            outline.Fact("files", string.Join(", ", files.Select(Path.GetFileName)), "files", files.Select(file => Path.GetFileName(file)!));
        }
    }
}
