using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks.Reductions;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network compress net.json --normal 2</c>: the exact smaller network for invariant inputs.</summary>
internal sealed class CompressCommand : NetworkCommand
{
    private static readonly Option<string> Normal = new("--normal")
    {
        HelpName = "N",
        Description = "the normal subgroup: its number in eqnn normal-subgroups (1 is trivial), order:4 where there is one of that order, or generators (1,2)(3,4);(1,3)(2,4)",
        Required = true,
    };

    /// <inheritdoc/>
    public override string Name => "network compress";

    /// <inheritdoc/>
    public override string Summary => "the exact smaller network of G/N on X/N, for inputs that N leaves unchanged";

    /// <inheritdoc/>
    public override string Details =>
        """
        Every layer, invariant bias and activation preserves the functions that are constant on the orbits of a normal subgroup N. On them the network is one of G/N on the
        sets X/N of orbits; its weights are sums of the old ones. The result is compared with the original on random invariant inputs.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network compress docs/examples/c8.json --normal 2", "C8 to C4, for inputs of period 4"),
        ("eqnn network compress tests/oracles/networks/onnx/s3_regular_dense_elu.onnx --normal order:3", "S3 to a group of order 2"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Normal, NetworkOptions.Outside, .. NetworkOptions.OfOnnx];

    /// <inheritdoc/>
    public override string? OutDescription => "write the smaller network to FILE (net.json)";

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var network = NetworkInputs.Network(query);
        var subgroup = SubgroupWord.Of(network.Group, query, query.Value(Normal)!, "--normal");
        var compression = Border.Read("--normal", () => NetworkCompression.Of(network, subgroup, query.CancellationToken));
        NetworkInputs.WriteNetwork(query, compression.Network, query.Has(NetworkOptions.Outside));
        return new Result(compression, compression.Measure());
    }

    private sealed class Result(NetworkCompression compression, double difference) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            var (old, now) = (compression.Original, compression.Network);
            NetworkShapes.Describe(outline, now, "compressed network");
            outline.Fact("normal subgroup", $"order {compression.SubgroupOrder} in {old.Group.Name}", "subgroupOrder", compression.SubgroupOrder);
            outline.Fact("before", $"{NetworkShapes.States(old)}, {old.ParameterCount} parameters", "originalParameters", old.ParameterCount);
            outline.Fact("inputs", $"{now.Input.Dimension} numbers in place of {old.Input.Dimension}");
            outline.Fact("compared", $"with the original on random invariant inputs: the largest difference is {Numeric.Bound(difference)} of the largest output");
            outline.Measured("difference", difference);
            if (compression.OrbitOfPoint[0].Count <= 64)
            {
                var orbits = compression.OrbitOfPoint[0].Select((orbit, point) => (orbit, point)).GroupBy(pair => pair.orbit).Select(group => $"{{{string.Join(",", group.Select(pair => pair.point + 1))}}}");
                outline.Fact("points", $"of the input, together: {string.Join(" ", orbits)}");
            }

            outline.InDocument(json => json.List("orbitOfPoint", compression.OrbitOfPoint, json.Positions));
        }
    }
}
