using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Primes that split in the ring and whose product exceeds the norm of every minor of an arrangement: a minor that is 0 modulo all of them is 0.</summary>
/// <remarks>Residues that are 0 for some of the primes and not for others only show an unlucky prime: whoever meets them throws <see cref="UnluckyException"/>, and the work starts again with others.</remarks>
internal static class MinorPrimes
{
    /// <summary>Does the work modulo such primes, as often as it takes to meet no unlucky one.</summary>
    public static T Do<T>(IntegerArrangement arrangement, Func<ModularImage[], T> work)
    {
        // Each prime exceeds 2^30.
        var count = (int)((Math.Ceiling(MinorNormBits(arrangement)) + 1) / 30) + 1;
        for (var above = ModularImage.Large; ;)
        {
            var images = new ModularImage[count];
            for (var t = 0; t < images.Length; t++)
            {
                images[t] = ModularImage.Above(arrangement.Ring, above);
                above = (long)images[t].Field.P;
            }

            try
            {
                return work(images);
            }
            catch (UnluckyException)
            {
                // Some minor is divisible by one of the primes: take others.
            }
        }
    }

    /// <summary>log₂ of a bound for the absolute norm of every minor: each conjugate of a minor is at most the product of the d largest row sums, conjugates of c_k being at most 2.</summary>
    private static double MinorNormBits(IntegerArrangement arrangement)
    {
        var m = arrangement.Ring.Degree;
        var sums = new double[arrangement.Count];
        for (var j = 0; j < sums.Length; j++)
        {
            var sum = BigInteger.Zero;
            for (var i = 0; i < arrangement.Stride; i++)
            {
                sum += BigInteger.Abs(arrangement.Big[j * arrangement.Stride + i]) * (i % m == 0 ? 1 : 2);
            }

            sums[j] = BigInteger.Log(sum, 2) + 1e-9;
        }

        return m * sums.OrderDescending().Take(arrangement.Dimension).Sum(s => Math.Max(0, s));
    }

    /// <summary>A minor is 0 modulo some of the primes, not modulo all.</summary>
    internal sealed class UnluckyException : Exception;
}
