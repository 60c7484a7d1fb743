using System.Diagnostics;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Drawing.Tests.Explorer;

/// <summary>The pure functions of the explorer under node; skipped where node is not installed, unless EQNN_REQUIRE_INTERPRETERS names it.</summary>
public sealed class JavaScriptTests
{
    [NodeFact]
    public void The_pure_modules_pass_their_tests_under_node() => Passes(Path.Combine("tests", "Eqnn.Drawing.Tests", "Explorer", "explorer.test.mjs"));

    /// <summary>The tests in a file pass.</summary>
    internal static void Passes(string file)
    {
        using var node = Process.Start(new ProcessStartInfo("node") { ArgumentList = { "--test", file }, WorkingDirectory = Oracles.Repository(), RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEnd();
        Assert.True(node.WaitForExit(120_000));
        Assert.True(node.ExitCode == 0, output + error.Result);
    }
}

/// <summary>A test that needs node.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        var here = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "node")));
        if (!here && !(Environment.GetEnvironmentVariable("EQNN_REQUIRE_INTERPRETERS") ?? "").Split(' ').Contains("node"))
        {
            Skip = "no node here: install Debian's package nodejs";
        }
    }
}
