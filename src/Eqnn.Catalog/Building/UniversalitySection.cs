using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Subgroups;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.PiecewiseLinear.Universality;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>What one hidden layer G/H can do with functions on a G-set, for every H up to conjugacy (docs/theory.md#universal): the closure of H, whether networks with it are universal, whether they tell all orbits apart.</summary>
/// <remarks>What follows from the closure, and a pair of inputs that is not told apart, are certificates; that all orbits are told apart, and in which degree polynomials are missed first, the library says, on small sets.</remarks>
internal static class UniversalitySection
{
    /// <summary>The certificates, and what the library says beside them.</summary>
    public static (IReadOnlyList<JsonItem> Certificates, JsonItem Described) Of(GSet set, IReadOnlyList<Permutation> elements, CancellationToken cancellationToken)
    {
        var (classes, limit) = Classes(set, cancellationToken);
        if (limit is not null)
        {
            return ([], Described(set, json => json.Field("limit", limit)));
        }

        var images = elements.Select(g => Enumerable.Range(0, (int)set.Size).Select(x => (int)set.Apply(g, x)).ToArray()).ToList();
        var certificates = new List<JsonItem>();
        foreach (var subgroups in classes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            certificates.Add(Certificate(set, subgroups, images));
        }

        if (set.Size > CatalogLimits.MaxSearchedPoints)
        {
            return (certificates, Described(set, json => json.List("separates", certificates.Select(record => record["separates"]), json.Item)));
        }

        var options = UniversalityOptions.Default.WithMaxDegree(CatalogLimits.MaxDegree).WithMaxSubspaces(CatalogLimits.MaxSubspaces).WithMaxUnions(0);
        var table = UniversalityTable.Of(set, null, options, null, cancellationToken);
        return ([.. certificates.Zip(table.Sets, Completed)], Described(set, json =>
        {
            json.List("separates", table.Sets.Select(hidden => hidden.Class.Separates is { } separates ? JsonItem.Of(separates) : JsonItem.Null), json.Item);
            json.Row("missed", table.Sets.Select(hidden => hidden.Class.FirstMissed?.Degree));
            json.Field("lastDegree", CatalogLimits.MaxDegree);
        }));
    }

    private static JsonItem Described(GSet set, Action<JsonOutput> fields) => JsonItem.Record(json =>
    {
        json.Field("kind", "universality");
        json.Field("set", set.Name);
        fields(json);
    });

    /// <summary>The certificate with the pair of inputs that is not told apart, where only a search decides that.</summary>
    private static JsonItem Completed(JsonItem record, HiddenSet hidden)
    {
        Agree(record, hidden);
        return hidden.Class.Unseen is { } unseen && record["separates"].Kind == JsonKind.Null
            ? record.With("separates", JsonItem.Of(false)).With("unseen", JsonItem.List([Whole(unseen.First), Whole(unseen.Second)]))
            : record;
    }

    /// <summary>The classes of subgroups, or the limit that stops them.</summary>
    private static (IReadOnlyList<SubgroupClass> Classes, string? Limit) Classes(GSet set, CancellationToken cancellationToken)
    {
        if (set.Group.Order > CatalogLimits.MaxSubgroupOrder)
        {
            return ([], CatalogLimits.TooLargeForSubgroups((int)set.Group.Order));
        }

        var classes = set.Group.ComputeSubgroups(null, cancellationToken).Classes;
        return (classes, CatalogLimits.TooManySubgroups(classes.Count));
    }

    private static JsonItem Certificate(GSet set, SubgroupClass subgroups, IReadOnlyList<int[]> images)
    {
        var stabiliser = subgroups.Representative;
        var orbits = OrbitPartition.LeastPoints((int)set.Size, [.. stabiliser.Generators.Select(g => Enumerable.Range(0, (int)set.Size).Select(x => (int)set.Apply(g, x)).ToArray())]);
        var isDiscrete = orbits.Index().All(point => point.Index == point.Item);
        var isInvariant = set.GeneratorActions.All(g => orbits.Index().All(point => orbits[g[point.Index]] == orbits[g[point.Item]]));
        return JsonItem.Record(json =>
        {
            json.Field("set", set.Name);
            json.Permutations("hidden", stabiliser.Generators);
            json.Field("points", subgroups.Index);
            json.Field("closure", images.Count(g => orbits.Index().All(point => orbits[g[point.Index]] == point.Item)));
            json.Field("normal", isInvariant);
            json.Field("universal", isDiscrete);
            json.Field("separates", isDiscrete ? true : isInvariant ? false : null);
        });
    }

    /// <summary>Requires that closure, normality and universality are on both routes the same.</summary>
    internal static void Agree(JsonItem record, HiddenSet hidden)
    {
        var found = ((int)hidden.Closure.Order, hidden.Class.NeedsNoReadout, hidden.Class.IsUniversal);
        if (found != (record["closure"].Whole(), record["normal"].Truth(), record["universal"].Truth()))
        {
            throw new CertificateException("closures of stabilisers agree on both routes", $"{record}: {found}");
        }
    }

    private static JsonItem Whole(NetworkInput input) => JsonItem.List(input.Channels[0].Select(value => JsonItem.Of(value.Value.ToRational().ToBigInteger())));
}
