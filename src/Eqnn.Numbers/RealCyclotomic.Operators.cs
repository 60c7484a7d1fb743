using System.Numerics;

namespace Eqnn.Numbers;

public readonly partial struct RealCyclotomic
{
    /// <summary>The integer as a real cyclotomic number.</summary>
    public static implicit operator RealCyclotomic(int value) => new((Cyclotomic)value);

    /// <summary>The integer as a real cyclotomic number.</summary>
    public static implicit operator RealCyclotomic(long value) => new((Cyclotomic)value);

    /// <summary>The integer as a real cyclotomic number.</summary>
    public static implicit operator RealCyclotomic(BigInteger value) => new((Cyclotomic)value);

    /// <summary>The rational number as a real cyclotomic number.</summary>
    public static implicit operator RealCyclotomic(Rational value) => new((Cyclotomic)value);

    /// <summary>The number as a cyclotomic number.</summary>
    public static implicit operator Cyclotomic(RealCyclotomic value) => value._value;

    /// <summary>A real cyclotomic number as what it is.</summary>
    /// <exception cref="InvalidCastException">The number is not real.</exception>
    public static explicit operator RealCyclotomic(Cyclotomic value) =>
        value.IsReal ? new RealCyclotomic(value) : throw new InvalidCastException($"{value} is not a real number");

    /// <summary>This number itself.</summary>
    public static RealCyclotomic operator +(RealCyclotomic value) => value;

    /// <summary>The negative.</summary>
    public static RealCyclotomic operator -(RealCyclotomic value) => new(-value._value);

    /// <summary>The sum.</summary>
    public static RealCyclotomic operator +(RealCyclotomic left, RealCyclotomic right) => new(left._value + right._value);

    /// <summary>The difference.</summary>
    public static RealCyclotomic operator -(RealCyclotomic left, RealCyclotomic right) => new(left._value - right._value);

    /// <summary>The product.</summary>
    public static RealCyclotomic operator *(RealCyclotomic left, RealCyclotomic right) => new(left._value * right._value);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static RealCyclotomic operator /(RealCyclotomic left, RealCyclotomic right) => new(left._value / right._value);

    /// <summary>The sum.</summary>
    public static RealCyclotomic operator +(RealCyclotomic left, int right) => new(left._value + right);

    /// <summary>The sum.</summary>
    public static RealCyclotomic operator +(int left, RealCyclotomic right) => new(left + right._value);

    /// <summary>The sum.</summary>
    public static RealCyclotomic operator +(RealCyclotomic left, Rational right) => new(left._value + right);

    /// <summary>The sum.</summary>
    public static RealCyclotomic operator +(Rational left, RealCyclotomic right) => new(left + right._value);

    /// <summary>The difference.</summary>
    public static RealCyclotomic operator -(RealCyclotomic left, int right) => new(left._value - right);

    /// <summary>The difference.</summary>
    public static RealCyclotomic operator -(int left, RealCyclotomic right) => new(left - right._value);

    /// <summary>The difference.</summary>
    public static RealCyclotomic operator -(RealCyclotomic left, Rational right) => new(left._value - right);

    /// <summary>The difference.</summary>
    public static RealCyclotomic operator -(Rational left, RealCyclotomic right) => new(left - right._value);

    /// <summary>The product.</summary>
    public static RealCyclotomic operator *(RealCyclotomic left, int right) => new(left._value * right);

    /// <summary>The product.</summary>
    public static RealCyclotomic operator *(int left, RealCyclotomic right) => new(left * right._value);

    /// <summary>The product.</summary>
    public static RealCyclotomic operator *(RealCyclotomic left, Rational right) => new(left._value * right);

    /// <summary>The product.</summary>
    public static RealCyclotomic operator *(Rational left, RealCyclotomic right) => new(left * right._value);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static RealCyclotomic operator /(RealCyclotomic left, int right) => new(left._value / right);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static RealCyclotomic operator /(int left, RealCyclotomic right) => new(left / right._value);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static RealCyclotomic operator /(RealCyclotomic left, Rational right) => new(left._value / right);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static RealCyclotomic operator /(Rational left, RealCyclotomic right) => new(left / right._value);

    /// <summary>Whether the two numbers are equal.</summary>
    public static bool operator ==(RealCyclotomic left, RealCyclotomic right) => left.Equals(right);

    /// <summary>Whether the two numbers differ.</summary>
    public static bool operator !=(RealCyclotomic left, RealCyclotomic right) => !left.Equals(right);

    /// <summary>Whether the left number is the smaller one.</summary>
    public static bool operator <(RealCyclotomic left, RealCyclotomic right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is the larger one.</summary>
    public static bool operator >(RealCyclotomic left, RealCyclotomic right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is not larger.</summary>
    public static bool operator <=(RealCyclotomic left, RealCyclotomic right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is not smaller.</summary>
    public static bool operator >=(RealCyclotomic left, RealCyclotomic right) => left.CompareTo(right) >= 0;
}
