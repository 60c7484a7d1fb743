using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

public sealed class ArrangementTests
{
    [Fact]
    public void Parallel_rows_are_merged_with_their_directions()
    {
        var arrangement = Arrangement.Parse("""{"vectors": [[0, 0, 0], ["1/2", -1, 0], [-1, 2, 0], [0, 1, 0], ["3/4", "-3/2", 0]]}""");
        Assert.Equal([0], arrangement.ZeroRows);
        Assert.Equal(2, arrangement.Dimension);
        Assert.Equal(["{2, -3, 5}", "{4}"], arrangement.Hyperplanes.Select(h => h.ToString()));
        var line = Assert.Single(arrangement.Lineality);
        Assert.Equal([0, 0, 1], line);
    }

    [Fact]
    public void Irrational_multiples_are_parallel()
    {
        var arrangement = Arrangement.Parse("""{"vectors": [[1, "E(5)+E(5)^4"], ["E(5)+E(5)^4", "2+E(5)^2+E(5)^3"], ["E(5)+E(5)^4", "2+E(5)^2+2*E(5)^3-E(5)^3+1"]]}""");
        Assert.Equal(2, arrangement.Hyperplanes.Count);
        Assert.Equal(5, arrangement.Conductor);
        Assert.Equal("{1, 2}", arrangement.Hyperplanes[0].ToString());
    }

    [Fact]
    public void Escapes_are_read_as_the_characters_they_stand_for()
    {
        // Writers of JSON that are careful with HTML write + so.
        var arrangement = Arrangement.Parse("""{"vectors": [["E(5)\u002BE(5)^4", "\u0031"]]}""");
        Assert.Equal([Cyclotomic.E(5) + Cyclotomic.E(5, 4), Cyclotomic.One], arrangement.Rows[0]);
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

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[1]", "an object")]
    [InlineData("""{"vectors": 3}""", "an object")]
    [InlineData("""{"vectors": [3]}""", "row 1 is not an array")]
    [InlineData("""{"vectors": [[1, null]]}""", "row 1, column 2")]
    [InlineData("""{"vectors": [[1, "x"]]}""", "row 1, column 2")]
    [InlineData("""{"vectors": [[1.5]]}""", "row 1, column 1")]
    [InlineData("""{"vectors": [[1, "\ud800"]]}""", "row 1, column 2: the text holds half of a surrogate pair")]
    [InlineData("""{"vectors": [[1, "\u0078"]]}""", "row 1, column 2: 'x' is not an integer")]
    [InlineData("""{"vectors": [[1]], "symmetry": 3}""", "symmetry")]
    [InlineData("""{"vectors": [[1]], "symmetry": {"degree": 2, "generators": []}}""", "degree")]
    [InlineData("""{"vectors": [[1]], "symmetry": {"generators": [["a"]]}}""", "generator 1")]
    public void Malformed_files_are_refused(string json, string hint)
    {
        var thrown = Assert.Throws<AlgebraFormatException>(() => Arrangement.Parse(json));
        Assert.Contains(hint, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"vectors": [[1, 2], [3]]}""", "row 2 has 1 entries")]
    [InlineData("""{"vectors": [["E(4)"]]}""", "not real")]
    [InlineData("""{"vectors": [[1], [2]], "symmetry": {"generators": [[1, 1]]}}""", "generator 1")]
    [InlineData("""{"vectors": [[1], [2]], "symmetry": {"generators": [[3, 1]]}}""", "generator 1")]
    [InlineData("""{"vectors": [[1], [2]], "symmetry": {"generators": [[2, 1]]}}""", "generator 1")]
    public void Impossible_files_are_refused(string json, string hint)
    {
        var thrown = Assert.Throws<ArgumentException>(() => Arrangement.Parse(json));
        Assert.Contains(hint, thrown.Message, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("""{"vectors": [[1, 0]], "vectors": [[0, 1]]}""", "vectors")]
    [InlineData("""{"vectors": [[1, 0]], "note": 1, "note": 2}""", "note")]
    [InlineData("""{"vectors": [[1, 0], [0, 1]], "symmetry": {"generators": [[2, 1]], "generators": []}}""", "generators")]
    public void A_key_that_stands_twice_is_refused_by_name(string json, string key) =>
        Assert.Contains($"the key '{key}' stands twice", Assert.Throws<AlgebraFormatException>(() => Arrangement.Parse(json)).Message, StringComparison.Ordinal);
}
