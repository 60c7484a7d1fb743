using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn branching G H</c>: restriction to a subgroup, and induction from it.</summary>
internal sealed class BranchingCommand : EqnnCommand
{
    private static readonly Argument<string> Subgroup = new("SUBGROUP") { Description = "generators as (1,2,3);(1,2), or #k, the k-th class of eqnn gsets" };

    /// <inheritdoc/>
    public override string Name => "branching";

    /// <inheritdoc/>
    public override string Summary => "how irreducible characters and simples restrict to a subgroup, and are induced from it";

    /// <inheritdoc/>
    public override string Details =>
        """
        Row X, column Y: how often the character Y of the subgroup occurs in X restricted; by Frobenius reciprocity also how often X occurs in Y induced.
        For the real simples a row is the restriction only.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn branching S4 \"(1,2,3);(1,2)\"", "boxes are taken away from partitions"),
        ("eqnn branching A5 #8", "to the A4 inside"),
        ("eqnn branching Q8 \"(1,2,3,4)(5,6,7,8)\"", "a quaternionic simple of dimension 4 on C4"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group, Subgroup];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var group = Inputs.Group(query);
        if (query.Required(Subgroup).StartsWith('#'))
        {
            group.RequireSubgroups(query.CancellationToken);
        }

        var table = CharacterTable.Of(group, query.Progress, query.CancellationToken);
        var subgroup = SubgroupOf(table.Group, query.Required(Subgroup), query);
        return new Result(ClassFusion.Of(subgroup, table, query.Progress, query.CancellationToken));
    }

    private static FiniteGroup SubgroupOf(FiniteGroup group, string text, Query query)
    {
        if (text.StartsWith('#'))
        {
            var classes = group.ComputeSubgroups(query.Progress, query.CancellationToken).Classes;
            return int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= classes.Count
                ? classes[number - 1].Representative
                : throw new InputException(FormattableString.Invariant($"subgroup: '{text}' is no class of subgroups of {group.Name}; write #1 to #{classes.Count}"));
        }

        return Inputs.Generated(group, text, "subgroup");
    }

    private sealed class Result(ClassFusion fusion) : OutlinedReport
    {
        private readonly CharacterTable _group = fusion.Group;
        private readonly CharacterTable _subgroup = fusion.Subgroup;

        protected override void Describe(Outline outline)
        {
            var (names, below) = (ClassNames.Of(_group.Classes), ClassNames.Of(_subgroup.Classes));
            outline.Heading($"{_group.Group.Name}, order {_group.Group.Order}: restriction to a subgroup of order {_subgroup.Group.Order}");
            outline.InDocument(json => json.Group(_group.Group));
            outline.Fact("subgroup", _subgroup.Group.Generators.Count == 0 ? "()" : Prose.List(_subgroup.Group.Generators.Select(g => g.ToString()), "; "), WriteSubgroup);
            outline.Fact("index", _group.Group.Order / _subgroup.Group.Order);
            outline.Fact("fusion of classes", Prose.List(fusion.Map.Select((c, i) => below[i] + " to " + names[c])), json => json.Positions("fusion", fusion.Map));
            outline.Records("complex", "characters", _group.Irreducibles, columns => columns
                .Text("complex", "label", character => character.Label)
                .Right("degree", character => character.Degree)
                .RightOfEach(_subgroup.Irreducibles, lower => $"{lower.Label} ({lower.Degree})", (character, lower) => Count(fusion.Multiplicity(character.Position, lower.Position)))
                .Fields((json, character) => json.Row("restriction", _subgroup.Irreducibles.Select(lower => fusion.Multiplicity(character.Position, lower.Position)))));
            outline.Records("real", "simples", _group.Simples.Select(simple => (Simple: simple, Restriction: fusion.RestrictionOf(simple))), columns => columns
                .Text("real", "label", row => row.Simple.Label)
                .Left("also", row => string.Join(", ", row.Simple.Aliases))
                .Left("type", row => row.Simple.Type.Letter())
                .Right("dimension", row => row.Simple.Dimension)
                .RightOfEach(_subgroup.Simples.Index(), lower => $"{lower.Item.Label} ({lower.Item.Dimension}{lower.Item.Type.Letter()})", (row, lower) => Count(row.Restriction[lower.Index]))
                .Fields((json, row) => json.Row("restriction", row.Restriction)));
        }

        private void WriteSubgroup(JsonOutput json) => json.Object("subgroup", () =>
        {
            json.Subgroup(_subgroup.Group);
            json.Classes(_subgroup.Group);
            json.List("characters", _subgroup.Irreducibles, character => json.Object(() =>
            {
                json.Field("label", character.Label);
                json.ExactRow("values", character.Values.Values);
            }));
            json.List("simples", _subgroup.Simples, simple => json.Object(() => json.Simple(simple)));
        });

        private static Prose Count(BigInteger count) => count.IsZero ? "." : count;
    }
}
