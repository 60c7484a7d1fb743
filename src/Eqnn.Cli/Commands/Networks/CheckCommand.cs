using System.CommandLine;
using System.Globalization;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Plans;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network check</c>: is it equivariant, by how much is it off, and where.</summary>
internal sealed class CheckCommand : NetworkCommand
{
    private static readonly Argument<string> Data = new("INPUTS")
    {
        Description = "for an ONNX file: an array file (.npy, or data.npz:NAME), on which F(gx) and gF(x) of the model itself are compared, layer by layer",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <inheritdoc/>
    public override string Name => "network check";

    /// <inheritdoc/>
    public override string Summary => "is a network equivariant; by how much is it off, at which layer, generator and entry";

    /// <inheritdoc/>
    public override string Details =>
        """
        For an ONNX file every linear map and bias is compared with its projection to the equivariant maps. A network file is equivariant by its form; then, as for the
        projection, F(gv) and gF(v) are compared on random inputs for all generators and for random elements, in double precision. With INPUTS the function of the file itself is
        measured on them: |F(gx) - gF(x)| / |F(x)| for each generator and layer, and of each linear map the share outside the equivariant ones.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network check tests/oracles/networks/onnx/d6_polygon_broken.onnx", "one weight is off by 0.01: which one"),
        ("eqnn network check docs/examples/c8.json", "a network file"),
        ("eqnn network check tests/oracles/networks/onnx/d6_polygon_broken.onnx tests/oracles/networks/onnx/d6_polygon_broken.x.npy", "what the wrong weight does to the outputs"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network, Data];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => NetworkOptions.OfOnnx;

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var path = query.Required(NetworkOptions.Network);
        var tolerance = NetworkInputs.ToleranceOf(query);
        var import = NetworkInputs.IsOnnx(path) ? NetworkInputs.Import(query, path) : null;
        var network = import?.Network ?? NetworkInputs.Network(query);
        var data = query.Value(Data);
        if (data is not null && import is null)
        {
            throw new InputException($"{data}: a network file is equivariant by its form; data are compared for an ONNX file");
        }

        var distances = data is null ? null : import!.FunctionDistances(NetworkInputs.Samples(network, data, NetworkInputs.Inputs(network, data)), query.CancellationToken);
        return new Result(network, import, tolerance, distances, EquivarianceCheck.Of(network, 2, (int)((query.Seed ?? 1) % int.MaxValue), Outputs(network), query.CancellationToken));
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

    private sealed class Result(EquivariantNetwork network, OnnxImport? import, double tolerance, IReadOnlyList<FunctionDistance>? distances, EquivarianceCheck check) : OutlinedReport
    {
        private bool Holds => import is null || import.Worst.Relative <= tolerance;

        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, network, "network");
            outline.Fact("equivariant", import is null ? (Prose)$"{Prose.YesOrNo(true)}, by its form: weights by orbital, biases by orbit, one activation per layer"
                : Holds ? $"{Prose.YesOrNo(true)}, within {Numeric.Short(tolerance)} of the largest entry of each layer"
                : Prose.YesOrNo(false));
            outline.Field("equivariant", Holds);
            outline.Measured("tolerance", tolerance);
            if (import is not null && !Holds)
            {
                outline.Fact("worst", string.Create(CultureInfo.InvariantCulture, $"{NetworkInputs.Place(import.Worst)} is off by {import.Worst.Off:G2}"));
            }

            outline.Fact("measured", $"{(import is null ? "" : Holds ? "of the network that was read, " : "of the nearest equivariant network, not of the file: ")}F(gv) against gF(v), {check.Samples} random inputs, {check.Elements} elements: off by {Numeric.Bound(check.Worst)} of the largest entry");
            if (import is not null)
            {
                outline.InDocument(json => WriteWorst(json, import.Worst));
                NetworkShapes.Describe(outline, import);
            }

            if (import is not null && distances is not null)
            {
                outline.OnPage(page => DescribeDistances(page, import, distances));
                outline.InDocument(json => WriteDistances(json, import, distances));
            }

            outline.InDocument(json => json.Record("measured", () =>
            {
                json.Field("samples", check.Samples);
                json.Field("elements", check.Elements);
                json.Measured("relative", check.Worst);
            }));
        }

        private static void DescribeDistances(Page page, OnnxImport import, IReadOnlyList<FunctionDistance> distances)
        {
            page.Line("the function of the file on the data: |F(gx) - gF(x)| / |F(x)|, and the share of each linear map outside the equivariant ones");
            var rows = new PageTable { Name = "distances" }.Right("layer");
            foreach (var g in distances.Select(distance => distance.Generator).Distinct())
            {
                rows.Right(FormattableString.Invariant($"generator {g}"));
            }

            rows.Left("outside");
            foreach (var layer in distances.GroupBy(distance => distance.State))
            {
                rows.Row([layer.Key, .. layer.Select(distance => (Prose)Numeric.Bound(distance.Relative)), OutsideOf(import, layer.Key)]);
            }

            page.Table(rows);
        }

        private static string OutsideOf(OnnxImport import, int layer) => string.Join(", ", import.Distances.Where(distance => distance.Layer == layer && distance.State >= 0)
            .Select(distance => distance.Outside is { } share ? Numeric.Bound(share) : "not all entries compared"));

        private static void WriteWorst(JsonOutput json, LayerDistance worst) => json.Record("worst", () =>
        {
            json.Field("layer", worst.Layer);
            json.Field("generator", worst.Generator);
            json.Field("row", worst.Row);
            json.Field("column", worst.Column);
            json.Measured("off", worst.Off);
            json.Measured("distance", worst.Distance);
            json.Measured("relative", worst.Relative);
        });

        private static void WriteDistances(JsonOutput json, OnnxImport import, IReadOnlyList<FunctionDistance> distances)
        {
            json.Records("functionDistances", distances, distance =>
            {
                json.Field("generator", distance.Generator);
                json.Field("layer", distance.State);
                json.Measured("relative", distance.Relative);
            });
            json.Records("outside", import.Distances.Where(distance => distance.State >= 0 && distance.Outside is not null), distance =>
            {
                json.Field("layer", distance.Layer);
                json.Field("state", distance.State);
                json.Measured("share", distance.Outside!.Value);
            });
        }
    }
}
