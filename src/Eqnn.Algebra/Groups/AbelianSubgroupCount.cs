using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Groups;

/// <summary>How many subgroups an abelian group has, by formula. Each subgroup of G/G′ is a normal subgroup of G.</summary>
internal static class AbelianSubgroupCount
{
    /// <summary>The number of subgroups of the abelian group with these invariants.</summary>
    /// <remarks>The product over the primes of the numbers for the p-parts. A p-group with λ′_i factors of order p^i or more has Π_i p^{μ′_{i+1}(λ′_i − μ′_i)} [λ′_i − μ′_{i+1}, μ′_i − μ′_{i+1}]_p subgroups with μ′_i
    /// such factors, and these are summed over all μ, from the last i on [Butler1994, §1.3].</remarks>
    /// <param name="invariants">The orders of cyclic factors, prime powers.</param>
    public static BigInteger Of(IReadOnlyList<long> invariants)
    {
        var product = BigInteger.One;
        foreach (var part in invariants.GroupBy(order => NumberTheory.PrimeFactors(order)[0]))
        {
            product *= OfPart(part.Key, [.. part]);
        }

        return product;
    }

    /// <summary>The number of its cyclic subgroups of prime power order, the trivial one left out: elements of each such order, counted by those that a power annihilates, over their generators.</summary>
    public static BigInteger CyclicOfPrimePowerOrder(IReadOnlyList<long> invariants)
    {
        var count = BigInteger.Zero;
        foreach (var part in invariants.GroupBy(order => NumberTheory.PrimeFactors(order)[0]))
        {
            var below = BigInteger.One;
            for (long power = part.Key, previous = 1; previous < part.Max(); previous = power, power *= part.Key)
            {
                var annihilated = part.Aggregate(BigInteger.One, (product, order) => product * Math.Min(order, power));
                count += (annihilated - below) / (power - previous);
                below = annihilated;
            }
        }

        return count;
    }

    private static BigInteger OfPart(long p, long[] orders)
    {
        // counts[m]: ways to choose μ′_i = m, μ′_{i+1}, ...; only 0 beyond the exponent.
        BigInteger[] counts = [BigInteger.One];
        for (var power = (BigInteger)orders.Max(); power > 1; power /= p)
        {
            var rank = orders.Count(order => order >= power);
            var next = new BigInteger[rank + 1];
            for (var above = 0; above < counts.Length; above++)
            {
                for (var m = above; m <= rank; m++)
                {
                    next[m] += counts[above] * BigInteger.Pow(p, above * (rank - m)) * Subspaces(p, rank - above, m - above);
                }
            }

            counts = next;
        }

        return counts.Aggregate(BigInteger.Zero, (sum, count) => sum + count);
    }

    /// <summary>The number of subspaces of dimension k of F_p^n: Π_i (p^{n−i} − 1)/(p^{i+1} − 1), 0 ≤ i &lt; k.</summary>
    private static BigInteger Subspaces(long p, int n, int k)
    {
        var count = BigInteger.One;
        for (var i = 0; i < k; i++)
        {
            // The first i + 1 quotients make the number of subspaces of dimension i + 1, an integer.
            count = count * (BigInteger.Pow(p, n - i) - 1) / (BigInteger.Pow(p, i + 1) - 1);
        }

        return count;
    }
}
