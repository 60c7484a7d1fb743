using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests;

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class CyclotomicLaws : FieldLaws<Cyclotomic>
{
    [Law]
    public void Conjugation_is_an_automorphism(Cyclotomic a, Cyclotomic b)
    {
        Assert.Equal((a + b).Conjugate(), a.Conjugate() + b.Conjugate());
        Assert.Equal((a * b).Conjugate(), a.Conjugate() * b.Conjugate());
        Assert.Equal(a, a.Conjugate().Conjugate());
    }

    [Law]
    public void Galois_conjugation_is_an_automorphism(Cyclotomic a, Cyclotomic b, int seed)
    {
        var n = NumberTheory.Lcm(a.Conductor, b.Conductor);
        var units = Enumerable.Range(0, 200).Select(i => NumberTheory.Mod(seed, n) + i).Where(i => NumberTheory.Gcd(i, n) == 1);
        var k = units.First();
        Assert.Equal((a + b).GaloisConjugate(NumberTheory.Mod(k, Math.Max(1, (a + b).Conductor))), a.GaloisConjugate(k) + b.GaloisConjugate(k));
        Assert.Equal((a * b).GaloisConjugate(k), a.GaloisConjugate(k) * b.GaloisConjugate(k));
        Assert.Equal(a.Conductor, a.GaloisConjugate(k).Conductor);
    }

    [Law]
    public void Real_and_imaginary_part_are_real_and_make_up_the_number(Cyclotomic a)
    {
        Assert.True(a.RealPart().IsReal && a.ImaginaryPart().IsReal);
        Assert.Equal(a, a.RealPart() + (Cyclotomic.E(4) * a.ImaginaryPart()));
        Assert.Equal(a.IsReal, a.ImaginaryPart().IsZero);
    }

    [Law]
    public void A_norm_is_not_negative_and_is_zero_only_for_zero(Cyclotomic a)
    {
        var size = a * a.Conjugate();
        Assert.Equal(a.IsZero ? 0 : 1, size.Sign);
    }

    [Law]
    public void The_conductor_is_smallest(Cyclotomic a)
    {
        Assert.NotEqual(2, a.Conductor % 4);

        // a lies in Q(ζ_m) iff every automorphism that fixes ζ_m fixes a.
        foreach (var p in NumberTheory.PrimeFactors(a.Conductor))
        {
            var m = a.Conductor / p;
            var fixing = Enumerable.Range(1, a.Conductor).Where(k => NumberTheory.Gcd(k, a.Conductor) == 1 && k % m == 1 % m);
            Assert.Contains(fixing, k => a.GaloisConjugate(k) != a);
        }
    }

    [Law]
    public void Approximation_commutes_with_arithmetic(Cyclotomic a, Cyclotomic b)
    {
        var (x, y) = (a.ToComplex(), b.ToComplex());
        AssertNear(x + y, (a + b).ToComplex(), x.Magnitude + y.Magnitude);
        AssertNear(x * y, (a * b).ToComplex(), x.Magnitude * y.Magnitude);
    }

    [Law]
    public void The_terms_make_up_the_number(Cyclotomic a)
    {
        var sum = a.ZumbroichCoefficients.Aggregate(Cyclotomic.Zero, (s, t) => s + (t.Coefficient * Cyclotomic.E(a.Conductor, t.Exponent)));
        Assert.Equal(a, sum);
        var powers = new Rational[a.Conductor];
        foreach (var (exponent, coefficient) in a.ZumbroichCoefficients)
        {
            powers[exponent] = coefficient;
        }

        Assert.Equal(a, Cyclotomic.FromPowers(a.Conductor, powers));
    }

    [Law]
    public void Norm_and_trace_are_the_product_and_the_sum_of_the_images(Cyclotomic a)
    {
        var n = a.Conductor;
        var images = Enumerable.Range(1, n).Where(k => NumberTheory.Gcd(k, n) == 1).Select(k => a.GaloisConjugate(k)).ToArray();
        Assert.Equal(images.Aggregate(Cyclotomic.Zero, (s, x) => s + x), a.Trace());
        Assert.Equal(images.Distinct().Count(), a.Degree);
        Assert.Equal(images.Distinct().Order(Comparer<Cyclotomic>.Create(Cyclotomic.CompareListing)), a.GaloisConjugates());
        if (images.Length <= 8)
        {
            Assert.Equal(images.Aggregate(Cyclotomic.One, (s, x) => s * x), a.Norm());
        }
    }

    [Law]
    public void Powers_are_repeated_products(Cyclotomic a)
    {
        Assert.Equal(Cyclotomic.One, Cyclotomic.Pow(a, 0));
        Assert.Equal(a * a * a, Cyclotomic.Pow(a, 3));
        if (!a.IsZero)
        {
            Assert.Equal((a * a).Inverse(), Cyclotomic.Pow(a, -2));
        }
    }

    private static void AssertNear(System.Numerics.Complex expected, System.Numerics.Complex actual, double size) =>
        Assert.True((expected - actual).Magnitude <= 1e-14 * size, $"{expected} is not near {actual}");
}

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class CyclotomicOrderLaws : ComparableLaws<Cyclotomic>
{
    [Law]
    public void Real_numbers_come_by_size_and_the_others_after_them_in_the_listing_order(Cyclotomic a, Cyclotomic b)
    {
        var expected = a.IsReal && b.IsReal ? (a - b).Sign : a.IsReal ? -1 : b.IsReal ? 1 : Math.Sign(Cyclotomic.CompareListing(a, b));
        Assert.Equal(expected, Math.Sign(a.CompareTo(b)));
        Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
        Assert.Equal(a == b, a.CompareTo(b) == 0);
    }

    [Law]
    public void Both_orders_are_transitive(Cyclotomic a, Cyclotomic b, Cyclotomic c)
    {
        foreach (var compare in new Comparison<Cyclotomic>[] { (x, y) => x.CompareTo(y), Cyclotomic.CompareListing })
        {
            Cyclotomic[] sorted = [a, b, c];
            Array.Sort(sorted, compare);
            Assert.True(compare(sorted[0], sorted[1]) <= 0 && compare(sorted[1], sorted[2]) <= 0 && compare(sorted[0], sorted[2]) <= 0);
        }
    }

    /// <summary>The difference of these would have a conductor beyond the limit.</summary>
    [Fact]
    public void Numbers_of_large_conductors_are_compared()
    {
        Cyclotomic a = Cyclotomic.E(99_991) + Cyclotomic.E(99_991, 99_990), b = Cyclotomic.E(99_989) + Cyclotomic.E(99_989, 99_988);
        Assert.Equal(1, Math.Sign(a.CompareTo(b)));
        Assert.Equal(-1, Math.Sign(b.CompareTo(a)));
    }

    [Theory]
    [InlineData("√2", "5", -1)]
    [InlineData("5", "√2", 1)]
    [InlineData("-√2", "-1", -1)]
    [InlineData("100", "E(4)", -1)]
    [InlineData("E(3)", "E(4)", -1)]
    [InlineData("E(5)+E(5)^4", "E(5)^2+E(5)^3", 1)]
    [InlineData("141421356237309504880168872420969807/100000000000000000000000000000000000", "√2", -1)]
    [InlineData("1/3*√2", "1/3*√2", 0)]
    [InlineData("√2+√3", "157313218497098607/50000000000000000", 1)]
    public void Some_pairs(string a, string b, int order) => Assert.Equal(order, Math.Sign(Cyclotomic.Parse(a).CompareTo(Cyclotomic.Parse(b))));
}

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class CyclotomicTextLaws : TextLaws<Cyclotomic>
{
    protected override IReadOnlyList<string> ExactFormats => ["G", "L", "R", "LR"];
}
