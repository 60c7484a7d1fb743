using Eqnn.Algebra.GSets;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Certificates;
using Eqnn.PiecewiseLinear.Separation;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Building;

/// <summary>What networks on a G-set cannot tell apart: two inputs in different orbits that one hidden layer on the set itself takes for equal, what more layers make of them, and what layers on its pairs do.</summary>
/// <remarks>The pair is one that two layers do not tell apart either, where there is one. On the regular set one layer tells all orbits apart, so there is none.</remarks>
internal static class SeparationSection
{
    private const int MostTuples = 2;

    /// <summary>The certificates, and what the library says of all pairs together.</summary>
    public static (IReadOnlyList<JObject> Certificates, JObject Described) Of(GSet set, CancellationToken cancellationToken)
    {
        var described = new JObject { ["kind"] = "separation", ["set"] = set.Name, ["complete"] = JValue.CreateNull() };
        if (set.Name == "regular" || set.Size == 1)
        {
            described["complete"] = true;
            return ([], described);
        }

        if (CatalogLimits.TooManyPoints(set.Size) is { } limit)
        {
            return ([new JObject { ["set"] = set.Name, ["limit"] = limit }], described);
        }

        var unseen = Unseen(set, 1, described, cancellationToken);
        if (unseen is null)
        {
            return ([], described);
        }

        var deeper = Unseen(set, 2, null, cancellationToken) ?? unseen;
        return ([.. Enumerable.Range(1, MostTuples).SelectMany(tuples => Records(set, tuples, deeper, cancellationToken))], described);
    }

    private static UnseenPairs? Unseen(GSet set, int layers, JObject? described, CancellationToken cancellationToken)
    {
        try
        {
            var completeness = Completeness.Of(Architecture.Of(set, Enumerable.Repeat(set, layers)), CompletenessOptions.Default.WithMaxSubspaces(CatalogLimits.MaxSubspaces), cancellationToken);
            described?["complete"]!.Replace(completeness.IsComplete);
            return completeness.Unseen;
        }
        catch (LimitExceededException limit)
        {
            if (described is not null)
            {
                described["limit"] = CatalogLimits.Stated(limit);
            }

            return null;
        }
    }

    /// <summary>One layer; and, where that does not tell them apart and more do or none does, as many.</summary>
    private static IEnumerable<JObject> Records(GSet set, int tuples, UnseenPairs unseen, CancellationToken cancellationToken)
    {
        var hidden = tuples == 1 ? set : GSet.Product(set, set);
        var one = With(1);
        if (one.IsSeparated)
        {
            yield return Record(one, 1, false);
        }
        else if (one.DepthNeeded is { } depth)
        {
            yield return Record(one, 1, false);
            yield return Record(With(depth), depth, false);
        }
        else
        {
            // Colours stand still after so many layers; then no number of layers tells the inputs apart.
            for (var (layers, before) = (2, one); ; layers++)
            {
                var next = With(layers);
                if (Colours(next) == Colours(before))
                {
                    yield return Record(next, layers, true);
                    yield break;
                }

                before = next;
            }
        }

        PairSeparation With(int layers) => PairSeparation.Of(Architecture.Of(set, Enumerable.Repeat(hidden, layers)), unseen.First, unseen.Second, null, 1, cancellationToken);

        JObject Record(PairSeparation separation, int layers, bool everyDepth)
        {
            var certificate = JObject.Parse(SeparationCertificate.Of(separation));
            var record = new JObject { ["set"] = set.Name, ["tuples"] = tuples, ["layers"] = layers, ["inputs"] = certificate["inputs"], ["separated"] = separation.IsSeparated };
            if (!separation.IsSeparated)
            {
                record["everyDepth"] = everyDepth;
            }

            foreach (var field in separation.IsSeparated ? ["network", "point", "outputs"] : (string[])["colours"])
            {
                record[field] = certificate[field];
            }

            return record;
        }
    }

    /// <summary>The number of colours of the last hidden layer.</summary>
    private static int Colours(PairSeparation separation) => separation.Match(_ => 0, indistinguishable => indistinguishable.Colours[^2].Count);
}
