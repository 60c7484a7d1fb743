namespace Eqnn.Cli.Tests.Explorer;

/// <summary>What is too large to show is refused by the name of the limit, with its value and the value needed, before a file is written.</summary>
public sealed class ExploreLimitTests
{
    [Theory]
    [InlineData("S6", "regular", "points of a G-set on an explorer page", "400", "720")]
    [InlineData("C2^9", "points", "simples of an explorer page", "400", "512")]
    [InlineData("C400", "regular", "numbers of an explorer page", "120000", "160000")]
    public void Too_large_pages_are_refused_by_name(string group, string on, string limit, string value, string needed)
    {
        var folder = Directory.CreateTempSubdirectory("eqnn-explorer");
        var file = Path.Combine(folder.FullName, "page.html");
        var outcome = Tool.Run("explore", group, "--on", on, "--out", file, "--quiet");
        Assert.Equal(3, outcome.ExitCode);
        foreach (var part in new[] { limit, value, needed })
        {
            Assert.Contains(part, outcome.Error, StringComparison.Ordinal);
        }

        Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(folder.GetFiles());
        folder.Delete();
    }
}
