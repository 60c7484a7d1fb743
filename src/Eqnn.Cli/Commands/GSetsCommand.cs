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
    public override IReadOnlyList<Option> Options => [InteractCommand.ActivationOption, Marks, Brief];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Gap];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var activation = InteractCommand.ActivationOf(query);
        var group = Inputs.Group(query);
        return new Result(
            query.Has(Brief) || query.Format == OutputFormat.Gap
                ? GSetCatalogue.Brief(group, query.Progress, query.CancellationToken)
                : GSetCatalogue.Of(group, activation, query.Progress, query.CancellationToken),
            query.Has(Marks));
    }

    private sealed class Result(GSetCatalogue catalogue, bool marks) : Report
    {
        private readonly SubgroupLattice _lattice = catalogue.Lattice;

        public override void Describe(Page page)
        {
            var activation = catalogue.Activation is { } f ? $"; interaction graphs of {f.Name}" : "";
            page.Heading($"{_lattice.Group.Name}, order {_lattice.Group.Order}: transitive G-sets");
            page.Line($"{_lattice.Classes.Count} classes of subgroups, {_lattice.SubgroupCount} subgroups{activation}");
            var rows = new PageTable { Name = "sets" }.Left("").Right("degree").Right("stabiliser").Left("name").Right("conjugates").Right("automorphisms").Right("kernel");
            if (catalogue.Activation is not null)
            {
                rows.Left("functions").Right("edges").Left("graph").Left("beside regular");
            }

            rows.Left("generators of the stabiliser");
            foreach (var set in catalogue.Entries)
            {
                var subgroup = set.Stabiliser;
                List<Prose> row =
                [
                    subgroup.Label, subgroup.Index, subgroup.Order, subgroup.StructureName ?? "", subgroup.ConjugateCount, subgroup.NormalizerOrder / subgroup.Order, set.KernelOrder,
                ];
                if (set is { Graph: { } graph, BesideRegular: { } beside })
                {
                    row.AddRange([Functions(graph), graph.EdgeCount, ClassNames.Letters(set.Kind + 1, 'A'), Beside(beside)]);
                }

                row.Add(subgroup.Order == 1 ? "()" : Prose.List(subgroup.Representative.Generators.Select(g => g.ToString()), "; "));
                rows.Row(row);
            }

            page.Table(rows);
            if (catalogue.Table is { } table)
            {
                var names = ClassNames.Of(table.Classes);
                page.Line("permutation characters");
                page.Table(CharactersCommand.ValueTable(table, names, catalogue.Entries.Select(set => (set.Stabiliser.Label, set.Graph!.Decomposition.Set.PermutationCharacter(table)))));
            }

            if (marks)
            {
                page.Line("table of marks: fixed points of the subgroup of the column on the set of the row");
                var columns = new PageTable { Name = "marks" }.Left("");
                foreach (var subgroup in _lattice.Classes)
                {
                    columns.Right(subgroup.Label);
                }

                foreach (var subgroup in _lattice.Classes)
                {
                    columns.Row([(Prose)subgroup.Label, .. _lattice.TableOfMarks.MarksOf(subgroup).Select(mark => (Prose)mark)]);
                }

                page.Table(columns);
            }
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            json.Group(_lattice.Group);
            json.Field("subgroupCount", _lattice.SubgroupCount);
            if (catalogue.Activation is { } f)
            {
                json.Field("activation", f.Name);
            }

            json.List("sets", catalogue.Entries, set => json.Object(() =>
            {
                var subgroup = set.Stabiliser;
                json.Field("label", subgroup.Label);
                json.Field("degree", subgroup.Index);
                json.Object("stabiliser", () =>
                {
                    json.Field("order", subgroup.Order);
                    json.Field("name", subgroup.StructureName);
                    json.Permutations("generators", subgroup.Representative.Generators);
                    json.Field("conjugates", subgroup.ConjugateCount);
                    json.Field("normaliserOrder", subgroup.NormalizerOrder);
                });
                json.Field("kernelOrder", set.KernelOrder);
                json.Row("permutationCharacter", subgroup.FixedPointCounts());
                if (set is { Graph: { } graph, BesideRegular: { } beside })
                {
                    json.Records("simples", graph.Nodes, node =>
                    {
                        json.Field("label", node.Simple.Label);
                        json.Field("multiplicity", (BigInteger)node.Multiplicity);
                    });
                    json.Record("interaction", () =>
                    {
                        json.Field("edges", graph.EdgeCount);
                        json.Field("kind", set.Kind + 1);
                        json.Field("onlyHere", beside.OnlyInFirst.Count);
                        json.Field("onlyRegular", beside.OnlyInSecond.Count);
                    });
                }

                if (marks)
                {
                    json.Row("marks", _lattice.TableOfMarks.MarksOf(subgroup));
                }
            }));
        });

        public override void WriteGap(TextWriter gap) => GapObjects.WriteGroups(gap, _lattice.Classes.Select(subgroup => subgroup.Representative.Generators));

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
