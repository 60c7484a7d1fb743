using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>Recognises the symmetric and alternating groups in their natural action from generators.</summary>
/// <remarks>
/// A transitive group of degree n with an element that has a cycle of prime length p, n/2 &lt; p &lt; n − 2, contains A_n (Jordan; [Seress, Cor. 10.2.2]): the group is primitive because p &gt; n/2, and a power of the element is a p-cycle with at
/// least three fixed points. Random elements of fixed seed find one soon if the group is S_n or A_n; not finding one says nothing. Degrees below 8 are left to Schreier–Sims, whose order n! or n!/2 decides.
/// Regular groups, Frobenius groups, groups that are sharply transitive on pairs or triples show themselves earlier: all cycles of an element but the fixed points have one length, which a random element of S_n or A_n has with probability about 3/n.
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
        // The share of such elements in S_n and A_n is the sum of the 1/p, a sixth to a fifth, but one eleventh at degree 15: seven times its inverse miss with probability e^−7.
        var share = 0.0;
        for (var p = (degree / 2) + 1; p < degree - 2; p++)
        {
            share += NumberTheory.IsPrime(p) ? 1.0 / p : 0;
        }

        var tries = (int)(7 / share) + 1;

        // One half at degree 8, a fifth at degree 16: with so many even elements in a row the group is none of the two, but for one time in a hundred thousand.
        var evenTries = degree < 16 ? 16 : 8;
        var (element, met, isEven) = (new int[degree], new int[degree], true);
        for (var i = 1; i <= tries; i++)
        {
            random.Next(element);
            var (hasLongPrime, even) = Cycles(element, met, i);
            if (hasLongPrime)
            {
                return Natural(degree, generators);
            }

            isEven &= even;
            if (isEven && i == evenTries)
            {
                break;
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

    /// <summary>Whether there is a cycle of prime length p, n/2 &lt; p &lt; n − 2, and whether all cycles but the fixed points have one length.</summary>
    /// <param name="images">The permutation.</param>
    /// <param name="met">For each point the last round in which it was met.</param>
    /// <param name="round">This round, a number that does not stand there yet.</param>
    private static (bool HasLongPrime, bool IsEven) Cycles(int[] images, int[] met, int round)
    {
        var (common, isEven) = (0, true);
        for (var x = 0; x < images.Length; x++)
        {
            if (met[x] == round || images[x] == x)
            {
                continue;
            }

            var length = 0;
            for (var y = x; met[y] != round; y = images[y])
            {
                met[y] = round;
                length++;
            }

            if (2 * length > images.Length && length < images.Length - 2 && NumberTheory.IsPrime(length))
            {
                return (true, false);
            }

            isEven &= common == 0 || common == length;
            common = length;
        }

        return (false, isEven);
    }
}
