using System.Globalization;
using System.Numerics;

namespace Eqnn.Numbers;

public readonly partial struct Cyclotomic
{
    /// <summary>-1, 0 or 1 as this real number is negative, zero or positive; exact.</summary>
    /// <exception cref="InvalidOperationException">This is not real.</exception>
    public int Sign => CheckedReal().SignOfReal;

    /// <summary>The sign where the number is known to be real.</summary>
    internal int SignOfReal => Body is { } body ? RealEnclosure.Sign(body) : RationalPart.Sign;

    /// <summary>The order of the real numbers: negative, 0 or positive as <paramref name="left"/> is smaller, equal or larger; exact.</summary>
    /// <exception cref="InvalidOperationException">One of them is not real.</exception>
    public static int CompareReal(Cyclotomic left, Cyclotomic right) => CompareKnownReal(left.CheckedReal(), right.CheckedReal());

    /// <summary>The smaller of two real numbers.</summary>
    /// <exception cref="InvalidOperationException">One of them is not real.</exception>
    public static Cyclotomic Min(Cyclotomic left, Cyclotomic right) => CompareReal(left, right) <= 0 ? left : right;

    /// <summary>The larger of two real numbers.</summary>
    /// <exception cref="InvalidOperationException">One of them is not real.</exception>
    public static Cyclotomic Max(Cyclotomic left, Cyclotomic right) => CompareReal(left, right) >= 0 ? left : right;

    /// <summary>The absolute value of a real number.</summary>
    /// <exception cref="InvalidOperationException">It is not real. (The absolute value of a complex cyclotomic number need not be cyclotomic.)</exception>
    public static Cyclotomic Abs(Cyclotomic value) => value.Sign < 0 ? -value : value;

    /// <summary>The real part, a real cyclotomic number.</summary>
    public Cyclotomic RealPart() => IsRational ? this : (this + Conjugate()) / 2;

    /// <summary>The imaginary part, a real cyclotomic number: this = RealPart + i · ImaginaryPart.</summary>
    public Cyclotomic ImaginaryPart() => IsRational ? default : (this - Conjugate()) * E(4, 3) / 2;

    /// <summary>The double nearest to this real number (correctly rounded).</summary>
    /// <exception cref="InvalidOperationException">This is not real; see <see cref="ToComplex"/>.</exception>
    /// <exception cref="OverflowException">The number lies beyond the range of double.</exception>
    public double ToDouble() => CheckedReal().Body is { } body ? RealEnclosure.NearestDouble(body) : RationalPart.ToDouble();

    /// <summary>The complex number whose parts are the doubles nearest to the real and the imaginary part.</summary>
    /// <exception cref="OverflowException">A part lies beyond the range of double.</exception>
    public Complex ToComplex() => IsReal ? new Complex(ToDouble(), 0) : new Complex(RealPart().ToDouble(), ImaginaryPart().ToDouble());

    /// <summary>The decimal notation with exactly <paramref name="digits"/> digits after each point, every part rounded to the nearest (halves, which only rational parts have, away from zero): <c>1.41</c>, <c>-0.50+0.87i</c>.</summary>
    /// <remarks>The imaginary part is left out for real numbers; the real part is always there.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is negative.</exception>
    public string ToDecimalString(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        if (IsReal)
        {
            return RealDecimals(digits);
        }

        var imaginary = ImaginaryPart().RealDecimals(digits);
        return string.Create(CultureInfo.InvariantCulture, $"{RealPart().RealDecimals(digits)}{(imaginary.StartsWith('-') ? "" : "+")}{imaginary}i");
    }

    /// <summary>As <see cref="CompareReal"/> for numbers known to be real.</summary>
    internal static int CompareKnownReal(Cyclotomic left, Cyclotomic right)
    {
        if (left.IsRational && right.IsRational)
        {
            return left.RationalPart.CompareTo(right.RationalPart);
        }

        if (left.Equals(right))
        {
            return 0;
        }

        return left.Body is { } a && right.Body is { } b ? RealEnclosure.Compare(a, b) : (left - right).SignOfReal;
    }

    private string RealDecimals(int digits) =>
        Body is { } body ? Rational.DecimalText(RealEnclosure.NearestInteger(body, BigInteger.Pow(10, digits)), digits) : RationalPart.ToDecimalString(digits);

    private Cyclotomic CheckedReal() => IsReal ? this : throw new InvalidOperationException($"{this} is not a real number: only real numbers have a sign and an order");
}
