using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>What theory says of a finite abelian group: everything from its invariants, and nothing of the size of the group is made.</summary>
/// <remarks><b>Not</b> a character table: classes, simples and subgroups are counted, not listed. docs/theory.md#frequencies.</remarks>
public sealed class AbelianStructure
{
    /// <summary>Tables of larger groups take seconds and say no more than their counts.</summary>
    private const int LargestTabulated = 5000;

    private AbelianStructure(FiniteGroup group, IReadOnlyList<long> invariants)
    {
        Group = group;
        Invariants = invariants;
        Exponent = invariants.Aggregate(BigInteger.One, (exponent, order) => exponent / BigInteger.GreatestCommonDivisor(exponent, order) * order);
        SubgroupCount = AbelianSubgroupCount.Of(invariants);
        LineCount = BigInteger.Pow(2, invariants.Count(order => order % 2 == 0));
        PlaneCount = (group.Order - LineCount) / 2;
        var primes = invariants.SelectMany(order => NumberTheory.Factor(order)).GroupBy(factor => factor.Prime).OrderBy(prime => prime.Key)
            .Select(prime => (Prime: prime.Key, Count: prime.Sum(factor => factor.Exponent))).ToList();
        CompositionFactors = [.. primes.Select(prime => new CompositionFactor(prime.Prime, FormattableString.Invariant($"C{prime.Prime}"), prime.Count))];
        ChiefFactorOrders = [.. primes.SelectMany(prime => Enumerable.Repeat((BigInteger)prime.Prime, prime.Count))];
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The orders of its cyclic factors of prime power order, ascending.</summary>
    public IReadOnlyList<long> Invariants { get; }

    /// <summary>The least m ≥ 1 with g^m = 1 for all g.</summary>
    public BigInteger Exponent { get; }

    /// <summary>The number of subgroups, all of them normal.</summary>
    public BigInteger SubgroupCount { get; }

    /// <summary>The number of simples of dimension 1, all of type R: characters with values ±1.</summary>
    public BigInteger LineCount { get; }

    /// <summary>The number of simples of dimension 2, all of type C: pairs of conjugate characters.</summary>
    public BigInteger PlaneCount { get; }

    /// <summary>The number of real simples.</summary>
    public BigInteger SimpleCount => LineCount + PlaneCount;

    /// <summary>Whether the order is prime.</summary>
    public bool IsSimple => ChiefFactorOrders.Count == 1;

    /// <summary>The composition factors, by ascending order, with multiplicities.</summary>
    public IReadOnlyList<CompositionFactor> CompositionFactors { get; }

    /// <summary>The orders of the factors of a chief series, all prime; the series is chosen so that they ascend.</summary>
    public IReadOnlyList<BigInteger> ChiefFactorOrders { get; }

    /// <summary>Whether a group is described by theory rather than by its table: it is abelian and of order above 5000.</summary>
    public static bool IsPreferredFor(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.IsAbelian && group.Order > LargestTabulated;
    }

    /// <summary>What theory says of an abelian group.</summary>
    /// <exception cref="ArgumentException">The group is not abelian.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static AbelianStructure Of(FiniteGroup group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.IsAbelian
            ? new AbelianStructure(group, group.ComputeAbelianInvariants(cancellationToken))
            : throw new ArgumentException($"{group.Name} is not abelian", nameof(group));
    }
}
