using System.Diagnostics;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests;

/// <summary>A few runs as a process of its own: what a shell sees.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task A_process_prints_what_the_same_run_prints_here()
    {
        string[] question = ["maps", "C8", "L1", "L2"];
        Assert.Equal(Tool.Run(question), await RunAsync(question));
        Assert.Equal(Tool.Run([.. question, "--format", "json"]), await RunAsync([.. question, "--format", "json"]));
    }

    [Fact]
    public async Task A_process_returns_the_exit_code_and_one_line()
    {
        Assert.Equal(Tool.Run("group", "C0"), await RunAsync("group", "C0"));
        Assert.Equal(2, (await RunAsync("nonsense")).ExitCode);
    }

    /// <summary>Start-up counts: colours and JSON stay on the disk until they are asked for, so a copy of the tool without them answers.</summary>
    [Fact]
    public async Task A_query_in_text_needs_no_library_for_colours_or_json()
    {
        var folder = Directory.CreateTempSubdirectory("eqnn-test-");
        try
        {
            var home = Path.GetDirectoryName(Assembly)!;
            foreach (var file in Directory.GetFiles(home, "Eqnn.*.dll").Append(Path.Combine(home, "System.CommandLine.dll")).Append(Assembly).Append(Path.ChangeExtension(Assembly, "runtimeconfig.json")))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            var tool = Path.Combine(folder.FullName, Path.GetFileName(Assembly));
            string[] question = ["maps", "C8", "L1", "L2"];
            Assert.Equal(Tool.Run(question), await RunAsync(question, tool));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Assembly => typeof(EqnnCommandLine).Assembly.Location;

    private static Task<Outcome> RunAsync(params string[] args) => RunAsync(args, Assembly);

    private static async Task<Outcome> RunAsync(string[] args, string tool)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Oracles.Repository(),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(tool);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        return new Outcome(process.ExitCode, await output, await error);
    }
}
