using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.Records.Json;

namespace Eqnn.Records.Explorations;

/// <summary>What the pages of a site say of a group, as one line of JSON: the row of the index, and the row of the comparison of two groups.</summary>
public static class SiteRecord
{
    /// <summary>The most classes of a group whose character table stands in the row of the comparison: larger ones are read on the page of the group.</summary>
    private const int MaxClassesBeside = 40;

    /// <summary>The row of the index: invariants by which groups are searched and sorted.</summary>
    /// <param name="exploration">The group with its G-sets; the first set counts for arrows and for pairs that need two layers.</param>
    /// <param name="name">The name under which the site lists the group.</param>
    /// <param name="id">The folder of its page.</param>
    /// <param name="cancellationToken">Looked at while values are written.</param>
    public static string Row(Exploration exploration, string name, string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exploration);
        return Written(json => Invariants(json, exploration, name, id), cancellationToken);
    }

    /// <summary>The row of the comparison: the invariants, the elements by order, the conjugacy classes by order and size, the character table of at most 40 classes, the simples with their arrows of ReLU on the first G-set, the normal subgroups.</summary>
    /// <param name="exploration">The group with its G-sets.</param>
    /// <param name="name">The name under which the site lists the group.</param>
    /// <param name="id">The folder of its page.</param>
    /// <param name="cancellationToken">Looked at while values are written.</param>
    public static string Comparison(Exploration exploration, string name, string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exploration);
        var (table, set) = (exploration.Table, exploration.Sets[0]);
        var places = set.Components.Select(component => component.Simple.Position).ToList();
        var targets = set.Even.Edges.Select(edge => (edge.From, edge.To)).Concat(Enumerable.Range(0, places.Count).Select(i => (From: i, To: i))).Distinct().ToLookup(edge => places[edge.From], edge => places[edge.To]);
        return Written(json =>
        {
            Invariants(json, exploration, name, id);
            json.Field("set", set.Decomposition.Set.Name);
            json.List("elements", table.Group.ConjugacyClasses.GroupBy(c => c.ElementOrder).OrderBy(orders => orders.Key), orders => json.Row([orders.Key, orders.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Size)]));
            json.List("classes", table.Group.ConjugacyClasses.GroupBy(c => (c.ElementOrder, c.Size)).OrderBy(alike => alike.Key), alike => json.Row([alike.Key.ElementOrder, alike.Key.Size, alike.Count()]));
            json.Field("mostClasses", MaxClassesBeside);
            if (table.Classes.Count <= MaxClassesBeside)
            {
                Table(json, table);
            }

            json.List("simple", table.Simples, simple => json.Object(() =>
            {
                json.Field("label", simple.Label);
                json.Field("dimension", simple.Dimension);
                json.Field("type", simple.TypeLetter.ToString());
                json.Field("kernel", GroupPart.Digits(simple.KernelOrder));
                json.Field("image", GroupPart.Digits(simple.ImageOrder));
                json.Field("copies", set.Decomposition.Multiplicity(simple));
                json.Row("arrows", targets[simple.Position].Order());
            }));
            json.List("subgroups", table.NormalSubgroups.Subgroups, n => json.Object(() =>
            {
                json.Field("order", GroupPart.Digits(n.Order));
                json.Row("covers", n.LowerCovers.Select(m => m.Position));
                json.Row("kernelOf", GroupPart.KernelOf(table, n).Select(simple => simple.Label));
            }));
        }, cancellationToken);
    }

    /// <summary>The table in its own order; equal values have equal texts, also across groups.</summary>
    private static void Table(JsonOutput json, CharacterTable table)
    {
        var values = new Numbering<Cyclotomic>();
        json.List("columns", table.Group.ConjugacyClasses, c => json.Row([c.ElementOrder, c.Size]));
        json.List("characters", table.Irreducibles, character => json.Object(() =>
        {
            json.Field("label", character.Label);
            json.Field("degree", character.Degree);
            json.Field("indicator", character.Indicator);
            json.Row("row", Enumerable.Range(0, table.Classes.Count).Select(i => values.NumberOf(character[i])));
        }));
        json.Row("values", values.Values.Select(value => value.ToString("R")));
    }

    private static void Invariants(JsonOutput json, Exploration exploration, string name, string id)
    {
        var (table, set) = (exploration.Table, exploration.Sets[0]);
        json.Field("name", name);
        json.Field("id", id);
        json.Measured("order", (double)table.Group.Order);
        json.Field("simples", table.Simples.Count);
        json.Field("types", string.Concat(table.Simples.Select(simple => simple.TypeLetter)));
        json.Field("normal", table.NormalSubgroups.Subgroups.Count);
        json.Field("arrows", set.Arrows);
        json.Field("abelian", table.Irreducibles.All(character => character.Degree == 1));
        json.Field("solvable", table.Group.IsSolvable);
        json.Field("pair", set.HasPairOfTwoLayers);
        json.Field("lattice", table.NormalSubgroups.Subgroups.All(n => n.LowerCovers.Count <= 1) ? "chain" : "branched");
        json.Field("table", SortedValues(table));
    }

    /// <summary>A short hash of the values of the table, sorted in each row and then by rows: equal tables have equal hashes in whatever order classes and characters stand.</summary>
    private static string SortedValues(CharacterTable table)
    {
        var values = string.Join(";", table.Irreducibles.Select(character => string.Join(",", Enumerable.Range(0, table.Classes.Count).Select(i => character[i].ToString()).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(values)))[..16];
    }

    private static string Written(Action<JsonOutput> fields, CancellationToken cancellationToken)
    {
        using var json = new JsonOutput(JsonLayout.Compact, cancellationToken);
        json.Object(() => fields(json));
        return json.Finish().TrimEnd('\n');
    }
}
