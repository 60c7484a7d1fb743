using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Filtrations;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn filtration G --on X</c>: the invariant subspaces that every network preserves.</summary>
internal sealed class FiltrationCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "filtration";

    /// <inheritdoc/>
    public override string Summary => "for every normal subgroup the invariant part, which every network preserves";

    /// <inheritdoc/>
    public override string Details =>
        """
        For a normal subgroup N the N-invariant functions on X are the functions on the set X/N of N-orbits. Every equivariant layer, invariant bias and activation
        preserves them, and for invariant inputs a network is one of G/N on X/N: smaller by the factor shown.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn filtration S4 --on points*points", "through V4, A4 and S4"),
        ("eqnn filtration C12", "one layer for each divisor of 12"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var group = Inputs.Group(query);
        if (AbelianDual.IsPreferredFor(group) && group.IsCyclic)
        {
            return new FrequencyFiltration(CyclicFiltration.Of(FrequencyQuery.Decomposition(group, query), query.CancellationToken));
        }

        var table = CharacterTable.Of(group, query.Progress, query.CancellationToken);
        var decomposition = IsotypicDecomposition.Of(table, Inputs.Set(table.Group, query.Value(CommonOptions.On), "--on"), query.CancellationToken);
        return new Result(InvariantFiltration.Of(decomposition, query.Progress, query.CancellationToken));
    }

    private sealed class Result(InvariantFiltration filtration) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            var set = filtration.Decomposition.Set;
            outline.Heading($"{set.Group.Name}, order {set.Group.Order}: invariant functions on {set.Name}, size {set.Size}");
            outline.InDocument(json => json.Group(set.Group));
            outline.InDocument(json => json.Set("on", set));
            outline.Records("layers", "layers", filtration.Layers, columns => columns
                .Numbered("N", "normalSubgroup", layer => layer.Subgroup.Position)
                .Count("order", "order", layer => layer.Subgroup.Order)
                .Count("dimension", "dimension", layer => layer.Dimension)
                .Counts("orbits on X/N", "orbits", layer => layer.OrbitLengths.Select(length => (BigInteger)length))
                .Right("compression", layer => layer.Compression).Fields((json, layer) => json.Field("compression", layer.Compression.ToString()))
                .Texts("simples", "simples", layer => layer.Simples.Select(simple => simple.Label)));
        }
    }
}
