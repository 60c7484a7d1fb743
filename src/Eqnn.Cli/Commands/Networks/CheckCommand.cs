using System.CommandLine;
using System.Globalization;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Plans;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network check</c>: is it equivariant, by how much is it off, and where.</summary>
internal sealed class CheckCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "network check";

    /// <inheritdoc/>
    public override string Summary => "is a network equivariant; by how much is it off, at which layer, generator and entry";

    /// <inheritdoc/>
    public override string Details =>
        """
        For an ONNX file every linear map and bias is compared with its projection to the equivariant maps. A network file is equivariant by its form; then, as for the
        projection, F(gv) and gF(v) are compared on random inputs for all generators and for random elements, in double precision.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network check tests/oracles/networks/onnx/d6_polygon_broken.onnx", "one weight is off by 0.01: which one"),
        ("eqnn network check docs/examples/c8.json", "a network file"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => NetworkOptions.OfOnnx;

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var path = query.Required(NetworkOptions.Network);
        var tolerance = NetworkInputs.ToleranceOf(query);
        var import = NetworkInputs.IsOnnx(path) ? NetworkInputs.Import(query, path) : null;
        var network = import?.Network ?? NetworkInputs.Network(query);
        return new Result(network, import, tolerance, EquivarianceCheck.Of(network, 2, (int)((query.Seed ?? 1) % int.MaxValue), Outputs(network), query.CancellationToken));
    }

    /// <summary>The outputs by the fast plans in double precision, compiled when first asked for.</summary>
    private static Func<IReadOnlyList<double>, IReadOnlyList<double>> Outputs(EquivariantNetwork network)
    {
        var runner = new Lazy<NetworkRunner<double>>(() => NetworkRunner<double>.Create(network));
        return input =>
        {
            var output = new double[network.Output.Dimension];
            runner.Value.Run(input.ToArray(), output);
            return output;
        };
    }

    private sealed class Result(EquivariantNetwork network, OnnxImport? import, double tolerance, EquivarianceCheck check) : Report
    {
        private bool Holds => import is null || import.Worst.Relative <= tolerance;

        public override void Describe(Page page)
        {
            NetworkShapes.Describe(page, network, "network");
            if (import is null)
            {
                page.Fact("equivariant", $"{Prose.YesOrNo(true)}, by its form: weights by orbital, biases by orbit, one activation per layer");
            }
            else if (Holds)
            {
                page.Fact("equivariant", $"{Prose.YesOrNo(true)}, within {Numeric.Short(tolerance)} of the largest entry of each layer");
            }
            else
            {
                page.Fact("equivariant", Prose.YesOrNo(false));
                page.Fact("worst", string.Create(CultureInfo.InvariantCulture, $"{NetworkInputs.Place(import.Worst)} is off by {import.Worst.Off:G2}"));
            }

            page.Fact("measured", $"{(import is null ? "" : Holds ? "of the network that was read, " : "of the nearest equivariant network, not of the file: ")}F(gv) against gF(v), {check.Samples} random inputs, {check.Elements} elements: off by {Numeric.Bound(check.Worst)} of the largest entry");
            if (import is not null)
            {
                ImportCommand.Table(page, import);
            }
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            NetworkShapes.WriteJson(json, network);
            json.Field("equivariant", Holds);
            json.Measured("tolerance", tolerance);
            if (import is not null)
            {
                json.Record("worst", () =>
                {
                    json.Field("layer", import.Worst.Layer);
                    json.Field("generator", import.Worst.Generator);
                    json.Field("row", import.Worst.Row);
                    json.Field("column", import.Worst.Column);
                    json.Measured("off", import.Worst.Off);
                    json.Measured("distance", import.Worst.Distance);
                    json.Measured("relative", import.Worst.Relative);
                });
                ImportCommand.WriteJson(json, import);
            }

            json.Record("measured", () =>
            {
                json.Field("samples", check.Samples);
                json.Field("elements", check.Elements);
                json.Measured("relative", check.Worst);
            });
        });
    }
}
