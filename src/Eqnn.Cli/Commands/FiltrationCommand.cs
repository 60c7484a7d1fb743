using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Filtrations;
using Eqnn.Records.Json;

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

    private sealed class Result(InvariantFiltration filtration) : Report
    {
        public override void Describe(Page page)
        {
            var set = filtration.Decomposition.Set;
            page.Heading($"{set.Group.Name}, order {set.Group.Order}: invariant functions on {set.Name}, size {set.Size}");
            var rows = new PageTable { Name = "layers" }.Left("").Right("order").Right("dimension").Left("orbits on X/N").Right("compression").Left("simples");
            foreach (var layer in filtration.Layers)
            {
                rows.Row(
                    FormattableString.Invariant($"N{layer.Subgroup.Position + 1}"), layer.Subgroup.Order, layer.Dimension, Prose.List(layer.OrbitLengths.Select(length => FormattableString.Invariant($"{length}"))), layer.Compression,
                    Prose.List(layer.Simples.Select(simple => simple.Label)));
            }

            page.Table(rows);
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            Shapes.Group(json, filtration.Decomposition.Set.Group);
            Shapes.Set(json, "on", filtration.Decomposition.Set);
            json.Records("layers", filtration.Layers, layer =>
            {
                json.Field("normalSubgroup", layer.Subgroup.Position + 1);
                json.Field("order", layer.Subgroup.Order);
                json.Field("dimension", layer.Dimension);
                json.Row("orbits", layer.OrbitLengths.Select(length => (BigInteger)length));
                json.Field("compression", layer.Compression.ToString());
                json.Row("simples", layer.Simples.Select(simple => simple.Label));
            });
        });
    }
}
