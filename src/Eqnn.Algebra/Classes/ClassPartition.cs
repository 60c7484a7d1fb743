using System.Numerics;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

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
}
