using System.Text.RegularExpressions;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>Scripts of pages are written with short names, but for what might be a name of the browser's window: the list of those is what Chromium says of all words in the modules. EQNN_UPDATE_GOLDEN=1 writes it anew.</summary>
public sealed partial class WindowNamesTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Every_word_of_the_modules_that_a_window_has_is_listed()
    {
        var folder = Path.Combine(Oracles.Repository(), "src", "Eqnn.Drawing", "Explorer");
        var words = Directory.GetFiles(Path.Combine(folder, "js"), "*.js").SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct().ToArray();
        var blank = await browser.Blank();
        var known = await blank.EvaluateAsync<string[]>("(words) => words.filter((word) => word in window)", words);
        await blank.CloseAsync();
        var file = Path.Combine(folder, "window-names.txt");
        if (Environment.GetEnvironmentVariable("EQNN_UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(file, string.Concat(known.Order(StringComparer.Ordinal).Select(name => name + "\n")));
        }

        Assert.Empty(known.Except(await File.ReadAllLinesAsync(file)));
    }

    [GeneratedRegex(@"[A-Za-z_$][\w$]*")]
    private static partial Regex Word();
}
