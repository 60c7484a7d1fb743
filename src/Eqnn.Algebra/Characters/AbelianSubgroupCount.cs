using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>How many subgroups an abelian group has at least: those of its largest elementary abelian quotients. Each subgroup of G/G′ is a normal subgroup of G.</summary>
internal static class AbelianSubgroupCount
{
    /// <summary>The product over the primes p of the numbers of subspaces of A/pA.</summary>
    /// <param name="invariants">The orders of cyclic factors of A, prime powers.</param>
    public static BigInteger AtLeast(IReadOnlyList<long> invariants) =>
        invariants.GroupBy(order => NumberTheory.PrimeFactors(order)[0]).Aggregate(BigInteger.One, (product, factors) => product * Subspaces(factors.Key, factors.Count()));

    /// <summary>The number of subspaces of F_p^r: G(r + 1) = 2 G(r) + (p^r - 1) G(r - 1) [GoldmanRota1969].</summary>
    private static BigInteger Subspaces(long p, int dimension)
    {
        var (before, now) = (BigInteger.Zero, BigInteger.One);
        var power = BigInteger.One;
        for (var r = 0; r < dimension; r++)
        {
            (before, now) = (now, (2 * now) + ((power - 1) * before));
            power *= p;
        }

        return now;
    }
}
