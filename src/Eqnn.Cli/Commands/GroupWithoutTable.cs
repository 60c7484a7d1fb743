using Eqnn.Algebra.Characters;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>What <c>eqnn group</c> says of a group without its character table: a survey, and why there is no table.</summary>
/// <param name="survey">What is known.</param>
/// <param name="table">What stopped the table; null where none is needed.</param>
internal sealed class GroupWithoutTable(GroupSurvey survey, string? table) : OutlinedReport
{
    /// <summary>How people call the facts.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["centreOrder"] = "centre",
        ["derivedSeries"] = "derived series",
        ["abelianInvariants"] = "abelian quotient",
        ["compositionFactors"] = "composition factors",
        ["chiefFactorOrders"] = "chief factors",
        ["normalSubgroupOrders"] = "normal subgroups",
        ["classCount"] = "classes",
        ["normalSubgroupCount"] = "normal subgroups",
        ["simpleCount"] = "simples",
    };

    /// <summary>Facts that are said where theory gives them, and not missed elsewhere.</summary>
    private static readonly string[] Counts = ["classCount", "normalSubgroupCount", "simpleCount"];

    /// <summary>Facts that a list of normal subgroups gives: left out where there is none.</summary>
    private static readonly string[] OfLattice = ["supersolvable", "compositionFactors", "chiefFactorOrders", "normalSubgroupOrders"];

    /// <summary>Before the table was tried.</summary>
    public static GroupWithoutTable Start(GroupSurvey survey) => new(survey, "not reached");

    /// <summary>The same with what stopped the table.</summary>
    public static GroupWithoutTable StoppedBy(LimitExceededException limit, GroupSurvey survey) => new(survey, LimitMessage.Of(limit));

    /// <summary>Completes the survey, and offers each state as a partial answer.</summary>
    public static GroupSurvey Complete(GroupSurvey survey, Func<GroupSurvey, GroupWithoutTable> report, Query query) => survey.Complete(state => query.Partial.Offer(report(state)), query.Progress, query.CancellationToken);

    /// <inheritdoc/>
    protected override void Describe(Outline outline)
    {
        GroupCommand.Describe(outline, survey.Group, false);
        outline.InDocument(json => json.GroupByGenerators(survey.Group));
        foreach (var fact in survey.Facts)
        {
            // Orders may have hundreds of thousands of digits: each is written for the format that is asked for.
            outline.OnPage(page => page.Fact(NameOf(fact.Key), TextOf(fact)));
            outline.InDocument(json => Write(json, fact));
        }

        var missing = Missing();
        if (missing.Count > 0)
        {
            outline.Fact("not reached", string.Join(", ", missing.Select(NameOf)));
        }

        if (table is not null)
        {
            outline.Fact(OfTable, table);
        }

        var refused = survey.Facts.Where(fact => fact.Limit is not null).Select(fact => fact.Key + ": " + TextOf(fact));
        outline.InDocument(json => json.List("refused", refused.Concat(missing.Select(key => key + ": not reached")).Concat(table is null ? [] : [OfTable + ": " + table]), json.Item));
    }

    private static void Write(JsonOutput json, GroupFact fact)
    {
        switch (fact)
        {
            case { Truth: { } truth }:
                json.Field(fact.Key, truth);
                break;
            case { Number: { } number }:
                json.Field(fact.Key, number);
                break;
            case { Numbers: { } numbers }:
                json.Row(fact.Key, numbers);
                break;
            case { Factors: { } factors }:
                json.Factors(fact.Key, factors);
                break;
            default:
                json.Null(fact.Key);
                break;
        }
    }

    /// <summary>What is missing without a table.</summary>
    private string OfTable => survey.Has("classCount") ? "character table" : "classes, simples";

    private static string NameOf(string key) => Names.GetValueOrDefault(key, key);

    /// <summary>Facts that were not looked at.</summary>
    private List<string> Missing() => [.. GroupSurvey.Keys.Where(key => !survey.Has(key) && !Counts.Contains(key) && (table is not null || key != "normalSubgroupOrders") && !(survey.Has("exponent") && OfLattice.Contains(key)))];

    private string TextOf(GroupFact fact) => fact switch
    {
        { Limit: { } limit } => LimitMessage.Of(limit),
        { Truth: { } truth } => (truth ? "yes" : "no") + (fact.Key == "nilpotent" && survey.Abelian is not null ? ", class 1" : ""),
        { Key: "centreOrder", Number: { } order } => "order " + DecimalText.Of(order),
        { Key: "classCount", Number: { } count } => DecimalText.Of(count) + (survey.Abelian is null ? "" : ", one for each element"),
        { Key: "simpleCount", Number: { } count } when survey.Abelian is null => DecimalText.Of(count) + " real",
        { Key: "simpleCount", Number: { } count } => FormattableString.Invariant($"{DecimalText.Of(count)} real: {DecimalText.Of(survey.Abelian!.LineCount)} of type R and dimension 1, {DecimalText.Of(survey.Abelian.PlaneCount)} of type C and dimension 2"),
        { Number: { } number } => DecimalText.Of(number),
        { Factors: { } factors } => factors.Count == 0 ? "none" : string.Join(", ", factors.Select(GroupCommand.FactorText)),
        { Key: "abelianInvariants", Numbers: { } orders } => Shapes.AbelianGroup(orders.Select(order => (long)order)),
        { Key: "derivedSeries", Numbers: { } orders } => "orders " + string.Join(" > ", orders.Select(DecimalText.Of)),
        { Key: "normalSubgroupOrders", Numbers: { } orders } => FormattableString.Invariant($"{orders.Count}, orders {string.Join(", ", orders.Select(DecimalText.Of))}"),
        { Numbers: { } orders } => orders.Count == 0 ? "none" : "orders " + string.Join(", ", orders.Select(DecimalText.Of)),
        _ => "",
    };
}
