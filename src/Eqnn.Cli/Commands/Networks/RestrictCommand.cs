using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Reductions;

namespace Eqnn.Cli.Commands.Networks;

/// <summary><c>eqnn network restrict net.json --to "(1,3,5,7)(2,4,6,8)"</c>: the network as one of a subgroup.</summary>
internal sealed class RestrictCommand : NetworkCommand
{
    private static readonly Option<string> To = new("--to")
    {
        HelpName = "H",
        Description = "the subgroup: generators (1,2)(3,4);(1,3), or a normal one by its number in eqnn normal-subgroups or as order:4",
        Required = true,
    };

    /// <inheritdoc/>
    public override string Name => "network restrict";

    /// <inheritdoc/>
    public override string Summary => "the same network as one of a subgroup, with a weight for each of its orbitals";

    /// <inheritdoc/>
    public override string Details =>
        """
        The numbers stay what they are; every orbital of the group falls into orbitals of the subgroup, which get weights of their own. For training on where only the subgroup is a symmetry.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn network restrict docs/examples/c8.json --to \"(1,3,5,7)(2,4,6,8)\"", "C8 to the even shifts"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [NetworkOptions.Network];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [To, NetworkOptions.Outside, .. NetworkOptions.OfOnnx];

    /// <inheritdoc/>
    public override string? OutDescription => "write the network of the subgroup to FILE (net.json)";

    /// <inheritdoc/>
    protected override Report AnswerOf(Query query)
    {
        var network = NetworkInputs.Network(query);
        var subgroup = SubgroupWord.Of(network.Group, query, query.Value(To)!, "--to");
        var restricted = Border.Read("--to", () => NetworkRestriction.To(network, subgroup, query.CancellationToken));
        NetworkInputs.WriteNetwork(query, restricted, query.Has(NetworkOptions.Outside));
        return new Result(network, restricted);
    }

    private sealed class Result(EquivariantNetwork network, EquivariantNetwork restricted) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            NetworkShapes.Describe(outline, restricted, "network of the subgroup");
            outline.Fact("before", $"{network.Group.Name}, {NetworkShapes.States(network)}, {network.ParameterCount} parameters", "originalParameters", network.ParameterCount);
        }
    }
}
