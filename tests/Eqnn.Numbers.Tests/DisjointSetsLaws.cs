using Eqnn.Numbers.Permutations;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests;

/// <summary>Union-find against the transitive closure written out, and invariant partitions against all merges until nothing changes.</summary>
public sealed class DisjointSetsLaws
{
    [Property]
    public void Classes_are_those_of_the_equivalence_that_the_pairs_generate((byte, byte)[] pairs)
    {
        const int n = 9;
        var sets = new DisjointSets(n);
        var slow = Enumerable.Range(0, n).ToArray();
        foreach (var (a, b) in pairs)
        {
            var (x, y) = (a % n, b % n);
            var (from, to) = (Math.Max(slow[x], slow[y]), Math.Min(slow[x], slow[y]));
            Assert.Equal(from != to, sets.Unite(x, y));
            slow = Array.ConvertAll(slow, c => c == from ? to : c);
        }

        Assert.Equal(slow, sets.LeastElements());
        sets.Reset();
        Assert.Equal(Enumerable.Range(0, n), sets.LeastElements());
    }

    [Fact]
    public void The_blocks_of_the_square_that_join_opposite_corners() =>
        Assert.Equal([0, 1, 0, 1], InvariantPartition.Generated(4, [[1, 2, 3, 0], [1, 0, 3, 2]], [(0, 2)]));

    [Property]
    public void A_generated_partition_is_respected_and_no_coarser_than_it_must_be((byte, byte) pair, byte turn)
    {
        const int n = 12;
        int[] g = [.. Enumerable.Range(0, n).Select(x => (x + 1 + (turn % (n - 1))) % n)];
        var (a, b) = (pair.Item1 % n, pair.Item2 % n);
        var parts = InvariantPartition.Generated(n, [g], [(a, b)]);
        Assert.Equal(parts[a], parts[b]);

        var slow = Enumerable.Range(0, n).ToArray();
        Merge(a, b);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var x = 0; x < n; x++)
            {
                for (var y = 0; y < n; y++)
                {
                    if (slow[x] == slow[y] && slow[g[x]] != slow[g[y]])
                    {
                        Merge(g[x], g[y]);
                        changed = true;
                    }
                }
            }
        }

        Assert.Equal(slow, parts);

        void Merge(int x, int y)
        {
            var (from, to) = (Math.Max(slow[x], slow[y]), Math.Min(slow[x], slow[y]));
            slow = Array.ConvertAll(slow, c => c == from ? to : c);
        }
    }
}
