using System.Collections.Immutable;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>What <c>eqnn group</c> says of a group without its character table: the facts that need none, and for each of the others what stops it. Grows fact by fact; each state is a value.</summary>
internal sealed class GroupWithoutTable : Report
{
    /// <summary>The facts in the order in which they are written; they are found in another one.</summary>
    private static readonly (string Name, string Key)[] Order =
    [
        ("exponent", "exponent"), ("abelian", "abelian"), ("nilpotent", "nilpotent"), ("supersolvable", "supersolvable"), ("solvable", "solvable"), ("perfect", "perfect"), ("simple", "simple"),
        ("centre", "centreOrder"), ("derived series", "derivedSeries"), ("abelian quotient", "abelianInvariants"), ("composition factors", "compositionFactors"), ("chief factors", "chiefFactorOrders"),
        ("normal subgroups", "normalSubgroupOrders"), ("classes", "classCount"), ("normal subgroups", "normalSubgroupCount"), ("simples", "simpleCount"),
    ];

    /// <summary>Facts that are said where theory gives them, and not missed elsewhere.</summary>
    private static readonly string[] Counts = ["classCount", "normalSubgroupCount", "simpleCount"];

    private readonly FiniteGroup _group;
    private readonly ImmutableDictionary<string, (object? Value, string Text)> _facts;
    private readonly string? _table;

    private GroupWithoutTable(FiniteGroup group, ImmutableDictionary<string, (object? Value, string Text)> facts, string? table)
    {
        _group = group;
        _facts = facts;
        _table = table;
    }

    /// <summary>Nothing but order and generators.</summary>
    public static GroupWithoutTable Start(FiniteGroup group) => new(group, ImmutableDictionary<string, (object?, string)>.Empty, "not reached");

    /// <summary>The same with what stopped the table.</summary>
    public GroupWithoutTable WithTable(LimitExceededException limit) => new(_group, _facts, LimitMessage.Of(limit));

    /// <summary>All facts about an abelian group, by theory: none is missing, and no table is needed.</summary>
    public static GroupWithoutTable OfAbelian(FiniteGroup group, Query query)
    {
        var structure = AbelianStructure.Of(group, query.CancellationToken);
        (string Key, object Value, string Text)[] facts =
        [
            ("exponent", structure.Exponent, DecimalText.Of(structure.Exponent)),
            ("abelian", true, "yes"),
            ("nilpotent", true, "yes, class 1"),
            ("supersolvable", true, "yes"),
            ("solvable", true, "yes"),
            ("perfect", false, "no"),
            ("simple", structure.IsSimple, structure.IsSimple ? "yes" : "no"),
            ("centreOrder", group.Order, "order " + DecimalText.Of(group.Order)),
            ("derivedSeries", (IReadOnlyList<BigInteger>)[group.Order, BigInteger.One], "orders " + DecimalText.Of(group.Order) + " > 1"),
            ("abelianInvariants", (IReadOnlyList<BigInteger>)[.. structure.Invariants.Select(order => (BigInteger)order)], Shapes.AbelianGroup(structure.Invariants)),
            ("compositionFactors", structure.CompositionFactors, string.Join(", ", structure.CompositionFactors.Select(GroupCommand.FactorText))),
            ("chiefFactorOrders", structure.ChiefFactorOrders, "orders " + string.Join(", ", structure.ChiefFactorOrders)),
            ("classCount", group.Order, DecimalText.Of(group.Order) + ", one for each element"),
            ("normalSubgroupCount", structure.SubgroupCount, DecimalText.Of(structure.SubgroupCount)),
            ("simpleCount", structure.SimpleCount, FormattableString.Invariant($"{DecimalText.Of(structure.SimpleCount)} real: {DecimalText.Of(structure.LineCount)} of type R and dimension 1, {DecimalText.Of(structure.PlaneCount)} of type C and dimension 2")),
        ];
        return new(group, facts.ToImmutableDictionary(fact => fact.Key, fact => ((object?)fact.Value, fact.Text)), null);
    }

    /// <summary>Computes the facts that are not there yet, the cheap ones first, and offers each state as a partial answer.</summary>
    public GroupWithoutTable Complete(Query query)
    {
        var (answer, group) = (this, _group);
        Fact("abelian", () => group.IsAbelian, YesOrNo);
        Fact("derivedSeries", () => (IReadOnlyList<BigInteger>)[.. group.ComputeDerivedSeries(query.CancellationToken).Select(subgroup => subgroup.Order)], Orders);
        Fact("solvable", () => group.IsSolvable, YesOrNo);
        Fact("perfect", () => group.IsPerfect, YesOrNo);
        Fact("nilpotent", () => group.ComputeLowerCentralSeries(query.CancellationToken)[^1].Order.IsOne, YesOrNo);
        Fact("abelianInvariants", () => (IReadOnlyList<BigInteger>)[.. group.ComputeAbelianInvariants(query.CancellationToken).Select(order => (BigInteger)order)],
            orders => orders.Count == 0 ? "trivial" : string.Join(" x ", orders.Select(order => FormattableString.Invariant($"C{order}"))));
        if (answer.Lattice(query) is { } lattice)
        {
            var chief = ChiefSeries.Of(lattice);
            Fact("normalSubgroupOrders", () => (IReadOnlyList<BigInteger>)[.. lattice.Subgroups.Select(subgroup => subgroup.Order)], orders => FormattableString.Invariant($"{orders.Count}, orders {string.Join(", ", orders.Select(DecimalText.Of))}"));
            Fact("simple", () => lattice.Subgroups.Count == 2, YesOrNo);
            Fact("centreOrder", () => lattice.Subgroups.Where(subgroup => subgroup.IsCentral).Max(subgroup => subgroup.Order), order => "order " + DecimalText.Of(order));
            Fact("compositionFactors", () => chief.CompositionFactors, factors => factors.Count == 0 ? "none" : string.Join(", ", factors.Select(GroupCommand.FactorText)));
            Fact("chiefFactorOrders", () => chief.FactorOrders, orders => orders.Count == 0 ? "none" : "orders " + string.Join(", ", orders.Select(DecimalText.Of)));
            Fact("supersolvable", () => chief.IsSupersolvable, YesOrNo);
        }

        Fact("simple", () => group.IsSimple(query.CancellationToken), YesOrNo);
        Fact("centreOrder", () => group.ComputeCentre(query.CancellationToken).Order, order => "order " + DecimalText.Of(order));
        Fact("exponent", () => group.ComputeExponent(query.CancellationToken), DecimalText.Of);
        return answer;

        void Fact<T>(string key, Func<T> value, Func<T, string> text)
        {
            if (answer._facts.ContainsKey(key))
            {
                return;
            }

            query.CancellationToken.ThrowIfCancellationRequested();
            query.Progress?.Report(new("structure of the group", answer._facts.Count, Order.Length));
            var (known, shown) = Limited(value, text);
            answer = new(group, answer._facts.Add(key, (known, shown)), answer._table);
            query.Partial.Offer(answer);
        }

        static string YesOrNo(bool answer) => answer ? "yes" : "no";
        static string Orders(IEnumerable<BigInteger> orders) => "orders " + string.Join(" > ", orders.Select(DecimalText.Of));
    }

    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        page.Heading($"{_group.Name}, order {_group.Order}");
        page.Fact("degree", _group.Degree);
        page.Fact("generators", _group.Generators.Count == 0 ? "none" : Prose.List(_group.Generators.Select(g => g.ToString()), "; "));
        foreach (var (name, key) in Order)
        {
            if (_facts.TryGetValue(key, out var fact))
            {
                page.Fact(name, fact.Text);
            }
        }

        if (Missing() is { Count: > 0 } missing)
        {
            page.Fact("not reached", string.Join(", ", missing.Select(entry => entry.Name)));
        }

        if (_table is not null)
        {
            page.Fact("classes, simples", _table);
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.GroupByGenerators(_group);
        foreach (var (_, key) in Order.Where(entry => _facts.ContainsKey(entry.Key)))
        {
            switch (_facts[key].Value)
            {
                case bool truth:
                    json.Field(key, truth);
                    break;
                case BigInteger number:
                    json.Field(key, number);
                    break;
                case IReadOnlyList<BigInteger> numbers:
                    json.Row(key, numbers);
                    break;
                case IReadOnlyList<CompositionFactor> factors:
                    json.Records(key, factors, factor =>
                    {
                        json.Field("order", factor.Order);
                        json.Field("name", factor.Name);
                        json.Field("multiplicity", factor.Multiplicity);
                    });
                    break;
                default:
                    json.Null(key);
                    break;
            }
        }

        var refused = Order.Where(entry => _facts.TryGetValue(entry.Key, out var fact) && fact.Value is null).Select(entry => entry.Key + ": " + _facts[entry.Key].Text);
        json.List("refused", refused.Concat(Missing().Select(entry => entry.Key + ": not reached")).Concat(_table is null ? [] : ["classes, simples: " + _table]), json.Item);
    });

    /// <summary>Facts that were not looked at; those of the lattice are left out where there is none.</summary>
    private List<(string Name, string Key)> Missing() =>
        [.. Order.Where(entry => !_facts.ContainsKey(entry.Key) && !Counts.Contains(entry.Key) && (_table is not null || entry.Key != "normalSubgroupOrders") && (!_facts.ContainsKey("exponent") || entry.Key is not ("supersolvable" or "compositionFactors" or "chiefFactorOrders" or "normalSubgroupOrders")))];

    private NormalSubgroupLattice? Lattice(Query query) => Inputs.WithinLimits(() => NormalSubgroupLattice.TryWithoutTable(_group, query.CancellationToken)).Value;

    private static (object? Value, string Text) Limited<T>(Func<T> value, Func<T, string> text)
    {
        try
        {
            var known = value();
            return (known, text(known));
        }
        catch (LimitExceededException stopped)
        {
            return (null, LimitMessage.Of(stopped));
        }
    }
}
