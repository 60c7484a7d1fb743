using System.Globalization;
using Eqnn.PiecewiseLinear.Activations;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>Pages of <c>eqnn explore</c> in headless Chromium: they load alone, their numbers are those of the tool, and hands move them.</summary>
public sealed class ExplorerPageTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Activations = ["relu", "leaky-relu:1/3", "square", "relu-bias:-1/4"];

    private static readonly string[] Groups = ["C1", "C8", "D6", "Q8", "S4", "A5", "SL(2,3)", "C3:C4", "S5", "C10xC10"];

    private const int MaxBytes = 1_000_000;

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Ten_pages_load_alone_say_what_the_tool_says_follow_a_drag_in_each_simple_and_come_back_by_their_link()
    {
        foreach (var group in Groups)
        {
            var file = ExplorerFiles.Write(group);
            Assert.InRange(new FileInfo(file).Length, 1, MaxBytes);
            var page = await browser.Open(file);
            var labels = await page.Page.EvaluateAsync<string[]>("eqnn.graph('relu').nodes");
            var graph = ExplorerFiles.Json("interact", group);
            Assert.Equal(graph["edges"]!.Select(edge => $"{edge[0]}>{edge[1]}"), await page.Page.EvaluateAsync<string[]>("eqnn.graph('relu').edges.map((e) => e.join('>'))"));
            foreach (var (label, activation) in labels.Reverse().Take(2).SelectMany(label => Activations.Select(f => (label, f))).Take(labels.Length > 20 ? 2 : 8))
            {
                await SaysWhatApplySays(page, group, label, activation);
            }

            var pairs = ExplorerFiles.Json("maps", group)["pairs"]!.ToList();
            var verdicts = JArray.Parse(await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.data.simples.flatMap((a) => eqnn.data.simples.map((b) => { const v = eqnn.verdict(a.label, b.label); return [a.label, b.label, v.exists]; })))"));
            Assert.Equal(pairs.Select(row => $"{row["source"]} {row["target"]} {row["exists"]}"), verdicts.Select(row => $"{row[0]} {row[1]} {row[2]}"));

            // Of the 52 simples of C10xC10 every fourth: each is a drag of the same kind.
            foreach (var label in labels.Where((_, i) => labels.Length <= 20 || i % 4 == 0))
            {
                await Drag(page, label);
            }

            await page.Page.EvaluateAsync("eqnn.set({ f: 'abs', t: 2, o: 'oy' })");
            var state = await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())");
            var again = await browser.Open(file, "#" + await page.Page.EvaluateAsync<string>("eqnn.permalink()"));
            Assert.Equal(state, await again.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())"));
            await Quiet(again);
            await Quiet(page);
        }
    }

    private static async Task SaysWhatApplySays(OpenPage page, string group, string label, string activation)
    {
        var dimension = await page.Page.EvaluateAsync<int>("(l) => eqnn.data.gsets[0].simples.find((s) => s.label === l).copyDimension", label);
        var vector = Enumerable.Range(0, dimension).Select(i => new[] { "1", "2", "-1/2", "1/3", "0", "5/4" }[i % 6]).ToArray();
        var image = JObject.Parse(await page.Page.EvaluateAsync<string>("([l, v, f]) => JSON.stringify(eqnn.image(l, v, f))", new object[] { label, vector, activation }));
        var applied = ExplorerFiles.Json("apply", group, label, "--vector=" + string.Join(",", vector), "--activation", activation);
        Assert.True(JToken.DeepEquals(applied["chamber"], image["chamber"]), $"{group} {label} {activation}: {applied["chamber"]} against {image["chamber"]}");
        foreach (var target in applied["targets"]!)
        {
            var shown = image["targets"]![(string)target["label"]!]!;
            Assert.True(JToken.DeepEquals(target["exact"], shown["exact"]), $"{group} {label} {activation} -> {target["label"]}: {target["exact"]} against {shown["exact"]}");
            Assert.Equal((string?)target["zero"], (string?)shown["zero"]);
            var (norm, here) = (double.Parse((string)target["norm"]!, CultureInfo.InvariantCulture), (double)shown["norm"]!);
            Assert.True(Math.Abs(norm - here) <= 1e-9 * (1 + norm), $"{group} {label} {activation} -> {target["label"]}: {norm} against {here}");
        }
    }

    /// <summary>Makes a simple the source, drags its hand, takes it back and does it again.</summary>
    private static async Task Drag(OpenPage page, string label)
    {
        await page.Page.EvaluateAsync("(l) => { const tile = document.querySelector(`.tile[data-testid=card-${l}]`); if (tile) tile.click(); return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); }", label);
        await page.Page.ClickAsync($"[data-testid=card-{label}] h2 b");
        await page.Page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await page.Page.Locator($"[data-testid=picture-{label}]").ScrollIntoViewIfNeededAsync();
        var before = await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())");
        var at = await page.Page.EvaluateAsync<double[]>("(l) => { const p = eqnn.pixel(l, 'a'); return [p.x, p.y]; }", label);
        await page.Page.Mouse.MoveAsync((float)at[0], (float)at[1]);
        await page.Page.Mouse.DownAsync();
        for (var i = 1; i <= 3; i++)
        {
            await page.Page.Mouse.MoveAsync((float)at[0] - (8 * i), (float)at[1] + (5 * i));
        }

        await page.Page.Mouse.UpAsync();
        Assert.NotEqual(before, await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())"));
        await page.Page.EvaluateAsync("eqnn.undo()");
        Assert.Equal(before, await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())"));
        await page.Page.EvaluateAsync("eqnn.redo()");
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Every_activation_has_the_values_of_the_library()
    {
        var page = await Explore("C2");
        foreach (var f in Activation.Known)
        {
            foreach (var t in new[] { -3.5, -1, -0.25, 0, 0.75, 2, 4.5 })
            {
                var (value, wanted) = (await page.Page.EvaluateAsync<double>("([f, t]) => eqnn.value(f, t)", new object[] { f.Name, t }), f.ApproximateAt(t));
                Assert.True(Math.Abs(value - wanted) <= 1e-12 * (1 + Math.Abs(wanted)), FormattableString.Invariant($"{f.Name} at {t}: {value} on the page, {wanted} here"));
            }
        }

        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task A_link_restores_the_state_and_what_it_does_not_understand_is_named()
    {
        var file = ExplorerFiles.Write("C8");
        const string Link = "#v=1&f=abs&h=L1.s.1,2;-1/2,1/4&o=o&t=2&q=L1>L3&tab=chars&d=dark";
        var page = await browser.Open(file, Link);
        Assert.Equal("abs L1 s 2 chars dark", await page.Page.EvaluateAsync<string>("(() => { const s = eqnn.state(); return [s.f, s.h[0].label, s.h[0].kind, s.t, s.tab, s.d].join(' '); })()"));
        Assert.Equal(Link[1..].Replace(">", "%3E", StringComparison.Ordinal), await page.Page.EvaluateAsync<string>("eqnn.permalink()"));
        await Quiet(page);
        var broken = await browser.Open(file, "#v=1&h=<script>&f=nonsense");
        var message = await broken.Page.TextContentAsync("[data-testid=message]");
        Assert.Contains("h", message, StringComparison.Ordinal);
        Assert.Equal("relu", await broken.Page.EvaluateAsync<string>("eqnn.state().f"));
        Assert.Empty(broken.Trouble);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Keys_move_by_a_sixteenth_and_zeros_are_said()
    {
        var page = await Explore("C8");
        await page.Page.EvaluateAsync("eqnn.set({ h: [{ label: 'L1', points: [['1', '2']] }] })");
        await page.Page.FocusAsync("[data-testid=picture-L1]");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("17/16,2", await page.Page.EvaluateAsync<string>("eqnn.state().h[0].points[0].join()"));
        await page.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal("1,2", await page.Page.EvaluateAsync<string>("eqnn.state().h[0].points[0].join()"));
        Assert.Contains("exactly 0", await page.Page.TextContentAsync("[data-testid=zero-L3]"), StringComparison.Ordinal);
        await page.Page.ClickAsync("[data-testid=pin]");
        Assert.Contains("(1/4, 1/2)", await page.Page.TextContentAsync("[data-testid=pin-1]"), StringComparison.Ordinal);
        Assert.Equal("eqnn apply C8 L1 --on regular --vector=\"1,2\" --activation relu", await page.Page.TextContentAsync("[data-testid=command]"));
        Assert.Equal("L0,L1,L2,L3,L4", await page.Page.EvaluateAsync<string>("eqnn.reach('L1', 2, 'relu').join()"));
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Pages_fit_a_telephone_in_both_schemes()
    {
        foreach (var group in new[] { "D6", "S5" })
        {
            foreach (var (width, scheme) in new[] { (360, ColorScheme.Dark), (360, ColorScheme.Light), (1280, ColorScheme.Dark) })
            {
                var page = await browser.Open(ExplorerFiles.Write(group), "", width, scheme);
                Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
                foreach (var tab in new[] { "chars", "normal", "gsets", "terms", "cite", "maps" })
                {
                    await page.Page.ClickAsync($"[data-testid=tab-{tab}]");
                    await page.Page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
                    Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
                }

                await Quiet(page);
            }
        }
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task The_mouse_shows_what_would_be_and_stores_nothing()
    {
        var page = await Explore("C8");
        await page.Page.EvaluateAsync("eqnn.set({ h: [{ label: 'L1', points: [['1', '2']] }] })");
        var before = await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())");
        await page.Page.HoverAsync("[data-testid=picture-L1]", new() { Position = new() { X = 40, Y = 60 } });
        await page.Page.WaitForSelectorAsync("[data-testid=ghost-L2]", new() { State = WaitForSelectorState.Attached });
        Assert.Equal(0, await page.Page.Locator("[data-testid=ghost-L3]").CountAsync());
        Assert.Equal(before, await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())"));
        await page.Page.HoverAsync("header h1");
        await page.Page.WaitForSelectorAsync("[data-testid=ghost-L2]", new() { State = WaitForSelectorState.Detached });
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Chambers_of_one_orbit_have_one_tint_and_a_circle_stands_at_the_end_of_its_radius()
    {
        var page = await browser.Open(ExplorerFiles.Write("C8"), "#v=1&h=L1.c.0,0;1/2,0&o=c");
        Assert.Equal(8, await page.Page.Locator("[data-testid=picture-L1] .chamber").CountAsync());
        Assert.Equal(8, await page.Page.Locator("[data-testid=picture-L1] .chamber.k1").CountAsync());
        await page.Page.ClickAsync("[data-testid=pin]");
        Assert.Contains("(1/2, 0)", await page.Page.TextContentAsync("[data-testid=pin-1] h2"), StringComparison.Ordinal);
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Chambers_of_a_sphere_have_as_many_tints_as_there_are_orbits()
    {
        var page = await browser.Open(ExplorerFiles.Write("S4", "points"), "#v=1&h=L3.p.1,1/2,1/4&o=c");
        Assert.Equal(await page.Page.EvaluateAsync<int>("eqnn.data.gsets[0].simples.find((s) => s.label === 'L3').fan.orbits.length"), await page.Page.Locator("[data-testid=picture-L3] .chamber").CountAsync());
        Assert.True(await page.Page.Locator("[data-testid=picture-L3] .chamber").CountAsync() > 1);
        await Quiet(page);
    }

    private static async Task Quiet(OpenPage page)
    {
        Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
        Assert.Empty(page.Trouble);
        Assert.Single(page.Requests);
        await page.Page.CloseAsync();
    }

    private async Task<OpenPage> Explore(string group) => await browser.Open(ExplorerFiles.Write(group));
}
