using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>A cyclotomic number: an element of Q(ζ_n) for some n, ζ_n = <c>E(n)</c> = exp(2πi/n), exact. All of them together form the field Q^ab.</summary>
/// <remarks>
/// <para><b>Canonical form.</b> The smallest n (never 2 modulo 4), integer coefficients in the Zumbroich basis of Q(ζ_n) over one common denominator, in lowest terms. So equality and hash are structural, and
/// <see cref="ToString()"/> is GAP's normal form byte for byte: <c>E(9)</c> prints <c>-E(9)^4-E(9)^7</c>, <c>E(6)</c> prints <c>-E(3)^2</c>. <c>default</c> is 0.</para>
/// <para><b>Cost.</b> Three words; rational values (conductor 1) need no heap. A product of numbers with s and t terms takes s·t + O(n) steps on 64-bit integers where these provably suffice, else on wider ones.</para>
/// <para><b>Not</b> ordered: there is no <c>&lt;</c>. <see cref="CompareTo(Cyclotomic)"/> puts the real numbers by size and the others after them, for sets and sorting; <see cref="RealCyclotomic"/> is the ordered field of the real ones.</para>
/// <para><b>Limit.</b> Conductors up to 1 000 000 (as GAP's default); beyond, <see cref="LimitExceededException"/>.</para>
/// <para><b>Source.</b> [Breuer1997].</para>
/// </remarks>
[SuppressMessage("Design", "CA1036:Override methods on comparable types", Justification = "The comparison is by size on real numbers only: < would mislead.")]
public readonly partial struct Cyclotomic : IField<Cyclotomic>, IComparable<Cyclotomic>, IComparable, IParsable<Cyclotomic>, IFormattable
{
    // A rational value is laid out like Rational, _heavy being its BigRatio or null; otherwise _heavy is a CyclotomicBody.
    private readonly long _numerator;
    private readonly long _denominatorLessOne;
    private readonly object? _heavy;

    internal Cyclotomic(CyclotomicBody body) => _heavy = body;

    private Cyclotomic(Rational value)
    {
        _numerator = value.SmallNumerator;
        _denominatorLessOne = value.SmallDenominatorLessOne;
        _heavy = value.Big;
    }

    /// <summary>0.</summary>
    public static Cyclotomic Zero => default;

    /// <summary>1.</summary>
    public static Cyclotomic One => new(Rational.One);

    /// <summary>The smallest n with this number in Q(ζ_n); 1 for rational numbers, never 2 modulo 4.</summary>
    public int Conductor => Body?.Conductor ?? 1;

    /// <summary>Whether this is 0.</summary>
    public bool IsZero => _numerator == 0 && _heavy is null;

    /// <summary>Whether this is 1.</summary>
    public bool IsOne => _numerator == 1 && _denominatorLessOne == 0;

    /// <summary>Whether this is a rational number.</summary>
    public bool IsRational => _heavy is not CyclotomicBody;

    /// <summary>Whether this is a rational integer (see <see cref="IsIntegral"/> for algebraic integers).</summary>
    public bool IsInteger => IsRational && RationalPart.IsInteger;

    /// <summary>Whether this is an algebraic integer: the basis spans the ring of integers of Q(ζ_n), so iff the common denominator is 1.</summary>
    public bool IsIntegral => Body is { } body ? body.Denominator.IsOne : RationalPart.IsInteger;

    /// <summary>The common denominator d of the coefficients; the least positive integer with d · this an algebraic integer.</summary>
    public BigInteger Denominator => Body is { } body ? body.Denominator : RationalPart.Denominator;

    /// <summary>The nonzero terms: pairs (exponent e, coefficient c) with this = Σ c · E(n)^e, n = <see cref="Conductor"/>, over the Zumbroich basis of Q(ζ_n), exponents ascending. None for 0, one pair (0, r) for a rational r.</summary>
    public IReadOnlyList<(int Exponent, Rational Coefficient)> ZumbroichCoefficients
    {
        get
        {
            if (Body is { } body)
            {
                return Array.AsReadOnly(Enumerable.Range(0, body.Count).Select(i => (body.Exponents[i], body.Coefficient(i))).ToArray());
            }

            return IsZero ? [] : Array.AsReadOnly(new[] { (0, RationalPart) });
        }
    }

    /// <summary>The irrational body, or null for rational values.</summary>
    internal CyclotomicBody? Body => _heavy as CyclotomicBody;

    /// <summary>The value where <see cref="Body"/> is null.</summary>
    internal Rational RationalPart => new(_numerator, _denominatorLessOne, _heavy as BigRatio);

    /// <summary>The root of unity ζ_n = exp(2πi/n).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive.</exception>
    /// <exception cref="LimitExceededException"><paramref name="n"/> is larger than 1 000 000.</exception>
    public static Cyclotomic E(int n) => E(n, 1);

    /// <summary>The root of unity ζ_n^<paramref name="power"/>, any integer power.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive.</exception>
    /// <exception cref="LimitExceededException">The order of the root is larger than 1 000 000.</exception>
    public static Cyclotomic E(int n, long power)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        power = NumberTheory.Mod(power, n);
        var common = (int)NumberTheory.Gcd(power, n);
        n /= common;
        power /= common;
        var coefficient = 1;
        if (n % 4 == 2)
        {
            // ζ_2m = -ζ_m^((m+1)/2) for odd m, and the power is odd here: it is coprime to 2m.
            n /= 2;
            power = power * ((n + 1) / 2) % n;
            coefficient = -1;
        }

        ConductorTable.CheckConductor(n);
        return n == 1 ? coefficient : CyclotomicArithmetic.Sum(n, [(int)power], [coefficient], 1);
    }

    /// <summary>The sum <c>Σ c_i ζ_n^i</c> over all positions i of the list (of any length).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive.</exception>
    /// <exception cref="LimitExceededException"><paramref name="n"/> is larger than 1 000 000.</exception>
    public static Cyclotomic FromPowers(int n, IReadOnlyList<long> coefficients)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        var (conductor, exponents, positions) = Powers(n, coefficients.Count, i => coefficients[i] == 0);
        if (coefficients.Contains(long.MinValue))
        {
            return CyclotomicArithmetic.Sum(conductor, exponents, Array.ConvertAll(positions, i => ParitySign(n, i) * (BigInteger)coefficients[i]), BigInteger.One);
        }

        return CyclotomicArithmetic.Sum(conductor, exponents, Array.ConvertAll(positions, i => ParitySign(n, i) * coefficients[i]), 1);
    }

    /// <summary>The sum <c>Σ c_i ζ_n^i</c> over all positions i of the list (of any length).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive.</exception>
    /// <exception cref="LimitExceededException"><paramref name="n"/> is larger than 1 000 000.</exception>
    public static Cyclotomic FromPowers(int n, IReadOnlyList<Rational> coefficients)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        var (conductor, exponents, positions) = Powers(n, coefficients.Count, i => coefficients[i].IsZero);
        var denominator = positions.Aggregate(BigInteger.One, (d, i) => NumberTheory.Lcm(d, coefficients[i].Denominator));
        var numerators = Array.ConvertAll(positions, i => ParitySign(n, i) * coefficients[i].Numerator * (denominator / coefficients[i].Denominator));
        return CyclotomicArithmetic.Sum(conductor, exponents, numerators, denominator);
    }

    /// <summary>This number as a rational number.</summary>
    /// <exception cref="InvalidOperationException">It is irrational.</exception>
    public Rational ToRational() => IsRational ? RationalPart : throw new InvalidOperationException($"{this} is not rational");

    private static (int Conductor, int[] Exponents, int[] Positions) Powers(int n, int count, Func<int, bool> isZero)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var conductor = n % 4 == 2 ? n / 2 : n;
        ConductorTable.CheckConductor(conductor);
        var positions = Enumerable.Range(0, count).Where(i => !isZero(i)).ToArray();

        // ζ_2m^i = (-1)^i ζ_m^(i (m+1)/2) for odd m.
        var exponents = Array.ConvertAll(positions, i => conductor == n ? i % n : (int)((long)i * ((conductor + 1) / 2) % conductor));
        return (conductor, exponents, positions);
    }

    private static int ParitySign(int n, int position) => n % 4 == 2 && (position & 1) == 1 ? -1 : 1;
}
