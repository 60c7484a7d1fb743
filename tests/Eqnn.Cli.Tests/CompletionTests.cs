using System.Diagnostics;
using Eqnn.Cli.Commands;
using Eqnn.Cli.Commands.About;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Cli.Tests;

/// <summary>The completions of shells: whole, safe to read in, and in bash tried.</summary>
public sealed class CompletionTests
{
    public static TheoryData<string> Shells => [.. CompletionTable.Shells];

    [Theory]
    [MemberData(nameof(Shells))]
    public void Scripts_know_every_command_option_and_activation(string shell)
    {
        var script = Tool.RunLine($"eqnn completions {shell}").Output;
        foreach (var command in CommandList.All)
        {
            Assert.Contains(command.Name, script, StringComparison.Ordinal);
            Assert.All(command.Name.Split(' '), word => Assert.Contains(word, script, StringComparison.Ordinal));
            Assert.All(command.Options.Concat(CommonOptions.OfEveryCommand), option => Assert.Contains(shell == "fish" ? $" -l {option.Name[2..]} " : option.Name, script, StringComparison.Ordinal));
        }

        Assert.All(Activation.Known, activation => Assert.Contains(activation.Name, script, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_and_family_is_a_place_and_every_word_is_safe_in_every_shell()
    {
        var places = CompletionTable.Places();
        Assert.Equal(CommandList.All.Select(command => command.Name).Concat(CompletionTable.Families).Append("").Order(StringComparer.Ordinal), places.Select(place => place.Path).Order(StringComparer.Ordinal));
        Assert.All(places.SelectMany(place => place.Words.Select(word => word.Word).Concat(place.Options.SelectMany(option => option.Names.Concat(option.Values)))), word => Assert.Matches("^[A-Za-z0-9-]+$", word));
        Assert.All(places.SelectMany(place => place.Options), option => Assert.All(option.Names, name => Assert.Matches("^(-[a-z]|--[a-z-]+)$", name)));
    }

    [Fact]
    public void Listed_values_are_understood()
    {
        foreach (var (place, option) in CompletionTable.Places().SelectMany(place => place.Options.Select(option => (place, option))))
        {
            if (option.Names.Contains("--activation"))
            {
                Assert.All(option.Values, name => Assert.Equal(name, Activation.Parse(name).Name));
            }
            else if (option.Names.Contains("--format"))
            {
                Assert.Equal(CommandList.All.Single(command => command.Name == place.Path).Formats.Select(Query.NameOf), option.Values);
            }
            else if (option.Names.Contains("--numbers"))
            {
                Assert.All(option.Values, notation => Assert.NotNull(NumberNotation.Parse(notation)));
            }
        }

        Assert.All(CiteCommand.Styles, style => Assert.Equal(0, Tool.RunLine($"eqnn cite --style {style}").ExitCode));
        Assert.Equal(0, Tool.RunLine("eqnn decompose S4 --on trivial").ExitCode);
    }

    /// <summary>The words before the cursor, the word at it, and what the script of bash offers.</summary>
    [Theory]
    [InlineData("", "ma", "maps")]
    [InlineData("", "--", "--help --version")]
    [InlineData("network", "e", "eval explain export")]
    [InlineData("maps", "--act", "--activation")]
    [InlineData("maps C8 --format", "", "text json markdown latex")]
    [InlineData("maps C8 -f", "j", "json")]
    [InlineData("interact C8 -a", "leaky", "leaky-relu")]
    [InlineData("network eval", "--prec", "--precision")]
    [InlineData("help", "norm", "normal-subgroups")]
    [InlineData("completions", "", "bash zsh fish powershell")]
    [InlineData("cite --style", "", "bibtex cff")]
    [InlineData("maps", "zz", "")]
    public void Bash_completes(string before, string current, string offered)
    {
        string[] words = ["eqnn", .. before.Split(' ', StringSplitOptions.RemoveEmptyEntries), current];
        var start = new ProcessStartInfo("bash", ["--norc", "-s", .. words]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var bash = Process.Start(start)!;
        bash.StandardInput.Write(CompletionScripts.Of("bash") + "COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _eqnn; echo \"${COMPREPLY[*]}\"\n");
        bash.StandardInput.Close();
        var output = bash.StandardOutput.ReadToEnd();
        Assert.Equal("", bash.StandardError.ReadToEnd());
        bash.WaitForExit();
        Assert.Equal(offered + "\n", output);
    }

    [Fact]
    public void Other_shells_are_refused_with_the_list() =>
        Assert.Equal(new Outcome(2, "", "eqnn: completions: 'tcsh' is not a shell with a script; use bash, zsh, fish, powershell\n"), Tool.RunLine("eqnn completions tcsh"));
}
