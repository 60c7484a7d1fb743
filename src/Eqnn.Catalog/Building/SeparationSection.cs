using Eqnn.Algebra.GSets;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.Records.Certificates;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>What networks on a G-set cannot tell apart: two inputs in different orbits that one hidden layer on the set itself takes for equal, what more layers make of them, and what layers on its pairs do.</summary>
/// <remarks>The pair is one that two layers do not tell apart either, where there is one. On the regular set one layer tells all orbits apart, so there is none.</remarks>
internal static class SeparationSection
{
    private const int MostTuples = 2;

    /// <summary>The certificates, and what the library says of all pairs together.</summary>
    public static (IReadOnlyList<JsonItem> Certificates, JsonItem Described) Of(GSet set, CancellationToken cancellationToken)
    {
        if (set.Name == "regular" || set.Size == 1)
        {
            return ([], Described(set, true, null));
        }

        if (CatalogLimits.TooManyPoints(set.Size) is { } limit)
        {
            return ([CatalogLimits.Reached(set.Name, limit)], Described(set, null, null));
        }

        var (one, stopped) = Search(set, 1, cancellationToken);
        var described = Described(set, one?.IsComplete, stopped);
        if (one?.Unseen is not { } unseen)
        {
            return ([], described);
        }

        var deeper = Search(set, 2, cancellationToken).Found?.Unseen ?? unseen;
        return ([.. Enumerable.Range(1, MostTuples).SelectMany(tuples => Records(set, tuples, deeper, cancellationToken))], described);
    }

    private static JsonItem Described(GSet set, bool? isComplete, string? limit) => JsonItem.Record(json =>
    {
        json.Field("kind", "separation");
        json.Field("set", set.Name);
        json.Field("complete", isComplete);
        if (limit is not null)
        {
            json.Field("limit", limit);
        }
    });

    private static (Completeness? Found, string? Limit) Search(GSet set, int layers, CancellationToken cancellationToken)
    {
        var options = CompletenessOptions.Default.WithMaxSubspaces(CatalogLimits.MaxSubspaces);
        var (found, limit) = LimitExceededException.Within(() => Completeness.Of(Architecture.Of(set, Enumerable.Repeat(set, layers)), options, cancellationToken));
        return (found, limit is null ? null : CatalogLimits.Stated(limit));
    }

    /// <summary>One layer; and, where that does not tell them apart and more do or none does, as many.</summary>
    private static IEnumerable<JsonItem> Records(GSet set, int tuples, UnseenPairs unseen, CancellationToken cancellationToken)
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

        JsonItem Record(PairSeparation separation, int layers, bool everyDepth)
        {
            var certificate = JsonItem.Parse("certificate", SeparationCertificate.Of(separation));
            return JsonItem.Record(json =>
            {
                json.Field("set", set.Name);
                json.Field("tuples", tuples);
                json.Field("layers", layers);
                json.Value("inputs", certificate["inputs"]);
                json.Field("separated", separation.IsSeparated);
                if (!separation.IsSeparated)
                {
                    json.Field("everyDepth", everyDepth);
                }

                foreach (var field in separation.IsSeparated ? ["network", "point", "outputs"] : (string[])["colours"])
                {
                    json.Value(field, certificate[field]);
                }
            });
        }
    }

    /// <summary>The number of colours of the last hidden layer.</summary>
    private static int Colours(PairSeparation separation) => separation.Match(_ => 0, indistinguishable => indistinguishable.Colours[^2].Count);
}
