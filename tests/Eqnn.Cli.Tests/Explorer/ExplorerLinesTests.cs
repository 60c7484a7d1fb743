using System.Globalization;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>What a stranger looks for line by line: cards say what the table says, hands add up, arrows explain themselves, links bring every tab back, numbers open, sound starts only when asked.</summary>
public sealed class ExplorerLinesTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Cards_say_type_kernel_image_and_character()
    {
        foreach (var group in new[] { "S4", "Q8" })
        {
            var table = CharacterTable.Of(FiniteGroup.Parse(group));
            var page = await browser.Open(ExplorerFiles.Write(group));
            foreach (var simple in table.Simples)
            {
                var head = await page.Page.TextContentAsync($"[data-testid=card-{simple.Label}] h2 small");
                Assert.EndsWith(FormattableString.Invariant($"{simple.TypeLetter} \u00b7 ker {simple.KernelOrder} \u00b7 image {simple.ImageOrder}"), head, StringComparison.Ordinal);
                var hover = await page.Page.GetAttributeAsync($"[data-testid=card-{simple.Label}]", "title");
                Assert.EndsWith("character " + string.Join(", ", Enumerable.Range(0, table.Classes.Count).Select(i => simple.Character[i].ToString("R"))), hover, StringComparison.Ordinal);
            }

            await Quiet(page);
        }
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Hands_in_several_simples_add_up_and_sums_of_sets_are_chosen()
    {
        var page = await browser.Open(ExplorerFiles.Write("S4", "points,regular"), "#v=1&x=regular&h=L3.p.1,1/2,0");
        await page.Page.ClickAsync("[data-testid=add-hand]");
        await Frame(page);
        Assert.Equal(2, await page.Page.EvaluateAsync<int>("eqnn.state().h.length"));
        await page.Page.EvaluateAsync("eqnn.set({ h: [{ label: 'L3', points: [['1', '1/2', '0']] }, { label: 'L2', points: [['1/4', '1']] }] })");
        var sum = await page.Page.EvaluateAsync<double[]>("(() => { const [a, b] = [eqnn.embed('L3', [1, 0.5, 0]), eqnn.embed('L2', [0.25, 1])]; return a.map((v, x) => v + b[x]); })()");
        var seen = await page.Page.EvaluateAsync<double[]>("eqnn.now().h");
        Assert.Equal(sum.Length, seen.Length);
        Assert.True(sum.Zip(seen).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12));

        // f(a + b) is not f(a) + f(b): each alone has other dots than the sum.
        var together = await page.Page.GetAttributeAsync("[data-testid=image-L0-a]", "d");
        await page.Page.ClickAsync("[data-testid=toggle-e]");
        await Frame(page);
        Assert.Equal(1, await page.Page.Locator("[data-testid=image-L0-b]").CountAsync());
        Assert.NotEqual(together, await page.Page.GetAttributeAsync("[data-testid=image-L0-a]", "d"));
        await page.Page.ClickAsync("[data-testid=toggle-s]");
        await Frame(page);
        Assert.Contains("scaled by", await page.Page.TextContentAsync("[data-testid=card-L0] .foot"), StringComparison.Ordinal);

        await page.Page.FillAsync("[aria-label='a sum of G-sets']", "2*points+regular");
        await page.Page.Keyboard.PressAsync("Tab");
        await Frame(page);
        Assert.Equal(8 + 24, await page.Page.EvaluateAsync<int>("eqnn.now().h.length"));
        await page.Page.FillAsync("[aria-label='a sum of G-sets']", "points+nowhere");
        await page.Page.Keyboard.PressAsync("Tab");
        Assert.Contains("not on this page", await page.Page.TextContentAsync("[data-testid=message]"), StringComparison.Ordinal);
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task An_arrow_says_why_it_is_there_and_shows_where()
    {
        var page = await browser.Open(ExplorerFiles.Write("C8"), "#v=1&h=L1.p.1,2");
        await page.Page.FocusAsync("[data-testid=arrow-L1-L2]");
        Assert.Contains("|A| = ", await page.Page.TextContentAsync("[data-testid=graph] .why"), StringComparison.Ordinal);
        Assert.True(await page.Page.EvaluateAsync<bool>("document.querySelector('[data-testid=card-L2]').classList.contains('pulse')"));
        await page.Page.Keyboard.PressAsync("Enter");
        await Frame(page);
        Assert.Equal("L1>L2", await page.Page.EvaluateAsync<string>("eqnn.state().q"));
        Assert.Contains("L1 \u2192 L2", await page.Page.TextContentAsync("[data-testid=pair] h2"), StringComparison.Ordinal);

        // No arrow: why not, by the theorem.
        await page.Page.ClickAsync("[data-testid=card-L3] .link");
        await Frame(page);
        Assert.Contains("no, 0 for every v", await page.Page.TextContentAsync("[data-testid=verdict-layer]"), StringComparison.Ordinal);
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Every_tab_comes_back_by_its_link()
    {
        foreach (var (group, on, tabs, state) in new[]
        {
            ("C8", "regular", "maps chars normal gsets string terms cite", "{ h: [{ label: 'L1', kind: 's', points: [['1', '2'], ['-1/2', '1/4']] }], f: 'leaky-relu:1/3', q: 'L1>L2', t: 2, m: ['1/2', '-3'], o: 'oc', n: [{ hand: { label: 'L1', points: [['1', '2']] }, f: 'abs', x: 'regular' }], d: 'dark' }"),
            ("C6xC6", "regular", "images", "{ i: 'disc;1/3,1,0,1,1,1,0,1,0;1.0;2', f: 'pl:(-1,1/2) (0,0) (1,2)' }"),
            ("S4", "points", "maps normal", "{ h: [{ label: 'L3', points: [['1', '1/2', '-1/4']] }], z: 'L3:700.1200~map:2.0', q: 'L3>L3', b: [[2, '3/4']], o: 'sly' }"),
            ("Q8", "regular", "maps", "{ h: [{ label: 'L4', points: [['1', '0', '1/2', '-1']] }], z: 'L4:1.3', q: 'L4>L0' }"),
        })
        {
            var file = ExplorerFiles.Write(group, on);
            var page = await browser.Open(file);
            await page.Page.EvaluateAsync($"eqnn.set({state})");
            foreach (var tab in tabs.Split(' '))
            {
                await page.Page.ClickAsync($"[data-testid=tab-{tab}]");
                await Frame(page);
                var again = await browser.Open(file, "#" + await page.Page.EvaluateAsync<string>("eqnn.permalink()"));
                await Frame(again);
                foreach (var seen in new[] { "eqnn.permalink()", "document.getElementById('panel').textContent", "document.querySelector('.cards').textContent", "document.querySelector('.source .walls').innerHTML", "document.querySelector('.right').textContent", "document.querySelector('.pins').textContent", "JSON.stringify([...document.querySelectorAll('input,select')].map((n) => n.value))" })
                {
                    Assert.Equal(await page.Page.EvaluateAsync<string>(seen), await again.Page.EvaluateAsync<string>(seen));
                }

                Assert.True(await again.Page.EvaluateAsync<bool>("document.getElementById('message').hidden"));
                Assert.DoesNotMatch("\\[object |undefined|NaN|null", await again.Page.EvaluateAsync<string>("document.body.innerText"));
                await Quiet(again);
            }

            await Quiet(page);
        }

        // A tab that the page does not have is named.
        var without = await browser.Open(ExplorerFiles.Write("D4", "points"), "#v=1&tab=string");
        Assert.Contains("part tab was not understood", await without.Page.TextContentAsync("[data-testid=message]"), StringComparison.Ordinal);
        Assert.Equal("maps", await without.Page.EvaluateAsync<string>("eqnn.state().tab"));
        await Quiet(without);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task A_turned_sphere_comes_back_by_its_link()
    {
        var file = ExplorerFiles.Write("S4", "points");
        var page = await browser.Open(file, "#v=1&h=L3.p.1,1/2,1/4");
        var box = (await page.Page.Locator("[data-testid=picture-L3]").BoundingBoxAsync())!;
        var state = await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state().h)");
        await page.Page.Mouse.MoveAsync(box.X + 12, box.Y + box.Height - 14);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + 60, box.Y + box.Height - 40);
        await page.Page.Mouse.UpAsync();
        await Frame(page);
        Assert.Equal(state, await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state().h)")); // To turn is not to move.
        Assert.Matches("^L3:\\d+\\.\\d+$", await page.Page.EvaluateAsync<string>("eqnn.state().z"));
        var again = await browser.Open(file, "#" + await page.Page.EvaluateAsync<string>("eqnn.permalink()"));
        foreach (var place in new[] { "eqnn.pixel('L3', 'a').x", "eqnn.pixel('L3', 'a').y" })
        {
            Assert.True(Math.Abs(await page.Page.EvaluateAsync<double>(place) - await again.Page.EvaluateAsync<double>(place)) < 0.5);
        }

        await page.Page.EvaluateAsync("eqnn.undo()");
        Assert.Equal("", await page.Page.EvaluateAsync<string>("eqnn.state().z"));
        await Quiet(again);
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Norms_open_by_their_squares_and_functions_are_copied_exactly()
    {
        var page = await browser.Open(ExplorerFiles.Write("C8"), "#v=1&h=L1.p.1,2");
        await page.Page.ClickAsync("[data-testid=number-norm-L2]");
        var square = double.Parse((await page.Page.TextContentAsync("[data-testid='form-square, decimals']"))!, CultureInfo.InvariantCulture);
        var norm = double.Parse((string)ExplorerFiles.Json("apply", "C8", "L1", "--vector=1,2")["targets"]!.First(target => (string)target["label"]! == "L2")["norm"]!, CultureInfo.InvariantCulture);
        Assert.Equal(norm * norm, square, 9);
        Assert.NotEmpty((await page.Page.TextContentAsync("[data-testid='form-square, GAP']"))!);
        await page.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("L1", await page.Page.EvaluateAsync<string>("eqnn.state().h[0].label")); // To open a number is not to choose a source.

        var values = JObject.Parse(await page.Page.EvaluateAsync<string>("eqnn.values('json')"));
        var (v, image) = (values["v"]!.Select(c => (string)c!).ToList(), values["image"]!.Select(c => (string)c!).ToList());
        Assert.Equal(8, v.Count);
        var numbers = await page.Page.EvaluateAsync<double[]>("eqnn.now().h");
        Assert.All(Enumerable.Range(0, 8), x => Assert.Equal(numbers[x] > 0 ? v[x] : "0", image[x]));
        Assert.Contains("fv := [ ", await page.Page.EvaluateAsync<string>("eqnn.values('gap')"), StringComparison.Ordinal);

        // The bias of a witness opens, too.
        await page.Page.EvaluateAsync("eqnn.set({ q: 'L1>L3' })");
        await page.Page.ClickAsync("[data-testid=verdict-bias] button");
        Assert.Contains("E(8)", await page.Page.TextContentAsync("[data-testid=form-GAP]"), StringComparison.Ordinal);
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Sound_starts_when_asked_and_stops_by_Escape()
    {
        var page = await browser.Open(ExplorerFiles.Write("C8"), "#v=1&h=L1.p.1/2,1/4&tab=string");
        await page.Page.EvaluateAsync("(() => { window.tones = []; const start = OscillatorNode.prototype.start; OscillatorNode.prototype.start = function () { window.tones.push(this.frequency.value); return start.apply(this, arguments); }; const close = AudioContext.prototype.close; AudioContext.prototype.close = function () { window.shut = (window.shut ?? 0) + 1; return close.apply(this); }; })()");
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("window.tones.length"));
        await page.Page.EvaluateAsync("(() => { const pitch = document.querySelector('[aria-label=\"pitch in hertz\"]'); pitch.value = 330; pitch.dispatchEvent(new Event('input')); })()");
        await page.Page.ClickAsync("text=Play f(v)");
        Assert.Equal("330", await page.Page.EvaluateAsync<string>("window.tones.map(Math.round).join()"));
        await page.Page.FocusAsync("[data-testid=picture-L1]");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Until("window.shut === 1");
        await Quiet(page);
    }

    private static Task Frame(OpenPage page) => page.Page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");

    private static async Task Quiet(OpenPage page)
    {
        Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
        Assert.Empty(page.Trouble);
        Assert.Single(page.Requests);
        await page.Page.CloseAsync();
    }
}
