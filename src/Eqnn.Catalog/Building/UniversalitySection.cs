using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Subgroups;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.PiecewiseLinear.Universality;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Building;

/// <summary>What one hidden layer G/H can do with functions on a G-set, for every H up to conjugacy (docs/theory.md#universal): the closure of H, whether networks with it are universal, whether they tell all orbits apart.</summary>
/// <remarks>What follows from the closure, and a pair of inputs that is not told apart, are certificates; that all orbits are told apart, and in which degree polynomials are missed first, the library says, on small sets.</remarks>
internal static class UniversalitySection
{
    /// <summary>The certificates, and what the library says beside them.</summary>
    public static (IReadOnlyList<JObject> Certificates, JObject Described) Of(GSet set, IReadOnlyList<Permutation> elements, CancellationToken cancellationToken)
    {
        var described = new JObject { ["kind"] = "universality", ["set"] = set.Name };
        if (Classes(set, described, cancellationToken) is not { } classes)
        {
            return ([], described);
        }

        var images = elements.Select(g => Enumerable.Range(0, (int)set.Size).Select(x => (int)set.Apply(g, x)).ToArray()).ToList();
        var certificates = new List<JObject>();
        foreach (var subgroups in classes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            certificates.Add(Certificate(set, subgroups, images));
        }

        if (set.Size > CatalogLimits.MaxSearchedPoints)
        {
            described["separates"] = new JArray(certificates.Select(record => record["separates"]));
            return (certificates, described);
        }

        var options = UniversalityOptions.Default.WithMaxDegree(CatalogLimits.MaxDegree).WithMaxSubspaces(CatalogLimits.MaxSubspaces).WithMaxUnions(0);
        var table = UniversalityTable.Of(set, null, options, null, cancellationToken);
        foreach (var (record, hidden) in certificates.Zip(table.Sets))
        {
            Agree(record, hidden);
            if (hidden.Class.Unseen is { } unseen && record["separates"]!.Type == JTokenType.Null)
            {
                record["separates"] = false;
                record["unseen"] = new JArray(Whole(unseen.First), Whole(unseen.Second));
            }
        }

        described["separates"] = new JArray(table.Sets.Select(hidden => hidden.Class.Separates is { } separates ? new JValue(separates) : JValue.CreateNull()));
        described["missed"] = new JArray(table.Sets.Select(hidden => hidden.Class.FirstMissed is { } missed ? new JValue(missed.Degree) : JValue.CreateNull()));
        described["lastDegree"] = CatalogLimits.MaxDegree;
        return (certificates, described);
    }

    /// <summary>The classes of subgroups, or <c>null</c> where a limit stops them, which is then stated.</summary>
    private static IReadOnlyList<SubgroupClass>? Classes(GSet set, JObject described, CancellationToken cancellationToken)
    {
        var limit = set.Group.Order > CatalogLimits.MaxSubgroupOrder ? CatalogLimits.TooLargeForSubgroups((int)set.Group.Order) : null;
        var classes = limit is null ? set.Group.ComputeSubgroups(null, cancellationToken).Classes : [];
        limit ??= CatalogLimits.TooManySubgroups(classes.Count);
        if (limit is not null)
        {
            described["limit"] = limit;
            return null;
        }

        return classes;
    }

    private static JObject Certificate(GSet set, SubgroupClass subgroups, IReadOnlyList<int[]> images)
    {
        var stabiliser = subgroups.Representative;
        var orbits = OrbitPartition.LeastPoints((int)set.Size, [.. stabiliser.Generators.Select(g => Enumerable.Range(0, (int)set.Size).Select(x => (int)set.Apply(g, x)).ToArray())]);
        var isDiscrete = orbits.Index().All(point => point.Index == point.Item);
        var isInvariant = set.GeneratorActions.All(g => orbits.Index().All(point => orbits[g[point.Index]] == orbits[g[point.Item]]));
        return new JObject
        {
            ["set"] = set.Name,
            ["hidden"] = new JArray(stabiliser.Generators.Select(GroupSections.Images)),
            ["points"] = subgroups.Index,
            ["closure"] = images.Count(g => orbits.Index().All(point => orbits[g[point.Index]] == point.Item)),
            ["normal"] = isInvariant,
            ["universal"] = isDiscrete,
            ["separates"] = isDiscrete ? true : isInvariant ? false : JValue.CreateNull(),
        };
    }

    /// <summary>Requires that closure, normality and universality are on both routes the same.</summary>
    internal static void Agree(JObject record, HiddenSet hidden)
    {
        var found = ((int)hidden.Closure.Order, hidden.Class.NeedsNoReadout, hidden.Class.IsUniversal);
        if (found != ((int)record["closure"]!, (bool)record["normal"]!, (bool)record["universal"]!))
        {
            throw new CertificateException("closures of stabilisers agree on both routes", $"{record.ToString(Newtonsoft.Json.Formatting.None)}: {found}");
        }
    }

    private static JArray Whole(NetworkInput input) => [.. input.Channels[0].Select(value => new JValue((long)value.Value.ToRational().ToBigInteger()))];
}
