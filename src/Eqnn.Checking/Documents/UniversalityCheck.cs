using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;

namespace Eqnn.Checking.Documents;

/// <summary>What one hidden layer G/H can do with functions on a G-set X (docs/theory.md#universal): closures of stabilisers, and pairs of inputs that are not told apart.</summary>
/// <remarks>
/// The closure is the set of elements that map every orbit of H on X to itself. Networks with G/H are universal iff it acts trivially, that is iff H has orbits of one point only; it is normal iff the generators of G permute the orbits of H.
/// If it is normal, inputs are told apart by their sums over these orbits alone, up to the group: all orbits of inputs are told apart only if they are points. Else a pair is claimed to be taken for equal: the lists of sums over the orbits of the conjugates of H, over all conjugates, agree.
/// </remarks>
internal sealed class UniversalityCheck(ListedGroup group, ListedSet set)
{
    private const long LargestValue = 1_000_000_000;

    public void Check(Claim record)
    {
        var generators = record["hidden"].Items().Select(item =>
        {
            var place = group.PlaceOf(item.Permutation(group.Degree));
            item.Require(place >= 0, "not an element of the group");
            return place;
        }).ToList();
        var subgroup = Close(generators);
        record["points"].Is(group.Order / subgroup.Count);
        int[] orbits = [.. Points.Select(x => subgroup.Min(h => set.Apply(h, x)))];
        record["closure"].Is(Enumerable.Range(0, group.Order).Count(g => Points.All(x => orbits[set.Apply(g, x)] == orbits[x])));
        var isNormal = set.Generators.All(g => Points.All(x => orbits[g[x]] == orbits[g[orbits[x]]]));
        record["normal"].Is(isNormal);
        var isUniversal = Points.All(x => orbits[x] == x);
        record["universal"].Is(isUniversal);
        if (record.Find("unseen") is { } pair)
        {
            pair.Require(!isUniversal && !isNormal, "no pair is expected where the closure decides");
            record["separates"].Is(false);
            Unseen(pair, orbits);
        }
        else if (isUniversal || isNormal)
        {
            record["separates"].Is(isUniversal);
        }
        else
        {
            record["separates"].Require(record["separates"].Kind == ClaimKind.Null, "claims what nothing here proves");
        }
    }

    private IEnumerable<int> Points => Enumerable.Range(0, set.Size);

    private HashSet<int> Close(IReadOnlyList<int> generators)
    {
        var elements = new HashSet<int> { 0 };
        var pending = new Queue<int>([0]);
        while (pending.TryDequeue(out var next))
        {
            foreach (var product in generators.Select(s => group.Multiply(s, next)).Where(elements.Add))
            {
                pending.Enqueue(product);
            }
        }

        return elements;
    }

    private void Unseen(Claim pair, int[] orbits)
    {
        var inputs = pair.Items(2).Select(copy => copy.Items(set.Size).Select(value => (long)value.Number((int)-LargestValue, (int)LargestValue)).ToArray()).ToArray();
        var lists = inputs.Select(_ => new List<string>()).ToArray();
        for (var g = 0; g < group.Order; g++)
        {
            pair.Require(!Points.All(x => inputs[1][set.Apply(g, x)] == inputs[0][x]), "the two inputs lie in one orbit");
            for (var copy = 0; copy < 2; copy++)
            {
                var sums = new long[set.Size];
                foreach (var x in Points)
                {
                    sums[orbits[x]] += inputs[copy][set.Apply(g, x)];
                }

                lists[copy].Add(string.Join(' ', sums));
            }
        }

        pair.Require(lists[0].Order(StringComparer.Ordinal).SequenceEqual(lists[1].Order(StringComparer.Ordinal)), "one layer tells the two inputs apart");
    }
}
