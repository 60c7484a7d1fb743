using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Families;

/// <summary>What theorems say of a linear, unitary, symplectic or Suzuki group that its name gives: no element is looked at.</summary>
/// <remarks>
/// <para><b>Structure.</b> G′ is perfect, G′/Z(G′) is simple and not abelian, G/G′ and Z(G) are cyclic, G/Z(G) lies in the automorphisms of G′/Z(G′). So every normal subgroup lies in Z(G) or contains G′ (docs/theory.md#families), and the lattice is known from two numbers, |Z(G)| and [G : G′].</para>
/// <para><b>Excluded</b> are the few members for which this fails: n = 1, and over the fields with 2 and 3 elements the smallest groups, which are solvable, and Sp(4,2).</para>
/// <para><b>Source.</b> [Wilson, §3.3, §3.5, §3.6, §4.2].</para>
/// </remarks>
internal sealed class FamilyFacts : TheoryFacts
{
    private readonly string _ownName;
    private readonly Lazy<BigInteger?> _classCount;
    private readonly Lazy<BigInteger?> _realClassCount;
    private readonly Lazy<BigInteger?> _exponent;
    private readonly Lazy<Permutation>? _centreGenerator;

    private FamilyFacts(BigInteger order, BigInteger factorOrder, string ownName, long centreOrder, long quotientOrder, Func<BigInteger?> classCount, Func<BigInteger?> realClassCount, Func<BigInteger?> exponent, Func<long, Permutation>? scalar = null)
    {
        _centreGenerator = scalar is null ? null : new(() => scalar(centreOrder));
        Order = order;
        FactorOrder = factorOrder;
        _ownName = ownName;
        CentreOrder = centreOrder;
        QuotientOrder = quotientOrder;
        _classCount = new(classCount);
        _realClassCount = new(realClassCount);
        _exponent = new(exponent);
    }

    /// <inheritdoc/>
    public override BigInteger Order { get; }

    /// <summary>The order of the one composition factor that is not abelian.</summary>
    public BigInteger FactorOrder { get; }

    /// <summary>Its name in the list of simple groups: <c>A5</c> for PSL(2,4).</summary>
    public string FactorName => SimpleGroupOrders.NamesOf(FactorOrder) is { Count: > 0 } names && !names.Contains(_ownName) ? names[0] : _ownName;

    /// <inheritdoc/>
    public override long CentreOrder { get; }

    /// <summary>A generator of the centre, a scalar matrix; null where the group acts on points and the centre is trivial.</summary>
    public Permutation? CentreGenerator => _centreGenerator?.Value;

    /// <inheritdoc/>
    public override long QuotientOrder { get; }

    /// <summary>G′ is perfect.</summary>
    public override IReadOnlyList<BigInteger> DerivedSeriesOrders => QuotientOrder == 1 ? [Order] : [Order, DerivedOrder];

    /// <inheritdoc/>
    public override (BigInteger Order, string Name)? Factor => (FactorOrder, FactorName);

    /// <inheritdoc/>
    public override bool IsSimple => FactorOrder == Order;

    /// <inheritdoc/>
    public override BigInteger? ClassCount => _classCount.Value;

    /// <inheritdoc/>
    public override BigInteger? RealSimpleCount => ClassCount is { } all && _realClassCount.Value is { } real ? (all + real) / 2 : null;

    /// <inheritdoc/>
    public override BigInteger? Exponent => _exponent.Value;

    /// <summary>The orders of the normal subgroups, ascending: those of the subgroups of the centre, and those of the subgroups that contain G′.</summary>
    public override IReadOnlyList<BigInteger> NormalSubgroupOrders => [.. NumberTheory.Divisors(CentreOrder).Select(d => (BigInteger)d).Concat(NumberTheory.Divisors(QuotientOrder).Select(d => DerivedOrder * d)).Order()];

    /// <summary>The orders of chief factors from the bottom: through the centre of G′, G′, and up.</summary>
    public override IReadOnlyList<BigInteger> ChiefFactorOrders => [.. PrimesOf(DerivedOrder / FactorOrder), FactorOrder, .. PrimesOf(QuotientOrder)];

    /// <summary>The prime factors of [G : G′] and |Z(G′)| with multiplicity: orders of the abelian composition factors.</summary>
    public override IReadOnlyList<BigInteger> AbelianFactorOrders => [.. PrimesOf(Order / FactorOrder)];

    /// <summary>GL, SL, PGL, PSL; null for excluded ones.</summary>
    /// <param name="head">The family.</param>
    /// <param name="n">The dimension.</param>
    /// <param name="q">The order of the field.</param>
    /// <param name="order">The order of the group.</param>
    /// <param name="scalar">The action of a scalar matrix of a given order, where the group acts on vectors.</param>
    public static FamilyFacts? Linear(string head, int n, int q, BigInteger order, Func<long, Permutation>? scalar) => n < 2 || (n == 2 && q <= 3) ? null : OverForm(head, n, q, 1, order, scalar);

    /// <summary>GU, SU, PSU; null for excluded ones.</summary>
    /// <param name="head">The family.</param>
    /// <param name="n">The dimension.</param>
    /// <param name="q">The square root of the order of the field.</param>
    /// <param name="order">The order of the group.</param>
    /// <param name="scalar">The action of a scalar matrix of a given order, where the group acts on vectors.</param>
    public static FamilyFacts? Unitary(string head, int n, int q, BigInteger order, Func<long, Permutation>? scalar) =>
        n < 2 || (n == 2 && q <= 3) || (n == 3 && q == 2) ? null : OverForm(head, n, q, -1, order, scalar);

    /// <summary>Sp, PSp; null for excluded ones.</summary>
    /// <param name="head">The family.</param>
    /// <param name="n">The dimension, even.</param>
    /// <param name="q">The order of the field.</param>
    /// <param name="order">The order of the group.</param>
    /// <param name="scalar">The action of a scalar matrix of a given order, where the group acts on vectors.</param>
    public static FamilyFacts? Symplectic(string head, int n, int q, BigInteger order, Func<long, Permutation>? scalar)
    {
        if (n == 2)
        {
            return Linear(head == "Sp" ? "SL" : "PSL", n, q, order, scalar);
        }

        var centre = head == "Sp" && q % 2 == 1 ? 2 : 1;
        var projective = head == "PSp" && q % 2 == 1;
        return n == 4 && q == 2 ? null
            : n == 4 ? new(order, order / centre, MatrixGroups.Named("PSp", n, q), centre, 1, () => SymplecticClasses(q, projective), () => q % 4 == 3 ? null : SymplecticClasses(q, projective), () => SymplecticExponent(q, projective), scalar)
            : new(order, order / centre, MatrixGroups.Named("PSp", n, q), centre, 1, () => null, () => null, () => null, scalar);
    }

    /// <summary>k(Sp(4,q)), and k(PSp(4,q)) for odd q [Srinivasan1968], [Enomoto1972]. Where −1 is a square or q is even, all classes are real [FeitZuckerman1982].</summary>
    private static BigInteger SymplecticClasses(BigInteger q, bool projective) => q.IsEven ? (q * q) + (2 * q) + 3 : projective ? ((q * q) + (6 * q) + 13) / 2 : (q * q) + (5 * q) + 10;

    /// <summary>The tori of Sp(4,q) have the exponents q² + 1, q² − 1, q + 1, q − 1; in PSp(4,q), q odd, the first two are cyclic with −1 in them, and halved. Unipotent elements have the order of a Jordan block of size 4.</summary>
    private static BigInteger SymplecticExponent(int q, bool projective)
    {
        var (square, half, p) = ((BigInteger)q * q, projective ? 2 : 1, FiniteField.PrimePower(q).Characteristic);
        return (p < 4 ? p * p : p) * NumberTheory.Lcm(NumberTheory.Lcm((square + 1) / half, (square - 1) / half), NumberTheory.Lcm((BigInteger)q - 1, (BigInteger)q + 1));
    }

    /// <summary>Sz(q).</summary>
    /// <param name="q">An odd power of 2, at least 8.</param>
    /// <param name="order">The order of the group.</param>
    public static FamilyFacts Suzuki(int q, BigInteger order) =>
        new(order, order, FormattableString.Invariant($"Sz({q})"), 1, 1, () => (BigInteger)q + 3, () => (BigInteger)q + 1, () => 4 * (BigInteger)(q - 1) * (((BigInteger)q * q) + 1));

    private static FamilyFacts OverForm(string head, int n, int q, int sign, BigInteger order, Func<long, Permutation>? scalar)
    {
        var units = q - sign;
        var common = NumberTheory.Gcd(n, units);
        var simple = MatrixGroups.Named(sign > 0 ? "PSL" : "PSU", n, q);
        return head switch
        {
            "GL" or "GU" => new(order, order / units / common, simple, units, units, () => LinearClassCounts.General(n, q, sign), () => LinearClassCounts.RealGeneral(n, q), () => sign > 0 ? ExponentOfGeneral(n, q) : null, scalar),
            "SL" or "SU" => new(order, order / common, simple, common, 1, () => LinearClassCounts.Special(n, q, sign), () => RealSpecial(n, q, common), () => n == 2 ? ExponentInPlane(q, false) : null, scalar),
            // PGL(2,q): all elements are real.
            "PGL" => new(order, order / common, simple, 1, common, () => LinearClassCounts.ProjectiveGeneral(n, q, sign), () => n == 2 ? q + common : RealSpecial(n, q, common), () => n == 2 ? ExponentInPlane(q, false) : null),
            _ => new(order, order, simple, 1, 1, () => LinearClassCounts.ProjectiveSpecial(n, q, sign), () => RealProjectiveSpecial(n, q, common), () => n == 2 ? ExponentInPlane(q, true) : null),
        };
    }

    /// <summary>In PSL(2,q), q odd, all elements are conjugate to their inverses but the unipotent ones where −1 is no square.</summary>
    private static BigInteger? RealProjectiveSpecial(int n, int q, long common) => n == 2 && q % 2 == 1 ? (q % 4 == 1 ? q + 5 : q + 1) / 2 : RealSpecial(n, q, common);

    /// <summary>Where q − ε is prime to n, the general group is the product of the special one and the scalars, of which 1 and −1 are real; in dimension 2 all elements are conjugate to their inverses but the unipotent ones and their negatives, and these where −1 is a square.</summary>
    private static BigInteger? RealSpecial(int n, int q, long common) =>
        common == 1 ? LinearClassCounts.RealGeneral(n, q) / NumberTheory.Gcd(2, q - 1)
        : n == 2 ? (q % 4 == 1 ? q + 4 : q)
        : null;

    /// <summary>The semisimple elements lie in fields of degree i ≤ n, the unipotent ones have the order of a Jordan block of size n.</summary>
    private static BigInteger ExponentOfGeneral(int n, int q) => ExponentOfGeneral(n, q, n);

    /// <summary>The least common multiple of the orders of semisimple elements of GL(n,q) and of Jordan blocks of size up to <paramref name="block"/>.</summary>
    internal static BigInteger ExponentOfGeneral(int n, int q, int block)
    {
        var p = FiniteField.PrimePower(q).Characteristic;
        BigInteger unipotent = 1;
        while (unipotent < block)
        {
            unipotent *= p;
        }

        return Enumerable.Range(1, n).Aggregate(unipotent, (lcm, i) => NumberTheory.Lcm(lcm, BigInteger.Pow(q, i) - 1));
    }

    /// <summary>p and the orders of the two cyclic tori of SL(2,q), or of their images in PSL(2,q).</summary>
    private static BigInteger ExponentInPlane(int q, bool projective)
    {
        var half = projective && q % 2 == 1 ? 2 : 1;
        return FiniteField.PrimePower(q).Characteristic * NumberTheory.Lcm((q - 1) / half, (BigInteger)(q + 1) / half);
    }
}
