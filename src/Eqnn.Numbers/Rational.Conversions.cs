using System.Numerics;

namespace Eqnn.Numbers;

public readonly partial struct Rational
{
    /// <summary>The value of a decimal number, exactly.</summary>
    public static Rational FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var size = unchecked(((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0]);
        var scale = (bits[3] >> 16) & 0xff;
        return new Rational(bits[3] < 0 ? -size : size, BigInteger.Pow(10, scale));
    }

    /// <summary>The value of a finite binary floating point number, exactly (a fraction whose denominator is a power of two).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or NaN.</exception>
    public static Rational FromDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "only finite numbers are rational");
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7ff);
        var mantissa = bits & 0xf_ffff_ffff_ffff;
        if (exponent == 0)
        {
            exponent = 1; // Subnormal: no hidden bit.
        }
        else
        {
            mantissa |= 1L << 52;
        }

        BigInteger size = value < 0 ? -mantissa : mantissa;
        exponent -= 1075;
        return exponent >= 0 ? size << exponent : new Rational(size, BigInteger.One << -exponent);
    }

    /// <summary>The nearest double; of two equally near ones the one with an even last bit (correctly rounded).</summary>
    /// <exception cref="OverflowException">The number lies beyond the range of double.</exception>
    public double ToDouble()
    {
        const long Exact = 1L << 53;
        if (_big is null && _numerator is < Exact and > -Exact && _denominatorLessOne < Exact)
        {
            // Both parts are exact doubles, and IEEE division is correctly rounded.
            return _numerator / (double)(_denominatorLessOne + 1);
        }

        var size = BinaryRounding.NearestDouble(BigInteger.Abs(Numerator), Denominator);
        return double.IsFinite(size) ? Sign * size : throw new OverflowException("the rational number lies beyond the range of double");
    }

    /// <summary>The nearest decimal number with as many digits as fit; error at most half a unit of its last digit.</summary>
    /// <exception cref="OverflowException">The number lies beyond the range of decimal.</exception>
    public decimal ToDecimal()
    {
        var limit = (BigInteger)decimal.MaxValue;
        for (var scale = 28; scale > 0; scale--)
        {
            var scaled = (this * BigInteger.Pow(10, scale)).Round();
            if (BigInteger.Abs(scaled) <= limit)
            {
                var size = BigInteger.Abs(scaled);
                var (low, middle, high) = ((uint)(size & uint.MaxValue), (uint)((size >> 32) & uint.MaxValue), (uint)(size >> 64));
                return unchecked(new decimal((int)low, (int)middle, (int)high, scaled.Sign < 0, (byte)scale));
            }
        }

        return (decimal)Round();
    }

    /// <summary>The integer that this number is.</summary>
    /// <exception cref="InvalidOperationException">This is not an integer.</exception>
    public BigInteger ToBigInteger() => IsInteger ? Numerator : throw new InvalidOperationException($"{this} is not an integer");
}
