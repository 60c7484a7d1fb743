using Eqnn.Algebra;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Xunit;

namespace Eqnn.Records.Tests.Groups;

public sealed class GroupFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("""{"degree": 3, "generators": [[2,3,1],[2,1,3]]}""", 6)]
    [InlineData("""{"generators": ["(1,2,3)", [2,1,3]], "degree": 3}""", 6)]
    [InlineData("""{"degree": 5, "generators": ["(1,2)(3,4,5)"], "name": "remarks", "comment": {"degree": [1]}}""", 6)]
    [InlineData("""{"degree": 4, "generators": []}""", 1)]
    [InlineData("\uFEFF{\"degree\": 2, \"generators\": [[2,1]]}\r\n", 2)]
    public void Files_give_groups(string json, int order)
    {
        File.WriteAllText(_path, json);
        var group = GroupFile.ReadOrParse("@" + _path);
        Assert.Equal(order, group.Order);
        Assert.Equal("@" + _path, group.Name);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("  \n ", "the file is empty")]
    [InlineData("[1,2]", "a record { ... } is expected")]
    [InlineData("{", "not JSON")]
    [InlineData("hello", "not JSON")]
    [InlineData("""{"degree": 3}""", "the field \"generators\" is missing")]
    [InlineData("""{"generators": []}""", "the field \"degree\" is missing")]
    [InlineData("""{"degree": "3", "generators": []}""", "line 1, character 12: field degree: a whole number from 1 to 2147483647 is expected")]
    [InlineData("""{"degree": 2.5, "generators": []}""", "line 1, character 12: field degree: a whole number from 1 to 2147483647 is expected")]
    [InlineData("""{"degree": 0, "generators": []}""", "field degree: a whole number from 1 to 2147483647")]
    [InlineData("""{"degree": -1, "generators": []}""", "field degree: a whole number from 1")]
    [InlineData("""{"degree": 3, "generators": {}}""", "field generators: a list [ ... ] is expected")]
    [InlineData("""{"degree": 3, "generators": [5]}""", "field generators[0]: a list of images or a text of cycles is expected")]
    [InlineData("""{"degree": 3, "generators": [[2,1]]}""", "generator 1 lists 2 images for 3 points")]
    [InlineData("""{"degree": 3, "generators": [[1,2,3],[2,1,1]]}""", "generator 2 is not a bijection: 1 is the image of two points")]
    [InlineData("""{"degree": 3, "generators": [[0,1,2]]}""", "generator 1 sends 1 to 0")]
    [InlineData("""{"degree": 3, "generators": [[2,1,4]]}""", "generator 1 sends 3 to 4")]
    [InlineData("""{"degree": 3, "generators": [[2,1,"3"]]}""", "field generators[0][2]: a whole number is expected")]
    [InlineData("""{"degree": 3, "generators": ["(1,4)"]}""", "generator 1")]
    [InlineData("""{"degree": 3, "generators": ["(1,2"]}""", "not closed")]
    [InlineData("""{"degree": 3, "degree": 3, "generators": []}""", "occurs twice")]
    [InlineData("""{"degree": 3, "generators": [], "generators": []}""", "occurs twice")]
    [InlineData("""{"degree": 3, "generators": []} x""", "not JSON")]
    [InlineData("""{"degree": 3, "generators": [[2,3,1]}""", "not JSON")]
    [InlineData("""{"degree": 3, "generators": [[2,3,1],]}""", "not JSON")]
    [InlineData("{'degree': 3, 'generators': []}", "not JSON")]
    [InlineData("""{"degree": 3, "generators": [], "order": 1}""", "there is no field \"order\" here; the fields are degree, generators")]
    [InlineData("""{"degree": 3, "generatros": []}""", "there is no field \"generatros\" here")]
    public void Malformed_files_are_refused_with_the_name_of_the_file(string json, string problem)
    {
        File.WriteAllText(_path, json);
        var error = Assert.Throws<AlgebraFormatException>(() => GroupFile.ReadOrParse("@" + _path));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void The_position_is_that_of_the_wrong_entry()
    {
        const string Json = """{"note": "äöü", "degree": 3, "generators": [[2,1,1]]}""";
        File.WriteAllText(_path, Json);
        var error = Assert.Throws<AlgebraFormatException>(() => GroupFile.ReadOrParse("@" + _path));
        Assert.Equal(Json.LastIndexOf('1'), error.Position);
    }

    [Fact]
    public void A_huge_degree_in_a_file_is_a_limit()
    {
        File.WriteAllText(_path, """{"degree": 2000000000, "generators": ["(1,2)"]}""");
        Assert.Throws<LimitExceededException>(() => GroupFile.ReadOrParse("@" + _path));
    }

    [Fact]
    public void What_is_no_file_is_a_name()
    {
        Assert.Equal("C8", GroupFile.ReadOrParse(" C8").Name);
        Assert.Throws<LimitExceededException>(() => GroupFile.ReadOrParse("S9", GroupLimits.Default.WithMaxDegree(8)));
        Assert.Contains("name of a file is missing", Assert.Throws<AlgebraFormatException>(() => GroupFile.ReadOrParse("@")).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<AlgebraFormatException>(() => GroupFile.ReadOrParse(" @no-such-file.json ")).Message, StringComparison.Ordinal);
    }

    /// <summary>Memory for millions of images: an entry costs its place alone.</summary>
    [Fact]
    public void A_long_list_of_images_is_read()
    {
        const int Degree = 50_000;
        File.WriteAllText(_path, $$"""{"degree": {{Degree}}, "generators": [[{{string.Join(',', Enumerable.Range(0, Degree).Select(i => ((i + 1) % Degree) + 1))}}]]}""");
        Assert.Equal(Degree, GroupFile.Read(_path).Generators[0].Order);
    }

    [Fact]
    public void A_folder_is_not_a_file() =>
        Assert.Contains("folder", Assert.Throws<AlgebraFormatException>(() => GroupFile.ReadOrParse("@" + Path.GetTempPath())).Message, StringComparison.Ordinal);
}
