using System.Text.RegularExpressions;
using Eqnn.Testing;

namespace Eqnn.Networks.Tests;

/// <summary>The table of docs/networks.md that says which test checks what names tests that exist.</summary>
public sealed partial class PromisesTests
{
    [Fact]
    public void The_tests_that_the_table_names_exist()
    {
        var text = File.ReadAllText(Path.Combine(Oracles.Repository(), "docs/networks.md"));
        var rows = text[text.IndexOf("<a id=\"checked\"></a>", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        Assert.True(rows.Count > 20);
        var named = 0;
        foreach (var row in rows)
        {
            var content = "";
            foreach (Match word in Word().Matches(row))
            {
                if (word.Groups["file"] is { Success: true } file)
                {
                    var path = Path.Combine(Oracles.Repository(), word.Groups["cli"].Success ? "tests/Eqnn.Cli.Tests" : "tests/Eqnn.Networks.Tests", file.Value);
                    Assert.True(File.Exists(path), $"{path}: {row}");
                    content = File.ReadAllText(path);
                }
                else
                {
                    Assert.True(content.Contains($"public void {word.Groups["test"].Value}(", StringComparison.Ordinal), $"{word.Groups["test"].Value}: {row}");
                    named++;
                }
            }
        }

        Assert.True(named > 30);
    }

    [GeneratedRegex("(?<cli>cli )?`(?<file>[A-Za-z/.]+[.]cs)`|`(?<test>[A-Z][A-Za-z]*(_[A-Za-z0-9]+)+)`")]
    private static partial Regex Word();
}
