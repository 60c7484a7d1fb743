using System.Text.RegularExpressions;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests;

public sealed partial class CSharpTourTests
{
    [Fact]
    public void The_page_and_the_tests_are_the_same()
    {
        var page = File.ReadAllText(Path.Combine(Oracles.Repository(), "docs", "csharp.md"));
        var tests = File.ReadAllText(Path.Combine(Oracles.Repository(), "tests", "Eqnn.Cli.Tests", "CSharpTour.cs"));
        var blocks = Blocks().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.True(blocks.Count > 5);
        Assert.StartsWith(blocks[0], tests, StringComparison.Ordinal);
        Assert.EndsWith(Indented(blocks[1], 4) + "}\n", tests, StringComparison.Ordinal);
        Assert.Equal(blocks.Skip(2).Select(block => Indented(block, 8)), Bodies().Matches(tests).Select(match => match.Groups[1].Value));
    }

    private static string Indented(string block, int spaces) => string.Concat(block.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : new string(' ', spaces) + line + "\n"));

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^    public void \w+\(\)\n    \{\n(.*?)^    \}$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Bodies();
}
