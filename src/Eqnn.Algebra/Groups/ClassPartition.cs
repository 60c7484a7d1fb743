using System.Numerics;

namespace Eqnn.Algebra.Groups;

/// <summary>The conjugacy classes of a group as one method found them; classes stand in the documented order. One subclass for each method.</summary>
internal abstract class ClassPartition
{
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

    /// <summary>Chooses the method for a group.</summary>
    public static ClassPartition Of(FiniteGroup group, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        if (group.Kind != GroupKind.General)
        {
            return new CycleTypeClasses(group.Degree, group.Kind == GroupKind.Alternating, group.Limits);
        }

        group.Limits.RequireEnumerable(group.Order, "the conjugacy classes of " + group.Name);
        if (group.IsAbelian)
        {
            group.Limits.RequireClasses(group.Order);
            return new SingletonClasses(group, cancellationToken);
        }

        return new EnumeratedClasses(group, progress, cancellationToken);
    }
}
