using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Families;

/// <summary>What theorems say of a group that its name gives: no element is looked at. None of these groups is nilpotent.</summary>
internal abstract class TheoryFacts
{
    /// <summary>|G|.</summary>
    public abstract BigInteger Order { get; }

    /// <summary>|Z(G)|; the centre is cyclic.</summary>
    public abstract long CentreOrder { get; }

    /// <summary>[G : G′]; the quotient is cyclic.</summary>
    public abstract long QuotientOrder { get; }

    /// <summary>|G′|.</summary>
    public BigInteger DerivedOrder => Order / QuotientOrder;

    /// <summary>The orders of G, G′, G″, … down to the trivial group or to a perfect one.</summary>
    public abstract IReadOnlyList<BigInteger> DerivedSeriesOrders { get; }

    /// <summary>Whether the derived series ends with the trivial group.</summary>
    public bool IsSolvable => DerivedSeriesOrders[^1].IsOne;

    /// <summary>Whether all chief factors are of prime order.</summary>
    public bool IsSupersolvable => IsSolvable && ChiefFactorOrders.All(order => order <= long.MaxValue && NumberTheory.IsPrime((long)order));

    /// <summary>Whether G is simple.</summary>
    public abstract bool IsSimple { get; }

    /// <summary>The one composition factor that is not abelian, where there is one.</summary>
    public abstract (BigInteger Order, string Name)? Factor { get; }

    /// <summary>The orders of the abelian composition factors, with multiplicity.</summary>
    public abstract IReadOnlyList<BigInteger> AbelianFactorOrders { get; }

    /// <summary>The orders of chief factors from the bottom.</summary>
    public abstract IReadOnlyList<BigInteger> ChiefFactorOrders { get; }

    /// <summary>The orders of the normal subgroups, ascending.</summary>
    public abstract IReadOnlyList<BigInteger> NormalSubgroupOrders { get; }

    /// <summary>The number of conjugacy classes, where there is a formula.</summary>
    public abstract BigInteger? ClassCount { get; }

    /// <summary>The number of simple representations over ℝ, where there is a formula: half the sum of the numbers of all and of real classes.</summary>
    public abstract BigInteger? RealSimpleCount { get; }

    /// <summary>The exponent, where there is a formula.</summary>
    public abstract BigInteger? Exponent { get; }

    /// <summary>The prime factors of a number, with multiplicity.</summary>
    protected static IEnumerable<BigInteger> PrimesOf(BigInteger n) => NumberTheory.Factor((long)n).SelectMany(factor => Enumerable.Repeat((BigInteger)factor.Prime, factor.Exponent));
}
