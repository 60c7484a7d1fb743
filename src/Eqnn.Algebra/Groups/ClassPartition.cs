using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Groups;

/// <summary>The conjugacy classes of a group as one method found them; classes stand in the documented order. One subclass for each method.</summary>
internal abstract class ClassPartition
{
    /// <summary>Smaller groups are enumerated: a millisecond for each ten thousand elements (measured, docs/benchmarks.md#tables).</summary>
    private const int WorthSearching = 30_000;

    /// <summary>How many elements are visited in the time in which one class is found by search (measured).</summary>
    private const int ElementsForAClass = 2_500;

    /// <summary>The method, for the origin of results.</summary>
    public abstract string Origin { get; }

    public abstract int Count { get; }

    public abstract BigInteger Size(int position);

    public abstract long ElementOrder(int position);

    /// <summary>The lexicographically least image list of the class.</summary>
    public abstract Permutation Representative(int position);

    /// <summary>The class of an element of the group.</summary>
    public abstract int PositionOf(int[] images);

    /// <summary>The class of k-th powers of the elements of a class, any k.</summary>
    public virtual int PowerPosition(int position, long k)
    {
        var power = k % ElementOrder(position);
        return power == 0 ? 0 : power == 1 ? position : PositionOf(PermutationArrays.Power(Representative(position).RawImages, power));
    }

    /// <summary>The classes of the powers 0, 1, ..., o-1 of the elements of a class, o their order.</summary>
    public virtual int[] PowerPositions(int position)
    {
        var powers = new int[checked((int)ElementOrder(position))];
        var representative = Representative(position).RawImages;
        var power = representative;
        for (var s = 1; s < powers.Length; s++)
        {
            powers[s] = s == 1 ? position : PositionOf(power);
            power = PermutationArrays.Product(power, representative);
        }

        return powers;
    }

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

        if (DirectFactor.Of(group) is { Count: > 1 } factors)
        {
            return new ProductClasses(group, factors, progress, cancellationToken);
        }

        group.Limits.RequireSearchable(group.Order, purpose);
        if (group.Order > Math.Min(WorthSearching, group.Limits.MaxEnumeratedOrder))
        {
            var estimate = SearchedClasses.EstimatedCount(group, cancellationToken);
            var isTooLarge = group.Order > group.Limits.MaxEnumeratedOrder;
            if (isTooLarge)
            {
                group.Limits.RequireSearchedClasses(estimate, purpose);
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
