using System.Numerics;

namespace Eqnn.Numbers;

public readonly partial struct Rational
{
    /// <summary>Whether the two numbers are equal.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Whether the two numbers differ.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Whether the left number is the smaller one.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is the larger one.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is not larger.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is not smaller.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public bool Equals(Rational other)
    {
        if (_big is null || other._big is null)
        {
            return _big is null && other._big is null && _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne;
        }

        return _big.Numerator == other._big.Numerator && _big.Denominator == other._big.Denominator;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _big is null ? HashCode.Combine(_numerator, _denominatorLessOne) : HashCode.Combine(_big.Numerator, _big.Denominator);

    /// <summary>The order of the rational numbers.</summary>
    public int CompareTo(Rational other)
    {
        if (_big is null && other._big is null)
        {
            if (_denominatorLessOne == other._denominatorLessOne)
            {
                return _numerator.CompareTo(other._numerator);
            }

            return Math.BigMul(_numerator, other._denominatorLessOne + 1).CompareTo(Math.BigMul(other._numerator, _denominatorLessOne + 1));
        }

        return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }

    /// <summary>The order of the rational numbers; <c>null</c> comes first.</summary>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a rational number.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Rational other => CompareTo(other),
        _ => throw new ArgumentException($"a {nameof(Rational)} cannot be compared with a {obj.GetType().Name}", nameof(obj)),
    };
}
