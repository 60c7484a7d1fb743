using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Families;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Characters;

/// <summary>A composition factor of a group: a simple group, by order and, where the order determines it, by name.</summary>
public sealed record CompositionFactor
{
    internal CompositionFactor(BigInteger order, string? name, int multiplicity)
    {
        Order = order;
        Name = name;
        Multiplicity = multiplicity;
    }

    /// <summary>The order, a prime or the order of a simple group that is not abelian.</summary>
    public BigInteger Order { get; }

    /// <summary><c>C2</c>, <c>A5</c>, <c>PSL(2,7)</c>, …, two names joined by <c>or</c> where the order leaves two groups, or null where the order is too large for the table of simple groups.</summary>
    public string? Name { get; }

    /// <summary>How often it occurs.</summary>
    public int Multiplicity { get; }
}

/// <summary>A chief series 1 = N₀ &lt; N₁ &lt; … &lt; N_r = G of normal subgroups with none between neighbours, and what the factors say about G.</summary>
/// <remarks>
/// <para><b>Unique:</b> orders and isomorphism types of the factors (Jordan–Hölder). <b>Chosen:</b> the series, upwards by the first cover each time.</para>
/// <para>A factor is T × … × T for a simple group T. If its order is not a power of a prime, T is not abelian, and the number of factors is determined by the order [KLST1990]: |T|^k = |S|^l implies k = l. So composition factors are read off
/// the orders of normal subgroups and the list of simple groups. docs/theory.md#structure.</para>
/// </remarks>
public sealed class ChiefSeries
{
    /// <summary>|A9|.</summary>
    private const int SmallestShortcut = 181_440;

    private ChiefSeries(IReadOnlyList<NormalSubgroup> subgroups, IReadOnlyList<CompositionFactor> compositionFactors)
    {
        Subgroups = subgroups;
        CompositionFactors = compositionFactors;
    }

    /// <summary>The series, from the trivial subgroup to the group.</summary>
    public IReadOnlyList<NormalSubgroup> Subgroups { get; }

    /// <summary>The orders of the chief factors, from the bottom.</summary>
    public IReadOnlyList<BigInteger> FactorOrders => [.. Subgroups.Skip(1).Zip(Subgroups, (upper, lower) => upper.Order / lower.Order)];

    /// <summary>The composition factors of the group, different ones by ascending order, with multiplicities.</summary>
    public IReadOnlyList<CompositionFactor> CompositionFactors { get; }

    /// <summary>True iff all chief factors have prime order.</summary>
    public bool IsSupersolvable => FactorOrders.All(order => CompositionFactors.Any(factor => factor.Order == order && IsAbelian(factor)));

    /// <summary>True iff all composition factors have prime order.</summary>
    public bool IsSolvable => CompositionFactors.All(IsAbelian);

    /// <summary>A chief series of the group of a lattice.</summary>
    public static ChiefSeries Of(NormalSubgroupLattice lattice)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        var series = new List<NormalSubgroup> { lattice.Trivial };
        while (series[^1] != lattice.Whole)
        {
            series.Add(series[^1].UpperCovers[0]);
        }

        var factors = new List<(BigInteger Order, string? Name, int Count)>();
        for (var i = 1; i < series.Count; i++)
        {
            factors.Add(FactorOf(series[i - 1], series[i]));
        }

        return new(series.AsReadOnly(), [.. factors.GroupBy(f => (f.Order, f.Name)).OrderBy(g => g.Key.Order).ThenBy(g => g.Key.Name, StringComparer.Ordinal).Select(g => new CompositionFactor(g.Key.Order, g.Key.Name, g.Sum(f => f.Count)))]);
    }

    /// <summary>By Burnside's theorem the order of a simple group that is not abelian has three prime divisors at least.</summary>
    private static bool IsAbelian(CompositionFactor factor) => factor.Order <= long.MaxValue && NumberTheory.PrimeFactors((long)factor.Order).Count == 1;

    internal static (BigInteger Order, string? Name, int Count) FactorOf(NormalSubgroup lower, NormalSubgroup upper)
    {
        // The order is asked first: no group is generated for a factor smaller than A9.
        if (lower.Order.IsOne && upper.Order >= SmallestShortcut && upper.ToGroup() is { Kind: GroupKind.Alternating, Degree: >= 9 } alternating)
        {
            return (alternating.Order, FormattableString.Invariant($"A{alternating.Degree}"), 1);
        }

        var order = upper.Order / lower.Order;
        if (order <= long.MaxValue && NumberTheory.Factor((long)order) is [var (prime, exponent)])
        {
            return (prime, FormattableString.Invariant($"C{prime}"), exponent);
        }

        for (var k = 1; BigInteger.Pow(60, k) <= order; k++)
        {
            if (Root(order, k) is { } root && SimpleGroupOrders.NamesOf(root) is { Count: > 0 } names)
            {
                return (root, names.Count == 1 ? names[0] : order == 20160 ? NameOfOrder20160(lower, upper) : string.Join(" or ", names), k);
            }
        }

        return SimpleGroupOrders.Covers(order)
            ? throw new CertificateException("a chief factor is a power of a simple group", FormattableString.Invariant($"{lower.Lattice.Group.Name}, factor of order {order}"))
            : (order, null, 1);
    }

    /// <summary>A₈ has elements of order 6; the orders in PSL(3,4) are 1, 2, 3, 4, 5, 7 [Wilson, §1.2].</summary>
    private static string NameOfOrder20160(NormalSubgroup lower, NormalSubgroup upper)
    {
        var (above, below) = (upper.ToGroup(), lower.ToGroup());
        bool HasOrderSix(Permutation g) => !below.Contains(g.Power(2)) && !below.Contains(g.Power(3)) && below.Contains(g.Power(6));

        // An element of A8 has order 6 with probability 1/4; only for PSL(3,4) the classes are needed.
        var random = new ProductReplacement(above.Degree, above.EssentialGenerators);
        return Enumerable.Range(0, 100).Any(_ => HasOrderSix(PermutationArrays.ToPermutation(random.Next()))) || upper.ClassPositions.Any(c => HasOrderSix(lower.Lattice.Group.ConjugacyClasses[c].Representative)) ? "A8" : "PSL(3,4)";
    }

    /// <summary>The k-th root, if it is a whole number.</summary>
    private static BigInteger? Root(BigInteger n, int k)
    {
        var (low, high) = (BigInteger.One, BigInteger.One << (int)((n.GetBitLength() / k) + 1));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = BigInteger.Pow(middle, k) <= n ? (middle, high) : (low, middle - 1);
        }

        return BigInteger.Pow(low, k) == n ? low : null;
    }
}
