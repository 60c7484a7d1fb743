using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>A closed interval of real numbers with ends in fixed point, from <c>low · 2^-Bits</c> to <c>high · 2^-Bits</c>: every operation encloses all values that it can have.</summary>
/// <remarks>
/// <para><b>Meaning.</b> If x lies in an interval X and y in Y, then x + y lies in X + Y, and so on: ends are rounded outwards. Operands of one operation have the same number of bits.</para>
/// <para><b>Not</b> a number: two equal intervals need not hold equal numbers, so there is no order. Where a sign must be known, exact numbers (<see cref="Cyclotomic"/>) decide it.</para>
/// </remarks>
public readonly partial struct RealInterval : IEquatable<RealInterval>
{
    /// <summary>The most bits after the point that are carried.</summary>
    public const int MaxBits = 200_000;

    private readonly BigInteger _low;
    private readonly BigInteger _high;

    internal RealInterval(BigInteger low, BigInteger high, int bits)
    {
        _low = low;
        _high = high;
        Bits = bits;
    }

    /// <summary>The number of bits after the point.</summary>
    public int Bits { get; }

    /// <summary>The lower end.</summary>
    public Rational Low => new(_low, BigInteger.One << Bits);

    /// <summary>The upper end.</summary>
    public Rational High => new(_high, BigInteger.One << Bits);

    /// <summary>High − Low.</summary>
    public Rational Width => new(_high - _low, BigInteger.One << Bits);

    /// <summary>Whether 0 lies in the interval.</summary>
    public bool ContainsZero => _low.Sign <= 0 && _high.Sign >= 0;

    /// <summary>Whether all numbers of the interval are above 0.</summary>
    public bool IsPositive => _low.Sign > 0;

    internal BigInteger LowUnits => _low;

    internal BigInteger HighUnits => _high;

    /// <summary>The sum.</summary>
    public static RealInterval operator +(RealInterval left, RealInterval right) => new(left._low + right._low, left._high + right._high, Common(left, right));

    /// <summary>The difference.</summary>
    public static RealInterval operator -(RealInterval left, RealInterval right) => new(left._low - right._high, left._high - right._low, Common(left, right));

    /// <summary>The opposite.</summary>
    public static RealInterval operator -(RealInterval value) => new(-value._high, -value._low, value.Bits);

    /// <summary>The product.</summary>
    public static RealInterval operator *(RealInterval left, RealInterval right)
    {
        var bits = Common(left, right);
        var (a, b, c, d) = (left._low, left._high, right._low, right._high);
        if (a.Sign >= 0)
        {
            return new(Floor((c.Sign < 0 ? b : a) * c, bits), Ceiling((d.Sign < 0 ? a : b) * d, bits), bits);
        }

        if (b.Sign <= 0)
        {
            return -(-left * right);
        }

        return new(Floor(BigInteger.Min(a * d, b * c), bits), Ceiling(BigInteger.Max(a * c, b * d), bits), bits);
    }

    /// <summary>The product with a rational number.</summary>
    public static RealInterval operator *(Rational left, RealInterval right) => left.Sign >= 0
        ? new(Down(right._low * left.Numerator, left.Denominator), Up(right._high * left.Numerator, left.Denominator), right.Bits)
        : -((-left) * right);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">0 lies in <paramref name="right"/>.</exception>
    public static RealInterval operator /(RealInterval left, RealInterval right)
    {
        var bits = Common(left, right);
        if (right.ContainsZero)
        {
            throw new DivideByZeroException("the divisor may be 0");
        }

        if (right._high.Sign < 0)
        {
            return -left / -right;
        }

        var (low, high) = (left._low << bits, left._high << bits);
        return new(Down(low, left._low.Sign >= 0 ? right._high : right._low), Up(high, left._high.Sign >= 0 ? right._low : right._high), bits);
    }

    /// <summary>Equality of ends and bits.</summary>
    public static bool operator ==(RealInterval left, RealInterval right) => left.Equals(right);

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(RealInterval left, RealInterval right) => !left.Equals(right);

    /// <summary>The narrowest interval around a rational number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of bits is negative or above <see cref="MaxBits"/>.</exception>
    public static RealInterval Of(Rational value, int bits)
    {
        RequireBits(bits);
        var scaled = value.Numerator << bits;
        return new(Down(scaled, value.Denominator), Up(scaled, value.Denominator), bits);
    }

    /// <summary>An interval around a real cyclotomic number, of at most a few units in the last place for numbers with small coefficients.</summary>
    /// <exception cref="InvalidOperationException">The number is not real.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of bits is negative or above <see cref="MaxBits"/>.</exception>
    public static RealInterval Of(Cyclotomic value, int bits)
    {
        if (value.IsRational)
        {
            return Of(value.ToRational(), bits);
        }

        RequireBits(bits);
        if (!value.IsReal)
        {
            throw new InvalidOperationException($"{value} is not a real number");
        }

        var body = value.Body!;
        var (centre, radius) = RealEnclosure.Enclose(body, bits);
        return new(Down(centre - radius, body.Denominator), Up(centre + radius, body.Denominator), bits);
    }

    /// <summary>The interval of all numbers between two rational numbers, rounded outwards.</summary>
    /// <exception cref="ArgumentException">The upper end is below the lower one.</exception>
    public static RealInterval Between(Rational low, Rational high, int bits) =>
        low <= high ? new(Of(low, bits)._low, Of(high, bits)._high, bits) : throw new ArgumentException($"{high} is below {low}", nameof(high));

    /// <summary>The square: never negative.</summary>
    public RealInterval Squared()
    {
        var size = Abs();
        return new(Floor(size._low * size._low, Bits), Ceiling(size._high * size._high, Bits), Bits);
    }

    /// <summary>The absolute values.</summary>
    public RealInterval Abs() => _low.Sign >= 0 ? this : _high.Sign <= 0 ? -this : new(BigInteger.Zero, BigInteger.Max(-_low, _high), Bits);

    /// <summary>The part of the interval between two rational numbers, between which the number is known to lie.</summary>
    /// <exception cref="CertificateException">No number of the interval lies there: the enclosure is wrong, a bug.</exception>
    public RealInterval Within(Rational low, Rational high)
    {
        var (least, most) = (BigInteger.Max(_low, Of(low, Bits)._low), BigInteger.Min(_high, Of(high, Bits)._high));
        return least <= most ? new(least, most, Bits) : throw new CertificateException("an enclosure meets the range of its number", FormattableString.Invariant($"[{Low.ToDouble():R}, {High.ToDouble():R}] against [{low}, {high}]"));
    }

    /// <summary>The same interval, widened by a bound on what was left out.</summary>
    public RealInterval WidenedBy(RealInterval error)
    {
        Common(this, error);
        var size = BigInteger.Max(BigInteger.Abs(error._low), BigInteger.Abs(error._high));
        return new(_low - size, _high + size, Bits);
    }

    /// <summary>The same interval with another number of bits, rounded outwards.</summary>
    public RealInterval WithBits(int bits)
    {
        RequireBits(bits);
        return bits >= Bits ? new(_low << (bits - Bits), _high << (bits - Bits), bits) : new(Floor(_low, Bits - bits), Ceiling(_high, Bits - bits), bits);
    }

    /// <summary>The power with a natural exponent.</summary>
    public RealInterval Power(int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        var (result, square) = (Of(Rational.One, Bits), this);
        for (var left = exponent; left > 0; left >>= 1)
        {
            result = (left & 1) == 1 ? result * square : result;
            square = left > 1 ? square.Squared() : square;
        }

        return exponent % 2 == 0 ? result.Abs() : result;
    }

    /// <summary>The decimal notation with <paramref name="digits"/> digits after the point on which all numbers of the interval agree when rounded, or <c>null</c>.</summary>
    public string? TryToDecimalString(int digits)
    {
        var low = Low.ToDecimalString(digits);
        return low == High.ToDecimalString(digits) ? low : null;
    }

    /// <summary>The double nearest to the middle.</summary>
    public double ToDouble() => new Rational(_low + _high, BigInteger.One << (Bits + 1)).ToDouble();

    /// <inheritdoc/>
    public bool Equals(RealInterval other) => Bits == other.Bits && _low == other._low && _high == other._high;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RealInterval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_low, _high, Bits);

    /// <summary>The ends in doubles, as <c>[0.1, 0.2]</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"[{Low.ToDouble():R}, {High.ToDouble():R}]");

    private static int Common(RealInterval left, RealInterval right) =>
        left.Bits == right.Bits ? left.Bits : throw new ArgumentException(FormattableString.Invariant($"intervals of {left.Bits} and of {right.Bits} bits are combined"));

    private static void RequireBits(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MaxBits);
    }

    private static BigInteger Floor(BigInteger value, int bits) => value >> bits;

    private static BigInteger Ceiling(BigInteger value, int bits) => -(-value >> bits);

    private static BigInteger Down(BigInteger numerator, BigInteger positive)
    {
        var quotient = BigInteger.DivRem(numerator, positive, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    private static BigInteger Up(BigInteger numerator, BigInteger positive)
    {
        var quotient = BigInteger.DivRem(numerator, positive, out var remainder);
        return remainder.Sign > 0 ? quotient + 1 : quotient;
    }
}
