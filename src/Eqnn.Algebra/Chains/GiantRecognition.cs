using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>Recognises the symmetric and alternating groups in their natural action from generators.</summary>
/// <remarks>
/// A transitive group of degree n with an element that has a cycle of prime length p, n/2 &lt; p &lt; n − 2, contains A_n (Jordan; [Seress, Cor. 10.2.2]): the group is primitive because p &gt; n/2, and a power of the element is a p-cycle with at
/// least three fixed points. Random elements of fixed seed find one soon if the group is S_n or A_n; not finding one says nothing. Degrees below 8 are left to Schreier–Sims, whose order n! or n!/2 decides.
/// </remarks>
internal static class GiantRecognition
{
    public static (GroupKind Kind, BigInteger? Order) Recognise(int degree, IReadOnlyList<int[]> generators)
    {
        if (degree < 8 || generators.Count < 2)
        {
            return (GroupKind.General, null);
        }

        if (OrbitPartition.Count(degree, generators) > 1)
        {
            return (GroupKind.General, null);
        }

        var random = new ProductReplacement(degree, generators);
        // The share of such elements in S_n and A_n is about log 2 / log n: 12 log n tries miss with probability below 10^-3.
        var tries = 12 * (BitOperations.Log2((uint)degree) + 1);
        for (var i = 0; i < tries; i++)
        {
            if (HasLongPrimeCycle(random.Next()))
            {
                return Natural(degree, generators);
            }
        }

        return (GroupKind.General, null);
    }

    /// <summary>Kind and order of a group known to contain A_n.</summary>
    private static (GroupKind Kind, BigInteger? Order) Natural(int degree, IReadOnlyList<int[]> generators)
    {
        var order = NumberTheory.Factorial(degree);
        foreach (var generator in generators)
        {
            if (PermutationArrays.Sign(generator) < 0)
            {
                return (GroupKind.Symmetric, order);
            }
        }

        return (GroupKind.Alternating, order / 2);
    }

    private static bool HasLongPrimeCycle(int[] images)
    {
        foreach (var length in PermutationArrays.CycleLengths(images))
        {
            if (2 * length > images.Length && length < images.Length - 2 && NumberTheory.IsPrime(length))
            {
                return true;
            }
        }

        return false;
    }
}
