using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Families;

/// <summary>What theorems say of V ⋊ H, V the vectors and H a group of linear maps that acts on V irreducibly and faithfully: affine groups, and Frobenius groups of order p m on p points.</summary>
/// <remarks>
/// <para><b>Structure.</b> V is its own centralizer, so that every normal subgroup but 1 contains V: with N ∩ V = 1 it would centralize V. The normal subgroups are 1 and V N for those N of H. V = [V, H] lies in G′ unless H = 1, so G′ = V H′ (docs/theory.md#affine).</para>
/// <para><b>Classes.</b> The irreducible characters of AGL(n,q) are those of GL(n,q) and one for each of AGL(n−1,q) [Zelevinsky1981, §13]; with H cyclic of order m without fixed vectors there are the m linear ones and (|V| − 1)/m of degree m.</para>
/// </remarks>
internal sealed class AffineFacts : TheoryFacts
{
    private readonly BigInteger _vectors;
    private readonly long _prime;
    private readonly int _rank;

    private readonly int _dimension;
    private readonly Lazy<IReadOnlyList<Permutation>> _translations;
    private readonly Lazy<IReadOnlyList<Permutation>> _derivedLinear;

    private AffineFacts(BigInteger order, long prime, int rank, int dimension, long quotientOrder, FamilyFacts? linear, BigInteger classes, BigInteger realClasses, BigInteger exponent, Func<IReadOnlyList<Permutation>> translations, Func<IReadOnlyList<Permutation>> derivedLinear)
    {
        (_prime, _rank, _dimension, Linear, _vectors) = (prime, rank, dimension, linear, BigInteger.Pow(prime, rank));
        (_translations, _derivedLinear) = (new(translations), new(derivedLinear));
        (Order, QuotientOrder, ClassCount, RealSimpleCount, Exponent) = (order, quotientOrder, classes, (classes + realClasses) / 2, exponent);
    }

    /// <inheritdoc/>
    public override BigInteger Order { get; }

    /// <summary>The centre fixes no vector apart from the others: it is trivial.</summary>
    public override long CentreOrder => 1;

    /// <inheritdoc/>
    public override long QuotientOrder { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<BigInteger> DerivedSeriesOrders => Linear is null ? [Order, _vectors, 1] : QuotientOrder == 1 ? [Order] : [Order, DerivedOrder];

    /// <summary>V is a proper normal subgroup.</summary>
    public override bool IsSimple => false;

    /// <inheritdoc/>
    public override (BigInteger Order, string Name)? Factor => Linear?.Factor;

    /// <inheritdoc/>
    public override IReadOnlyList<BigInteger> AbelianFactorOrders => [.. Enumerable.Repeat((BigInteger)_prime, _rank), .. Linear?.AbelianFactorOrders ?? PrimesOf(QuotientOrder)];

    /// <inheritdoc/>
    public override IReadOnlyList<BigInteger> ChiefFactorOrders => [_vectors, .. Linear?.ChiefFactorOrders ?? PrimesOf(QuotientOrder)];

    /// <inheritdoc/>
    public override IReadOnlyList<BigInteger> NormalSubgroupOrders => [1, .. (Linear?.NormalSubgroupOrders ?? NumberTheory.Divisors(QuotientOrder).Select(d => (BigInteger)d)).Select(order => _vectors * order)];

    /// <inheritdoc/>
    public override BigInteger? ClassCount { get; }

    /// <inheritdoc/>
    public override BigInteger? RealSimpleCount { get; }

    /// <inheritdoc/>
    public override BigInteger? Exponent { get; }

    /// <summary>What theorems say of H; null where H is cyclic: then the normal subgroups above V belong to its powers.</summary>
    public FamilyFacts? Linear { get; }

    /// <summary>|V|.</summary>
    public BigInteger VectorCount => _vectors;

    /// <summary>Translations that generate V.</summary>
    public IReadOnlyList<Permutation> Translations => _translations.Value;

    /// <summary>What generates H′; nothing where H is cyclic.</summary>
    public IReadOnlyList<Permutation> DerivedLinear => _derivedLinear.Value;

    /// <summary>The determinant of the scalars of GL(n,q) that have order d is a ((q − 1)/d · n)-th power of a primitive element: whether it lies in the subgroup of a given index.</summary>
    public bool HasScalarDeterminant(long order, long index) => QuotientOrder / order * _dimension % index == 0;

    /// <summary>AGL(n,q); null for the ones with H = 1 or a solvable H that is not cyclic.</summary>
    /// <param name="n">The dimension.</param>
    /// <param name="q">The order of the field.</param>
    /// <param name="order">The order of the group.</param>
    /// <param name="scalar">The action of a scalar matrix of a given order.</param>
    /// <param name="translations">Translations that generate V.</param>
    /// <param name="special">Generators of SL(n,q).</param>
    public static AffineFacts? Affine(int n, int q, BigInteger order, Func<long, Permutation> scalar, Func<IReadOnlyList<Permutation>> translations, Func<IReadOnlyList<Permutation>> special)
    {
        var linear = n > 1 ? FamilyFacts.Linear("GL", n, q, order / BigInteger.Pow(q, n), scalar) : null;
        if (linear is null && (n > 1 || q == 2))
        {
            return null;
        }

        var (prime, degree) = FiniteField.PrimePower(q);
        var levels = Enumerable.Range(0, n + 1);
        return new(
            order, prime, degree * n, n, q - 1, linear,
            levels.Aggregate(BigInteger.Zero, (sum, i) => sum + LinearClassCounts.General(i, q, 1)),
            levels.Aggregate(BigInteger.Zero, (sum, i) => sum + LinearClassCounts.RealGeneral(i, q)),
            FamilyFacts.ExponentOfGeneral(n, q, n + 1),
            translations, special);
    }

    /// <summary>C_p ⋊ C_m, m > 1 a divisor of p − 1, acting faithfully: a Frobenius group.</summary>
    public static AffineFacts Frobenius(int p, int m, Permutation translation)
    {
        var large = (p - 1) / m;
        return new((BigInteger)p * m, p, 1, 1, m, null, m + large, NumberTheory.Gcd(m, 2) + (m % 2 == 0 ? large : 0), (BigInteger)p * m, () => [translation], () => []);
    }
}
