using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn gsets G</c>: all transitive G-sets.</summary>
internal sealed class GSetsCommand : EqnnCommand
{
    private static readonly Option<bool> Marks = new("--marks") { Description = "also the table of marks" };
    private static readonly Option<bool> Brief = new("--brief") { Description = "no permutation characters and no interaction graphs" };

    /// <inheritdoc/>
    public override string Name => "gsets";

    /// <inheritdoc/>
    public override string Summary => "all transitive G-sets: stabilisers, permutation characters, simples, interaction graphs";

    /// <inheritdoc/>
    public override string Details =>
        """
        The transitive G-sets are G/H, one for each conjugacy class of subgroups H; #k is the k-th class, and --on cosets:#k names the set in other commands.
        Sets with one letter have the same interaction graph. The last column compares with the regular set on the simples that occur in both: equal, or how many
        edges the set has more (+) and fewer (-). Format gap: representatives of the classes of subgroups.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn gsets S4", "11 sets, from the 24 elements to one point"),
        ("eqnn gsets D6 --activation abs", "which sets have the same graph"),
        ("eqnn gsets A5 --marks", "with the table of marks"),
        ("eqnn gsets S6 --brief", "the 56 classes of subgroups only"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [ActivationOptions.ActivationOption, Marks, Brief];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Gap];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var activation = ActivationOptions.ActivationOf(query);
        var group = Inputs.Group(query);
        return new Result(
            query.Has(Brief) || query.Format == OutputFormat.Gap
                ? GSetCatalogue.Brief(group, query.Progress, query.CancellationToken)
                : GSetCatalogue.Of(group, activation, query.Progress, query.CancellationToken),
            query.Has(Marks));
    }

    private sealed class Result(GSetCatalogue catalogue, bool marks) : OutlinedReport
    {
        private readonly SubgroupLattice _lattice = catalogue.Lattice;

        public override void WriteGap(TextWriter gap) => GapObjects.WriteGroups(gap, _lattice.Classes.Select(subgroup => subgroup.Representative.Generators));

        protected override void Describe(Outline outline)
        {
            outline.Heading($"{_lattice.Group.Name}, order {_lattice.Group.Order}: transitive G-sets");
            outline.InDocument(json => json.Group(_lattice.Group));
            outline.Field("subgroupCount", _lattice.SubgroupCount);
            outline.Line($"{_lattice.Classes.Count} classes of subgroups, {_lattice.SubgroupCount} subgroups{(catalogue.Activation is { } f ? $"; interaction graphs of {f.Name}" : "")}");
            if (catalogue.Activation is { } activation)
            {
                outline.Field("activation", activation.Name);
            }

            outline.Objects("sets", "sets", catalogue.Entries, Columns);
            if (catalogue.Table is { } table)
            {
                outline.Line("permutation characters");
                outline.OnPage(page => page.Table(ClassFunctionTable.Of(table, ClassNames.Of(table.Classes), catalogue.Entries.Select(set => (set.Stabiliser.Label, set.Graph!.Decomposition.Set.PermutationCharacter(table))))));
            }

            if (marks)
            {
                outline.Line("table of marks: fixed points of the subgroup of the column on the set of the row");
                outline.Table("marks", _lattice.Classes.Select(subgroup => (subgroup.Label, Marks: _lattice.TableOfMarks.MarksOf(subgroup))), columns => columns
                    .Left("", row => row.Label)
                    .RightOfEach(_lattice.Classes.Index(), column => column.Item.Label, (row, column) => row.Marks[column.Index]));
            }
        }

        private void Columns(RecordColumns<GSetEntry> columns)
        {
            columns
                .Text("", "label", set => set.Stabiliser.Label)
                .Count("degree", "degree", set => set.Stabiliser.Index)
                .Right("stabiliser", set => set.Stabiliser.Order)
                .Left("name", set => set.Stabiliser.StructureName ?? "")
                .Right("conjugates", set => set.Stabiliser.ConjugateCount)
                .Right("automorphisms", set => set.Stabiliser.NormalizerOrder / set.Stabiliser.Order)
                .Fields((json, set) => json.Object("stabiliser", () =>
                {
                    json.Field("order", set.Stabiliser.Order);
                    json.Field("name", set.Stabiliser.StructureName);
                    json.Permutations("generators", set.Stabiliser.Representative.Generators);
                    json.Field("conjugates", set.Stabiliser.ConjugateCount);
                    json.Field("normaliserOrder", set.Stabiliser.NormalizerOrder);
                }))
                .Count("kernel", "kernelOrder", set => set.KernelOrder)
                .Fields((json, set) => json.Row("permutationCharacter", set.Stabiliser.FixedPointCounts()));
            if (catalogue.Activation is not null)
            {
                columns
                    .Left("functions", set => Functions(set.Graph!)).Fields((json, set) => json.Records("simples", set.Graph!.Nodes, node =>
                    {
                        json.Field("label", node.Simple.Label);
                        json.Field("multiplicity", (BigInteger)node.Multiplicity);
                    }))
                    .Right("edges", set => set.Graph!.EdgeCount)
                    .Left("graph", set => ClassNames.Letters(set.Kind + 1, 'A'))
                    .Left("beside regular", set => Beside(set.BesideRegular!)).Fields((json, set) => json.Record("interaction", () =>
                    {
                        json.Field("edges", set.Graph!.EdgeCount);
                        json.Field("kind", set.Kind + 1);
                        json.Field("onlyHere", set.BesideRegular!.OnlyInFirst.Count);
                        json.Field("onlyRegular", set.BesideRegular.OnlyInSecond.Count);
                    }));
            }

            columns.Left("generators of the stabiliser", set => set.Stabiliser.Order == 1 ? "()" : Prose.List(set.Stabiliser.Representative.Generators.Select(g => g.ToString()), "; "));
            if (marks)
            {
                columns.Fields((json, set) => json.Row("marks", _lattice.TableOfMarks.MarksOf(set.Stabiliser)));
            }
        }

        private static Prose Functions(InteractionGraph graph) =>
            Prose.List(graph.Nodes.Select(node => node.Multiplicity == 1 ? node.Simple.Label : FormattableString.Invariant($"{node.Multiplicity}*{node.Simple.Label}")), " + ");

        private static string Beside(InteractionComparison comparison)
        {
            string[] parts =
            [
                comparison.OnlyInFirst.Count > 0 ? FormattableString.Invariant($"+{comparison.OnlyInFirst.Count}") : "",
                comparison.OnlyInSecond.Count > 0 ? FormattableString.Invariant($"-{comparison.OnlyInSecond.Count}") : "",
            ];
            return comparison.AgreeWhereBothAre ? "equal" : string.Join(" ", parts.Where(part => part.Length > 0));
        }
    }
}
