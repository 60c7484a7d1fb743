using Microsoft.Playwright;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>Text of users (names of files, fragments, what is typed) stays text on a page, whatever stands in it.</summary>
public sealed class ExplorerTextTests(Browser browser) : IClassFixture<Browser>
{
    private const string Hostile = "<img src=x onerror=document.title=1>\"'&<!--\u202e\u2028";

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Names_of_files_and_parts_of_links_are_never_markup()
    {
        var folder = Directory.CreateTempSubdirectory("eqnn-explorer").FullName;
        var (group, file) = (Path.Combine(folder, Hostile + ".json"), Path.Combine(folder, "page.html"));
        await File.WriteAllTextAsync(group, """{"degree": 3, "generators": ["(1,2,3)", "(1,2)"]}""");
        var outcome = Tool.Run("explore", "@" + group, "--out", file, "--quiet");
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        var text = await File.ReadAllTextAsync(file);
        Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u2028", text[text.IndexOf("<script", StringComparison.Ordinal)..], StringComparison.Ordinal);

        var page = await browser.Open(file, "#v=1&f=" + Uri.EscapeDataString(Hostile) + "&x=" + Uri.EscapeDataString("<b>x</b>") + "&" + Uri.EscapeDataString("<i>") + "=1");
        Assert.Contains("<img src=x", await page.Page.TextContentAsync("h1"), StringComparison.Ordinal);
        await page.Page.FillAsync("[data-testid=activation]", Hostile);
        await page.Page.Keyboard.PressAsync("Tab");
        Assert.Contains("<img", await page.Page.TextContentAsync("[data-testid=message]"), StringComparison.Ordinal);
        foreach (var tab in new[] { "chars", "normal", "gsets", "maps", "cite" })
        {
            await page.Page.ClickAsync($"[data-testid=tab-{tab}]");
        }

        await page.Page.ClickAsync("[data-testid=pin]");
        Assert.Equal(0, await page.Page.Locator("img,b b,i").CountAsync());
        Assert.DoesNotMatch("^1$", await page.Page.TitleAsync());
        foreach (var format in new[] { "svg", "markdown" })
        {
            Assert.DoesNotContain("<img", await page.Page.EvaluateAsync<string>("(f) => eqnn.picture('L2', f)", format), StringComparison.Ordinal);
        }

        Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
        Assert.Empty(page.Trouble);
        Assert.Single(page.Requests);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Names_of_files_of_G_sets_are_text_wherever_they_stand()
    {
        // Markup, quotes of all kinds, a change of direction.
        const string Name = "@<script>document.title=1<!--\"'`$&\u202e\u2067.json";
        var folder = Directory.CreateTempSubdirectory("eqnn-explorer").FullName;
        var (set, file) = (Path.Combine(folder, Name[1..]), Path.Combine(folder, "page.html"));
        await File.WriteAllTextAsync(set, """{"size": 3, "generators": [[2, 3, 1], [2, 1, 3]]}""");
        var outcome = Tool.Run("explore", "S3", "--on", "@" + set, "--out", file, "--quiet");
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(await File.ReadAllTextAsync(file), "<script"));
        foreach (var width in new[] { 360, 1280 })
        {
            var page = await browser.Open(file, "", width);
            Assert.Equal(Name, await page.Page.EvaluateAsync<string>("eqnn.state().x"));
            Assert.Contains(Name, await page.Page.TextContentAsync("[data-testid=gset]"), StringComparison.Ordinal);
            await page.Page.EvaluateAsync("eqnn.set({ h: [{ label: 'L2', points: [['1', '1/2']] }], t: 2 })");
            await page.Page.ClickAsync("[data-testid=pin]");
            Assert.Contains(Name, await page.Page.TextContentAsync("[data-testid=pin-1] h2"), StringComparison.Ordinal);
            foreach (var tab in new[] { "maps", "chars", "normal", "gsets", "terms", "cite" })
            {
                await page.Page.ClickAsync($"[data-testid=tab-{tab}]");
                await page.Page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
                Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            }

            Assert.Equal(2, await page.Page.Locator("script").CountAsync());
            Assert.StartsWith("S3", await page.Page.TitleAsync(), StringComparison.Ordinal);

            // A text that goes on behind the name runs in its own direction: each element that holds a name is closed in itself.
            Assert.Equal("isolate", await page.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('[data-testid=pin-1] h2')).unicodeBidi"));

            // The link holds the name, and the numbers are those of the tool on the file.
            var link = await page.Page.EvaluateAsync<string>("eqnn.permalink()");
            await page.Page.EvaluateAsync("(link) => eqnn.set(link)", link);
            Assert.True(await page.Page.EvaluateAsync<bool>("document.getElementById('message').hidden"), link);
            var image = Newtonsoft.Json.Linq.JObject.Parse(await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.image('L2', ['1', '1/2']))"));
            foreach (var target in ExplorerFiles.Json("apply", "S3", "L2", "--on", "@" + set, "--vector=1,1/2")["targets"]!)
            {
                Assert.True(Newtonsoft.Json.Linq.JToken.DeepEquals(target["exact"], image["targets"]![(string)target["label"]!]!["exact"]), $"{target}");
            }

            Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
            Assert.Empty(page.Trouble);
            Assert.Single(page.Requests);
            await page.Page.CloseAsync();
        }
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task The_policy_and_the_list_of_arrows_hold_without_script_too()
    {
        var file = ExplorerFiles.Write("S3");
        var page = await browser.Open(file);

        // What a screen reader is told of the graph is what the graph shows.
        Assert.Equal(
            await page.Page.EvaluateAsync<string[]>("eqnn.graph().edges.map((e) => e.join(' to '))"),
            await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-testid=graph] ul.hidden li')].map((n) => n.textContent)"));
        Assert.Equal("en", await page.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal(1, await page.Page.Locator("main").CountAsync());
        Assert.Equal(1, await page.Page.Locator("h1").CountAsync());
        Assert.Empty(page.Trouble);

        // Without a script there are the simples and the graph.
        var text = await File.ReadAllTextAsync(file);
        var still = text[text.IndexOf("<main id=\"static\">", StringComparison.Ordinal)..text.IndexOf("</main>", StringComparison.Ordinal)];
        Assert.Contains("<noscript>", still, StringComparison.Ordinal);
        Assert.Equal(3 + 1, System.Text.RegularExpressions.Regex.Count(still, "<tr>"));
        Assert.Contains("<svg", still, StringComparison.Ordinal);
        await page.Page.CloseAsync();
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task A_finger_moves_a_hand_and_reduced_motion_is_kept()
    {
        var page = await browser.Open(ExplorerFiles.Write("D4", "points"), "#v=1", 360, ColorScheme.Light);
        await page.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var before = await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state().h)");
        await page.Page.EvaluateAsync(
            """
            (() => {
              const label = eqnn.state().h[0].label;
              const picture = document.querySelector(`[data-testid=picture-${label}]`);
              const { x, y } = eqnn.pixel(label, 'a');
              picture.setPointerCapture = () => {};
              const send = (type, dx, dy) => picture.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', pointerId: 7, button: 0, clientX: x + dx, clientY: y + dy, bubbles: true }));
              send('pointerdown', 0, 0);
              send('pointermove', -20, 10);
              send('pointerup', -20, 10);
              return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            })()
            """);
        Assert.NotEqual(before, await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state().h)"));

        // An element acts at once, without a film.
        await page.Page.EvaluateAsync("eqnn.set({ tab: 'chars' })");
        var here = await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state().h)");
        await page.Page.ClickAsync("[data-testid=act-2]");
        Assert.False(await page.Page.EvaluateAsync<bool>("eqnn.acting()"));
        Assert.NotEqual(here, await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state().h)"));
        Assert.Empty(page.Trouble);
        await page.Page.CloseAsync();
    }
}
