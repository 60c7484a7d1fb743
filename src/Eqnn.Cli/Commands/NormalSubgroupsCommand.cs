using System.CommandLine;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn normal-subgroups G</c>: the lattice of normal subgroups.</summary>
internal sealed class NormalSubgroupsCommand : EqnnCommand
{
    private const int MaxListedClasses = 1000;

    /// <inheritdoc/>
    public override string Name => "normal-subgroups";

    /// <inheritdoc/>
    public override string Summary => "all normal subgroups and which lie in which";

    /// <inheritdoc/>
    public override string Details =>
        """
        N1 is trivial, the last one is the group. Every normal subgroup is a union of classes; these are listed where there are at most 1000 of them and they are found soon. Large groups need neither
        classes nor a character table: their orbits and blocks are enough.
        A normal subgroup covers another if it contains it with none between. --svg draws the Hasse diagram; eqnn characters G --quotient k has the table of G/Nk.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn normal-subgroups S4", "1 < V4 < A4 < S4"),
        ("eqnn normal-subgroups D4 --format dot", "the Hasse diagram for Graphviz"),
        ("eqnn normal-subgroups Q8 --format gap", "as groups that GAP reads"),
        ("eqnn normal-subgroups \"S30 wr C2\"", "a group of order 1.4·10^65"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => PictureFiles.Options;

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Gap, OutputFormat.Dot];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        PictureFiles.AreWanted(query);
        var lattice = NormalSubgroupLattice.Of(Inputs.Group(query), query.Progress, query.CancellationToken);
        lattice.ComputeGenerators(query.Progress, query.CancellationToken);
        PictureFiles.Add(query, look => HasseDrawing.OfNormalSubgroups(lattice, look));
        return new Result(lattice, ListedClasses(lattice.Group, query));
    }

    /// <summary>The classes, where there are few: they cost more than the subgroups do, and fill the page.</summary>
    private static IReadOnlyList<ConjugacyClass>? ListedClasses(FiniteGroup group, Query query)
    {
        // S15 has order 1.3·10^12 and 176 classes; groups of larger order than this are refused by the search for classes, or have very many.
        if (group.Order > group.Limits.MaxSearchedOrder || group.HasSlowClasses)
        {
            return null;
        }

        var classes = LimitExceededException.Within(() => group.ComputeConjugacyClasses(query.Progress, query.CancellationToken)).Value;
        return classes?.Count <= MaxListedClasses ? classes : null;
    }

    private sealed class Result(NormalSubgroupLattice lattice, IReadOnlyList<ConjugacyClass>? classes) : OutlinedReport
    {
        private readonly FiniteGroup _group = lattice.Group;

        public override void WriteGap(TextWriter gap) => GapObjects.WriteGroups(gap, lattice.Subgroups.Select(subgroup => subgroup.Generators));

        public override void WriteDot(TextWriter dot)
        {
            dot.Write($"digraph {GapObjects.Quoted("normal subgroups of " + _group.Name)} {{\n  rankdir = BT;\n  node [shape = plaintext];\n  edge [arrowhead = none];\n");
            foreach (var subgroup in lattice.Subgroups)
            {
                dot.Write(FormattableString.Invariant($"  {NameOf(subgroup)} [label = \"{NameOf(subgroup)}\\norder {subgroup.Order}\"];\n"));
            }

            foreach (var subgroup in lattice.Subgroups)
            {
                foreach (var below in subgroup.LowerCovers)
                {
                    dot.Write($"  {NameOf(below)} -> {NameOf(subgroup)};\n");
                }
            }

            dot.Write("}\n");
        }

        protected override void Describe(Outline outline)
        {
            outline.Heading($"{_group.Name}, order {_group.Order}: normal subgroups");
            outline.InDocument(WriteGroup);
            outline.Objects("subgroups", "normalSubgroups", lattice.Subgroups, columns =>
            {
                columns.Left("", subgroup => NameOf(subgroup)).Count("order", "order", subgroup => subgroup.Order).Right("index", subgroup => subgroup.Index).Left("covers", subgroup => Prose.List(subgroup.LowerCovers.Select(NameOf)));
                if (classes is null)
                {
                    columns.Fields((json, _) => json.Null("classes"));
                }
                else
                {
                    var names = ClassNames.Of(classes);
                    columns.Left("classes", subgroup => ClassNames.Set(names, subgroup.ClassPositions)).Fields((json, subgroup) => json.Positions("classes", subgroup.ClassPositions));
                }

                columns.Left("generators", subgroup => Prose.List(subgroup.Generators.Select(g => g.ToString()), "; ")).Fields((json, subgroup) => json.Permutations("generators", subgroup.Generators))
                    .Fields((json, subgroup) => json.Positions("covers", subgroup.LowerCovers.Select(below => below.Position)));
            });
        }

        private static string NameOf(NormalSubgroup subgroup) => FormattableString.Invariant($"N{subgroup.Position + 1}");

        private void WriteGroup(JsonOutput json)
        {
            if (classes is null)
            {
                json.GroupByGenerators(_group);
                json.Null("classes");
            }
            else
            {
                json.Group(_group);
                json.Classes(_group);
            }
        }
    }
}
