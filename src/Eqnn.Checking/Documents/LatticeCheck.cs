using Eqnn.Checking.Groups;

namespace Eqnn.Checking.Documents;

/// <summary>The normal subgroups: all intersections of kernels of irreducible characters, each once, in order, with what they cover.</summary>
internal static class LatticeCheck
{
    public static void Check(DocumentSections document, ListedGroup group, IReadOnlyList<RealSimple> simples)
    {
        var whole = Enumerable.Range(0, group.Classes.Count).ToArray();
        var found = new Dictionary<string, int[]>(StringComparer.Ordinal) { [Key(whole)] = whole };
        foreach (var kernel in simples.Select(simple => simple.Kernel).DistinctBy(kernel => Key(kernel.Order())))
        {
            foreach (var other in found.Values.ToList())
            {
                var meet = other.Where(kernel.Contains).ToArray();
                found.TryAdd(Key(meet), meet);
            }
        }

        var expected = found.Values.Select(classes => (Order: classes.Sum(c => group.Classes[c].Count), Classes: classes))
            .OrderBy(n => n.Order).ThenBy(n => n.Classes, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ToList();
        document["normal-subgroup"].Each([.. expected.Index()], (record, pair) =>
        {
            var (i, (order, classes)) = pair;
            record["subgroup"].Is(i + 1);
            record["order"].Is(order);
            record["classes"].Is([.. classes.Select(c => c + 1)]);
            var below = Enumerable.Range(0, i).Where(j => expected[j].Classes.All(classes.Contains)).ToList();
            record["covers"].Is([.. below.Where(j => !below.Exists(k => k != j && expected[j].Classes.All(expected[k].Classes.Contains))).Select(j => j + 1)]);
            record["kernelOf"].Is([.. simples.Where(simple => simple.Kernel.SetEquals(classes)).Select(simple => simple.Label)]);
        });
    }

    private static string Key(IEnumerable<int> classes) => string.Join(' ', classes);
}
