using Eqnn.Cli.Hosting;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests;

/// <summary>Runs the tool in this process, as <c>Program</c> does, with everything it writes caught.</summary>
internal static class Tool
{
    static Tool()
    {
        // Transcripts name files from the root of the repository. Set once, to one value: tests run in parallel.
        Environment.CurrentDirectory = Oracles.Repository();
    }

    /// <summary>The root of the repository is the current folder from here on.</summary>
    public static void StandAtRoot()
    {
        // The static constructor has done it.
    }

    public static Outcome Run(params string[] args) => Run(args, default);

    public static Outcome Run(string[] args, CancellationToken interrupt, bool outputTerminal = false, bool errorTerminal = false, bool noColour = false, int width = 80)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new ConsoleHost { Output = output, Error = error, OutputIsTerminal = outputTerminal, ErrorIsTerminal = errorTerminal, NoColour = noColour, Width = width };
        var code = EqnnCommandLine.Run(args, host, interrupt);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a line as a shell would split it; it starts with <c>eqnn</c>.</summary>
    public static Outcome RunLine(string line) => RunWords(ShellWords.Split(line));

    /// <summary>Runs the words of a line, the first of them <c>eqnn</c>.</summary>
    public static Outcome RunWords(IReadOnlyList<string> words)
    {
        Assert.Equal("eqnn", words[0]);
        return Run([.. words.Skip(1)]);
    }
}

/// <summary>What a run left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>As a terminal shows it, the exit code named where it is not 0.</summary>
    public string Transcript => Output + Error + (ExitCode == 0 ? "" : $"[exit {ExitCode}]\n");
}
