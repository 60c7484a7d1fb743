using System.CommandLine;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Names;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn groups</c>: the names of groups that are understood; with <c>--order</c> all groups of some orders.</summary>
internal sealed class GroupsCommand : EqnnCommand
{
    private static readonly Option<string> Order = new("--order") { HelpName = "N", Description = "all groups of order N, or N..M, up to 127 (further with --with-gap), with their numbers and invariants" };
    private static readonly Option<string> Abelian = new("--abelian") { HelpName = "YES|NO", Description = "only abelian groups, or only others" };
    private static readonly Option<string> Nilpotent = new("--nilpotent") { HelpName = "YES|NO", Description = "only nilpotent groups, or only others" };
    private static readonly Option<string> Solvable = new("--solvable") { HelpName = "YES|NO", Description = "only solvable groups, or only others" };
    private static readonly Option<string> Type = new("--type") { HelpName = "R|C|H", Description = "only groups with a simple real representation of this type" };

    /// <inheritdoc/>
    public override string Name => "groups";

    /// <inheritdoc/>
    public override string Summary => "the forms of group names, with an example each; with --order all groups of that order";

    /// <inheritdoc/>
    public override string Details =>
        """
        With --order the groups are listed under the numbers of GAP's SmallGroups Library. The description is GAP's: several groups may share one, and its D8 has order 8.
        R, C, H are the numbers of simple real representations of each type. With --with-gap an installed GAP is asked for groups of orders above 127, whose descriptions are then left out:
        its generators are checked to generate a group of that order; that these are all, and their numbers, is GAP's word.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn groups", "all forms of names"),
        ("eqnn groups --order 24", "the 15 groups of order 24"),
        ("eqnn groups --order 1..16 --abelian no --type H", "groups with a quaternionic simple"),
        ("eqnn groups --format json", "for programs"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Order, Abelian, Nilpotent, Solvable, Type, CommonOptions.WithGap];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var filter = new SmallGroupFilter
        {
            IsAbelian = YesOrNo(query, Abelian),
            IsNilpotent = YesOrNo(query, Nilpotent),
            IsSolvable = YesOrNo(query, Solvable),
            HasSimpleOfType = TypeOf(query.Value(Type)),
        };
        if (query.Value(Order) is { } text)
        {
            var orders = Border.Read("--order", () => OrderRange.Parse(text));
            return query.Has(CommonOptions.WithGap)
                ? Border.Read("--with-gap", () => new List(orders, [.. filter.EnumerateGroups(orders, new GapLibrary(), query.Progress, query.CancellationToken)]))
                : new List(orders, [.. filter.EnumerateGroups(orders, query.Progress, query.CancellationToken)]);
        }

        return filter == new SmallGroupFilter() ? new Result() : throw new InputException("groups: --order is missing: which groups are asked about? for example --order 1..63");
    }

    private static bool? YesOrNo(Query query, Option<string> option) => query.Value(option)?.ToUpperInvariant() switch
    {
        null => null,
        "YES" => true,
        "NO" => false,
        _ => throw new InputException($"{option.Name}: '{query.Value(option)}' is neither yes nor no"),
    };

    private static SimpleType? TypeOf(string? text) => text?.ToUpperInvariant() switch
    {
        null => null,
        "R" => SimpleType.Real,
        "C" => SimpleType.Complex,
        "H" => SimpleType.Quaternionic,
        _ => throw new InputException($"--type: '{text}' is no type; use R, C or H"),
    };

    private sealed class Result : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading("Names of groups");
            outline.Records("forms", "forms", GroupNames.Forms, columns => columns
                .Text("form", "form", form => form.Form)
                .Text("example", "example", form => form.Example)
                .Text("group", "description", form => form.Description));
        }
    }

    private sealed class List(OrderRange orders, IReadOnlyList<(SmallGroup Entry, GroupFacts Facts)> groups) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading(FormattableString.Invariant($"Groups of order {orders}: {groups.Count} listed"));
            outline.Field("orders", orders.ToString());
            outline.Records("groups", "groups", groups, columns => columns
                .Left("group", group => group.Entry.Id.ToString()).Fields((json, group) => json.Id(group.Entry.Id))
                .Text("description (GAP)", "description", group => group.Entry.Description)
                .Count("degree", "degree", group => group.Entry.Degree)
                .Count("classes", "classes", group => group.Facts.ClassCount)
                .Right("centre", group => group.Facts.CentreOrder)
                .Left("abelian quotient", group => Shapes.AbelianGroup(group.Facts.AbelianInvariants))
                .Right("normal", group => group.Facts.NormalSubgroupCount)
                .Right("R", group => group.Facts.RealSimples.Sum(pair => pair.Count))
                .Right("C", group => group.Facts.ComplexSimples.Sum(pair => pair.Count))
                .Right("H", group => group.Facts.QuaternionicSimples.Sum(pair => pair.Count))
                .Fields((json, group) => WriteFacts(json, group.Facts)));
        }

        private static void WriteFacts(JsonOutput json, GroupFacts facts)
        {
            Pairs("degrees", facts.Degrees);
            Pairs("realR", facts.RealSimples);
            Pairs("realC", facts.ComplexSimples);
            Pairs("realH", facts.QuaternionicSimples);
            json.Field("normalSubgroups", facts.NormalSubgroupCount);
            json.Row("abelianInvariants", facts.AbelianInvariants.Select(order => (System.Numerics.BigInteger)order));
            json.Field("centre", facts.CentreOrder);
            json.Field("derived", facts.DerivedOrder);
            json.Field("derivedLength", facts.DerivedLength);
            json.Field("nilpotencyClass", facts.NilpotencyClass);
            json.Field("exponent", facts.Exponent);
            json.List("elementOrders", facts.ElementOrders, pair => json.Row([pair.Order, pair.Count]));

            void Pairs(string name, IReadOnlyList<(long Value, int Count)> pairs) => json.List(name, pairs, pair => json.Row([pair.Value, (System.Numerics.BigInteger)pair.Count]));
        }
    }
}
