using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Groups;

/// <summary>Normal closures: conjugates of generators are added until the subgroup is closed under conjugation by the generators of the group.</summary>
/// <remarks>The chain inside the loop is not proved complete: it contains only elements of the subgroup, so a conjugate found in it needs no adding, and one missed is added without harm. The order is proved when it is asked for.</remarks>
internal static class NormalClosures
{
    /// <summary>The least normal subgroup of a group that contains some elements and a normal subgroup.</summary>
    /// <param name="group">The group.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="name">The name of the result.</param>
    /// <param name="above">The normal subgroup; none for the trivial one.</param>
    /// <param name="within">A normal subgroup that contains the result; the group itself if absent. Where its order is known and reached, there is nothing left to do.</param>
    /// <param name="knownOrder">The order of the result, where a theorem gives it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static FiniteGroup Of(FiniteGroup group, IReadOnlyList<Permutation> elements, string name, FiniteGroup? above = null, FiniteGroup? within = null, BigInteger? knownOrder = null, CancellationToken cancellationToken = default)
    {
        if (group.KnownOrder is { } order)
        {
            // The closure may be smaller than the group, but nothing is known of it beforehand.
            ChainMemory.RequireChain(group.Degree, order);
        }

        var largest = within ?? group;
        var found = above?.EssentialGenerators.Select(g => PermutationArrays.ToPermutation(g)).ToList() ?? [];
        var chain = SchreierSims.Growing(group.Degree, [.. found.Select(g => g.RawImages)], cancellationToken);
        var queue = new Queue<Permutation>(elements);
        while (queue.TryDequeue(out var candidate))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!chain.TryGrow(candidate.RawImages))
            {
                continue;
            }

            found.Add(candidate);
            var reached = chain.OrbitProduct();
            if (reached == largest.KnownOrder)
            {
                return within ?? group.Renamed(name);
            }

            if (reached == knownOrder)
            {
                return FiniteGroup.OfKnownOrder(name, group.Degree, found.ToArray(), reached, group.Limits);
            }

            foreach (var generator in group.EssentialGenerators)
            {
                queue.Enqueue(PermutationArrays.ToPermutation(PermutationArrays.Conjugate(candidate.RawImages, generator)));
            }
        }

        return FiniteGroup.FromTrusted(name, group.Degree, found.ToArray(), group.Limits);
    }
}
