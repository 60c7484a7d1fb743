namespace Eqnn.Numbers.Permutations;

/// <summary>Partitions of the points that a group of permutations respects.</summary>
/// <remarks>Atkinson's algorithm: merge the given points, then, as long as two parts were merged, merge the images of their representatives under the generators. [Seress, §5.5]</remarks>
public static class InvariantPartition
{
    /// <summary>The finest partition that ⟨generators⟩ respects and in which the two points of each pair lie together, as the least point of its part for each point.</summary>
    public static int[] Generated(int degree, IReadOnlyList<int[]> generators, IEnumerable<(int First, int Second)> together)
    {
        ArgumentNullException.ThrowIfNull(generators);
        ArgumentNullException.ThrowIfNull(together);
        var parts = new DisjointSets(degree);
        var pending = new Queue<(int First, int Second)>(together);

        // Invariant: parts merged by a pair that has left the queue have the images of that pair in the queue or merged.
        while (pending.TryDequeue(out var pair))
        {
            var (a, b) = (parts.Find(pair.First), parts.Find(pair.Second));
            if (parts.Unite(a, b))
            {
                foreach (var g in generators)
                {
                    pending.Enqueue((g[a], g[b]));
                }
            }
        }

        return parts.LeastElements();
    }
}
