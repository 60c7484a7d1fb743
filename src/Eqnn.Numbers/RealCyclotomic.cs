using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>A real cyclotomic number: an element of the ordered field R ∩ Q^ab, with the order of the real numbers, exact.</summary>
/// <remarks>
/// A thin face of <see cref="Cyclotomic"/>: same canonical form, same text, no extra memory. <c>default</c> is 0. Its order is that of the real numbers.
/// A comparison subtracts, then decides the sign by doubles where their proven error allows, else by integer enclosures of growing precision.
/// </remarks>
public readonly partial struct RealCyclotomic : IOrderedField<RealCyclotomic>, IComparable, IParsable<RealCyclotomic>, IFormattable
{
    private readonly Cyclotomic _value;

    // Only for values known to be real.
    private RealCyclotomic(Cyclotomic value) => _value = value;

    /// <summary>0.</summary>
    public static RealCyclotomic Zero => default;

    /// <summary>1.</summary>
    public static RealCyclotomic One => new(Cyclotomic.One);

    /// <summary>Whether this is 0.</summary>
    public bool IsZero => _value.IsZero;

    /// <summary>Whether this is a rational number.</summary>
    public bool IsRational => _value.IsRational;

    /// <summary>-1, 0 or 1 as this is negative, zero or positive; exact.</summary>
    public int Sign => _value.SignOfReal;

    /// <summary>The number as a cyclotomic number.</summary>
    public Cyclotomic Value => _value;

    /// <summary>The number <c>2 cos(2πk/n) = ζ_n^k + ζ_n^-k</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive.</exception>
    public static RealCyclotomic TwoCosine(int n, long k) => new(Cyclotomic.E(n, k) + Cyclotomic.E(n, -NumberTheory.Mod(k, n)));

    /// <summary>The absolute value.</summary>
    public static RealCyclotomic Abs(RealCyclotomic value) => value.Sign < 0 ? -value : value;

    /// <summary>The smaller of the two.</summary>
    public static RealCyclotomic Min(RealCyclotomic left, RealCyclotomic right) => left <= right ? left : right;

    /// <summary>The larger of the two.</summary>
    public static RealCyclotomic Max(RealCyclotomic left, RealCyclotomic right) => left >= right ? left : right;

    /// <summary>The power; <c>Pow(0, 0) = 1</c>.</summary>
    /// <exception cref="DivideByZeroException">0 to a negative power.</exception>
    public static RealCyclotomic Pow(RealCyclotomic value, int exponent) => new(Cyclotomic.Pow(value._value, exponent));

    /// <summary>Reads a number as <see cref="Cyclotomic.Parse(string)"/> does.</summary>
    /// <exception cref="AlgebraFormatException">The text is no cyclotomic number, or not a real one.</exception>
    public static RealCyclotomic Parse(string s) => Parse(s, null);

    /// <summary>Reads a number as <see cref="Cyclotomic.Parse(string)"/> does; the provider is not used.</summary>
    /// <exception cref="AlgebraFormatException">The text is no cyclotomic number, or not a real one.</exception>
    public static RealCyclotomic Parse(string s, IFormatProvider? provider)
    {
        var value = Cyclotomic.Parse(s);
        return value.IsReal ? new RealCyclotomic(value) : throw new AlgebraFormatException("real cyclotomic number", s, 0, "the number is not real");
    }

    /// <summary>As <see cref="Parse(string)"/>, without an exception; the provider is not used.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RealCyclotomic result)
    {
        var read = Cyclotomic.TryParse(s, provider, out var value) && value.IsReal;
        result = read ? new RealCyclotomic(value) : default;
        return read;
    }

    /// <summary>The reciprocal.</summary>
    /// <exception cref="DivideByZeroException">This is 0.</exception>
    public RealCyclotomic Inverse() => new(_value.Inverse());

    /// <summary>This number as a rational number.</summary>
    /// <exception cref="InvalidOperationException">It is irrational.</exception>
    public Rational ToRational() => _value.ToRational();

    /// <summary>The largest integer that is not larger than this.</summary>
    public BigInteger Floor()
    {
        if (_value.IsRational)
        {
            return _value.RationalPart.Floor();
        }

        // 2x rounded to the nearest integer m: x lies between (m - 1/2)/2 and (m + 1/2)/2, so the floor is that of m/2 or one less.
        var candidate = (RealEnclosure.NearestInteger(_value.Body!, 2) + 1) >> 1;
        return CompareTo(candidate) < 0 ? candidate - 1 : candidate;
    }

    /// <summary>The smallest integer that is not smaller than this.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>The nearest double (correctly rounded).</summary>
    /// <exception cref="OverflowException">The number lies beyond the range of double.</exception>
    public double ToDouble() => _value.Body is { } body ? RealEnclosure.NearestDouble(body) : _value.RationalPart.ToDouble();

    /// <summary>The decimal notation with exactly <paramref name="digits"/> digits after the point, rounded to the nearest.</summary>
    public string ToDecimalString(int digits) => _value.ToDecimalString(digits);

    /// <inheritdoc/>
    public bool Equals(RealCyclotomic other) => _value.Equals(other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RealCyclotomic other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>The order of the real numbers.</summary>
    public int CompareTo(RealCyclotomic other) => Cyclotomic.CompareKnownReal(_value, other._value);

    /// <summary>The order of the real numbers; <c>null</c> comes first.</summary>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a real cyclotomic number.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        RealCyclotomic other => CompareTo(other),
        _ => throw new ArgumentException($"a {nameof(RealCyclotomic)} cannot be compared with a {obj.GetType().Name}", nameof(obj)),
    };

    /// <summary>GAP's normal form, as <see cref="Cyclotomic.ToString()"/>.</summary>
    public override string ToString() => _value.ToString();

    /// <summary>The formats of <see cref="Cyclotomic.ToString(string, IFormatProvider)"/>.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => _value.ToString(format, formatProvider);
}
