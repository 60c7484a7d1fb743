using System.CommandLine;
using Eqnn.Algebra.Characters;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Drawing;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn normal-subgroups G</c>: the lattice of normal subgroups.</summary>
internal sealed class NormalSubgroupsCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "normal-subgroups";

    /// <inheritdoc/>
    public override string Summary => "all normal subgroups and which lie in which";

    /// <inheritdoc/>
    public override string Details =>
        """
        Every normal subgroup is a union of classes; all of them are read off the character table. N1 is trivial, the last one is the group.
        A normal subgroup covers another if it contains it with none between. --svg draws the Hasse diagram; eqnn characters G --quotient k has the table of G/Nk.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn normal-subgroups S4", "1 < V4 < A4 < S4"),
        ("eqnn normal-subgroups D4 --format dot", "the Hasse diagram for Graphviz"),
        ("eqnn normal-subgroups Q8 --format gap", "as groups that GAP reads"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.Svg];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Gap, OutputFormat.Dot];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var table = Inputs.Table(query);
        var lattice = NormalSubgroupLattice.Of(table, NormalSubgroupLattice.DefaultMaximumCount, query.Progress, query.CancellationToken);
        if (query.Value(CommonOptions.Svg) is { } path)
        {
            AtomicFile.Write(path, HasseDrawing.NormalSubgroupsToSvg(lattice), "--svg");
        }

        return new Result(table, lattice);
    }

    private sealed class Result(CharacterTable table, NormalSubgroupLattice lattice) : Report
    {
        public override void Describe(Page page)
        {
            var names = ClassNames.Of(table.Classes);
            page.Heading($"{table.Group.Name}, order {table.Group.Order}: normal subgroups");
            var rows = new PageTable().Left("").Right("order").Right("index").Left("covers").Left("classes").Left("generators");
            foreach (var subgroup in lattice.Subgroups)
            {
                rows.Row(
                    NameOf(subgroup), subgroup.Order, subgroup.Index, Prose.List(subgroup.LowerCovers.Select(NameOf)), ClassNames.Set(names, subgroup.ClassPositions),
                    Prose.List(subgroup.Generators.Select(g => g.ToString()), "; "));
            }

            page.Table(rows);
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            Shapes.Group(json, table.Group);
            Shapes.Classes(json, table.Group);
            json.List("normalSubgroups", lattice.Subgroups, subgroup => json.Object(() =>
            {
                json.Field("order", subgroup.Order);
                json.Row("classes", Shapes.FromOne(subgroup.ClassPositions));
                Shapes.Permutations(json, "generators", subgroup.Generators);
                json.Row("covers", Shapes.FromOne(subgroup.LowerCovers.Select(below => below.Position)));
            }));
        });

        public override void WriteGap(TextWriter gap)
        {
            gap.Write("[\n");
            foreach (var subgroup in lattice.Subgroups)
            {
                gap.Write($"  {GapObjects.Group(subgroup.Generators)}{(subgroup.Position + 1 < lattice.Subgroups.Count ? "," : "")}\n");
            }

            gap.Write("]\n");
        }

        public override void WriteDot(TextWriter dot)
        {
            dot.Write($"digraph {GapObjects.Quoted("normal subgroups of " + table.Group.Name)} {{\n  rankdir = BT;\n  node [shape = plaintext];\n  edge [arrowhead = none];\n");
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

        private static string NameOf(NormalSubgroup subgroup) => FormattableString.Invariant($"N{subgroup.Position + 1}");
    }
}
