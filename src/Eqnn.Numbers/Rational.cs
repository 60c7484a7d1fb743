using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>A rational number, exact, of any size.</summary>
/// <remarks>
/// <para><b>Canonical form.</b> Coprime numerator and denominator, the denominator positive; so equality, hash and text agree. <c>default</c> is 0.</para>
/// <para><b>Cost.</b> Three words. Fractions with both parts inside 64 bits are handled without heap allocation; others with <see cref="BigInteger"/>.</para>
/// <para><b>Not</b> an IEEE number: there is no infinity and no NaN, division by zero throws <see cref="DivideByZeroException"/>. For irrational numbers see <see cref="Cyclotomic"/>.</para>
/// </remarks>
public readonly partial struct Rational : IOrderedField<Rational>, IComparable, IParsable<Rational>, IFormattable
{
    // _big is null iff |numerator| and denominator are at most long.MaxValue; then they are here. Otherwise the two longs are 0.
    private readonly long _numerator;
    private readonly long _denominatorLessOne;
    private readonly BigRatio? _big;

    /// <summary>Takes a reduced small fraction as it is.</summary>
    internal Rational(long numerator, long denominatorLessOne, BigRatio? big)
    {
        _numerator = numerator;
        _denominatorLessOne = denominatorLessOne;
        _big = big;
    }

    /// <summary>The integer <paramref name="value"/>.</summary>
    public Rational(long value)
    {
        if (value == long.MinValue)
        {
            _big = new BigRatio(value, BigInteger.One);
        }
        else
        {
            _numerator = value;
        }
    }

    /// <summary>The fraction <paramref name="numerator"/>/<paramref name="denominator"/>, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Rational(BigInteger numerator, BigInteger denominator) => this = Reduce(numerator, denominator);

    /// <summary>0.</summary>
    public static Rational Zero => default;

    /// <summary>1.</summary>
    public static Rational One => new(1, 0, null);

    /// <summary>The numerator of the reduced fraction; it carries the sign.</summary>
    public BigInteger Numerator => _big is null ? _numerator : _big.Numerator;

    /// <summary>The denominator of the reduced fraction, positive; 1 for integers.</summary>
    public BigInteger Denominator => _big is null ? _denominatorLessOne + 1 : _big.Denominator;

    /// <summary>Whether this is 0.</summary>
    public bool IsZero => _numerator == 0 && _big is null;

    /// <summary>Whether this is 1.</summary>
    public bool IsOne => _numerator == 1 && _denominatorLessOne == 0;

    /// <summary>Whether the denominator is 1.</summary>
    public bool IsInteger => _big is null ? _denominatorLessOne == 0 : _big.Denominator.IsOne;

    /// <summary>-1, 0 or 1 as this is negative, zero or positive.</summary>
    public int Sign => _big is null ? Math.Sign(_numerator) : _big.Numerator.Sign;

    /// <summary>The overflow body, or null where both parts fit.</summary>
    internal BigRatio? Big => _big;

    /// <summary>The numerator where <see cref="Big"/> is null.</summary>
    internal long SmallNumerator => _numerator;

    /// <summary>The denominator minus 1 where <see cref="Big"/> is null.</summary>
    internal long SmallDenominatorLessOne => _denominatorLessOne;

    /// <summary>The fraction <paramref name="numerator"/>/<paramref name="denominator"/>, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Rational Of(long numerator, long denominator) => Reduce(numerator, denominator);

    /// <summary>The absolute value.</summary>
    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    /// <summary>The smaller of the two.</summary>
    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    /// <summary>The larger of the two.</summary>
    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    /// <summary>The power; <c>Pow(0, 0) = 1</c>.</summary>
    /// <exception cref="DivideByZeroException">0 to a negative power.</exception>
    public static Rational Pow(Rational value, int exponent)
    {
        var size = (int)Math.Min(Math.Abs((long)exponent), int.MaxValue);
        var positive = size switch
        {
            0 => One,
            1 => value,
            _ => Canonical(BigInteger.Pow(value.Numerator, size), BigInteger.Pow(value.Denominator, size)),
        };
        return exponent < 0 ? positive.Inverse() : positive;
    }

    /// <summary>The reciprocal.</summary>
    /// <exception cref="DivideByZeroException">This is 0.</exception>
    public Rational Inverse()
    {
        if (_big is null)
        {
            return _numerator switch
            {
                > 0 => new Rational(_denominatorLessOne + 1, _numerator - 1, null),
                < 0 => new Rational(-_denominatorLessOne - 1, -_numerator - 1, null),
                _ => throw new DivideByZeroException("the rational number 0 has no inverse"),
            };
        }

        return _big.Numerator.Sign > 0 ? Canonical(_big.Denominator, _big.Numerator) : Canonical(-_big.Denominator, -_big.Numerator);
    }

    /// <summary>The largest integer that is not larger than this.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest integer that is not smaller than this.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>The nearest integer; of two equally near ones the one farther from 0 (1/2 gives 1, -1/2 gives -1).</summary>
    public BigInteger Round()
    {
        var size = ((2 * BigInteger.Abs(Numerator)) + Denominator) / (2 * Denominator);
        return Sign < 0 ? -size : size;
    }

    /// <summary>The fraction of two coprime integers, the second positive.</summary>
    internal static Rational Canonical(BigInteger numerator, BigInteger denominator)
    {
        if (denominator <= long.MaxValue && numerator <= long.MaxValue && numerator >= -long.MaxValue)
        {
            return new Rational((long)numerator, (long)denominator - 1, null);
        }

        return new Rational(0, 0, new BigRatio(numerator, denominator));
    }

    private static Rational Reduce(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("the denominator of a rational number is 0");
        }

        if (denominator.Sign < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var common = denominator.IsOne ? denominator : BigInteger.GreatestCommonDivisor(numerator, denominator);
        return common.IsOne ? Canonical(numerator, denominator) : Canonical(numerator / common, denominator / common);
    }

    private static Rational Reduce(long numerator, long denominator)
    {
        if (denominator == 0)
        {
            throw new DivideByZeroException("the denominator of a rational number is 0");
        }

        if (numerator == long.MinValue || denominator == long.MinValue)
        {
            return Reduce((BigInteger)numerator, denominator);
        }

        if (denominator < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var common = (long)MachineIntegers.Gcd(MachineIntegers.Magnitude(numerator), (ulong)denominator);
        return common == 1 ? new Rational(numerator, denominator - 1, null) : new Rational(numerator / common, (denominator / common) - 1, null);
    }
}
