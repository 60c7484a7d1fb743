using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;

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
        var lattice = group.ComputeSubgroups(query.Progress, query.CancellationToken);
        if (query.Has(Brief) || query.Format == OutputFormat.Gap)
        {
            return new Result(lattice, null, [], query.Has(Marks));
        }

        var table = CharacterTable.Of(group, query.Progress, query.CancellationToken);
        var sets = new List<SetWithGraph>();
        var firstOfKind = new List<SetWithGraph>();
        foreach (var subgroup in lattice.Classes)
        {
            query.CancellationToken.ThrowIfCancellationRequested();
            query.Progress?.Report(new("interaction graphs of transitive sets", subgroup.Position, lattice.Classes.Count));
            var graph = InteractionGraph.Of(IsotypicDecomposition.Of(table, GSet.Cosets(subgroup)), activation, query.Progress, query.CancellationToken);
            var twin = firstOfKind.Find(set => set.Graph.EdgeCount == graph.EdgeCount && set.Graph.Nodes.Count == graph.Nodes.Count && InteractionComparison.Of(set.Graph, graph).AreEqual);
            sets.Add(new(graph, twin?.Kind ?? firstOfKind.Count, InteractionComparison.Of(graph, sets.Count == 0 ? graph : sets[0].Graph)));
            if (twin is null)
            {
                firstOfKind.Add(sets[^1]);
            }
        }

        return new Result(lattice, table, sets, query.Has(Marks));
    }

    private sealed record SetWithGraph(InteractionGraph Graph, int Kind, InteractionComparison WithRegular);

    private sealed class Result(SubgroupLattice lattice, CharacterTable? table, List<SetWithGraph> sets, bool marks) : Report
    {
        public override void Describe(Page page)
        {
            var activation = sets.Count == 0 ? "" : $"; interaction graphs of {sets[0].Graph.Activation.Name}";
            page.Heading($"{lattice.Group.Name}, order {lattice.Group.Order}: transitive G-sets");
            page.Line($"{lattice.Classes.Count} classes of subgroups, {lattice.SubgroupCount} subgroups{activation}");
            var rows = new PageTable().Left("").Right("degree").Right("stabiliser").Left("name").Right("conjugates").Right("automorphisms").Right("kernel");
            if (sets.Count > 0)
            {
                rows.Left("functions").Right("edges").Left("graph").Left("beside regular");
            }

            rows.Left("generators of the stabiliser");
            foreach (var subgroup in lattice.Classes)
            {
                List<Prose> row =
                [
                    subgroup.Label, subgroup.Index, subgroup.Order, subgroup.StructureName ?? "", subgroup.ConjugateCount, subgroup.NormalizerOrder / subgroup.Order, KernelOrder(subgroup),
                ];
                if (sets.Count > 0)
                {
                    var set = sets[subgroup.Position];
                    row.AddRange([Functions(set), set.Graph.EdgeCount, ClassNames.Letters(set.Kind + 1, 'A'), Beside(set.WithRegular)]);
                }

                row.Add(subgroup.Order == 1 ? "()" : Prose.List(subgroup.Representative.Generators.Select(g => g.ToString()), "; "));
                rows.Row(row);
            }

            page.Table(rows);
            if (table is not null)
            {
                var names = ClassNames.Of(table.Classes);
                page.Line("permutation characters");
                page.Table(CharactersCommand.ValueTable(table, names, sets.Select((set, i) => (lattice.Classes[i].Label, set.Graph.Decomposition.Set.PermutationCharacter(table)))));
            }

            if (marks)
            {
                page.Line("table of marks: fixed points of the subgroup of the column on the set of the row");
                var table = new PageTable().Left("");
                foreach (var subgroup in lattice.Classes)
                {
                    table.Right(subgroup.Label);
                }

                foreach (var subgroup in lattice.Classes)
                {
                    table.Row([(Prose)subgroup.Label, .. lattice.TableOfMarks.MarksOf(subgroup).Select(mark => (Prose)mark)]);
                }

                page.Table(table);
            }
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            Shapes.Group(json, lattice.Group);
            json.Field("subgroupCount", lattice.SubgroupCount);
            if (sets.Count > 0)
            {
                json.Field("activation", sets[0].Graph.Activation.Name);
            }

            json.List("sets", lattice.Classes, subgroup => json.Object(() =>
            {
                json.Field("label", subgroup.Label);
                json.Field("degree", subgroup.Index);
                json.Object("stabiliser", () =>
                {
                    json.Field("order", subgroup.Order);
                    json.Field("name", subgroup.StructureName);
                    Shapes.Permutations(json, "generators", subgroup.Representative.Generators);
                    json.Field("conjugates", subgroup.ConjugateCount);
                    json.Field("normaliserOrder", subgroup.NormalizerOrder);
                });
                json.Field("kernelOrder", KernelOrder(subgroup));
                json.Row("permutationCharacter", subgroup.FixedPointCounts());
                if (sets.Count > 0)
                {
                    var set = sets[subgroup.Position];
                    json.Records("simples", set.Graph.Nodes, node =>
                    {
                        json.Field("label", node.Simple.Label);
                        json.Field("multiplicity", (BigInteger)node.Multiplicity);
                    });
                    json.Record("interaction", () =>
                    {
                        json.Field("edges", set.Graph.EdgeCount);
                        json.Field("kind", set.Kind + 1);
                        json.Field("onlyHere", set.WithRegular.OnlyInFirst.Count);
                        json.Field("onlyRegular", set.WithRegular.OnlyInSecond.Count);
                    });
                }

                if (marks)
                {
                    json.Row("marks", lattice.TableOfMarks.MarksOf(subgroup));
                }
            }));
        });

        public override void WriteGap(TextWriter gap) => GapObjects.WriteGroups(gap, lattice.Classes.Select(subgroup => subgroup.Representative.Generators));

        /// <summary>The elements that fix all points: the classes on which the permutation character is the degree.</summary>
        private BigInteger KernelOrder(SubgroupClass subgroup)
        {
            var (sum, counts) = (BigInteger.Zero, subgroup.FixedPointCounts());
            for (var c = 0; c < counts.Count; c++)
            {
                sum += counts[c] == subgroup.Index ? lattice.Group.ConjugacyClasses[c].Size : 0;
            }

            return sum;
        }

        private static Prose Functions(SetWithGraph set) =>
            Prose.List(set.Graph.Nodes.Select(node => node.Multiplicity == 1 ? node.Simple.Label : FormattableString.Invariant($"{node.Multiplicity}*{node.Simple.Label}")), " + ");

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
