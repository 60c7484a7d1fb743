using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Groups;
using Eqnn.Records.LinearAlgebra;
using Xunit;

namespace Eqnn.Records.Tests.LinearAlgebra;

/// <summary>Files of vectors, matrices and permutations.</summary>
public sealed class NumberFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Vectors_are_lists_of_exact_numbers_or_rows_of_them()
    {
        File.WriteAllText(_path, """[1, "1/2", 0.25, "E(5)+E(5)^4"]""");
        Assert.Equal(["1", "1/2", "1/4", "E(5)+E(5)^4"], VectorFile.Read(_path, 4, "points").Select(x => x.Value.ToString()));
        Assert.Equal(4, Assert.Single(VectorFile.ReadRows(_path, 4)).Count);
        File.WriteAllText(_path, "[[1, 2], [3, 4]]");
        Assert.Equal(["1", "2", "3", "4"], VectorFile.Read(_path, 4, "points").Select(x => x.Value.ToString()));
        Assert.Equal(2, VectorFile.ReadRows(_path, 2).Count);
    }

    [Theory]
    [InlineData("{}", "a list [ ... ] is expected")]
    [InlineData("[1, 2, 3]", "the file has 3 numbers for 4 points")]
    [InlineData("[1, 2, 3,\n null]", "line 2, character 2: field [3]: a number is expected")]
    [InlineData("[1, 2, 3, \"E(4)\"]", "line 1, character 11: field [3]: ")]
    [InlineData("[1, 2, 3, \"x\"]", "line 1, character 11: field [3]: ")]
    public void Other_vectors_are_refused_at_their_place(string text, string said) => Refused(text, said, () => VectorFile.Read(_path, 4, "points"));

    [Fact]
    public void A_vector_of_another_length_is_refused() => Refused("[[1, 2],\n [3]]", "line 2, character 2: vector 2 has 1 numbers for 2 coordinates", () => VectorFile.ReadRows(_path, 2));

    [Fact]
    public void Matrices_are_square_lists_of_rows()
    {
        File.WriteAllText(_path, """[[[0, -1], [1, 0]], [["1/2", 0], [0, 2]]]""");
        Assert.Equal(2, MatrixFile.TryRead(_path)!.Count);
        File.WriteAllText(_path, """{"matrices": [[["E(4)"]]], "comment": "a character"}""");
        Assert.Null(MatrixFile.TryRead(_path));
        Assert.Equal(Cyclotomic.E(4), Assert.Single(MatrixFile.TryReadCyclotomic(_path)!)[0, 0]);
        File.WriteAllText(_path, """{"degree": 3, "generators": []}""");
        Assert.Null(MatrixFile.TryReadCyclotomic(_path));
    }

    [Theory]
    [InlineData("[]", "a list of matrices is expected")]
    [InlineData("[[[1, 2]]]", "matrix 1 is not a list of rows of a square matrix")]
    [InlineData("[[[1]],\n [[\"a\"]]]", "line 2, character 4: field [1][0][0]: ")]
    [InlineData("{\"matrices\": [[[1]]], \"generators\": []}", "generators and matrices in one file")]
    [InlineData("{\"matrices\": [[[1]]], \"matrix\": 1}", "there is no field \"matrix\" here")]
    [InlineData("{\"matrix\": [[[1]]]}", "neither generators nor matrices")]
    public void Other_matrices_are_refused_at_their_place(string text, string said) => Refused(text, said, () => MatrixFile.TryReadCyclotomic(_path));

    [Fact]
    public void Permutations_are_image_lists()
    {
        File.WriteAllText(_path, "[[2,1,3],[1,2,3]]");
        Assert.Equal([Permutation.Parse("(1,2)", 3), Permutation.Identity(3)], PermutationFile.Read(_path, 3));
        Assert.All(PermutationFile.Read(_path, 3), p => Assert.True(FiniteGroup.Parse("S3").Contains(p)));
    }

    [Theory]
    [InlineData("{}", "a list [ ... ] is expected")]
    [InlineData("[3]", "field [0]: a list [ ... ] is expected")]
    [InlineData("[[1,2]]", "element 1 lists 2 images for 3 points")]
    [InlineData("[[1,2,3],\n[1,2,2]]", "line 2, character 6: element 2 is not a bijection: 2 is the image of two points")]
    [InlineData("[[1,2,\"3\"]]", "field [0][2]: a whole number is expected")]
    [InlineData("[[1,2,99999999999]]", "field [0][2]: a whole number is expected")]
    public void Other_permutations_are_refused_at_their_place(string text, string said) => Refused(text, said, () => PermutationFile.Read(_path, 3));

    private void Refused(string text, string said, Func<object?> read)
    {
        File.WriteAllText(_path, text);
        var refused = Assert.Throws<AlgebraFormatException>(() => read());
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains(_path, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", refused.Message, StringComparison.Ordinal);
    }
}
