using System.Numerics;

namespace Eqnn.Numbers;

public readonly partial struct RealCyclotomic
{
    /// <summary>Beyond this conductor only roots of rational multiples of squares of sines are looked for.</summary>
    private const int MaxQuadraticConductor = 240;

    /// <summary>The largest squarefree integer whose root is taken: the conductor of the root is as large, or four times.</summary>
    private const int MaxRadicand = 10_000;

    /// <summary>√<paramref name="value"/> ≥ 0, looked for among the numbers √p, √p ± √q with p, q rational, and these times sin(2πa/n), n the given conductor; p and q are squares, or squares times integers up to 10,000 with numerator times denominator up to 10⁹.</summary>
    /// <remarks>A root of a cyclotomic number need not be cyclotomic: √(1+√2) is not. The root that is found may have a larger conductor than n, by the roots of p and q.</remarks>
    /// <param name="value">A number.</param>
    /// <param name="conductor">n, at least 1; the sines are those of angles 2πa/n.</param>
    /// <returns><c>null</c> if the number is negative or no such root is found.</returns>
    public static RealCyclotomic? TrySquareRoot(RealCyclotomic value, int conductor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(conductor);
        if (value.Sign < 0)
        {
            return null;
        }

        if (ShortRoot(value._value) is { } root)
        {
            return new(root);
        }

        for (var a = 1; a < (conductor + 3) / 4; a++)
        {
            var sine = Cyclotomic.E(conductor, a).ImaginaryPart();
            if (ShortRoot(value._value / (sine * sine)) is { } factor)
            {
                return new(factor * sine);
            }
        }

        return null;
    }

    /// <summary>√p or √p ± √q for rational p, q.</summary>
    private static Cyclotomic? ShortRoot(Cyclotomic value)
    {
        if (value.IsRational)
        {
            return RationalRoot(value.ToRational());
        }

        // With x² = value in a quadratic field and y the root of the conjugate: x² + y² = trace, x² y² = norm; x + y and x - y are roots of rationals exactly if x y is rational.
        if (value.Conductor > MaxQuadraticConductor || value.GaloisConjugates() is not [var one, var other])
        {
            return null;
        }

        if (RationalRoot((one * other).ToRational()) is not { IsRational: true } product)
        {
            return null;
        }

        var conjugate = one == value ? other : one;
        var half = (value + conjugate) / 4;
        return RationalRoot((half + (product / 2)).ToRational()) is { } sum && RationalRoot((half - (product / 2)).ToRational()) is { } difference
            ? Cyclotomic.CompareReal(value, conjugate) < 0 ? sum - difference : sum + difference
            : null;
    }

    private static Cyclotomic? RationalRoot(Rational value)
    {
        if (WholeRoot(value.Numerator) is { } over && WholeRoot(value.Denominator) is { } under)
        {
            return new Rational(over, under);
        }

        var product = value.Numerator * value.Denominator;
        return value.Sign < 0 || product > 1_000_000_000 || (product > MaxRadicand && SquarefreePart((long)product) > MaxRadicand)
            ? null
            : Cyclotomic.SquareRoot((long)product) / new Rational(value.Denominator, 1);
    }

    private static BigInteger? WholeRoot(BigInteger value) => NumberTheory.FloorRoot(value) is var root && root * root == value ? root : null;

    private static long SquarefreePart(long value) => NumberTheory.Factor(value).Where(factor => factor.Exponent % 2 == 1).Aggregate(1L, (part, factor) => part * factor.Prime);
}
