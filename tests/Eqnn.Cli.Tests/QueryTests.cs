using System.Globalization;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.Cli.Tests;

/// <summary>Queries that once took all memory, or minutes, or crashed: each answers, or says at once which limit stands in its way. The list is <c>tests/cases/queries.json</c>.</summary>
public sealed class QueryTests
{
    /// <summary>What one query may allocate in all, garbage included: far below what the refused work would need.</summary>
    private const long MostBytes = 3_000_000_000;

    public static TheoryData<string, int, string, string> Queries
    {
        get
        {
            var data = new TheoryData<string, int, string, string>();
            foreach (var query in JArray.Parse(File.ReadAllText(Path.Combine(Oracles.Repository(), "tests", "cases", "queries.json"))))
            {
                data.Add(string.Join('\n', query["args"]!.Select(word => (string)word!)), (int)query["exit"]!, (string)query["contains"]!, "");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_is_answered_or_refused(string args, int exit, string contains, string error)
    {
        // The work has a thread of its own, so the whole process is counted; other tests allocate too, which the bound allows for.
        var outcome = Tool.Run(args.Split('\n'));
        Assert.Equal(error, exit == 0 ? outcome.Error : "");
        Assert.Equal(exit, outcome.ExitCode);
        Assert.Contains(contains, exit == 0 ? outcome.Output : outcome.Error, StringComparison.Ordinal);
        Assert.True(exit == 0 || !outcome.Error.Trim().Contains('\n', StringComparison.Ordinal));
        Assert.True(GC.GetTotalMemory(forceFullCollection: false) < MostBytes);
    }

    [Theory]
    [InlineData(12_000)]
    [InlineData(90_000)]
    public void Points_in_many_equal_orbits_are_merged(int degree)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("eqnn-test-").FullName, "f.json");
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{{\"degree\": {degree}, \"generators\": [\"(1,2,3)\",\"(1,2)\"]}}"));
        try
        {
            var outcome = Tool.Run("decompose", "@" + path, "--on", "points", "--format", "json");
            Assert.Equal(0, outcome.ExitCode);
            var components = JObject.Parse(outcome.Output)["components"]!;
            Assert.Equal(["L0", "L2"], components.Select(component => (string)component["label"]!));
            Assert.Equal([degree - 2, 1], components.Select(component => (int)component["multiplicity"]!));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Theory]
    [InlineData("group", "{\"\\ud800\": 1, \"degree\": 3, \"generators\": [\"(1,2)\"]}", "line 1, character 2")]
    [InlineData("group", "{\"degree\": 3,\n \"generators\": [\"\\ud800\"]}", "line 2, character 17")]
    [InlineData("set", "{\"size\": 3, \"generators\": [\"\\ud800\"]}", "line 1, character 28")]
    [InlineData("set", "{\"size\": 3, \"generators\": [[1, 2, 2]]}", "generator 1 is not a bijection")]
    [InlineData("arrangement", "{\"vectors\": [[\"\\ud800\", 1]]}", "line 1, character 15: field vectors[0][0]")]
    public void Halves_of_characters_are_refused_with_their_place(string kind, string text, string place)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("eqnn-test-").FullName, "f.json");
        File.WriteAllText(path, text);
        try
        {
            var outcome = kind switch
            {
                "group" => Tool.Run("group", "@" + path),
                "set" => Tool.Run("decompose", "C3", "--on", "@" + path),
                _ => Tool.Run("chambers", "@" + path),
            };
            Assert.Equal(2, outcome.ExitCode);
            Assert.Contains(place, outcome.Error, StringComparison.Ordinal);
            Assert.Contains(path, outcome.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public void What_is_known_when_the_time_ends_is_printed()
    {
        // A table of this group takes long, order and derived series do not. How far it comes is a matter of the machine: what is printed says so.
        var outcome = Tool.Run("group", "perm:(1,2,3,4,5,6,7,8,9,10,11,12);(1,2);(13,14,15,16,17,18,19,20,21,22,23);(13,14,15)(1,2)", "--timeout", "1", "--format", "json");
        Assert.True(outcome.ExitCode is 0 or 3, outcome.Error);
        Assert.NotNull(JObject.Parse(outcome.Output)["group"]!["order"]);
        Assert.Equal(outcome.ExitCode == 3, outcome.Error.Length > 0);
    }

    [Fact]
    public void Facts_that_were_not_reached_are_named()
    {
        var group = Eqnn.Algebra.Groups.FiniteGroup.Parse("M12");
        using var json = new Eqnn.Records.Json.JsonOutput();
        Eqnn.Cli.Commands.GroupWithoutTable.Start(Eqnn.Algebra.Characters.GroupSurvey.Start(group)).WriteJson(json);
        var answer = JObject.Parse(json.Finish());
        Assert.Equal("95040", answer["group"]!["order"]!.ToString());
        Assert.Contains("centreOrder: not reached", answer["refused"]!.Select(line => line.ToString()));
        Assert.Equal("classes, simples: not reached", answer["refused"]!.Last!.ToString());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("50MB")]
    [InlineData("abc")]
    [InlineData("-2GB")]
    public void Amounts_of_memory_are_checked(string size)
    {
        var outcome = Tool.Run("group", "C2", "--max-memory", size);
        Assert.Equal(size == "1" ? 0 : 2, outcome.ExitCode);
    }
}
