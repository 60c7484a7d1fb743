using System.CommandLine;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Subgroups;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Isotropy;
using Eqnn.Records.Groups;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn orbits G --on X</c>: orbit types, and what equivariant maps can output at vectors of each.</summary>
internal sealed class OrbitsCommand : EqnnCommand
{
    private static readonly Option<string> SimplesOption = new("--simples") { HelpName = "L,...", Description = "the space is a sum of simples, a list: L1,L3 or standard,sign; in place of --on" };

    /// <inheritdoc/>
    public override string Name => "orbits";

    /// <inheritdoc/>
    public override string Summary => "the types of inputs by their symmetry, and what an equivariant map can output at each";

    /// <inheritdoc/>
    public override string Details =>
        """
        Every vector has a stabiliser; vectors with conjugate stabilisers form a stratum. At a vector with stabiliser H a continuous equivariant map into a simple K takes exactly the
        values that H fixes: where H fixes only 0, every network gives 0 there, whatever its layers, weights and activation.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn orbits S4 --on points", "why the sign is 0 at every vector with two equal coordinates"),
        ("eqnn orbits D4 --simples L4", "the plane with the square: generic vectors and two kinds of mirrors"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On, SimplesOption];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        if (query.Value(SimplesOption) is not null && query.Value(CommonOptions.On) is not null)
        {
            throw new InputException("orbits: --on and --simples name two spaces; give one of them");
        }

        var group = Inputs.Group(query);
        group.RequireSubgroups(query.CancellationToken);
        var table = CharacterTable.Of(group, query.Progress, query.CancellationToken);
        return new Result(query.Value(SimplesOption) is { } names
            ? OrbitTypes.Of(Inputs.Simples(table, names), query.Progress, query.CancellationToken)
            : OrbitTypes.Of(table, Inputs.Set(table.Group, query.Value(CommonOptions.On), "--on"), query.Progress, query.CancellationToken));
    }

    private sealed class Result(OrbitTypes types) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            var group = types.Table.Group;
            outline.Heading($"{group.Name}, order {group.Order}: orbit types of {types.Space}, dimension {types.Dimension}");
            outline.InDocument(json => json.Group(group));
            outline.Field("space", types.Space);
            outline.Field("dimension", types.Dimension);
            outline.Objects("types", "types", types.Types, columns => columns
                .Left("", type => FormattableString.Invariant($"T{type.Position + 1}"))
                .Right("order of H", type => type.Stabiliser.Order).Fields((json, type) => json.Record("stabiliser", () => json.Subgroup(type.Stabiliser)))
                .Left("generators", type => Prose.List(type.Stabiliser.Generators.Select(g => g.ToString()).DefaultIfEmpty("()"))).Fields((json, type) => json.Field("class", type.Subgroups.Position + 1))
                .Count("orbit", "orbitLength", type => type.OrbitLength)
                .Count("dimension", "fixedDimension", type => type.FixedDimension).Fields((json, type) => json.Field("stratumDimension", type.FixedDimension))
                .Count("fixed spaces", "fixedSpaces", type => type.FixedSpaceCount).Fields((json, type) => json.Field("normal", type.IsNormal))
                .Left("outputs", type => Prose.List(types.OutputsAt(type).Where(output => output.Dimension > 0).Select(output => FormattableString.Invariant($"{output.Simple.Label}:{output.Dimension}"))))
                .Fields((json, type) => json.Records("outputs", types.OutputsAt(type), output =>
                {
                    json.Field("simple", output.Simple.Label);
                    json.Field("dimension", output.Dimension);
                }))
                .Texts("forced to 0", "zero", type => types.OutputsAt(type).Where(output => output.Dimension == 0).Select(output => output.Simple.Label)));
            outline.Line("outputs: the dimension of what equivariant maps into a simple can take as values at a vector of the type; dimension: that of the fixed spaces and of the stratum");
            outline.InDocument(json => json.List("order", types.Inclusions(), pair => json.Row([pair.Small.Position + 1, pair.Large.Position + 1])));
        }
    }
}
