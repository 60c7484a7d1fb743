using System.Globalization;
using System.Text.RegularExpressions;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>What a hand does beyond moving a point: it lets a class act, points at a normal subgroup, shapes the activation, drags bars of the function, takes frequencies out of an image.</summary>
public sealed partial class ExplorerHandTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task A_class_acts_on_the_hand_and_every_picture_moves_along()
    {
        foreach (var (group, label, vector) in new[] { ("C8", "L1", new[] { "1", "2" }), ("D6", "L5", ["1/2", "1/4"]), ("S4", "L3", ["1", "1/2", "-1/4"]), ("Q8", "L4", ["1", "0", "1/2", "-1"]) })
        {
            var page = await browser.Open(ExplorerFiles.Write(group), "#v=1&tab=chars");
            var classes = await page.Page.EvaluateAsync<int>("eqnn.data.group.classes.length");
            for (var i = 1; i < classes; i++)
            {
                await page.Page.EvaluateAsync("([l, v]) => eqnn.set({ h: [{ label: l, points: [v] }] })", new object[] { label, vector });
                var before = await Seen(page, label, vector);
                await page.Page.ClickAsync($"[data-testid=act-{i + 1}]");
                await page.Until("!document.querySelector('[data-testid=acted-table]').textContent.startsWith('A click')");
                await Rest(page);
                var moved = await page.Page.EvaluateAsync<string[]>("eqnn.state().h[0].points[0]");
                var after = await Seen(page, label, moved);
                var snapped = (await page.Page.TextContentAsync("[data-testid=acted-table]"))!.Contains("irrational", StringComparison.Ordinal);

                // g permutes the points: the chamber is permuted, and all norms stay (to the grid where gv is irrational).
                foreach (var (name, norm) in before.Norms)
                {
                    Assert.True(Math.Abs(norm - after.Norms[name]) <= (snapped ? 5e-3 : 1e-12), $"{group} class {i + 1}, {name}: {norm} became {after.Norms[name]}");
                }

                if (!snapped)
                {
                    Assert.Equal(before.Signs.Order(), after.Signs.Order());
                }

                // As often as its order the element comes back.
                var order = await page.Page.EvaluateAsync<int>("(i) => eqnn.data.group.classes[i].order", i);
                if (!snapped && order <= 4)
                {
                    for (var again = 1; again < order; again++)
                    {
                        await page.Page.ClickAsync($"[data-testid=act-{i + 1}]");
                        await Rest(page);
                    }

                    Assert.Equal(vector, await page.Page.EvaluateAsync<string[]>("eqnn.state().h[0].points[0]"));
                }
            }

            // The same from the menu beside the strip, and one step of undo.
            await page.Page.EvaluateAsync("([l, v]) => eqnn.set({ h: [{ label: l, points: [v] }] })", new object[] { label, vector });
            await page.Page.SelectOptionAsync("[data-testid=act-class]", "1");
            await page.Page.ClickAsync("[data-testid=act]");
            await Rest(page);
            Assert.Contains("takes a at", await page.Page.TextContentAsync("[data-testid=acted]"), StringComparison.Ordinal);
            await page.Page.EvaluateAsync("eqnn.undo()");
            Assert.Equal(vector, await page.Page.EvaluateAsync<string[]>("eqnn.state().h[0].points[0]"));
            await Quiet(page);
        }
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task A_normal_subgroup_marks_the_simples_that_it_fixes_and_its_orbits()
    {
        foreach (var group in new[] { "S4", "D6", "C8" })
        {
            var table = CharacterTable.Of(FiniteGroup.Parse(group));
            var page = await browser.Open(ExplorerFiles.Write(group), "#v=1&tab=normal");
            foreach (var subgroup in table.NormalSubgroups.Subgroups)
            {
                await page.Page.HoverAsync($"[data-testid=normal-{subgroup.Position + 1}] circle");
                await Frame(page);
                foreach (var simple in table.Simples)
                {
                    var kernel = simple.KernelClassPositions;
                    var wanted = kernel.SequenceEqual(subgroup.ClassPositions) ? "kernel" : subgroup.ClassPositions.All(kernel.Contains) ? "fixed" : "moved";
                    Assert.Equal(wanted, await page.Page.GetAttributeAsync($"[data-testid=card-{simple.Label}]", "data-normal"));
                    Assert.Equal(wanted, await page.Page.GetAttributeAsync($"[data-testid=node-{simple.Label}]", "data-normal"));
                }

                // On the group itself the orbits of N are its cosets.
                Assert.Contains($"{table.Group.Order / subgroup.Order} orbits", await page.Page.TextContentAsync("[data-testid=normal-text]"), StringComparison.Ordinal);
                Assert.Equal((int)(table.Group.Order / subgroup.Order) > 7 ? 7 : (int)(table.Group.Order / subgroup.Order), await page.Page.EvaluateAsync<int>("new Set([...document.querySelectorAll('.block')].map((n) => n.getAttribute('class').replace(' fixedpoint', ''))).size"));
            }

            await page.Page.HoverAsync("header h1");
            await Frame(page);
            Assert.Equal(0, await page.Page.Locator("[data-normal=kernel],[data-normal=fixed],[data-normal=moved]").CountAsync());
            await Quiet(page);
        }

        // Points: the Klein group moves all four points of S4 and fixes all three cosets of D4; v in L2 is fixed, and stays so.
        var cosets = await browser.Open(ExplorerFiles.Write("S4", "points,cosets:(1,2,3,4);(1,3)"), "#v=1&x=cosets%3A(1,2,3,4)%3B(1,3)&tab=normal");
        await cosets.Page.FocusAsync("[data-testid=normal-2]");
        Assert.Contains("3 of 3 points are fixed, 3 orbits; v is fixed", await cosets.Page.TextContentAsync("[data-testid=normal-text]"), StringComparison.Ordinal);
        await cosets.Page.EvaluateAsync("eqnn.set({ x: 'points' })");
        await cosets.Page.FocusAsync("[data-testid=normal-3]");
        await cosets.Page.FocusAsync("[data-testid=normal-2]");
        Assert.Contains("0 of 4 points are fixed, 1 orbits; v is not fixed", await cosets.Page.TextContentAsync("[data-testid=normal-text]"), StringComparison.Ordinal);
        await Quiet(cosets);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task An_activation_is_shaped_by_points_and_pieces_and_is_the_tools()
    {
        var page = await browser.Open(ExplorerFiles.Write("C8"), "#v=1&h=L1.p.1,2");
        await page.Page.ClickAsync("[data-testid=shape]");
        await Frame(page);
        await DragBy(page, "shape-point-2", 30, -25);
        var shaped = await page.Page.EvaluateAsync<string>("eqnn.state().f");
        Assert.Matches(@"^pl:\(-1,0\) \([1-9]/?\d*,[1-9]/?\d*\) \(\d(/\d)?,1\)$", shaped);
        await DragBy(page, "shape-piece-1", 0, 30);
        Assert.NotEqual(shaped, await page.Page.EvaluateAsync<string>("eqnn.state().f"));
        await page.Page.ClickAsync("[data-testid=shape-add-2]");
        await page.Page.FocusAsync("[data-testid=shape-point-3]");
        var before = await page.Page.EvaluateAsync<string>("eqnn.state().f");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await Frame(page);
        Assert.NotEqual(before, await page.Page.EvaluateAsync<string>("eqnn.state().f"));
        await page.Page.FillAsync("[data-testid=shape-y-1]", "1/3");
        await page.Page.Keyboard.PressAsync("Tab");
        await Frame(page);
        var f = await page.Page.EvaluateAsync<string>("eqnn.state().f");
        Assert.Equal(4, Point().Count(f));
        Assert.StartsWith("pl:(-1,1/3) ", f, StringComparison.Ordinal);

        // What was shaped is what the tool computes with, exactly.
        var applied = ExplorerFiles.Json("apply", "C8", "L1", "--vector=1,2", "--activation", f);
        var image = JObject.Parse(await page.Page.EvaluateAsync<string>("(f) => JSON.stringify(eqnn.image('L1', ['1', '2'], f))", f));
        foreach (var target in applied["targets"]!)
        {
            Assert.True(JToken.DeepEquals(target["exact"], image["targets"]![(string)target["label"]!]!["exact"]), $"{f}: {target}");
        }

        // The shape stands in the link.
        var link = await page.Page.EvaluateAsync<string>("eqnn.permalink()");
        await page.Page.EvaluateAsync("eqnn.set({ f: 'relu' })");
        await page.Page.EvaluateAsync("(link) => eqnn.set(link)", link);
        Assert.Equal(f, await page.Page.EvaluateAsync<string>("eqnn.state().f"));
        await page.Page.EvaluateAsync("eqnn.set({ f: 'tanh' })");
        await page.Page.ClickAsync("[data-testid=shape-start]");
        await Frame(page);
        Assert.Equal("relu", await page.Page.EvaluateAsync<string>("eqnn.state().f"));
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Dragged_bars_make_any_function_on_the_set_and_the_page_says_that_it_leaves_its_simple()
    {
        var page = await browser.Open(ExplorerFiles.Write("D6", "points"), "#v=1&h=L5.p.1/2,1/4");
        await page.Page.ClickAsync("[data-testid=toggle-b]");
        await Frame(page);
        await page.Page.Locator("[data-testid=bar-2]").ScrollIntoViewIfNeededAsync();
        await DragBy(page, "bar-2", 0, -20);
        Assert.Equal(2, await page.Page.EvaluateAsync<int>("eqnn.state().b[0][0]"));
        Assert.Contains("v leaves L5", await page.Page.TextContentAsync("[data-testid=leaves]"), StringComparison.Ordinal);
        await page.Page.EvaluateAsync("eqnn.set({ b: [[2, '3/4'], [5, '-1/2']] })");

        // Parseval on the page: the parts are all of f(h), and they are those of the tool's projectors: P_L0 of a function is its mean.
        var parts = JObject.Parse(await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.now())"));
        var (h, outside) = (parts["h"]!.Select(v => (double)v).ToList(), parts["out"]!.Select(v => (double)v).ToList());
        var alone = await page.Page.EvaluateAsync<double[]>("eqnn.embed('L5', [0.5, 0.25])");
        Assert.Equal(alone.Select((v, x) => v + (x == 1 ? 0.75 : x == 4 ? -0.5 : 0)), h, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(h.Select(v => Math.Max(0, v)), outside, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(outside.Sum(v => v * v), parts["norms"]!.Sum(pair => Math.Pow((double)((JProperty)pair).Value, 2)), 9);
        Assert.Equal(outside.Average() * Math.Sqrt(6), (double)parts["norms"]!["L0"]!, 9);

        // Keys move a bar, too; the link holds it; back leads into the simple.
        await page.Page.FocusAsync("[data-testid=bar-2]");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("13/16", await page.Page.EvaluateAsync<string>("eqnn.state().b[0][1]"));
        Assert.Contains("b=2:13/16,5:-1/2", await page.Page.EvaluateAsync<string>("eqnn.permalink()"), StringComparison.Ordinal);
        await Frame(page);
        await page.Page.ClickAsync("[data-testid=bars-back]");
        await Frame(page);
        Assert.False(await page.Page.IsVisibleAsync("[data-testid=leaves]"));
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Frequencies_of_an_image_are_tiles_that_are_taken_out_and_put_in()
    {
        var page = await browser.Open(ExplorerFiles.Write("C6xC6"), "#v=1&tab=images");
        const string Strength = "(id) => Number(document.querySelector(`[data-testid=${id}]`).getAttribute('fill-opacity'))";
        Assert.True(await page.Page.EvaluateAsync<double>(Strength, "in-1-0") > 0);
        await page.Page.ClickAsync("[data-testid=in-1-0]");
        await Frame(page);
        Assert.Equal("disc;;1.0;", await page.Page.EvaluateAsync<string>("eqnn.state().i"));
        foreach (var tile in new[] { "in-1-0", "in-5-0" })
        {
            Assert.Equal(0, await page.Page.EvaluateAsync<double>(Strength, tile));
        }

        // The opposite tile is the same wave: it puts it back.
        await page.Page.ClickAsync("[data-testid=in-5-0]");
        await Frame(page);
        Assert.Equal("", await page.Page.EvaluateAsync<string>("eqnn.state().i"));

        // Every pair of frequencies is one simple, whose image has the order of the frequency.
        var seen = new Dictionary<string, string>();
        foreach (var (k, l) in Enumerable.Range(0, 36).Select(i => (i / 6, i % 6)))
        {
            await page.Page.FocusAsync($"[data-testid=in-{k}-{l}]");
            await Frame(page);
            var text = (await page.Page.TextContentAsync("[data-testid=frequency]"))!;
            var label = Regex.Match(text, "the simple (L\\d+):").Groups[1].Value;
            var pair = string.Join(' ', new[] { $"{k},{l}", $"{(6 - k) % 6},{(6 - l) % 6}" }.Order(StringComparer.Ordinal));
            Assert.True(!seen.TryGetValue(label, out var other) || other == pair, $"{label}: {other} and {pair}");
            seen[label] = pair;
            var order = 6 / (int)System.Numerics.BigInteger.GreatestCommonDivisor(6, System.Numerics.BigInteger.GreatestCommonDivisor(k, l));
            Assert.Equal(order, await page.Page.EvaluateAsync<int>("(label) => eqnn.data.simples.find((s) => s.label === label).imageOrder", label));
        }

        Assert.Equal(await page.Page.EvaluateAsync<int>("eqnn.data.simples.length"), seen.Count);

        // Keys: an arrow goes to the next tile, Enter toggles; draw, set a weight, add a layer: all of it in the link.
        await page.Page.FocusAsync("[data-testid=in-0-0]");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.FillAsync("[data-testid=kernel-1]", "1/3");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.ClickAsync("[data-testid=layer-more]");
        await Frame(page);
        Assert.Equal("disc;1/3,1,0,1,1,1,0,1,0;1.0;1", await page.Page.EvaluateAsync<string>("eqnn.state().i"));
        var again = await page.Page.EvaluateAsync<string>("eqnn.permalink()");
        await page.Page.ClickAsync("[data-testid=preset-letter]");
        await page.Page.ClickAsync("[data-testid=image-in]", new() { Position = new() { X = 5, Y = 5 } });
        await Frame(page);
        Assert.StartsWith("x", await page.Page.EvaluateAsync<string>("eqnn.state().i"), StringComparison.Ordinal);
        await page.Page.EvaluateAsync("(link) => eqnn.set(link)", again);
        Assert.Equal("disc;1/3,1,0,1,1,1,0,1,0;1.0;1", await page.Page.EvaluateAsync<string>("eqnn.state().i"));
        await page.Page.EvaluateAsync("eqnn.set('#v=1&i=x00;;;')");
        Assert.Contains("part i was not understood", await page.Page.TextContentAsync("[data-testid=message]"), StringComparison.Ordinal);
        await Quiet(page);
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task The_string_says_what_is_heard_and_script_time_is_measured_on_the_page()
    {
        var page = await browser.Open(ExplorerFiles.Write("C8"), "#v=1&h=L1.p.1/2,1/4&tab=string");
        var heard = (await page.Page.TextContentAsync("[data-testid=heard]"))!;
        Assert.Contains("Heard of v: overtone 1; of f(v): 1, 2, 4. Added: the octave, the double octave", heard, StringComparison.Ordinal);
        foreach (var kind in new[] { "p", "s", "c" })
        {
            var before = await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())");
            var times = JObject.Parse(await page.Page.EvaluateAsync<string>("(kind) => JSON.stringify(eqnn.measure(20, kind))", kind));
            Assert.Equal(20, (int)times["count"]!);
            Assert.True((double)times["median"]! <= (double)times["worst"]!);
            Assert.Equal(before, await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())"));
        }

        await Quiet(page);
    }

    private static async Task<(Dictionary<string, double> Norms, List<int> Signs)> Seen(OpenPage page, string label, string[] vector)
    {
        var image = JObject.Parse(await page.Page.EvaluateAsync<string>("([l, v]) => JSON.stringify(eqnn.image(l, v))", new object[] { label, vector }));
        return (image["targets"]!.Cast<JProperty>().ToDictionary(target => target.Name, target => (double)target.Value["norm"]!), [.. image["chamber"]!["signs"]!.Select(sign => (int)sign)]);
    }

    private static async Task DragBy(OpenPage page, string id, float x, float y)
    {
        var box = (await page.Page.Locator($"[data-testid={id}]").BoundingBoxAsync())!;
        var (left, top) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Page.Mouse.MoveAsync(left, top);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(left + (x / 2), top + (y / 2));
        await page.Page.Mouse.MoveAsync(left + x, top + y);
        await page.Page.Mouse.UpAsync();
        await Frame(page);
    }

    private static Task Frame(OpenPage page) => page.Page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");

    /// <summary>Waits until an element of a class has acted.</summary>
    private static async Task Rest(OpenPage page)
    {
        await page.Until("!eqnn.acting()");
        await Frame(page);
    }

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Point();

    private static async Task Quiet(OpenPage page)
    {
        Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
        Assert.Empty(page.Trouble);
        Assert.Single(page.Requests);
        await page.Page.CloseAsync();
    }
}
