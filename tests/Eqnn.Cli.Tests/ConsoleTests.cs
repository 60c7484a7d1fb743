using System.Globalization;
using System.Text.RegularExpressions;

namespace Eqnn.Cli.Tests;

/// <summary>The same answer wherever it goes: terminal, pipe, file, foreign culture.</summary>
public sealed partial class ConsoleTests : IDisposable
{
    private static readonly string[] Question = ["characters", "A5"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eqnn-test-");

    [Fact]
    public void A_terminal_adds_colour_and_nothing_else()
    {
        var plain = Tool.Run(Question);
        var coloured = Tool.Run(Question, default, outputTerminal: true, width: 200);
        Assert.DoesNotContain('\u001b', plain.Output);
        Assert.Contains('\u001b', coloured.Output);
        Assert.Equal(plain.Output, Escapes().Replace(coloured.Output, ""));
    }

    [Fact]
    public void No_color_is_honoured() => Assert.Equal(Tool.Run(Question), Tool.Run(Question, default, outputTerminal: true, noColour: true, width: 200));

    [Fact]
    public void A_narrow_terminal_splits_tables_at_columns()
    {
        var narrow = Tool.Run(Question, default, outputTerminal: true, noColour: true, width: 30).Output;
        Assert.All(narrow.Split('\n')[1..16], line => Assert.True(line.Length <= 30, line));
        Assert.Contains("class  1a  2a  3a        5a\n", narrow, StringComparison.Ordinal);
        Assert.Contains("class        5b\n", narrow, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_never_coloured() =>
        Assert.Equal(Tool.Run([.. Question, "--format", "json"]), Tool.Run([.. Question, "--format", "json"], default, outputTerminal: true));

    [Fact]
    public void A_foreign_culture_changes_nothing()
    {
        string[] question = ["maps", "C5", "L1", "L2", "--numbers", "decimals:8"];
        var before = CultureInfo.CurrentCulture;
        var expected = Tool.Run(question);
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NegativeSign = "minus";
        foreign.NumberFormat.NumberGroupSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = foreign;
            Assert.Equal(expected, Tool.Run(question));
            Assert.Equal(0, Tool.Run("groups", "--timeout", "12.5").ExitCode);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_file_gets_the_bytes_of_the_pipe_and_stdout_nothing()
    {
        var path = Path.Combine(_folder.FullName, "answer.txt");
        var outcome = Tool.Run([.. Question, "--out", path], default, outputTerminal: true);
        Assert.Equal(new Outcome(0, "", ""), outcome);
        Assert.Equal(Tool.Run(Question).Output, File.ReadAllText(path));
        Assert.Single(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void An_error_leaves_the_old_file_alone()
    {
        var path = Path.Combine(_folder.FullName, "answer.txt");
        File.WriteAllText(path, "old");
        var outcome = Tool.Run("characters", "C0", "--out", path);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void An_interrupt_writes_nothing_and_says_130()
    {
        var path = Path.Combine(_folder.FullName, "answer.txt");
        Assert.Equal(new Outcome(130, "", "eqnn: cancelled\n"), Tool.Run([.. Question, "--out", path], new CancellationToken(canceled: true)));
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_timeout_says_3_and_how_to_raise_it()
    {
        var outcome = Tool.Run("characters", "S30", "--timeout", "1ms");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.StartsWith("eqnn: time limit reached after 0.001 s; to raise it: --timeout ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_are_one_line_for_any_bytes_typed()
    {
        string[][] questions = [["\u0000\u001b[31m"], ["maps", "C8\nC9"], ["maps", "C8", "L1\r\nL3", "L2"], ["group", new string('(', 10_000)], ["group", "perm:" + new string('9', 5_000)], ["maps", "C8", "--on", "\t"], ["group", "ℤ/8"]];
        foreach (var question in questions)
        {
            var outcome = Tool.Run(question);
            Assert.Equal(2, outcome.ExitCode);
            Assert.Equal("", outcome.Output);
            Assert.Matches(@"\Aeqnn: [^\p{C}]{1,400}\n\z", outcome.Error);
        }
    }

    [Fact]
    public void Progress_is_only_for_terminals()
    {
        Assert.Equal("", Tool.Run(Question, default, errorTerminal: false).Error);
        Assert.Equal("", Tool.Run([.. Question, "--quiet"], default, errorTerminal: true).Error);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escapes();
}
