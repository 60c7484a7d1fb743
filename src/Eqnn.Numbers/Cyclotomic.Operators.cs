using System.Numerics;

namespace Eqnn.Numbers;

public readonly partial struct Cyclotomic
{
    /// <summary>The integer as a cyclotomic number.</summary>
    public static implicit operator Cyclotomic(int value) => new((Rational)value);

    /// <summary>The integer as a cyclotomic number.</summary>
    public static implicit operator Cyclotomic(long value) => new((Rational)value);

    /// <summary>The integer as a cyclotomic number.</summary>
    public static implicit operator Cyclotomic(BigInteger value) => new((Rational)value);

    /// <summary>The rational number as a cyclotomic number.</summary>
    public static implicit operator Cyclotomic(Rational value) => new(value);

    /// <summary>This number itself.</summary>
    public static Cyclotomic operator +(Cyclotomic value) => value;

    /// <summary>The negative.</summary>
    public static Cyclotomic operator -(Cyclotomic value) => value.Body is { } body ? CyclotomicArithmetic.Negate(body) : new(-value.RationalPart);

    /// <summary>The sum; in Q(ζ_n) for n the least common multiple of both conductors, then brought to its smallest conductor.</summary>
    public static Cyclotomic operator +(Cyclotomic left, Cyclotomic right)
    {
        CyclotomicBody? a = left.Body, b = right.Body;
        return (a, b) switch
        {
            (null, null) => new(left.RationalPart + right.RationalPart),
            (null, _) => CyclotomicArithmetic.AddRational(b, 1, left.RationalPart),
            (_, null) => CyclotomicArithmetic.AddRational(a, 1, right.RationalPart),
            _ => CyclotomicArithmetic.Add(a, b, 1),
        };
    }

    /// <summary>The difference.</summary>
    public static Cyclotomic operator -(Cyclotomic left, Cyclotomic right)
    {
        CyclotomicBody? a = left.Body, b = right.Body;
        return (a, b) switch
        {
            (null, null) => new(left.RationalPart - right.RationalPart),
            (null, _) => CyclotomicArithmetic.AddRational(b, -1, left.RationalPart),
            (_, null) => CyclotomicArithmetic.AddRational(a, 1, -right.RationalPart),
            _ => CyclotomicArithmetic.Add(a, b, -1),
        };
    }

    /// <summary>The product.</summary>
    public static Cyclotomic operator *(Cyclotomic left, Cyclotomic right)
    {
        CyclotomicBody? a = left.Body, b = right.Body;
        return (a, b) switch
        {
            (null, null) => new(left.RationalPart * right.RationalPart),
            (null, _) => Scaled(b, left),
            (_, null) => Scaled(a, right),
            _ => CyclotomicArithmetic.Multiply(a, b),
        };
    }

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Cyclotomic operator /(Cyclotomic left, Cyclotomic right) => left * right.Inverse();

    /// <summary>The sum.</summary>
    public static Cyclotomic operator +(Cyclotomic left, int right) => left + (Cyclotomic)right;

    /// <summary>The sum.</summary>
    public static Cyclotomic operator +(int left, Cyclotomic right) => (Cyclotomic)left + right;

    /// <summary>The sum.</summary>
    public static Cyclotomic operator +(Cyclotomic left, Rational right) => left + (Cyclotomic)right;

    /// <summary>The sum.</summary>
    public static Cyclotomic operator +(Rational left, Cyclotomic right) => (Cyclotomic)left + right;

    /// <summary>The difference.</summary>
    public static Cyclotomic operator -(Cyclotomic left, int right) => left - (Cyclotomic)right;

    /// <summary>The difference.</summary>
    public static Cyclotomic operator -(int left, Cyclotomic right) => (Cyclotomic)left - right;

    /// <summary>The difference.</summary>
    public static Cyclotomic operator -(Cyclotomic left, Rational right) => left - (Cyclotomic)right;

    /// <summary>The difference.</summary>
    public static Cyclotomic operator -(Rational left, Cyclotomic right) => (Cyclotomic)left - right;

    /// <summary>The product.</summary>
    public static Cyclotomic operator *(Cyclotomic left, int right) => left * (Cyclotomic)right;

    /// <summary>The product.</summary>
    public static Cyclotomic operator *(int left, Cyclotomic right) => (Cyclotomic)left * right;

    /// <summary>The product.</summary>
    public static Cyclotomic operator *(Cyclotomic left, Rational right) => left * (Cyclotomic)right;

    /// <summary>The product.</summary>
    public static Cyclotomic operator *(Rational left, Cyclotomic right) => (Cyclotomic)left * right;

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Cyclotomic operator /(Cyclotomic left, int right) => left * ((Rational)right).Inverse();

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Cyclotomic operator /(int left, Cyclotomic right) => left * right.Inverse();

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Cyclotomic operator /(Cyclotomic left, Rational right) => left * right.Inverse();

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Cyclotomic operator /(Rational left, Cyclotomic right) => left * right.Inverse();

    /// <summary>Whether the two numbers are equal.</summary>
    public static bool operator ==(Cyclotomic left, Cyclotomic right) => left.Equals(right);

    /// <summary>Whether the two numbers differ.</summary>
    public static bool operator !=(Cyclotomic left, Cyclotomic right) => !left.Equals(right);

    /// <summary>The power; <c>Pow(0, 0) = 1</c>.</summary>
    /// <exception cref="DivideByZeroException">0 to a negative power.</exception>
    public static Cyclotomic Pow(Cyclotomic value, int exponent)
    {
        if (value.IsRational)
        {
            return Rational.Pow(value.RationalPart, exponent);
        }

        var rest = Math.Abs((long)exponent);
        var (result, square) = (One, exponent < 0 ? value.Inverse() : value);

        // Invariant: result · square^rest is the power.
        while (rest > 0)
        {
            if ((rest & 1) == 1)
            {
                result *= square;
            }

            rest >>= 1;
            if (rest > 0)
            {
                square *= square;
            }
        }

        return result;
    }

    /// <summary>The reciprocal, by norms along a chain of subfields (a product of conjugates over a rational number).</summary>
    /// <remarks>Cost: about two products for each prime factor of the degree of the field, but of numbers whose coefficients grow up to that many times as long: microseconds for conductors up to 60, seconds for degrees around 500.</remarks>
    /// <exception cref="DivideByZeroException">This is 0.</exception>
    /// <exception cref="LimitExceededException">It would take more than about a minute.</exception>
    public Cyclotomic Inverse() => Body is { } body ? CyclotomicInverse.Of(body) : new(RationalPart.Inverse());

    private static Cyclotomic Scaled(CyclotomicBody body, Cyclotomic rational)
    {
        var factor = rational.RationalPart;
        return factor.IsZero ? default : factor.IsOne ? new(body) : CyclotomicArithmetic.Scale(body, factor);
    }
}
