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
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn group G</c>: what kind of group it is.</summary>
internal sealed class GroupCommand : EqnnCommand
{
    private const int ListedSimples = 12;

    /// <summary>Tables of groups up to this order take a moment.</summary>
    private const int WorthFactsFirst = 1_000_000;

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

    public static void DescribeGenerators(Page page, FiniteGroup group, bool fromGap)
    {
        page.Heading($"{group.Name}, order {group.Order}");
        page.Fact("degree", group.Degree);
        page.Fact("generators", group.Generators.Count == 0 ? "none" : Prose.List(group.Generators.Select(g => g.ToString()), "; "));
        if (fromGap)
        {
            page.Fact("source", "GAP gave the generators; that they generate a group of this order is checked");
        }
    }

    private class BriefResult(FiniteGroup group, bool fromGap) : Report
    {
        public override void Describe(Page page) => DescribeGenerators(page, group, fromGap);

        public override void WriteJson(JsonOutput json) => json.Object(() => json.GroupByGenerators(group));

        public override void WriteGap(TextWriter gap) => gap.Write(GapObjects.Group(group.Generators) + ";\n");
    }

    private sealed class Result(CharacterTable table, GroupNumber? identified, bool fromGap) : BriefResult(table.Group, fromGap)
    {
        private readonly FiniteGroup _group = table.Group;

        // There may be too many normal subgroups to be listed.
        private readonly (ChiefSeries? Value, LimitExceededException? Limit) _chief = LimitExceededException.Within(() => ChiefSeries.Of(table.NormalSubgroups));

        public override void Describe(Page page)
        {
            base.Describe(page);
            if (identified is not null)
            {
                page.Fact("number", identified.ToString());
            }

            page.Fact("exponent", _group.Exponent);
            page.Fact("abelian", Prose.YesOrNo(_group.IsAbelian));
            page.Fact("nilpotent", _group.IsNilpotent ? $"{Prose.YesOrNo(true)}, class {_group.LowerCentralSeries.Count - 1}" : Prose.YesOrNo(false));
            if (_chief.Value is { } known)
            {
                page.Fact("supersolvable", Prose.YesOrNo(known.IsSupersolvable));
            }

            page.Fact("solvable", Prose.YesOrNo(_group.IsSolvable));
            page.Fact("perfect", Prose.YesOrNo(_group.IsPerfect));
            page.Fact("simple", Prose.YesOrNo(_group.IsSimple()));
            page.Fact("centre", $"order {_group.Centre.Order}");
            page.Fact("derived series", $"orders {string.Join(" > ", _group.DerivedSeries.Select(subgroup => subgroup.Order))}");
            page.Fact("abelian quotient", Shapes.AbelianGroup(_group.AbelianInvariants));
            if (_chief.Value is { } chief)
            {
                page.Fact("composition factors", chief.CompositionFactors.Count == 0 ? "none" : string.Join(", ", chief.CompositionFactors.Select(FactorText)));
                page.Fact("chief factors", chief.FactorOrders.Count == 0 ? "none" : $"orders {string.Join(", ", chief.FactorOrders)}");
                page.Fact("classes", _group.ConjugacyClasses.Count);
                page.Fact("normal subgroups", table.NormalSubgroups.Subgroups.Count);
                page.Fact("minimal normal", OrdersOf(table.NormalSubgroups.Trivial.UpperCovers));
                page.Fact("maximal normal", OrdersOf(table.NormalSubgroups.Whole.LowerCovers));
            }
            else
            {
                page.Fact("classes", _group.ConjugacyClasses.Count);
                page.Fact("normal subgroups", LimitMessage.Of(_chief.Limit!));
            }

            page.Fact("simples", $"{table.Simples.Count} real{(table.Simples.Count <= ListedSimples ? " (type, dimension)" : "")}: {Simples()}");
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            json.Group(_group);
            json.Id(identified?.Id);
            json.Field("abelian", _group.IsAbelian);
            json.Field("nilpotent", _group.IsNilpotent);
            Known("supersolvable", chief => json.Field("supersolvable", chief.IsSupersolvable));
            json.Field("solvable", _group.IsSolvable);
            json.Field("perfect", _group.IsPerfect);
            json.Field("simple", _group.IsSimple());
            json.Object("centre", () =>
            {
                json.Field("order", _group.Centre.Order);
                json.Permutations("generators", _group.Centre.Generators);
            });
            json.Row("derivedSeries", _group.DerivedSeries.Select(subgroup => subgroup.Order));
            json.Row("lowerCentralSeries", _group.LowerCentralSeries.Select(subgroup => subgroup.Order));
            json.Row("abelianInvariants", _group.AbelianInvariants.Select(order => (BigInteger)order));
            Known("compositionFactors", chief => json.Factors("compositionFactors", chief.CompositionFactors));
            Known("chiefFactorOrders", chief => json.Row("chiefFactorOrders", chief.FactorOrders));
            Known("minimalNormalSubgroups", _ => json.Positions("minimalNormalSubgroups", table.NormalSubgroups.Trivial.UpperCovers.Select(normal => normal.Position)));
            Known("maximalNormalSubgroups", _ => json.Positions("maximalNormalSubgroups", table.NormalSubgroups.Whole.LowerCovers.Select(normal => normal.Position)));
            json.Classes(_group);
            Known("normalSubgroupCount", _ => json.Field("normalSubgroupCount", (BigInteger)table.NormalSubgroups.Subgroups.Count));
            json.List("simples", table.Simples, simple => json.Object(() => json.Simple(simple)));
            if (_chief.Limit is { } limit)
            {
                json.List("refused", ["normal subgroups: " + LimitMessage.Of(limit)], json.Item);
            }

            void Known(string key, Action<ChiefSeries> write)
            {
                if (_chief.Value is { } chief)
                {
                    write(chief);
                }
                else
                {
                    json.Null(key);
                }
            }
        });

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
