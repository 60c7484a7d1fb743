using System.Diagnostics;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests;

/// <summary>A build that is killed, as a power cut would end it, and started again.</summary>
public sealed class CatalogProcessTests
{
    private static readonly string[] List = ["--groups", "cyclic:1..24", "--figures", "8"];

    [Fact]
    public async Task A_build_that_is_killed_again_and_again_ends_with_the_bytes_of_an_undisturbed_one()
    {
        var root = Directory.CreateTempSubdirectory("eqnn-kill-");
        try
        {
            var (calm, killed) = (Path.Combine(root.FullName, "calm"), Path.Combine(root.FullName, "killed"));
            using (var process = Start(calm))
            {
                await process.WaitForExitAsync();
                Assert.Equal(0, process.ExitCode);
            }

            // Killed each time a few more documents are there, in the middle of the next ones: the moment does not matter.
            var (kills, before) = (0, 0);
            while (kills < 12)
            {
                using var process = Start(killed);
                while (!process.HasExited && Documents(killed) < before + 2)
                {
                    await Task.Delay(1);
                }

                if (process.HasExited)
                {
                    break;
                }

                process.Kill();
                await process.WaitForExitAsync();
                kills++;
                before = Documents(killed);

                // Nothing that was finished is lost, and nothing torn passes: what is there is what will be there.
                var (expected, found) = (Contents(calm), Contents(killed));
                Assert.All(found.Where(file => !Path.GetFileName(file.Key).StartsWith('.')), file => Assert.Equal(expected[file.Key], file.Value));
            }

            Assert.InRange(kills, 3, 12);
            using (var last = Start(killed))
            {
                await last.WaitForExitAsync();
                Assert.Equal(0, last.ExitCode);
            }

            Assert.Equal(Contents(calm), Contents(killed));
            var verified = Tool.Run("catalog", "verify", killed);
            Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static int Documents(string folder) => Directory.Exists(Path.Combine(folder, "cyclic")) ? Directory.EnumerateFiles(Path.Combine(folder, "cyclic"), "C*.json").Count() : 0;

    private static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText), StringComparer.Ordinal);

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Oracles.Repository() };
        foreach (var word in new[] { typeof(EqnnCommandLine).Assembly.Location, "catalog", "build", "--out", folder, "--quiet" }.Concat(List))
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }
}
