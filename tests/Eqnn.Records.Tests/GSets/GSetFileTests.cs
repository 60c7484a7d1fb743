using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Records.GSets;
using Xunit;

namespace Eqnn.Records.Tests.GSets;

public sealed class GSetFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("""{"size": 3, "generators": [[2,3,1]]}""", 1)]
    [InlineData("""{"size": 4, "generators": ["(1,2,3)"], "comment": "three points and one"}""", 2)]
    public void Files_give_G_sets(string json, int orbits)
    {
        File.WriteAllText(_path, json);
        var set = GSetFile.Read(FiniteGroup.Parse("C3"), _path);
        Assert.Equal(orbits, set.Orbits.Count);
        Assert.Equal("@" + Path.GetFileName(_path), set.Name);
    }

    [Fact]
    public void A_file_stands_in_a_sum_as_a_name_does()
    {
        File.WriteAllText(_path, """{"size": 3, "generators": ["(1,2,3)"]}""");
        var set = GSetFile.ReadOrParse(FiniteGroup.Parse("C3"), $"@{_path} + 2*points*@{_path}");
        Assert.Equal(3 + 18, set.Size);
    }

    [Theory]
    [InlineData("""{"degree": 3, "generators": [[2,3,1]]}""", "there is no field \"degree\" here; the fields are size, generators")]
    [InlineData("""{"size": 3, "generators": [[2,3,1]}""", "not JSON")]
    [InlineData("""{"size": 3, "generators": [[2,2,1]]}""", "line 1, character 31: generator 1 is not a bijection")]
    public void Malformed_files_are_refused(string json, string problem)
    {
        File.WriteAllText(_path, json);
        var error = Assert.Throws<AlgebraFormatException>(() => GSetFile.Read(FiniteGroup.Parse("C3"), _path));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_action_of_the_group_is_refused()
    {
        File.WriteAllText(_path, """{"size": 2, "generators": ["(1,2)"]}""");
        Assert.Throws<ArgumentException>(() => GSetFile.Read(FiniteGroup.Parse("C3"), _path));
        Assert.Throws<AlgebraFormatException>(() => GSetFile.ReadOrParse(FiniteGroup.Parse("C3"), "@no-such-file.json"));
    }

    [Fact]
    public void More_points_than_a_G_set_may_have_are_a_limit()
    {
        File.WriteAllText(_path, """{"size": 2000000000, "generators": ["(1,2)"]}""");
        Assert.Equal(GSet.MaxPoints, Assert.Throws<LimitExceededException>(() => GSetFile.Read(FiniteGroup.Parse("C2"), _path)).Bound);
    }
}
