using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>Whether a group is simple: it has exactly two normal subgroups.</summary>
public static class Simplicity
{
    /// <summary>True iff the group has exactly two normal subgroups; the trivial group is not simple.</summary>
    /// <exception cref="LimitExceededException">Perfect, its orbits and blocks do not decide, and it is too large for <see cref="FiniteGroup.ConjugacyClasses"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static bool IsSimple(this FiniteGroup group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (group.Kind == GroupKind.Alternating && group.Degree >= 5)
        {
            return true;
        }

        if (group.Facts is { } facts)
        {
            return facts.IsSimple;
        }

        if (group.IsAbelian)
        {
            // A permutation group of prime order p moves at least p points.
            return group.Order <= group.Degree && NumberTheory.IsPrime((long)group.Order);
        }

        if (group.ComputeDerivedSeries(cancellationToken).Count > 1)
        {
            return false;
        }

        if (NormalSubgroupSearch.TryOf(group, 100, cancellationToken) is { } found)
        {
            return found.Groups.Count == 2;
        }

        return group.ComputeConjugacyClasses(null, cancellationToken).Where(c => c.Position > 0).All(c => group.NormalClosure([c.Representative]).Order == group.Order);
    }
}
