using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>What a page gives away (texts, pictures, citations, commands), how it is used without a mouse, on a telephone and by a screen reader, and its policy.</summary>
public sealed class ExplorerUseTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Numbers_pictures_tables_and_citations_can_be_copied_and_commands_run()
    {
        var page = await browser.Open(ExplorerFiles.Write("C8"), "#v=1&h=L1.p.1,2&q=L1>L2&t=2&tab=maps");
        var state = page.Page;
        ExplorerFiles.Runs((await state.TextContentAsync("[data-testid=depth-command]"))!);
        ExplorerFiles.Runs((await state.TextContentAsync("[data-testid=pair-command]"))!);
        ExplorerFiles.Runs((await state.TextContentAsync("[data-testid=maps-command]"))!);
        ExplorerFiles.Runs(await state.EvaluateAsync<string>("eqnn.answer('command')"));

        // The answer in four formats says what eqnn apply says.
        var applied = ExplorerFiles.Json("apply", "C8", "L1", "--vector=1,2");
        var json = JObject.Parse(await state.EvaluateAsync<string>("eqnn.answer('json')"));
        foreach (var target in applied["targets"]!)
        {
            Assert.True(JToken.DeepEquals(target["exact"], json["targets"]![(string)target["label"]!]));
        }

        Assert.Contains("L2 := [ [ 1/4, 1/2 ] ]", await state.EvaluateAsync<string>("eqnn.answer('gap')"), StringComparison.Ordinal);
        Assert.Contains("P_{L_{2}}\\, f(v) &= \\left(\\frac{1}{4},\\; \\frac{1}{2}\\right)", await state.EvaluateAsync<string>("eqnn.answer('latex')"), StringComparison.Ordinal);
        Assert.Contains("| L2 | (1/4, 1/2) |", await state.EvaluateAsync<string>("eqnn.answer('markdown')"), StringComparison.Ordinal);

        // A number opens, by the keyboard too, and closes by Escape.
        await state.ClickAsync("[data-testid=pin]");
        await state.EvaluateAsync("document.querySelector('[data-testid=pin-1] button.number').focus()");
        await state.Keyboard.PressAsync("Enter");
        Assert.Equal(await state.TextContentAsync("[data-testid=pin-1] button.number"), await state.TextContentAsync("[data-testid=form-radicals]"));
        Assert.Contains("E(8)", await state.TextContentAsync("[data-testid=form-GAP]"), StringComparison.Ordinal);
        Assert.Contains("\\sqrt", await state.TextContentAsync("[data-testid=form-LaTeX]"), StringComparison.Ordinal);
        await state.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await state.Locator("[data-testid=forms]").CountAsync());

        // Pictures: as many dots and curves as on the page, in a document that stands alone.
        var svg = await state.EvaluateAsync<string>("eqnn.picture('L1', 'svg')");
        Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName);
        Assert.DoesNotContain("var(", svg, StringComparison.Ordinal);
        var tikz = await state.EvaluateAsync<string>("eqnn.picture('L1', 'tikz')");
        Assert.Equal(Regex.Count(svg, "<(path|circle)"), Regex.Count(tikz, @"\\path\["));
        Assert.StartsWith("![", await state.EvaluateAsync<string>("eqnn.picture('L1', 'markdown')"), StringComparison.Ordinal);

        // The menu of a picture copies; where the clipboard is refused a text box holds the text.
        await state.SelectOptionAsync("[data-testid=copy-picture-L1]", "tikz");
        await state.ClickAsync("[data-testid=tab-cite]");
        var cff = (await state.TextContentAsync("[data-testid=cff]"))!;
        Assert.StartsWith("cff-version: 1.2.0\n", cff, StringComparison.Ordinal);
        Assert.Contains((await state.TextContentAsync("[data-testid=hash]"))!, cff, StringComparison.Ordinal);
        Assert.Contains((await state.TextContentAsync("[data-testid=hash]"))!, await state.TextContentAsync("[data-testid=bibtex]"), StringComparison.Ordinal);
        await state.ClickAsync("[data-testid=tab-chars]");
        Assert.Equal(4, await state.Locator("[data-testid^=table-]").CountAsync());
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Without_a_mouse_and_for_screen_readers()
    {
        var page = await browser.Open(ExplorerFiles.Write("Q8"));
        await page.Page.FocusAsync("[data-testid=tab-maps]");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("chars", await page.Page.EvaluateAsync<string>("eqnn.state().tab"));
        await page.Page.EvaluateAsync("eqnn.set({ h: [{ label: 'L4', points: [['1', '0', '0', '0']] }] })");
        await page.Page.FocusAsync("[data-testid=picture-L4]");
        await page.Page.Keyboard.PressAsync(".");
        await page.Page.Keyboard.PressAsync("PageUp");
        Assert.Equal("1,0,0,1/16", await page.Page.EvaluateAsync<string>("eqnn.state().h[0].points[0].join()"));
        await page.Page.Keyboard.PressAsync("y");
        Assert.Contains("y", await page.Page.EvaluateAsync<string>("eqnn.state().o"), StringComparison.Ordinal);
        await page.Page.Keyboard.PressAsync("p");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.activeElement.closest('[data-testid=pair]') !== null"));

        // Every picture has a text, every control a name.
        foreach (var tab in new[] { "maps", "chars", "normal", "gsets", "terms", "cite" })
        {
            await page.Page.ClickAsync($"[data-testid=tab-{tab}]");
            await page.Page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
            Assert.Empty(await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('svg[role=img],canvas')].filter((n) => n.style.display !== 'none' && !(n.getAttribute('aria-label') || n.querySelector('title')?.textContent)).map((n) => n.outerHTML.slice(0, 120))"));
            Assert.Empty(await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('button,input,select')].filter((n) => !(n.getAttribute('aria-label') || n.textContent.trim() || n.closest('label'))).map((n) => n.outerHTML.slice(0, 120))"));
        }

        await page.Until("document.getElementById('live').textContent.startsWith('a at (1, 0, 0, 1/16) in L4.')");
        var tree = await page.Page.Locator("body").AriaSnapshotAsync();
        foreach (var part in new[] { "banner", "main", "tablist", "tabpanel", "toolbar \"G-set, activation, hand\"", "hand a in L4" })
        {
            Assert.Contains(part, tree, StringComparison.Ordinal);
        }

        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task At_360_pixels_tabs_at_the_bottom_lead_to_every_part()
    {
        var page = await browser.Open(ExplorerFiles.Write("D6", "points"), "", 360, ColorScheme.Dark);
        foreach (var (tab, part) in new[] { ("graph", "#graph"), ("pair", "#pair"), ("group", "#more"), ("cite", "#more"), ("pictures", "#cards") })
        {
            var box = (await page.Page.Locator($"[data-testid=bottom-{tab}]").BoundingBoxAsync())!;
            Assert.True(box.Height >= 44 && box.Width >= 44 && box.Y + box.Height <= 781);
            await page.Page.ClickAsync($"[data-testid=bottom-{tab}]");
            Assert.True(await page.Page.EvaluateAsync<bool>("(id) => { const box = document.querySelector(id).getBoundingClientRect(); return box.top >= -2 && box.top < innerHeight; }", part));
        }

        Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await Quiet(page);
        var wide = await browser.Open(ExplorerFiles.Write("C2"));
        Assert.False(await wide.Page.IsVisibleAsync("[data-testid=bottom-graph]"));
        await Quiet(wide);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task The_policy_allows_the_page_itself_and_nothing_else()
    {
        var file = ExplorerFiles.Write("C3");
        var text = File.ReadAllText(file);
        var policy = Regex.Match(text, "Content-Security-Policy\" content=\"([^\"]+)\"").Groups[1].Value;
        var (script, style) = (Regex.Match(text, "<script type=\"module\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value, Regex.Match(text, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value);
        Assert.Equal($"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'", policy);
        Assert.DoesNotMatch("<[^>]+ style=", text[..text.IndexOf("<script type=\"application/json\"", StringComparison.Ordinal)]);
        Assert.DoesNotMatch("<[^>]+ on[a-z]+=", text[..text.IndexOf("<script type=\"application/json\"", StringComparison.Ordinal)]);
        var page = await browser.Open(file);
        Assert.Empty(page.Trouble);
        Assert.Equal("refused", await page.Page.EvaluateAsync<string>("fetch('https://example.org/').then(() => 'allowed', () => 'refused')"));
        Assert.Equal("refused", await page.Page.EvaluateAsync<string>("(() => { try { document.body.innerHTML = '<b>x</b>'; return 'allowed'; } catch { return 'refused'; } })()"));
        Assert.Equal("no", await page.Page.EvaluateAsync<string>("(() => { const s = document.createElement('style'); s.textContent = 'body{display:none}'; document.head.append(s); return getComputedStyle(document.body).display === 'none' ? 'yes' : 'no'; })()"));
        Assert.NotEmpty(page.Trouble); // What was tried here is complained of: the policy is awake.
        Assert.DoesNotContain(page.Requests, url => url.StartsWith("http", StringComparison.Ordinal) && !url.StartsWith("https://example.org/", StringComparison.Ordinal));
        await page.Page.CloseAsync();
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task Quiet(OpenPage page)
    {
        Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
        Assert.Empty(page.Trouble);
        Assert.Single(page.Requests);
        await page.Page.CloseAsync();
    }
}
