using System.Numerics;

namespace Eqnn.Numbers;

public readonly partial struct Rational
{
    /// <summary>The integer as a rational number.</summary>
    public static implicit operator Rational(int value) => new(value, 0, null);

    /// <summary>The integer as a rational number.</summary>
    public static implicit operator Rational(long value) => new(value);

    /// <summary>The integer as a rational number.</summary>
    public static implicit operator Rational(BigInteger value) => Canonical(value, BigInteger.One);

    /// <summary>This number itself.</summary>
    public static Rational operator +(Rational value) => value;

    /// <summary>The negative.</summary>
    public static Rational operator -(Rational value) => value._big is null
        ? new Rational(-value._numerator, value._denominatorLessOne, null)
        : Canonical(-value._big.Numerator, value._big.Denominator);

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational left, Rational right)
    {
        if (left._big is null && right._big is null)
        {
            if ((left._denominatorLessOne | right._denominatorLessOne) == 0)
            {
                if (MachineIntegers.TryAdd(left._numerator, right._numerator, out var sum) && sum != long.MinValue)
                {
                    return new Rational(sum, 0, null);
                }
            }
            else if (TryAddFractions(left._numerator, left._denominatorLessOne + 1, right._numerator, right._denominatorLessOne + 1, out var result))
            {
                return result;
            }
        }

        return AddBig(left.Numerator, left.Denominator, right.Numerator, right.Denominator);
    }

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + (-right);

    /// <summary>The product.</summary>
    public static Rational operator *(Rational left, Rational right)
    {
        if (left._big is null && right._big is null)
        {
            long a = left._numerator, b = left._denominatorLessOne + 1, c = right._numerator, d = right._denominatorLessOne + 1;
            if ((left._denominatorLessOne | right._denominatorLessOne) != 0)
            {
                // Cross reduction: a/b · c/d with gcd(a, b) = gcd(c, d) = 1 is reduced once gcd(a, d) and gcd(c, b) are taken out.
                var first = (long)MachineIntegers.Gcd(MachineIntegers.Magnitude(a), (ulong)d);
                var second = (long)MachineIntegers.Gcd(MachineIntegers.Magnitude(c), (ulong)b);
                if (first != 1)
                {
                    (a, d) = (a / first, d / first);
                }

                if (second != 1)
                {
                    (c, b) = (c / second, b / second);
                }
            }

            if (MachineIntegers.TryMultiply(a, c, out var numerator) && MachineIntegers.TryMultiply(b, d, out var denominator) && numerator != long.MinValue)
            {
                return new Rational(numerator, denominator - 1, null);
            }

            return Canonical((BigInteger)a * c, (BigInteger)b * d);
        }

        return MultiplyBig(left.Numerator, left.Denominator, right.Numerator, right.Denominator);
    }

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Rational operator /(Rational left, Rational right) => left * right.Inverse();

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational left, int right) => left + (Rational)right;

    /// <summary>The sum.</summary>
    public static Rational operator +(int left, Rational right) => (Rational)left + right;

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational left, int right) => left - (Rational)right;

    /// <summary>The difference.</summary>
    public static Rational operator -(int left, Rational right) => (Rational)left - right;

    /// <summary>The product.</summary>
    public static Rational operator *(Rational left, int right) => left * (Rational)right;

    /// <summary>The product.</summary>
    public static Rational operator *(int left, Rational right) => (Rational)left * right;

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Rational operator /(Rational left, int right) => left / (Rational)right;

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Rational operator /(int left, Rational right) => (Rational)left / right;

    // Knuth, The Art of Computer Programming 2, §4.5.1: with g = gcd(b, d) only a divisor of g is left to take out of the sum.
    private static bool TryAddFractions(long a, long b, long c, long d, out Rational sum)
    {
        sum = default;
        var g = b == d ? b : (long)MachineIntegers.Gcd((ulong)b, (ulong)d);
        long bg = b / g, dg = d / g;
        if (!MachineIntegers.TryMultiply(a, dg, out var left) || !MachineIntegers.TryMultiply(c, bg, out var right) || !MachineIntegers.TryAdd(left, right, out var t))
        {
            return false;
        }

        var h = (long)MachineIntegers.Gcd(MachineIntegers.Magnitude(t), (ulong)g);
        if (t == long.MinValue || !MachineIntegers.TryMultiply(bg, d / h, out var denominator))
        {
            return false;
        }

        sum = new Rational(t / h, denominator - 1, null);
        return true;
    }

    // As TryAddFractions; the two greatest common divisors are of numbers half as long as those of the naive sum.
    private static Rational AddBig(BigInteger a, BigInteger b, BigInteger c, BigInteger d)
    {
        var g = b == d ? b : BigInteger.GreatestCommonDivisor(b, d);
        if (g.IsOne)
        {
            return Canonical((a * d) + (c * b), b * d);
        }

        var (bg, dg) = (b / g, d / g);
        var t = (a * dg) + (c * bg);
        var h = BigInteger.GreatestCommonDivisor(t, g);
        return h.IsOne ? Canonical(t, bg * d) : Canonical(t / h, bg * (d / h));
    }

    // Cross reduction, as for small numbers.
    private static Rational MultiplyBig(BigInteger a, BigInteger b, BigInteger c, BigInteger d)
    {
        if (!d.IsOne && BigInteger.GreatestCommonDivisor(a, d) is { IsOne: false } first)
        {
            (a, d) = (a / first, d / first);
        }

        if (!b.IsOne && BigInteger.GreatestCommonDivisor(c, b) is { IsOne: false } second)
        {
            (c, b) = (c / second, b / second);
        }

        return Canonical(a * c, b * d);
    }
}
