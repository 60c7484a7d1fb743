using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests;

/// <summary>Inputs that ended with a crash: one line with file and field now, exit code 2 (tests/cases/forgeries).</summary>
public sealed class ForgedInputTests
{
    public static TheoryData<string> Commands => [.. Cases().Where(entry => entry["command"] is not null).Select(entry => (string)entry["file"]!)];

    public static TheoryData<string> Certificates => [.. Cases().Where(entry => entry["command"] is null).Select(entry => (string)entry["file"]!)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_crashed_is_refused_with_file_and_field(string file)
    {
        var command = (string)Cases().Single(entry => (string?)entry["file"] == file)["command"]!;
        Tool.StandAtRoot();
        var outcome = Tool.RunLine(command.Replace(file, "tests/cases/forgeries/" + file, StringComparison.Ordinal));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(file, outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains(file.Contains("terms", StringComparison.Ordinal) ? "layer 1, term 1" : file.Contains("arrangement", StringComparison.Ordinal) ? "field vectors[0]" : "generators", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Certificates))]
    public void A_certificate_is_answered_in_one_line_or_accepted(string file)
    {
        Tool.StandAtRoot();
        var entry = Cases().Single(entry => (string?)entry["file"] == file);
        var outcome = Tool.Run("verify", "tests/cases/forgeries/" + file);
        var isTrue = (string?)entry["kind"] == "control";
        Assert.Equal(isTrue ? 0 : 2, outcome.ExitCode);
        Assert.True(isTrue || outcome.Error.TrimEnd('\n').Split('\n').Length == 1, outcome.Error);
    }

    private static IEnumerable<JToken> Cases() => JArray.Parse(File.ReadAllText(Path.Combine(Testing.Oracles.Repository(), "tests", "cases", "forgeries", "cases.json")));
}
