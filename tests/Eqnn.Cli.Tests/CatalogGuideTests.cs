using System.Diagnostics;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests;

/// <summary>The programs of docs/catalog.md in other languages print what stands below them.</summary>
public sealed class CatalogGuideTests
{
    private const string Fence = "```";

    [InterpreterTheory("python3")]
    [MemberData(nameof(Programs), "python")]
    public Task A_program_in_Python_prints_what_is_shown(string program, string output) => Prints("python3", "-", program, output);

    [InterpreterTheory("node")]
    [MemberData(nameof(Programs), "javascript")]
    public Task A_program_in_JavaScript_prints_what_is_shown(string program, string output) => Prints("node", "-", program, output);

    /// <summary>Each block of a language, with the text block that follows it.</summary>
    public static TheoryData<string, string> Programs(string language)
    {
        var lines = File.ReadAllLines(Path.Combine(Oracles.Repository(), "docs", "catalog.md"));
        var data = new TheoryData<string, string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == Fence + language)
            {
                var end = Array.IndexOf(lines, Fence, i + 1);
                var shown = Array.IndexOf(lines, Fence + "text", end);
                data.Add(string.Join('\n', lines[(i + 1)..end]) + "\n", string.Join('\n', lines[(shown + 1)..Array.IndexOf(lines, Fence, shown + 1)]) + "\n");
            }
        }

        return data;
    }

    private static async Task Prints(string interpreter, string argument, string program, string output)
    {
        var start = new ProcessStartInfo(interpreter, [argument]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Oracles.Repository() };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(program);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        Assert.Equal(output, (await process.StandardOutput.ReadToEndAsync()).ReplaceLineEndings("\n"));
        Assert.Equal("", await error);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
