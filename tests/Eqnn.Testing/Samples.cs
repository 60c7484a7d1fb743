using Eqnn.Numbers;
using FsCheck;
using FsCheck.Fluent;

namespace Eqnn.Testing;

/// <summary>Generators that aim at corners, each with a shrinker. Use: <c>[Properties(Arbitrary = [typeof(Samples)])]</c> on a test class.</summary>
public static partial class Samples
{
    /// <summary>Rational numbers: zero, units, small, at the border of 64 bits, huge.</summary>
    public static Arbitrary<Rational> Rationals() => Arb.From(RationalNumbers, Shrink);

    /// <summary>Cyclotomic numbers: rational ones, roots of unity, short sums within one field and across fields, conductors 1, 2 mod 4, powers of primes, several primes; small and huge coefficients.</summary>
    public static Arbitrary<Cyclotomic> Cyclotomics() => Arb.From(CyclotomicNumbers, Shrink);

    /// <summary>Real cyclotomic numbers: real parts of the cyclotomic ones, and differences that nearly vanish.</summary>
    public static Arbitrary<RealCyclotomic> RealCyclotomics() =>
        Arb.From(
            Gen.Frequency((5, CyclotomicNumbers.Select(x => (RealCyclotomic)x.RealPart())), (1, NearlyZero)),
            x => Shrink((Cyclotomic)x).Where(y => y.IsReal).Select(y => (RealCyclotomic)y));

    /// <summary>Matrices of prescribed rank over the rational numbers.</summary>
    public static Arbitrary<RankedMatrix<Rational>> RankedRationalMatrices() => Ranked(RationalNumbers, Shrink);

    /// <summary>Matrices of prescribed rank over Q(ζ_12): small entries, so that elimination stays quick.</summary>
    public static Arbitrary<RankedMatrix<Cyclotomic>> RankedCyclotomicMatrices() => Ranked(SmallCyclotomics, Shrink);

    /// <summary>Matrices of prescribed rank over the real numbers of Q(ζ_24).</summary>
    public static Arbitrary<RankedMatrix<RealCyclotomic>> RankedRealMatrices() =>
        Ranked(SmallCyclotomics.Select(x => (RealCyclotomic)(x * Cyclotomic.SquareRoot(2)).RealPart()), x => Shrink((Cyclotomic)x).Where(y => y.IsReal).Select(y => (RealCyclotomic)y));

    /// <summary>Simpler rational numbers: smaller numerator and denominator.</summary>
    public static IEnumerable<Rational> Shrink(Rational value)
    {
        if (value.IsZero)
        {
            yield break;
        }

        yield return 0;
        if (!value.IsInteger)
        {
            yield return value.Numerator / value.Denominator;
            yield return new Rational(value.Numerator, value.Denominator / 2);
        }

        if (value.Sign < 0)
        {
            yield return -value;
        }

        yield return new Rational(value.Numerator / 2, value.Denominator);
    }

    /// <summary>Simpler cyclotomic numbers: without a term, or with a simpler coefficient.</summary>
    public static IEnumerable<Cyclotomic> Shrink(Cyclotomic value)
    {
        if (value.IsRational)
        {
            foreach (var simpler in Shrink(value.ToRational()))
            {
                yield return simpler;
            }

            yield break;
        }

        yield return 0;
        yield return 1;
        var n = value.Conductor;
        foreach (var (exponent, coefficient) in value.ZumbroichCoefficients)
        {
            var root = Cyclotomic.E(n, exponent);
            yield return value - (coefficient * root);
            foreach (var simpler in Shrink(coefficient).Where(c => !c.IsZero))
            {
                yield return value + ((simpler - coefficient) * root);
            }
        }
    }
}
