using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The exact steps from weighted sums over flats to Betti numbers (Whitney numbers of the first kind, without their signs), with the checks that guard them.</summary>
internal static class WhitneyNumbers
{
    /// <summary>Σ |μ(X)| from Σ n |μ(X)|.</summary>
    /// <exception cref="CertificateException">There is a rest.</exception>
    public static BigInteger Divided(BigInteger weight, int hyperplanes)
    {
        var (quotient, rest) = BigInteger.DivRem(weight, hyperplanes);
        return rest.IsZero ? quotient : throw new CertificateException("a sum over flats in n hyperplanes is divisible by n", FormattableString.Invariant($"{weight} and {hyperplanes}"));
    }

    /// <summary>Fills in b_{d-1} and b_d: <paramref name="weights"/> holds at n the sum of n |μ(X)| over the flats of rank d - 1 in n hyperplanes; its last place is the number of all hyperplanes.</summary>
    /// <exception cref="CertificateException">The numbers are those of no arrangement.</exception>
    public static BigInteger[] Completed(BigInteger[] betti, BigInteger[] weights)
    {
        var rank = betti.Length - 1;
        var all = weights.Length - 1;
        var top = BigInteger.Zero;
        for (var n = 1; n <= all; n++)
        {
            var sum = Divided(weights[n], n);
            betti[rank - 1] += sum;
            top += sum * (all - n);
        }

        betti[rank] = Divided(top, all);
        var alternating = BigInteger.Zero;
        for (var k = 0; k <= rank; k++)
        {
            alternating += k % 2 == 0 ? betti[k] : -betti[k];
        }

        return alternating.IsZero ? betti : throw new CertificateException("the characteristic polynomial of a central arrangement vanishes at 1", string.Join(", ", betti));
    }
}
