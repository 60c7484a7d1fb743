using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests;

/// <summary>Numbers of groups at the command line.</summary>
public sealed class IdentifyTests
{
    [Theory]
    [InlineData("{\"degree\": 4, \"generators\": [[2, 3, 4, 1], \"(1,3)\"], \"note\": \"the square\"}", "[8,3]")]
    [InlineData("{\"matrices\": [[[0, -1], [1, 0]], [[1, 0], [0, -1]]]}", "[8,3]")]
    [InlineData("[[[0, -1], [1, \"-1\"]]]", "[3,1]")]
    [InlineData("{\"matrices\": [[[\"E(3)\"]]]}", "[3,1]")]
    public void In_a_file_the_fields_decide(string text, string id)
    {
        var json = Json(text);
        Assert.Equal(id, json["id"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(json["isomorphism"]!["generators"]!.Count(), json["isomorphism"]!["images"]!.Count());
    }

    [Fact]
    public void A_representation_is_decomposed()
    {
        // The cube: rotations and a reflection, with a fixed vector beside it.
        var json = Json("{\"matrices\": [[[0,0,1,0],[1,0,0,0],[0,1,0,0],[0,0,0,1]], [[-1,0,0,0],[0,1,0,0],[0,0,1,0],[0,0,0,1]], [[0,1,0,0],[1,0,0,0],[0,0,1,0],[0,0,0,1]]]}");
        Assert.Equal("[48,48]", json["id"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(["L0", "3"], json["representation"]!["simples"]!.Select(part => (string)part["label"]! == "L0" ? "L0" : (string)part["dimension"]!));
    }

    [Fact]
    public void The_number_of_a_group_is_in_its_document()
    {
        Assert.Equal([24, 12], JObject.Parse(Tool.Run("group", "S4", "--format", "json").Output)["id"]!.Values<int>());
        Assert.Equal(JTokenType.Null, JObject.Parse(Tool.Run("group", "C128", "--format", "json").Output)["id"]!.Type);
    }

    [Theory]
    [InlineData("{\"matrices\": [[[1, 1], [0, 1]]], \"generators\": []}", 2, "which are meant")]
    [InlineData("{\"matrix\": []}", 2, "neither generators nor matrices")]
    [InlineData("{\"matrices\": []}", 2, "did you mean {\"matrices\"")]
    [InlineData("{\"matrices\": [[[1, 0], [0, 0]]]}", 2, "matrix 1 is singular")]
    [InlineData("{\"matrices\": [[[1, 0], [0]]]}", 2, "matrix 1 is not a list of rows of a square matrix")]
    [InlineData("{\"matrices\": [[[1, 0], [0, 1]], [[1]]]}", 2, "matrix 2 is 1 x 1")]
    [InlineData("{\"matrices\": [[[\"x\"]]]}", 2, "'x'")]
    [InlineData("{\"matrices\": ", 2, "not JSON")]
    public void What_is_no_group_is_one_line(string text, int code, string problem)
    {
        var outcome = With(text);
        Assert.Equal((code, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(problem, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void An_infinite_group_is_an_answer()
    {
        var outcome = With("{\"matrices\": [[[1, 1], [0, 1]]]}", "--format", "json");
        Assert.Equal(0, outcome.ExitCode);
        Assert.False((bool)JObject.Parse(outcome.Output)["finite"]!);
    }

    [Fact]
    public void Lists_of_groups_agree_with_what_is_asked()
    {
        var groups = JObject.Parse(Tool.Run("groups", "--order", "1..31", "--abelian", "no", "--type", "h", "--format", "json").Output)["groups"]!;
        Assert.All(groups, group => Assert.NotEmpty(group["realH"]!));
        Assert.Equal([8, 4], groups[0]!["id"]!.Values<int>());
        Assert.Equal(15, JObject.Parse(Tool.Run("groups", "--order", "24", "--format", "json").Output)["groups"]!.Count());
        Assert.Equal((2, 3, 2, 2), (Tool.Run("groups", "--order", "x").ExitCode, Tool.Run("groups", "--order", "128").ExitCode, Tool.Run("groups", "--type", "H").ExitCode, Tool.Run("groups", "--order", "8", "--abelian", "maybe").ExitCode));
    }

    private static JObject Json(string text)
    {
        var outcome = With(text, "--format", "json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return JObject.Parse(outcome.Output);
    }

    private static Outcome With(string text, params string[] options)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            return Tool.Run(["identify", "@" + file, .. options]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
