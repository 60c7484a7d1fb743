using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Arrangements;
using Xunit;

namespace Eqnn.Records.Tests.Arrangements;

public sealed class ArrangementFileTests
{
    [Fact]
    public void Numbers_are_integers_fractions_and_cyclotomics()
    {
        var arrangement = ArrangementFile.Parse("""{"vectors": [[1, "E(5)+E(5)^4"], ["1/2", 0], [-3, "-1"]], "note": "three lines"}""").ToArrangement();
        Assert.Equal(3, arrangement.Hyperplanes.Count);
        Assert.Equal(5, arrangement.Conductor);
        Assert.Equal([(Rational)1 / 2, 0], arrangement.Rows[1]);
    }

    [Fact]
    public void Escapes_are_read_as_the_characters_they_stand_for()
    {
        // Writers of JSON that are careful with HTML write + so.
        var arrangement = ArrangementFile.Parse("""{"vectors": [["E(5)\u002BE(5)^4", "\u0031"]]}""").ToArrangement();
        Assert.Equal([Cyclotomic.E(5) + Cyclotomic.E(5, 4), Cyclotomic.One], arrangement.Rows[0]);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[1]", "a record { ... } is expected")]
    [InlineData("{}", "the field \"vectors\" is missing")]
    [InlineData("""{"vectors": 3}""", "field vectors: a list [ ... ] is expected")]
    [InlineData("""{"vectors": [3]}""", "field vectors[0]: a list [ ... ] is expected")]
    [InlineData("""{"vectors": [[1, null]]}""", "field vectors[0][1]: null is neither an integer nor text")]
    [InlineData("""{"vectors": [[1, "x"]]}""", "character 18: field vectors[0][1]: cyclotomic number 'x'")]
    [InlineData("""{"vectors": [[1.5]]}""", "field vectors[0][0]: 1.5 is neither an integer nor text; did you mean \"-1/2\"?")]
    [InlineData("""{"vectors": [[1e2]]}""", "field vectors[0][0]: 1e2 is neither an integer nor text")]
    [InlineData("""{"vectors": [[1, "\ud800"]]}""", "field vectors[0][1]: the text holds half of a surrogate pair")]
    [InlineData("""{"vectors": [[1, "\u0078"]]}""", "field vectors[0][1]: cyclotomic number 'x'")]
    [InlineData("""{"vectors": [[1]], "symmetry": 3}""", "field symmetry: a record { ... } is expected")]
    [InlineData("""{"vectors": [[1]], "symmetry": {}}""", "field symmetry: the field \"generators\" is missing")]
    [InlineData("""{"vectors": [[1]], "symmetry": {"degree": 2, "generators": []}}""", "field symmetry.degree: it is 2, the number of rows 1")]
    [InlineData("""{"vectors": [[1]], "symmetry": {"generators": [["a"]]}}""", "field symmetry.generators[0][0]: a whole number is expected")]
    [InlineData("""{"vectors": [[1]], "constants": [1, 2]}""", "field constants: 2 numbers for the 1 rows of vectors")]
    [InlineData("""{"vectors": [[1]], "constants": [1.5]}""", "field constants[0]: 1.5 is neither")]
    [InlineData("""{"vectors": [[1]], "constant": [1]}""", "there is no field \"constant\" here; the fields are vectors, constants, symmetry")]
    [InlineData("""{"vectors": [[1]], "symmetry": {"generators": [], "order": 1}}""", "there is no field \"order\" here")]
    [InlineData("""{"vectors": [[1, 0]], "vectors": [[0, 1]]}""", "the key \"vectors\" occurs twice")]
    [InlineData("""{"vectors": [[1, 0]], "note": 1, "note": 2}""", "the key \"note\" occurs twice")]
    public void Malformed_files_are_refused(string json, string hint)
    {
        var thrown = Assert.Throws<AlgebraFormatException>(() => ArrangementFile.Parse(json));
        Assert.Contains(hint, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"vectors": [[1, 2], [3]]}""", "row 2 has 1 entries")]
    [InlineData("""{"vectors": [["E(4)"]]}""", "not real")]
    [InlineData("""{"vectors": [[1], [2]], "symmetry": {"generators": [[1, 1]]}}""", "generator 1")]
    [InlineData("""{"vectors": [[1], [2]], "symmetry": {"generators": [[3, 1]]}}""", "generator 1")]
    [InlineData("""{"vectors": [[1], [2]], "symmetry": {"generators": [[2, 1]]}}""", "generator 1")]
    [InlineData("""{"vectors": [[1]], "constants": [1]}""", "it is an affine arrangement")]
    public void Impossible_files_are_refused(string json, string hint)
    {
        var thrown = Assert.Throws<ArgumentException>(() => ArrangementFile.Parse(json).ToArrangement());
        Assert.Contains(hint, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_have_constants_beside_the_vectors()
    {
        var file = ArrangementFile.Parse("""{"vectors": [[1, 0], [0, "1/2"]], "constants": [0, "-E(8)+E(8)^3"], "symmetry": {"degree": 2, "generators": [[-1, 2]]}}""");
        Assert.True(file.IsAffine);
        var read = file.ToAffineArrangement();
        Assert.Equal((8, 2), (read.Conductor, (int)read.SymmetryOrder));
        Assert.Equal((4, 2), ((int)RegionEnumeration.Of(read).RegionCount, RegionEnumeration.Of(read).Orbits.Count));
        var central = ArrangementFile.Parse("""{"vectors": [[1, 0], [0, 1]], "constants": null}""");
        Assert.False(central.IsAffine);
        Assert.Equal(4, RegionEnumeration.Of(central.ToAffineArrangement()).RegionCount);
    }

    [Fact]
    public void A_file_is_named_with_line_and_character()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "{\"vectors\":\n  [[1, 0.5]]}\n");
            Assert.StartsWith($"arrangement {path}, line 2, character 8: field vectors[0][1]:", Assert.Throws<AlgebraFormatException>(() => ArrangementFile.Read(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
