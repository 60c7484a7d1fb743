using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

public sealed class ArrangementTests
{
    [Fact]
    public void Parallel_rows_are_merged_with_their_directions()
    {
        var arrangement = Arrangement.FromRows(new Rational[][] { [0, 0, 0], [(Rational)1 / 2, -1, 0], [-1, 2, 0], [0, 1, 0], [(Rational)3 / 4, (Rational)(-3) / 2, 0] });
        Assert.Equal([0], arrangement.ZeroRows);
        Assert.Equal(2, arrangement.Dimension);
        Assert.Equal(["{2, -3, 5}", "{4}"], arrangement.Hyperplanes.Select(h => h.ToString()));
        var line = Assert.Single(arrangement.Lineality);
        Assert.Equal([0, 0, 1], line);
    }

    /// <summary>Six real numbers whose conductors are primes above 100: the conductor of all of them is beyond machine words, the table of their field beyond any memory.</summary>
    [Theory]
    [InlineData("101,103,107,109,113,127", "1113121")]
    [InlineData("997,991", "988027")]
    [InlineData("999983", "999983")]
    public void Rows_over_a_field_beyond_memory_are_refused(string primes, string conductor)
    {
        var rows = primes.Split(',').Select(p => new[] { Cyclotomic.Parse($"E({p})+E({p})^-1"), Cyclotomic.One }).ToList();
        var limit = Assert.Throws<LimitExceededException>(() => Arrangement.FromRows(rows));
        Assert.Equal("entries of the table of a field", limit.Limit);
        Assert.Contains("conductor " + conductor, limit.Needed, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_with_numbers_of_a_million_bits_are_refused()
    {
        var large = Rational.One / System.Numerics.BigInteger.Pow(3, 400_000);
        Assert.Equal("bits of a number of an arrangement", Assert.Throws<LimitExceededException>(() => Arrangement.FromRows(new Rational[][] { [large, 1], [1, Rational.One / System.Numerics.BigInteger.Pow(5, 400_000)] })).Limit);
        Assert.Equal(2, Arrangement.FromRows(new Rational[][] { [large, 1], [0, 1] }).Dimension);
    }

    [Fact]
    public void Irrational_multiples_are_parallel()
    {
        var arrangement = Arrangement.FromRows(new[] { ["1", "E(5)+E(5)^4"], ["E(5)+E(5)^4", "2+E(5)^2+E(5)^3"], new[] { "E(5)+E(5)^4", "2+E(5)^2+2*E(5)^3-E(5)^3+1" } }.Select(row => row.Select(Cyclotomic.Parse)));
        Assert.Equal(2, arrangement.Hyperplanes.Count);
        Assert.Equal(5, arrangement.Conductor);
        Assert.Equal("{1, 2}", arrangement.Hyperplanes[0].ToString());
    }

    [Fact]
    public void A_symmetry_that_no_linear_map_induces_is_refused_by_name()
    {
        var rows = new[] { new[] { 1, 0 }, [0, 1], [1, 1] };
        var cycle = SignedPermutation.FromImages([2, 3, 1]);
        var thrown = Assert.Throws<ArgumentException>(() => Families.Rational(rows).WithSymmetry([SignedPermutation.FromImages([2, 1, 3]), cycle]));
        Assert.Contains("generator 2", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("hyperplane 3", thrown.Message, StringComparison.Ordinal);

        // With other signs it is one: x -> y, y -> -x-y.
        var turned = Families.Rational([[1, 0], [0, 1], [-1, -1]]).WithSymmetry([cycle]);
        Assert.Equal(3, turned.SymmetryOrder);
        Assert.Equal(3, Families.Rational(rows).WithSymmetry([SignedPermutation.FromImages([2, -3, -1])]).SymmetryOrder);
        Assert.Throws<ArgumentException>(() => Families.Rational(rows).WithSymmetry([SignedPermutation.FromImages([2, 1])]));
    }

    [Fact]
    public void A_zero_row_goes_to_a_zero_row()
    {
        var thrown = Assert.Throws<ArgumentException>(() => Families.Rational([[1, 0], [0, 0]]).WithSymmetry([SignedPermutation.FromImages([2, 1])]));
        Assert.Contains("generator 1", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kernels_of_the_action_count_in_the_order()
    {
        // Rows 1 and 2 are equal: swapping them moves nothing.
        var arrangement = Families.Rational([[1, 0], [1, 0], [0, 1]]).WithSymmetry([SignedPermutation.FromImages([2, 1, 3])]);
        Assert.Equal(2, arrangement.SymmetryOrder);
        var found = ChamberEnumeration.Of(arrangement);
        Assert.Equal(4, found.ChamberCount);
        Assert.All(found.Orbits, o => Assert.Equal((1, 2), ((int)o.Size, (int)o.StabiliserOrder)));
        Assert.Equal(4, found.Orbits.Count);
    }
}
