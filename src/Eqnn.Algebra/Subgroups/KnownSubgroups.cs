using System.Runtime.CompilerServices;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Subgroups;

/// <summary>The subgroup lattices that were asked for, one for each group.</summary>
public static class KnownSubgroups
{
    private static readonly ConditionalWeakTable<FiniteGroup, SubgroupLattice> Lattices = [];

    /// <summary>All subgroups up to conjugacy; computed once and kept.</summary>
    /// <exception cref="LimitExceededException">The order exceeds 65,536, or there are more subgroups than <see cref="GroupLimits.MaxSubgroups"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SubgroupLattice ComputeSubgroups(this FiniteGroup group, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);

        // Two threads may both compute it; all callers get the lattice that was kept first.
        return Lattices.TryGetValue(group, out var ready) ? ready : Lattices.GetOrAdd(group, SubgroupLattice.Of(group, progress, cancellationToken));
    }

    /// <summary>Refuses a group whose subgroups are known to be beyond the limits, before anything else is computed for a question that needs them.</summary>
    /// <exception cref="LimitExceededException">The order exceeds 65,536, or the abelian quotient alone has more subgroups than <see cref="GroupLimits.MaxSubgroups"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void RequireSubgroups(this FiniteGroup group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        SubgroupLattice.Require(group, cancellationToken);
    }
}
