using System.Globalization;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Numbers.Tests.Permutations;

public sealed class PermutationTests
{
    [Theory]
    [InlineData("()", "()", 1)]
    [InlineData("(1)", "()", 1)]
    [InlineData("(1,2,3)(4,5)", "(1,2,3)(4,5)", 5)]
    [InlineData(" ( 3 , 1 , 2 ) ", "(1,2,3)", 3)]
    [InlineData("(5,4)(3,1,2)", "(1,2,3)(4,5)", 5)]
    [InlineData("(1 2 3)", "(1,2,3)", 3)]
    [InlineData("(2)(7)", "()", 7)]
    public void Cycles_are_read_and_printed_from_the_least_point(string text, string printed, int degree)
    {
        var p = Permutation.Parse(text);
        Assert.Equal(printed, p.ToString());
        Assert.Equal(degree, p.Degree);
    }

    [Theory]
    [InlineData("", 0, "missing")]
    [InlineData("(1,2", 0, "not closed")]
    [InlineData("1,2)", 0, "expected '('")]
    [InlineData("(1,2))", 5, "')' without '('")]
    [InlineData("(1,2)(2,3)", 6, "the point 2 occurs twice")]
    [InlineData("(1,2,1)", 5, "the point 1 occurs twice")]
    [InlineData("(0,1)", 1, "numbered from 1")]
    [InlineData("(1,-2)", 3, "expected a point")]
    [InlineData("(1,,2)", 3, "expected a point")]
    [InlineData("(1,2,)", 5, "missing after ','")]
    [InlineData("(1;2)", 2, "expected ',' or ')'")]
    [InlineData("(a,b)", 1, "expected a point")]
    public void Malformed_cycles_are_refused_where_they_go_wrong(string text, int position, string problem)
    {
        var error = Assert.Throws<AlgebraFormatException>(() => Permutation.Parse(text));
        Assert.Equal(position, error.Position);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.False(Permutation.TryParse(text, CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public void Points_beyond_the_degree_are_refused()
    {
        var error = Assert.Throws<AlgebraFormatException>(() => Permutation.Parse("(1,5)", 4));
        Assert.Equal(3, error.Position);
        Assert.Contains("exceeds the degree 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_point_is_a_limit_not_an_allocation()
    {
        Assert.Throws<LimitExceededException>(() => Permutation.Parse("(1,99999999999999999999)"));
        Assert.False(Permutation.TryParse("(1,999999999)", null, out _));
    }

    [Fact]
    public void Images_that_are_no_bijection_are_refused_by_name()
    {
        Assert.Contains("entry 2 is 0, which occurs twice", Assert.Throws<ArgumentException>(() => Permutation.FromImages([0, 1, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("entry 1 is 7, which is not a point", Assert.Throws<ArgumentException>(() => Permutation.FromImages([0, 7, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("entry 0 is -1, which is not a point", Assert.Throws<ArgumentException>(() => Permutation.FromImages([-1, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("the point -1 is not one of", Assert.Throws<ArgumentException>(() => Permutation.FromCycles(3, [[0, -1]])).Message, StringComparison.Ordinal);
        Assert.Contains("the point 3 is not one of", Assert.Throws<ArgumentException>(() => Permutation.FromCycles(3, [[0, 3]])).Message, StringComparison.Ordinal);
        Assert.Contains("the point 1 occurs twice", Assert.Throws<ArgumentException>(() => Permutation.FromCycles(3, [[0, 1], [1, 2]])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Permutations_of_different_degrees_do_not_mix()
    {
        var a = Permutation.Identity(3);
        var b = Permutation.Identity(4);
        Assert.NotEqual(a, b);
        Assert.True(a < b);
        Assert.Throws<ArgumentException>(() => a * b);
        Assert.Throws<ArgumentException>(() => a.ConjugateBy(b));
        Assert.Throws<ArgumentOutOfRangeException>(() => a[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => a[-1]);
    }

    [Fact]
    public void The_conventions_are_those_of_the_documentation()
    {
        // Left actions: (1,2)(2,3) sends 3 to 1 as a product of transpositions.
        var product = Permutation.Parse("(1,2)", 3) * Permutation.Parse("(2,3)", 3);
        Assert.Equal("(1,2,3)", product.ToString());
        Assert.Equal("(1,3)", Permutation.Parse("(1,2)", 3).ConjugateBy(Permutation.Parse("(2,3)", 3)).ToString());
    }

    [Fact]
    public void Orders_beyond_sixty_four_bits_are_exact()
    {
        // Cycles of the first 16 primes: order is their product.
        int[] primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53];
        var cycles = new List<IEnumerable<int>>();
        var start = 0;
        foreach (var p in primes)
        {
            cycles.Add(Enumerable.Range(start, p).ToArray());
            start += p;
        }

        var order = primes.Aggregate(System.Numerics.BigInteger.One, (product, p) => product * p);
        Assert.True(order > long.MaxValue);
        Assert.Equal(order, Permutation.FromCycles(start, cycles).Order);
    }

    [Fact]
    public void Images_cannot_be_written_through()
    {
        var p = Permutation.Parse("(1,2,3)");
        Assert.IsNotType<int[]>(p.Images);
        Assert.Throws<NotSupportedException>(() => ((IList<int>)p.Images)[0] = 0);
    }
}
