using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Arrangements;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

/// <summary>Flats up to symmetry, deletion and restriction, Whitney's sum over all subsets and chambers: four routes to one polynomial, and the known ones.</summary>
[Properties(Arbitrary = [typeof(RandomArrangement)], MaxTest = 40)]
public sealed class CharacteristicPolynomialTests
{
    [Property]
    public void All_routes_agree(RandomArrangement sample)
    {
        var flats = ByFlats(sample.Value);
        Assert.Equal(Whitney(sample.Value), flats);
        Assert.Equal(ByDeletion(sample.Value), flats);
        Assert.Equal(ByFlats(Arrangement.FromRows(sample.Value.Rows)), flats);
        Assert.Equal(ChamberEnumeration.Of(sample.Value).ChamberCount, Sum(flats));
        Assert.Equal(flats, CharacteristicPolynomial.Of(sample.Value).BettiNumbers);
    }

    [Property(MaxTest = 15)]
    public void Products_multiply(RandomArrangement left, RandomArrangement right)
    {
        var first = left.Value.Rows;
        var second = right.Value.Rows;
        var n = left.Value.AmbientDimension;
        var m = right.Value.AmbientDimension;
        var rows = first.Select(row => row.Concat(Zeros(m))).Concat(second.Select(row => Zeros(n).Concat(row))).ToList();
        Assert.Equal(
            first.Count == 0 || second.Count == 0 ? CharacteristicPolynomial.Of(left.Value).RegionCount * CharacteristicPolynomial.Of(right.Value).RegionCount : (CharacteristicPolynomial.Of(left.Value) * CharacteristicPolynomial.Of(right.Value)).RegionCount,
            CharacteristicPolynomial.Of(Arrangement.FromRows(rows)).RegionCount);
        if (first.Count > 0 && second.Count > 0)
        {
            Assert.Equal(CharacteristicPolynomial.Of(left.Value) * CharacteristicPolynomial.Of(right.Value), CharacteristicPolynomial.Of(Arrangement.FromRows(rows)));
        }
    }

    /// <summary>χ(A) = χ(A \\ H) - χ(A^H), the restriction written out in coordinates of H.</summary>
    [Property]
    public void Deletion_and_restriction_hold_for_the_polynomials(RandomArrangement sample)
    {
        var all = sample.Value.Hyperplanes.Select(h => h.Normal).ToList();
        if (all.Count == 0)
        {
            return;
        }

        var basis = Matrix<Cyclotomic>.FromRows([all[^1]]).NullSpace();
        var deleted = Arrangement.FromRows(all.SkipLast(1));
        var restricted = Arrangement.FromRows(all.SkipLast(1).Select(normal => basis.Select(v => normal.Zip(v, (a, b) => a * b).Aggregate(Cyclotomic.Zero, (s, x) => s + x))));
        foreach (var t in new[] { -2, -1, 0, 1, 3 })
        {
            // No rows say nothing about the dimension.
            var without = all.Count == 1 ? BigInteger.Pow(t, sample.Value.AmbientDimension) : CharacteristicPolynomial.Of(deleted).Evaluate(t);
            var inside = all.Count == 1 ? BigInteger.Pow(t, sample.Value.AmbientDimension - 1) : CharacteristicPolynomial.Of(restricted).Evaluate(t);
            Assert.Equal(without - inside, CharacteristicPolynomial.Of(sample.Value).Evaluate(t));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(11)]
    public void Braid_arrangements_have_the_roots_0_to_n_minus_1(int n)
    {
        var polynomial = CharacteristicPolynomial.Of(Families.Braid(n));
        Assert.Equal(ByFlats(Families.Braid(n)), polynomial.BettiNumbers);
        Assert.All(Enumerable.Range(0, n), root => Assert.True(polynomial.Evaluate(root).IsZero));
        Assert.Equal(Families.Factorial(n), polynomial.RegionCount);
        Assert.Equal(BigInteger.Zero, polynomial.BoundedRegionCount);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(40)]
    public void Sum_zero_arrangements_are_generic(int n)
    {
        // A generic arrangement of n hyperplanes of rank d: b_k = C(n, k) for k < d.
        var betti = ByFlats(Families.SumZero(n));
        Assert.Equal(Enumerable.Range(0, n - 1).Select(k => Families.Binomial(n, k)), betti.Take(n - 1));
        Assert.Equal(BigInteger.Pow(2, n) - 2, Sum(betti));
    }

    [Fact]
    public void Coordinate_hyperplanes_have_binomial_coefficients() =>
        Assert.Equal(Enumerable.Range(0, 8).Select(k => Families.Binomial(7, k)), ByFlats(Families.Coordinates(7)));

    /// <summary>The lists of CountingChambers.jl.</summary>
    [Fact]
    public void Resonance_and_threshold_arrangements_have_the_published_Betti_numbers()
    {
        Assert.Equal([1, 63, 1652, 22435, 159460, 510524, 371909], ByFlats(Families.Resonance(6)));
        Assert.Equal([1, 64, 2016, 36848, 400400, 2453248, 7111650, 5023907], ByFlats(Families.Threshold(6)));
        Assert.Equal(8378070864, Sum(ByFlats(Families.Threshold(7))));
    }

    [Fact]
    [Trait("speed", "slow")]
    public void Resonance_7_has_as_many_regions_as_are_listed() => Assert.Equal(347326352, Sum(ByFlats(Families.Resonance(7))));

    [Theory]
    [InlineData(9, 1, 2)]
    [InlineData(11, 1, 3)]
    [InlineData(12, 1, 5)]
    [InlineData(15, 2, 6)]
    public void Irrational_arrangements_agree_with_their_chambers(int n, int first, int second)
    {
        var arrangement = Families.Cyclic(n, first, second);
        var flats = ByFlats(arrangement);
        Assert.Equal(ByDeletion(arrangement), flats);
        Assert.Equal(ChamberEnumeration.Of(arrangement).ChamberCount, Sum(flats));
    }

    [Fact]
    public void A_limit_is_named_and_the_enumeration_does_without()
    {
        var arrangement = Arrangement.FromRows(Families.Threshold(4).Rows);
        Assert.Null(CharacteristicPolynomial.FlatBettiNumbers(arrangement, 10, null, CancellationToken.None));
        var large = Arrangement.FromRows(Families.Threshold(6).Rows);
        var limit = Assert.Throws<LimitExceededException>(() => CharacteristicPolynomial.Of(large, ChamberSearchOptions.Default.WithMaxFlats(50)));
        Assert.Equal(("flats of one rank", 50L, "ChamberSearchOptions.MaxFlats", 500L), (limit.Limit, limit.Bound, limit.Setting, limit.Raised!.Value));
        Assert.Throws<OperationCanceledException>(() => CharacteristicPolynomial.Of(large, null, null, new CancellationToken(true)));
    }

    /// <summary>Three hundred coordinates ask for little: no level of the recursion but the first is reached, and none takes memory before.</summary>
    [Fact]
    public void Many_dimensions_take_no_memory_beforehand()
    {
        const int N = 300;
        var polynomial = CharacteristicPolynomial.Of(Families.Rational(Enumerable.Range(0, N).Select(i => Enumerable.Range(0, N).Select(j => i == j ? 1 : 0))));
        Assert.Equal(BigInteger.Pow(2, N), polynomial.RegionCount);
        Assert.Equal(0, polynomial.Evaluate(1));
    }

    [Fact]
    public void The_text_is_a_polynomial_in_t()
    {
        var lines = CharacteristicPolynomial.Of(Families.Rational([[1, 0, 0], [0, 1, 0], [1, 1, 0]]));
        Assert.Equal("t^3 - 3t^2 + 2t", lines.ToString());
        Assert.Equal([0, 2, -3, 1], lines.Coefficients);
        Assert.Equal((3, 2), (lines.AmbientDimension, lines.Rank));
        Assert.Equal("1", CharacteristicPolynomial.Of(Families.Rational([])).ToString());
        Assert.Equal("t^2", CharacteristicPolynomial.Of(Families.Rational([[0, 0]])).ToString());
        Assert.Equal("t - 1", CharacteristicPolynomial.Of(Families.Rational([[5], [-3]])).ToString());
    }

    internal static BigInteger Sum(IEnumerable<BigInteger> terms) => terms.Aggregate(BigInteger.Zero, (sum, term) => sum + term);

    private static IEnumerable<Cyclotomic> Zeros(int count) => Enumerable.Repeat(Cyclotomic.Zero, count);

    private static BigInteger[] ByFlats(Arrangement arrangement) => CharacteristicPolynomial.FlatBettiNumbers(arrangement, 1_000_000, null, CancellationToken.None)!;

    private static BigInteger[] ByDeletion(Arrangement arrangement) => ZaslavskyCount.TryBettiNumbers(arrangement.Integer, long.MaxValue, CancellationToken.None)!;

    /// <summary>Σ over all sets S of hyperplanes of (-1)^|S| t^{n - rank S}: (-1)^k b_k is the part of rank k.</summary>
    private static BigInteger[] Whitney(Arrangement arrangement)
    {
        var normals = arrangement.Hyperplanes.Select(h => h.Normal).ToList();
        var betti = new BigInteger[arrangement.Dimension + 1];
        for (var subset = 0; subset < 1 << normals.Count; subset++)
        {
            var members = normals.Where((_, j) => ((subset >> j) & 1) != 0).ToList();
            var rank = members.Count == 0 ? 0 : arrangement.AmbientDimension - Matrix<Cyclotomic>.FromRows(members).NullSpace().Count;
            betti[rank] += (BitOperations.PopCount((uint)subset) + rank) % 2 == 0 ? 1 : -1;
        }

        return betti;
    }
}
