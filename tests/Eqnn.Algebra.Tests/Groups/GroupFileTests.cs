using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

public sealed class GroupFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("""{"degree": 3, "generators": [[2,3,1],[2,1,3]]}""", 6)]
    [InlineData("""{"generators": ["(1,2,3)", [2,1,3]], "degree": 3}""", 6)]
    [InlineData("""{"degree": 5, "generators": ["(1,2)(3,4,5)"], "name": "other keys", "x": {"degree": [1]}}""", 6)]
    [InlineData("""{"degree": 4, "generators": []}""", 1)]
    [InlineData("\uFEFF{\"degree\": 2, \"generators\": [[2,1]]}\r\n", 2)]
    public void Files_give_groups(string json, int order)
    {
        File.WriteAllText(_path, json);
        var group = FiniteGroup.Parse("@" + _path);
        Assert.Equal(order, group.Order);
        Assert.Equal("@" + _path, group.Name);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("  \n ", "the file is empty")]
    [InlineData("[1,2]", "expected an object")]
    [InlineData("{", "not JSON")]
    [InlineData("hello", "not JSON")]
    [InlineData("""{"degree": 3}""", "\"generators\" is missing")]
    [InlineData("""{"generators": []}""", "\"degree\" is missing")]
    [InlineData("""{"degree": "3", "generators": []}""", "expected degree to be a whole number")]
    [InlineData("""{"degree": 2.5, "generators": []}""", "expected degree to be a whole number")]
    [InlineData("""{"degree": 0, "generators": []}""", "at least 1")]
    [InlineData("""{"degree": -1, "generators": []}""", "\"degree\" must be at least 1")]
    [InlineData("""{"degree": 3, "generators": {}}""", "\"generators\" to be a list")]
    [InlineData("""{"degree": 3, "generators": [5]}""", "expected a generator")]
    [InlineData("""{"degree": 3, "generators": [[2,1]]}""", "generator 1 lists 2 images for 3 points")]
    [InlineData("""{"degree": 3, "generators": [[1,2,3],[2,1,1]]}""", "generator 2 is not a bijection: 1 is the image of two points")]
    [InlineData("""{"degree": 3, "generators": [[0,1,2]]}""", "generator 1 sends 1 to 0")]
    [InlineData("""{"degree": 3, "generators": [[2,1,4]]}""", "generator 1 sends 3 to 4")]
    [InlineData("""{"degree": 3, "generators": [[2,1,"3"]]}""", "expected an image")]
    [InlineData("""{"degree": 3, "generators": ["(1,4)"]}""", "generator 1")]
    [InlineData("""{"degree": 3, "generators": ["(1,2"]}""", "not closed")]
    [InlineData("""{"degree": 3, "degree": 3, "generators": []}""", "occurs twice")]
    [InlineData("""{"degree": 3, "generators": [], "generators": []}""", "occurs twice")]
    [InlineData("""{"degree": 3, "generators": []} x""", "not JSON")]
    [InlineData("""{"degree": 3, "generators": [[2,3,1]}""", "not JSON")]
    public void Malformed_files_are_refused_with_the_name_of_the_file(string json, string problem)
    {
        File.WriteAllText(_path, json);
        var error = Assert.Throws<AlgebraFormatException>(() => FiniteGroup.Parse("@" + _path));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void The_position_is_that_of_the_wrong_entry()
    {
        const string Json = """{"note": "äöü", "degree": 3, "generators": [[2,1,1]]}""";
        File.WriteAllText(_path, Json);
        var error = Assert.Throws<AlgebraFormatException>(() => FiniteGroup.Parse("@" + _path));
        Assert.Equal(Json.LastIndexOf('1'), error.Position);
    }

    [Fact]
    public void A_huge_degree_in_a_file_is_a_limit()
    {
        File.WriteAllText(_path, """{"degree": 2000000000, "generators": ["(1,2)"]}""");
        Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("@" + _path));
    }

    [Fact]
    public void A_folder_is_not_a_file() =>
        Assert.Contains("folder", Assert.Throws<AlgebraFormatException>(() => FiniteGroup.Parse("@" + Path.GetTempPath())).Message, StringComparison.Ordinal);
}
