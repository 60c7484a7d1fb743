using Eqnn.Checking.Certificates;
using Eqnn.Checking.Reading;

namespace Eqnn.Checking.Documents;

/// <summary>Pairs of inputs on a G-set, in different orbits, and whether networks whose hidden layers are the set or its pairs tell them apart: each claim is checked as a certificate of kind <c>separation</c> is.</summary>
/// <remarks><b>At every depth.</b> If the colours of the last two hidden layers are the same partition of the points of both inputs, those of all further layers may be taken to be that partition too, and the output agrees after any number of layers.</remarks>
internal static class SeparationClaims
{
    private const int MostTuples = 2;
    private const int MostLayers = 1000;

    /// <summary>Checks the records on a set.</summary>
    /// <param name="records">Those records.</param>
    /// <param name="set">The set.</param>
    /// <param name="order">The order of the group.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static void Check(IEnumerable<Claim> records, ListedSet set, int order, CancellationToken cancellationToken)
    {
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (record.Find("limit") is { } limit)
            {
                limit.Require(DocumentLimits.TooManyPoints(set.Size) is not null, "there is no such limit here");
                limit.Is(DocumentLimits.TooManyPoints(set.Size)!);
                continue;
            }

            record["set"].Require(DocumentLimits.TooManyPoints(set.Size) is null, "a limit is expected here");
            var tuples = record["tuples"].Number(1, MostTuples);
            var layers = record["layers"].Number(1, MostLayers);
            var points = CheckedSeparation.PointSet.Of(set.Size, set.Generators);
            var hidden = tuples == 1 ? points : CheckedSeparation.PointSet.Product(points, points);
            CheckedSeparation.CheckOn(record, [points, .. Enumerable.Repeat(hidden, layers), CheckedSeparation.PointSet.OnePoint(set.Generators.Count)], cancellationToken);
            InDifferentOrbits(record["inputs"], set, order);
            if (!record["separated"].Truth())
            {
                record["everyDepth"].Is(layers > 1 && Stands(record["colours"]));
            }
        }
    }

    private static void InDifferentOrbits(Claim inputs, ListedSet set, int order)
    {
        var both = inputs.Items(2).Select(copy => copy.Items(1)[0].RealVector(set.Size)).ToArray();
        for (var g = 0; g < order; g++)
        {
            var moved = true;
            for (var x = 0; x < set.Size && moved; x++)
            {
                moved = both[1][set.Apply(g, x)] == both[0][x];
            }

            inputs.Require(!moved, "the two inputs lie in one orbit");
        }
    }

    /// <summary>Whether the last two hidden layers have the same classes of colours.</summary>
    private static bool Stands(Claim colours)
    {
        var layers = colours.Items();
        return Partition(layers[^2]).SequenceEqual(Partition(layers[^3]));

        static IEnumerable<int> Partition(Claim layer)
        {
            var first = new Dictionary<long, int>();
            return [.. layer.Items().SelectMany(copy => copy.Items()).Select(colour => (long)colour.Count()).Select((colour, place) => first.TryAdd(colour, place) ? place : first[colour])];
        }
    }
}
