using System.Globalization;
using Newtonsoft.Json.Linq;
using Xunit.Abstractions;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>S5 on itself and A5 on each of its transitive sets follow the hand: after each drag the parts are all of f(v). Script times are reported (docs/explorer.md has some), and decide nothing.</summary>
public sealed class ExplorerSpeedTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Large_sets_follow_the_hand()
    {
        foreach (var (group, sets) in new[] { ("S5", 1), ("A5", 9) })
        {
            var page = await browser.Open(ExplorerFiles.Write(group));
            var names = await page.Page.EvaluateAsync<string[]>("eqnn.data.gsets.map((s) => s.name)");
            Assert.True(names.Length >= sets, $"{group}: {string.Join(", ", names)}");
            foreach (var name in names.Take(sets))
            {
                // A hand that the set does not carry goes to the first faithful simple.
                await page.Page.EvaluateAsync("([x]) => eqnn.set({ x, h: [{ label: 'L999', points: [['1']] }] })", new[] { name });
                var times = new List<string>();
                foreach (var kind in new[] { "p", "s", "c" })
                {
                    var before = await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())");
                    var measured = JObject.Parse(await page.Page.EvaluateAsync<string>("(kind) => JSON.stringify(eqnn.measure(60, kind))", kind));
                    Assert.Equal(60, (int)measured["count"]!);
                    Assert.Equal(before, await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.state())"));
                    times.Add($"{kind} {((double)measured["median"]!).ToString("F1", CultureInfo.InvariantCulture)} ms, worst {((double)measured["worst"]!).ToString("F1", CultureInfo.InvariantCulture)} ms");
                }

                var now = JObject.Parse(await page.Page.EvaluateAsync<string>("JSON.stringify(eqnn.now())"));
                Assert.Equal(now["out"]!.Sum(v => (double)v * (double)v), now["norms"]!.Sum(part => Math.Pow((double)((JProperty)part).Value, 2)), 9);
                output.WriteLine($"{group} on {name} ({now["out"]!.Count()} points): {string.Join("; ", times)}");
            }

            Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
            Assert.Empty(page.Trouble);
            await page.Page.CloseAsync();
        }
    }
}
