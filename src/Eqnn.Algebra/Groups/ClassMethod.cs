using Eqnn.Algebra.Classes;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Groups;

/// <summary>Which method finds the conjugacy classes of a group: cycle types, the elements of an abelian group, the factors of a direct product, formulas where there is a cyclic subgroup of index 2, a search, or an enumeration.</summary>
internal static class ClassMethod
{
    /// <summary>Smaller groups are enumerated: a millisecond for each ten thousand elements (measured, docs/benchmarks.md#tables).</summary>
    private const int WorthSearching = 30_000;

    /// <summary>With more images of points than this formulas are looked for also in smaller groups.</summary>
    private const int WorthFormulas = 10_000_000;

    /// <summary>How many elements are visited in the time in which one class is found by search (measured).</summary>
    private const int ElementsForAClass = 2_500;

    /// <summary>A search that compares more points takes longer than some seconds.</summary>
    private const long LongSearch = 100_000_000;

    /// <summary>Where the number of classes is not known beforehand, a search on more points.</summary>
    private const int ManyPoints = 2_000;

    /// <summary>Whether the classes of a group that is searched for them are as good as known to take longer than some seconds: about so many comparisons of points as the square of the number of classes times the degree.</summary>
    public static bool TakesLong(FiniteGroup group) => group.Facts?.ClassCount is { } classes
        ? classes * classes * group.Degree > LongSearch
        : group.Kind == GroupKind.General && !group.IsAbelian && group.Degree > ManyPoints && group.DirectFactors is not { Count: > 1 };

    /// <summary>Chooses the method for a group.</summary>
    public static ClassPartition Of(FiniteGroup group, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        if (group.Kind != GroupKind.General)
        {
            return new CycleTypeClasses(group.Degree, group.Kind == GroupKind.Alternating, group.Limits);
        }

        var purpose = "the conjugacy classes of " + group.Name;
        if (group.IsAbelian)
        {
            group.Limits.RequireEnumerable(group.Order, purpose);
            group.Limits.RequireClasses(group.Order);
            return new SingletonClasses(group, cancellationToken);
        }

        if (group.DirectFactors is { Count: > 1 } factors)
        {
            foreach (var factor in factors)
            {
                factor.Group.ComputeConjugacyClasses(progress, cancellationToken);
            }

            return new ProductClasses(group, [.. factors.Select(factor => new ProductClasses.Part(factor.Group.Partition, factor.Points))], cancellationToken);
        }

        group.Limits.RequireSearchable(group.Order, purpose);
        if ((group.Order > WorthSearching || group.Order * group.Degree > WorthFormulas) && group.CyclicIndexTwo is { } structure)
        {
            group.Limits.RequireClasses(structure.F + ((structure.N + structure.F) / 2));
            return new CyclicIndexTwoClasses(structure, cancellationToken);
        }

        if (group.Order > Math.Min(WorthSearching, group.Limits.MaxEnumeratedOrder))
        {
            var estimate = group.Facts?.ClassCount ?? SearchedClasses.EstimatedCount(group, cancellationToken);
            var isTooLarge = group.Order > group.Limits.MaxEnumeratedOrder;
            if (isTooLarge)
            {
                group.Limits.RequireSearchedClasses(estimate, group.Order, group.Degree, purpose);
            }

            if ((isTooLarge || group.Order > estimate * ElementsForAClass) && SearchedClasses.TryOf(group, progress, cancellationToken) is { } searched)
            {
                return searched;
            }
        }

        group.Limits.RequireEnumerable(group.Order, purpose);
        return new EnumeratedClasses(group, progress, cancellationToken);
    }
}
