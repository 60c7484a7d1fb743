using System.CommandLine;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks.Onnx;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network import model.onnx</c>: from ONNX to a network file, with the distance of every layer.</summary>
internal sealed class ImportCommand : NetworkCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "an ONNX file" };

    /// <inheritdoc/>
    public override string Name => "network import";

    /// <inheritdoc/>
    public override string Summary => "read an ONNX model, project it to the equivariant maps, report the distance";

    /// <inheritdoc/>
    public override string Details =>
        """
        ONNX carries no group: say it with --group and --layers, or in a sidecar file (docs/networks.md#sidecar). The graph is cut at its activations; what lies between is
        evaluated on unit vectors and projected to the orbital basis. A layer further off than the tolerance is refused, with layer, generator and entry.
        Weights in files beside the model are read from its folder. eqnn network states lists what --layers has to name.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network import tests/oracles/networks/onnx/s20_deepsets.onnx", "deep sets; the sidecar file beside the model says the rest"),
        ("eqnn network import tests/oracles/networks/onnx/c8_conv.onnx --group C8 --layers \"1*regular,6*regular,6*regular,1*regular\"", "a circular convolutional network"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Model];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [.. NetworkOptions.OfOnnx, NetworkOptions.Outside];

    /// <inheritdoc/>
    public override string? OutDescription => "write the network to FILE (net.json)";

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var path = query.Required(Model);
        var tolerance = NetworkInputs.ToleranceOf(query);
        var import = NetworkInputs.Refused(path, NetworkInputs.Import(query, path), tolerance);
        NetworkInputs.WriteNetwork(query, import.Network, query.Has(NetworkOptions.Outside));
        return new Result(import, tolerance);
    }

    private sealed class Result(OnnxImport import, double tolerance) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, import.Network, "imported network");
            outline.Fact("equivariant", $"yes, within {Numeric.Short(tolerance)} of the largest entry of each layer");
            outline.Measured("tolerance", tolerance);
            NetworkShapes.Describe(outline, import);
        }
    }
}
