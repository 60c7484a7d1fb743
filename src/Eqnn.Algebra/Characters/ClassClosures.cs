using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Classes;
using Eqnn.Algebra.Groups;

namespace Eqnn.Algebra.Characters;

/// <summary>The normal subgroups of a small group from its classes alone: sets of classes closed under multiplication, by the definition.</summary>
/// <remarks>Every normal subgroup is reached from the trivial one by taking in one class after the other (<see cref="ClassProducts"/>); one class of each set of Galois conjugate ones is enough. Cost: subgroups times such classes times classes times their sizes; a
/// table costs less from some thousand products on, so there is an end to it.</remarks>
internal static class ClassClosures
{
    /// <summary>More products of elements than this are not tried (measured, docs/benchmarks.md#tables).</summary>
    private const int MaxProducts = 6_000;

    /// <summary>With more classes times elements, or more classes up to Galois conjugation, the search is not begun.</summary>
    private const int WorthTrying = 2_500;
    private const int MaxLeaders = 12;

    /// <summary>All normal subgroups as sets of classes, in no particular order; null where a table is the shorter way.</summary>
    public static List<ClassSet>? TryOf(FiniteGroup group, CancellationToken cancellationToken)
    {
        if (group.Partition is not EnumeratedClasses partition || partition.Count * group.Order > WorthTrying)
        {
            return null;
        }

        var powers = GroupClassAlgebra.PowersOf(group, cancellationToken);
        var leaders = Enumerable.Range(1, partition.Count - 1).Where(c => powers.Leader(c) == c).ToArray();
        if (leaders.Length > MaxLeaders)
        {
            return null;
        }

        var products = new ClassProducts(partition, MaxProducts);
        var found = new List<ClassSet> { ClassSet.Where(partition.Count, c => c == 0) };
        var seen = new HashSet<ClassSet>(found);
        for (var at = 0; at < found.Count; at++)
        {
            foreach (var leader in leaders)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (found[at].Contains(leader))
                {
                    continue;
                }

                if (products.Extend(found[at], leader) is not { } larger)
                {
                    return null;
                }

                if (seen.Add(larger))
                {
                    found.Add(larger);
                }
            }
        }

        return found;
    }
}
