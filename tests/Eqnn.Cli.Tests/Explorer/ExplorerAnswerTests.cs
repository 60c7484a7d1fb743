using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>What a page says of depth, of sums of G-sets, of all maps and of verdicts is what the tool says.</summary>
public sealed class ExplorerAnswerTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Depth_is_the_decision_of_the_library_and_its_second_route_agrees()
    {
        foreach (var group in new[] { "C6", "S4" })
        {
            var page = await Open(group, "regular,points");
            foreach (var (on, activation) in new[] { ("points", "relu"), ("regular", "relu"), ("points", "leaky-relu"), ("points", "abs"), ("points", "gelu"), ("points", "tanh"), ("points", "sigmoid"), ("points", "relu-bias:1/2"), ("points", "hardtanh"), ("points", "softsign") })
            {
                foreach (var row in ExplorerFiles.Json("interact", group, "--on", on, "--depth", "3", "--activation", activation)["depths"]!)
                {
                    var ask = new object[] { (string)row["source"]!, (int)row["layers"]!, activation, on };
                    var shown = JArray.Parse(await page.Page.EvaluateAsync<string>("([l, t, f, x]) => JSON.stringify(eqnn.depth(l, t, f, x))", ask));
                    Assert.Equal(row["reached"]!.Select(label => (string?)label), shown.Select(reached => (string?)reached["label"]));
                    foreach (var reached in shown)
                    {
                        var populated = (bool?)row["populated"]![(string)reached["label"]!];
                        Assert.True((int)reached["state"]! == (populated is { } known ? (known ? 1 : 0) : -1), $"{group} {on} {activation} {row["source"]} t = {row["layers"]}: {reached} against {populated}");
                    }

                    Assert.Equal(row["reached"]!.Select(label => (string)label!), await page.Page.EvaluateAsync<string[]>("([l, t, f, x]) => eqnn.computedReach(l, t, f, x)", ask));
                }
            }

            await page.Page.CloseAsync();
            Assert.Empty(page.Trouble);
        }
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task The_depth_slider_says_what_is_populated_and_what_is_open()
    {
        var page = await Open("C8", "regular");
        await page.Page.EvaluateAsync("eqnn.set({ h: [{ label: 'L1', points: [['1', '2']] }], t: 2 })");
        Assert.Contains("L3", await page.Page.TextContentAsync("[data-testid=depth-populated]"), StringComparison.Ordinal);
        Assert.Contains("walks are not depth", await page.Page.TextContentAsync("[data-testid=depth-walks]"), StringComparison.Ordinal);
        await page.Page.EvaluateAsync("eqnn.set({ f: 'softsign' })");
        Assert.Contains("not decided here", await page.Page.TextContentAsync("[data-testid=depth-open]"), StringComparison.Ordinal);
        await page.Page.EvaluateAsync("eqnn.set({ f: 'square' })");
        Assert.Contains("not on this page", await page.Page.TextContentAsync("[data-testid=depth-open]"), StringComparison.Ordinal);
        Assert.Empty(page.Trouble);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Sums_of_sets_have_the_depth_and_the_energies_of_the_tool()
    {
        var page = await Open("S4", "points,regular");
        foreach (var sum in new[] { "points+regular", "2*points" })
        {
            foreach (var row in ExplorerFiles.Json("interact", "S4", "--on", sum, "--depth", "2")["depths"]!)
            {
                var ask = new object[] { (string)row["source"]!, (int)row["layers"]!, "relu", sum };
                var shown = JArray.Parse(await page.Page.EvaluateAsync<string>("([l, t, f, x]) => JSON.stringify(eqnn.depth(l, t, f, x))", ask));
                Assert.Equal(row["reached"]!.Select(label => (string?)label), shown.Select(reached => (string?)reached["label"]));
                foreach (var reached in shown.Where(reached => (int)reached["state"]! >= 0))
                {
                    Assert.True((bool?)row["populated"]![(string)reached["label"]!] == ((int)reached["state"]! == 1), $"{sum} {row["source"]} t = {row["layers"]}: {reached}");
                }
            }

            foreach (var activation in new[] { "relu", "leaky-relu:1/3" })
            {
                foreach (var entry in ExplorerFiles.Json("interact", "S4", "--on", sum, "--energy", "--activation", activation)["energies"]!)
                {
                    var share = await page.Page.EvaluateAsync<double>("([l, k, f, x]) => eqnn.energy(l, f, x)[k]", new object[] { (string)entry["from"]!, (string)entry["to"]!, activation, sum });
                    Assert.Equal(double.Parse((string)entry["share"]!, CultureInfo.InvariantCulture), share, 9);
                }
            }
        }

        await page.Page.EvaluateAsync("eqnn.set({ x: 'points+regular', h: [{ label: 'L3', points: [['1', '2', '0']] }], t: 2 })");
        Assert.Contains("mean", await page.Page.TextContentAsync("[data-testid=card-L0] .foot"), StringComparison.Ordinal);
        Assert.Empty(page.Trouble);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task All_maps_on_a_fan_in_space_are_those_of_the_tool()
    {
        foreach (var (group, on, source, target) in new[] { ("S4", "points", "L3", "L0"), ("S4", "points", "L3", "L3"), ("Q8", "regular", "L4", "L0"), ("Q8", "regular", "L4", "L4") })
        {
            var page = await Open(group, on);
            var answer = ExplorerFiles.Json("maps", group, source, target, "--on", on, "--enumerate");
            var (fan, space) = (answer["fan"]!, answer["mapSpace"]!);
            Assert.Equal((int)space["dimension"]!, await page.Page.EvaluateAsync<int>("([l, k]) => eqnn.data.maps.sources.find((s) => s.source === l).targets.find((t) => t.target === k).dimension", new[] { source, target }));
            var (compared, dimension) = (0, (int)space["dimension"]!);
            for (var b = 0; b < dimension; b++)
            {
                var unit = Enumerable.Range(0, dimension).Select(i => i == b ? "1" : "0").ToArray();
                foreach (var (orbit, value) in fan["rayOrbits"]!.Zip(space["basis"]![b]!["valuesOnRayOrbits"]!))
                {
                    var ray = orbit["representative"]!.Select(c => (string)c!).ToArray();
                    if (ray.All(c => !c.Contains('E', StringComparison.Ordinal)))
                    {
                        Assert.Equal(value.Select(c => (string)c!), await page.Page.EvaluateAsync<string[]>("([l, k, c, v]) => eqnn.map(l, k, c, v)", new object[] { source, target, unit, ray }));
                        compared++;
                    }
                }
            }

            Assert.True(compared >= dimension);

            // relu stands on the sliders where the tool says, and is one layer.
            var relu = space["activations"]!.First(f => (string)f["name"]! == "relu")["maps"]![0]!["coordinates"]!.Select(c => (string)c!).ToArray();
            await page.Page.EvaluateAsync("([q]) => eqnn.set({ q, tab: 'maps' })", new[] { $"{source}>{target}" });
            if (relu.All(c => !c.Contains('E', StringComparison.Ordinal)))
            {
                await page.Page.ClickAsync("[data-testid=map-mark-relu-1]");
                await page.Page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
                Assert.Equal(relu, await page.Page.EvaluateAsync<string[]>("eqnn.state().m"));
                Assert.Contains(await page.Page.TextContentAsync("[data-testid=map-kind]"), new[] { "linear", "one layer", "the zero map" });
            }

            Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
            Assert.Empty(page.Trouble);
        }

        var refused = await Open("S5", "regular");
        await refused.Page.EvaluateAsync("eqnn.set({ q: 'L4>L0', tab: 'maps' })");
        Assert.Contains("too large", await refused.Page.TextContentAsync("[data-testid=maps-refused]"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task A_verdict_is_shown_as_a_moving_picture()
    {
        var page = await Open("C8", "regular");
        var film = JObject.Parse(await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.film('L1', 'L3'))"));
        Assert.Equal((1 / 32.0) - (Math.Sqrt(2) / 64), (double)film["valueAtIdentity"]!, 12); // What eqnn maps C8 L1 L3 prints: 1/32-1/64*E(8)+1/64*E(8)^3.
        var none = JObject.Parse(await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.film('L2', 'L1'))"));
        Assert.Equal("obstruction", (string?)none["kind"]);
        Assert.Equal(0, (double)none["moves"]![0]!, 9);
        Assert.True((double)none["moves"]![1]! > 0.1);
        foreach (var pair in new[] { "L1>L3", "L2>L1" })
        {
            await page.Page.EvaluateAsync("([q]) => eqnn.set({ q })", new[] { pair });
            var (start, still) = (await Dot("movie-dot"), pair == "L2>L1" ? await Dot("movie-still") : "");
            await page.Page.ClickAsync("[data-testid=movie-step]");
            Assert.NotEqual(start, await Dot("movie-dot"));
            Assert.Equal(still, pair == "L2>L1" ? await Dot("movie-still") : "");
            await page.Page.ClickAsync("[data-testid=play]");
            await page.Until("Number(document.querySelector('[data-testid=movie-time]').value) > 8");
            await page.Page.ClickAsync("[data-testid=play]");
        }

        Assert.Empty(page.Trouble);

        async Task<string> Dot(string id) => await page.Page.EvaluateAsync<string>("(id) => { const dot = document.querySelector(`[data-testid=${id}]`); return dot.getAttribute('cx') + ',' + dot.getAttribute('cy'); }", id);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Mirrors_trails_and_every_kind_of_hand_are_drawn()
    {
        var page = await Open("D6", "points");
        var faithful = await page.Page.EvaluateAsync<string>("eqnn.data.gsets[0].simples.filter((s) => s.copyDimension === 2).map((s) => s.label).find((l) => eqnn.data.simples.find((x) => x.label === l).kernelOrder === '1')");
        await page.Page.EvaluateAsync("([l]) => eqnn.set({ h: [{ label: l, points: [['1/2', '1/4']] }], o: 'oy' })", new[] { faithful });
        Assert.Equal(6, await page.Page.Locator($"[data-testid=picture-{faithful}] .mirror").CountAsync());
        Assert.Equal(12, await page.Page.Locator($"[data-testid=picture-{faithful}] .orbit").CountAsync());
        var at = await page.Page.EvaluateAsync<double[]>("(l) => { const p = eqnn.pixel(l, 'a'); return [p.x, p.y]; }", faithful);
        await page.Page.Mouse.MoveAsync((float)at[0], (float)at[1]);
        await page.Page.Mouse.DownAsync();
        for (var i = 1; i <= 4; i++)
        {
            await page.Page.Mouse.MoveAsync((float)at[0] - (9 * i), (float)at[1] + (4 * i));
            await page.Page.EvaluateAsync("new Promise((done) => requestAnimationFrame(done))");
        }

        Assert.True(await page.Page.Locator($"[data-testid=trail-{faithful}] .trail.hand").CountAsync() > 0);
        Assert.True(await page.Page.Locator("[data-testid=trail-L0] .trail").CountAsync() > 0);
        Assert.Equal(1, await page.Page.Locator("[data-testid=spark-L0] path").CountAsync());
        await page.Page.Mouse.UpAsync();
        await page.Until("document.querySelectorAll('.trail').length === 0");
        foreach (var (kind, sweeps) in new[] { ("segment", 1), ("circle", 1), ("region", 1), ("curve", 1), ("point", 0) })
        {
            await page.Page.ClickAsync($"[data-testid=hand-kind-{kind}]");
            await page.Page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
            Assert.Equal(sweeps, await page.Page.Locator($"[data-testid=picture-{faithful}] .sweep").CountAsync());
            Assert.Equal(sweeps, await page.Page.Locator("[data-testid=picture-L0] .image").CountAsync());
        }

        Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
        Assert.Empty(page.Trouble);
    }

    private async Task<OpenPage> Open(string group, string on) => await browser.Open(ExplorerFiles.Write(group, on));
}
