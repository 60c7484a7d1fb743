using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using FsCheck;
using FsCheck.Fluent;

namespace Eqnn.Testing;

public static partial class Samples
{
    private static readonly BigInteger Huge = BigInteger.Pow(10, 40) + 7;

    private static Gen<int> SmallIntegers => Gen.Choose(-9, 9);

    // Around 2^31, 2^53 and 2^63, where representations change.
    private static Gen<BigInteger> BorderIntegers =>
        from power in Gen.Elements(31, 53, 62, 63, 64)
        from offset in Gen.Choose(-2, 2)
        from sign in Gen.Elements(-1, 1)
        select sign * ((BigInteger.One << power) + offset);

    private static Gen<Rational> SmallRationals =>
        from numerator in SmallIntegers
        from denominator in Gen.Choose(1, 12)
        select Rational.Of(numerator, denominator);

    private static Gen<Rational> RationalNumbers => Gen.Frequency(
        (1, Gen.Elements<Rational>(0, 1, -1)),
        (4, SmallIntegers.Select(n => (Rational)n)),
        (6, SmallRationals),
        (2, from a in BorderIntegers from b in BorderIntegers select new Rational(a, b)),
        (2, from a in BorderIntegers from b in Gen.Choose(1, 30) select new Rational(a, b)),
        (1, from a in SmallRationals select a * new Rational(Huge, 9)));

    // 1 modulo 2, 2 modulo 4, powers of primes, several primes.
    private static Gen<int> Orders => Gen.Frequency(
        (8, Gen.Elements(1, 2, 3, 4, 5, 6, 8, 10, 12)),
        (4, Gen.Elements(15, 20, 24, 30, 60)),
        (1, Gen.Elements(7, 9, 14, 16, 18, 21, 25, 27, 36, 45)));

    private static Gen<Rational> Coefficients => Gen.Frequency((10, SmallIntegers.Select(n => (Rational)n)), (4, SmallRationals), (1, RationalNumbers));

    private static Gen<Cyclotomic> CyclotomicNumbers => Gen.Frequency(
        (1, Gen.Elements<Cyclotomic>(0, 1, -1)),
        (2, RationalNumbers.Select(r => (Cyclotomic)r)),
        (3, from n in Orders from k in Gen.Choose(0, 200) select Cyclotomic.E(n, k)),
        (6, from n in Orders from terms in Terms(Gen.Constant(n), 4) select terms),
        (3, Terms(Gen.Elements(3, 4, 5, 8, 12), 2)),
        // Sums of terms are hardly ever real by chance.
        (2, from n in Orders from terms in Terms(Gen.Constant(n), 2) select terms + terms.Conjugate()));

    private static Gen<Cyclotomic> SmallCyclotomics =>
        from a in SmallIntegers
        from b in SmallIntegers
        from k in Gen.Choose(0, 11)
        select Gen12(a, b, k);

    // a - b√2 with a/b close to √2 by the continued fraction: a² - 2b² = ±1.
    private static Gen<RealCyclotomic> NearlyZero =>
        from steps in Gen.Choose(1, 120)
        from sign in Gen.Elements(-1, 1)
        select Pell(steps, sign);

    private static Cyclotomic Gen12(int a, int b, int k) => a + (b * Cyclotomic.E(12, k));

    private static RealCyclotomic Pell(int steps, int sign)
    {
        BigInteger a = 1, b = 0;
        for (var i = 0; i < steps; i++)
        {
            (a, b) = (a + (2 * b), a + b);
        }

        return (RealCyclotomic)(sign * ((Cyclotomic)a - (b * Cyclotomic.SquareRoot(2))));
    }

    private static Gen<Cyclotomic> Terms(Gen<int> order, int most) =>
        from count in Gen.Choose(1, most)
        from terms in Gen.ArrayOf(from n in order from k in Gen.Choose(0, 60) from c in Coefficients select c * Cyclotomic.E(n, k), count)
        select terms.Aggregate(Cyclotomic.Zero, (sum, term) => sum + term);

    private static Arbitrary<RankedMatrix<T>> Ranked<T>(Gen<T> entries, Func<T, IEnumerable<T>> shrink)
        where T : IField<T>
    {
        var generator =
            from rows in Gen.Choose(0, 4)
            from columns in Gen.Choose(rows == 0 ? 0 : 1, 4)
            from rank in Gen.Choose(0, Math.Min(rows, columns))
            from left in Gen.ArrayOf(entries, rows * rows)
            from right in Gen.ArrayOf(entries, columns * columns)
            from swap in Gen.Choose(0, 100)
            select new RankedMatrix<T>(rows, columns, rank, swap, left, right);
        return Arb.From(generator, matrix => matrix.Shrink(shrink));
    }
}
