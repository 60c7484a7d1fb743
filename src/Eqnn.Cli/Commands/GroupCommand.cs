using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Records.Groups;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn group G</c>: what kind of group it is.</summary>
internal sealed class GroupCommand : EqnnCommand
{
    private const int ListedSimples = 12;

    /// <summary>Tables of groups up to this order take a moment.</summary>
    private const int WorthFactsFirst = 10_000;

    private static readonly Option<bool> Brief = new("--brief") { Description = "only name, order, degree and generators: also for groups too large for a character table" };

    /// <inheritdoc/>
    public override string Name => "group";

    /// <inheritdoc/>
    public override string Summary => "order, structure, classes and simples of a group";

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn group S4", "a solvable group"),
        ("eqnn group \"perm:(1,2,3,4,5);(1,2,3)\"", "a group by generators"),
        ("eqnn group \"SmallGroup(24,3)\"", "a group by its number"),
        ("eqnn group S100", "what needs no character table"),
        ("eqnn group S100 --brief", "only the order and the generators"),
        ("eqnn group Q8 --format gap", "the same group for GAP"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Brief, CommonOptions.WithGap];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Gap];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var (group, fromGap) = Inputs.GroupWithGap(query);
        if (query.Has(Brief) || query.Format == OutputFormat.Gap)
        {
            return new BriefResult(group, fromGap);
        }

        if (AbelianStructure.IsPreferredFor(group))
        {
            return new GroupWithoutTable(GroupSurvey.OfAbelian(group, query.CancellationToken), null);
        }

        if (GroupSurvey.IsPreferredFor(group))
        {
            return new GroupWithoutTable(GroupSurvey.Start(group).Complete(null, query.Progress, query.CancellationToken), null);
        }

        var facts = GroupSurvey.Start(group);
        query.Partial.Offer(GroupWithoutTable.Start(facts));

        // Where the table may take long, first what needs none: it is printed even if time or memory ends the rest.
        facts = group.Order > WorthFactsFirst ? GroupWithoutTable.Complete(facts, GroupWithoutTable.Start, query) : facts;
        try
        {
            return new Result(CharacterTable.Of(group, query.Progress, query.CancellationToken), GroupNumber.TryOf(group, query.Has(CommonOptions.WithGap) ? new GapLibrary() : null, query.CancellationToken), fromGap);
        }
        catch (LimitExceededException limit)
        {
            return GroupWithoutTable.StoppedBy(limit, GroupWithoutTable.Complete(facts, state => GroupWithoutTable.StoppedBy(limit, state), query));
        }
    }

    /// <summary>A composition factor by its name, with its multiplicity.</summary>
    public static string FactorText(CompositionFactor factor) =>
        (factor.Name ?? FormattableString.Invariant($"a simple group of order {factor.Order}")) + (factor.Multiplicity == 1 ? "" : FormattableString.Invariant($" ({factor.Multiplicity} times)"));

    /// <summary>The heading of a group, and how it is given.</summary>
    public static void Describe(Outline outline, FiniteGroup group, bool fromGap) => outline.OnPage(page =>
    {
        page.Heading($"{group.Name}, order {group.Order}");
        page.Fact("degree", group.Degree);
        page.Fact("generators", group.Generators.Count == 0 ? "none" : Prose.List(group.Generators.Select(g => g.ToString()), "; "));
        if (fromGap)
        {
            page.Fact("source", "GAP gave the generators; that they generate a group of this order is checked");
        }
    });

    private sealed class BriefResult(FiniteGroup group, bool fromGap) : OutlinedReport
    {
        public override void WriteGap(TextWriter gap) => gap.Write(GapObjects.Group(group.Generators) + ";\n");

        protected override void Describe(Outline outline)
        {
            GroupCommand.Describe(outline, group, fromGap);
            outline.InDocument(json => json.GroupByGenerators(group));
        }
    }

    private sealed class Result(CharacterTable table, GroupNumber? identified, bool fromGap) : OutlinedReport
    {
        private readonly FiniteGroup _group = table.Group;

        // There may be too many normal subgroups to be listed.
        private readonly (ChiefSeries? Value, LimitExceededException? Limit) _chief = LimitExceededException.Within(() => ChiefSeries.Of(table.NormalSubgroups));

        protected override void Describe(Outline outline)
        {
            GroupCommand.Describe(outline, _group, fromGap);
            outline.InDocument(json => json.Group(_group));
            outline.InDocument(json => json.Id(identified?.Id));
            if (identified is not null)
            {
                outline.Fact("number", identified.ToString());
            }

            outline.Fact("exponent", _group.Exponent);
            outline.Fact("abelian", "abelian", _group.IsAbelian);
            outline.Fact("nilpotent", _group.IsNilpotent ? $"{Prose.YesOrNo(true)}, class {_group.LowerCentralSeries.Count - 1}" : Prose.YesOrNo(false), "nilpotent", _group.IsNilpotent);
            IfListed(outline, "supersolvable", chief => outline.Fact("supersolvable", "supersolvable", chief.IsSupersolvable));
            outline.Fact("solvable", "solvable", _group.IsSolvable);
            outline.Fact("perfect", "perfect", _group.IsPerfect);
            outline.Fact("simple", "simple", _group.IsSimple());
            outline.Fact("centre", $"order {_group.Centre.Order}", json => json.Object("centre", () => json.Subgroup(_group.Centre)));
            outline.Fact("derived series", $"orders {string.Join(" > ", _group.DerivedSeries.Select(subgroup => subgroup.Order))}", json => json.Row("derivedSeries", _group.DerivedSeries.Select(subgroup => subgroup.Order)));
            outline.InDocument(json => json.Row("lowerCentralSeries", _group.LowerCentralSeries.Select(subgroup => subgroup.Order)));
            outline.Fact("abelian quotient", Shapes.AbelianGroup(_group.AbelianInvariants), json => json.Row("abelianInvariants", _group.AbelianInvariants.Select(order => (BigInteger)order)));
            IfListed(outline, "compositionFactors", chief => outline.Fact("composition factors", chief.CompositionFactors.Count == 0 ? "none" : string.Join(", ", chief.CompositionFactors.Select(FactorText)), json => json.Factors("compositionFactors", chief.CompositionFactors)));
            IfListed(outline, "chiefFactorOrders", chief => outline.Fact("chief factors", chief.FactorOrders.Count == 0 ? "none" : $"orders {string.Join(", ", chief.FactorOrders)}", json => json.Row("chiefFactorOrders", chief.FactorOrders)));
            outline.Fact("classes", _group.ConjugacyClasses.Count);
            DescribeNormal(outline);
            outline.Fact("simples", $"{table.Simples.Count} real{(table.Simples.Count <= ListedSimples ? " (type, dimension)" : "")}: {Simples()}", json => json.List("simples", table.Simples, simple => json.Object(() => json.Simple(simple))));
            if (_chief.Limit is { } limit)
            {
                outline.InDocument(json => json.List("refused", ["normal subgroups: " + LimitMessage.Of(limit)], json.Item));
            }
        }

        private void DescribeNormal(Outline outline)
        {
            // Without a list the lattice may not be asked for.
            outline.Fact("normal subgroups", _chief.Limit is { } limit ? LimitMessage.Of(limit) : (Prose)table.NormalSubgroups.Subgroups.Count);
            Extreme("minimal normal", "minimalNormalSubgroups", () => table.NormalSubgroups.Trivial.UpperCovers);
            Extreme("maximal normal", "maximalNormalSubgroups", () => table.NormalSubgroups.Whole.LowerCovers);
            outline.InDocument(json => json.Classes(_group));
            IfListed(outline, "normalSubgroupCount", _ => outline.Field("normalSubgroupCount", table.NormalSubgroups.Subgroups.Count));

            void Extreme(string name, string field, Func<IReadOnlyList<NormalSubgroup>> found) =>
                IfListed(outline, field, _ => outline.Fact(name, OrdersOf(found()), json => json.Positions(field, found().Select(normal => normal.Position))));
        }

        /// <summary>What a list of normal subgroups gives; else null in the document, and nothing on the page.</summary>
        private void IfListed(Outline outline, string field, Action<ChiefSeries> describe)
        {
            if (_chief.Value is { } chief)
            {
                describe(chief);
            }
            else
            {
                outline.InDocument(json => json.Null(field));
            }
        }

        private static string OrdersOf(IReadOnlyList<NormalSubgroup> subgroups) =>
            subgroups.Count == 0 ? "none"
            : subgroups.Count <= ListedSimples ? string.Join(", ", subgroups.Select(normal => FormattableString.Invariant($"N{normal.Position + 1} (order {normal.Order})")))
            : string.Join(", ", subgroups.CountBy(normal => normal.Order).OrderBy(pair => pair.Key).Select(pair => FormattableString.Invariant($"{pair.Value} of order {pair.Key}")));

        private Prose Simples() => table.Simples.Count <= ListedSimples
            ? Prose.List(table.Simples.Select(simple => FormattableString.Invariant($"{simple.Label} ({simple.Type.Letter()}, {simple.Dimension})")))
            : string.Join(", ", table.Simples.GroupBy(simple => simple.Type).OrderBy(type => type.Key).Select(type =>
                FormattableString.Invariant($"{(type.Count() == table.Simples.Count ? "all" : FormattableString.Invariant($"{type.Count()}"))} of type {type.Key.Letter()}, {Dimensions([.. type.Select(simple => simple.Dimension)])}")));

        private static string Dimensions(IReadOnlyList<BigInteger> dimensions) => dimensions.Min() == dimensions.Max()
            ? FormattableString.Invariant($"of dimension {dimensions[0]}")
            : FormattableString.Invariant($"dimensions {dimensions.Min()} to {dimensions.Max()}");
    }
}
