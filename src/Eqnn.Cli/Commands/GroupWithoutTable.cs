using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Cli.Output;
using Eqnn.Numbers;

namespace Eqnn.Cli.Commands;

/// <summary>What <c>eqnn group</c> says of a group whose character table is beyond a limit: the facts that need none, and for each of the others the limit that stops it.</summary>
internal sealed class GroupWithoutTable : Report
{
    private readonly FiniteGroup _group;
    private readonly string _needsTable;
    private readonly List<(string Name, string Key, object? Value, string Text)> _facts = [];

    /// <summary>Computes the facts.</summary>
    /// <param name="group">The group.</param>
    /// <param name="limit">What stopped the table.</param>
    /// <param name="cancellationToken">Looked at between the facts.</param>
    public GroupWithoutTable(FiniteGroup group, LimitExceededException limit, CancellationToken cancellationToken)
    {
        _group = group;
        _needsTable = limit.Message;

        void Fact<T>(string name, string key, Func<T> value, Func<T, string> text)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var known = value();
                _facts.Add((name, key, known, text(known)));
            }
            catch (LimitExceededException stopped)
            {
                _facts.Add((name, key, null, stopped.Message));
            }
        }

        static string YesOrNo(bool answer) => answer ? "yes" : "no";
        static string Orders(IEnumerable<BigInteger> orders) => "orders " + string.Join(" > ", orders);
        Fact("exponent", "exponent", () => group.Exponent, order => FormattableString.Invariant($"{order}"));
        Fact("abelian", "abelian", () => group.IsAbelian, YesOrNo);
        Fact("nilpotent", "nilpotent", () => group.IsNilpotent, YesOrNo);
        Fact("solvable", "solvable", () => group.IsSolvable, YesOrNo);
        Fact("perfect", "perfect", () => group.IsPerfect, YesOrNo);
        Fact("simple", "simple", () => group.IsSimple(), YesOrNo);
        Fact("centre", "centreOrder", () => group.Centre.Order, order => FormattableString.Invariant($"order {order}"));
        Fact("derived series", "derivedSeries", () => (IReadOnlyList<BigInteger>)[.. group.DerivedSeries.Select(subgroup => subgroup.Order)], Orders);
        Fact("abelian quotient", "abelianInvariants", () => (IReadOnlyList<BigInteger>)[.. group.AbelianInvariants.Select(order => (BigInteger)order)],
            orders => orders.Count == 0 ? "trivial" : string.Join(" x ", orders.Select(order => FormattableString.Invariant($"C{order}"))));
        if (NormalSubgroupOrders(group) is { } normal)
        {
            Fact("normal subgroups", "normalSubgroupOrders", () => normal, orders => FormattableString.Invariant($"{orders.Count}, orders {string.Join(", ", orders)}"));
        }
    }

    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        page.Heading($"{_group.Name}, order {_group.Order}");
        page.Fact("degree", _group.Degree);
        page.Fact("generators", _group.Generators.Count == 0 ? "none" : Prose.List(_group.Generators.Select(g => g.ToString()), "; "));
        foreach (var (name, _, _, text) in _facts)
        {
            page.Fact(name, text);
        }

        page.Fact("classes, simples", _needsTable);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.Object("group", () =>
        {
            json.Field("name", _group.Name);
            json.Field("order", _group.Order);
            json.Field("degree", _group.Degree);
            Shapes.Permutations(json, "generators", _group.Generators);
        });
        foreach (var (_, key, value, _) in _facts)
        {
            switch (value)
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
                default:
                    json.Null(key);
                    break;
            }
        }

        json.List("refused", _facts.Where(fact => fact.Value is null).Select(fact => fact.Key + ": " + fact.Text).Append("classes, simples: " + _needsTable), json.Item);
    });

    /// <summary>The orders of all normal subgroups of a group that is simple, or has a simple derived subgroup D, not abelian, of index 2 and no centre; null for other groups.</summary>
    /// <remarks>In the second case a normal subgroup contains D or meets it in 1; then it has at most two elements, so it is central, so trivial.</remarks>
    private static IReadOnlyList<BigInteger>? NormalSubgroupOrders(FiniteGroup group)
    {
        try
        {
            if (group.IsSimple())
            {
                return [1, group.Order];
            }

            var derived = group.DerivedSubgroup;
            return !derived.IsAbelian && derived.Order * 2 == group.Order && derived.IsSimple() && group.Centre.Order.IsOne ? [1, derived.Order, group.Order] : null;
        }
        catch (LimitExceededException)
        {
            return null;
        }
    }
}
