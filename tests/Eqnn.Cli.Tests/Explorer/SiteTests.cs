using System.Text.RegularExpressions;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>A site of a small catalog: every link resolves, nothing is asked of anybody, search, comparison and tour do what they say.</summary>
public sealed class SiteTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly Lazy<string> Site = new(Build);

    [Fact]
    public void Every_link_of_a_site_resolves_and_none_leads_elsewhere()
    {
        var pages = Directory.GetFiles(Site.Value, "*.html", SearchOption.AllDirectories);
        Assert.Equal(5 + 4, pages.Length);
        foreach (var page in pages)
        {
            var text = File.ReadAllText(page);
            Assert.Contains("default-src 'none'", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("(src|srcset|action|poster)=\"", text[..text.IndexOf("<script type=\"application/json\"", StringComparison.Ordinal)]);
            foreach (Match link in Regex.Matches(text[..text.IndexOf("<script type=\"application/json\"", StringComparison.Ordinal)], "href=\"([^\"#]*)(#[^\"]*)?\""))
            {
                var target = link.Groups[1].Value;
                Assert.False(target.Contains(':', StringComparison.Ordinal) || target.StartsWith('/'), $"{page}: {target}");
                Assert.True(target.Length == 0 || File.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)), $"{page}: {target} leads nowhere");
            }
        }

        Assert.Equal(4, Directory.GetFiles(Path.Combine(Site.Value, "data"), "*.json").Length);
    }

    [Fact]
    public void A_catalog_gives_the_same_bytes_again()
    {
        var again = Build();
        foreach (var file in Directory.GetFiles(Site.Value, "*", SearchOption.AllDirectories))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(again, Path.GetRelativePath(Site.Value, file))));
        }
    }

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Links_made_by_scripts_resolve_search_finds_and_comparison_names_the_first_difference()
    {
        var index = await browser.Open(Path.Combine(Site.Value, "index.html"));
        Assert.Equal(4, await index.Page.Locator("tbody tr").CountAsync());
        foreach (var link in await index.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a')].map((a) => a.href)"))
        {
            Assert.True(File.Exists(new Uri(link).LocalPath), link);
        }

        foreach (var (query, found) in new[] { ("type:H", "Q8"), ("abelian:yes order:8..8", "C8"), ("simples<5 type:R", "S3"), ("name:D4", "D4"), ("abelian:no type:C", ""), ("order>=6 pair:two-layers", "C8") })
        {
            await index.Page.FillAsync("[data-testid=site-search]", query);
            Assert.Equal(found, string.Join(' ', await index.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('tbody th')].map((n) => n.textContent)")));
        }

        Assert.Contains("remove:", await index.Page.EvaluateAsync<string>("(() => { const box = document.querySelector('[data-testid=site-search]'); box.value = 'type:H abelian:yes'; box.dispatchEvent(new Event('input')); return document.querySelector('[aria-live]').textContent; })()"), StringComparison.Ordinal);
        Assert.Empty(index.Trouble);
        Assert.Single(index.Requests);

        var compare = await browser.Open(Path.Combine(Site.Value, "compare.html"), "#a=D4&b=Q8");
        var difference = await compare.Page.TextContentAsync("[data-testid=difference]");
        Assert.Contains("First difference: types of simples", difference, StringComparison.Ordinal);
        Assert.Contains("The same character table", difference, StringComparison.Ordinal); // D4 and Q8: one table.

        // Aligned tables, as the tool counts: D4 has five elements of order 2, Q8 one; four simples are alike, the fifth is of type R against H.
        Assert.Equal("2,5,1,differs", await Row(compare, "elements", 1));
        Assert.Equal("4,2,6,differs", await Row(compare, "elements", 2));
        Assert.Equal(6, await compare.Page.Locator("[data-testid=compare-simples] tbody tr").CountAsync());
        Assert.Equal(2, await compare.Page.Locator("[data-testid=compare-simples] tr.differs").CountAsync());
        Assert.Equal(6, await compare.Page.Locator("[data-testid=compare-normal] tbody tr").CountAsync());
        Assert.Equal(0, await compare.Page.Locator("[data-testid=compare-normal] tr.differs").CountAsync());
        foreach (var (group, column) in new[] { ("D4", 1), ("Q8", 2) })
        {
            var edges = ExplorerFiles.Json("interact", group)["edges"]!.Count();
            Assert.Equal(edges, await compare.Page.EvaluateAsync<int>("(column) => [...document.querySelectorAll('[data-testid=compare-arrows] tbody tr')].reduce((sum, row) => sum + (Number(row.children[column].textContent) || 0), 0)", column));
        }

        await SidesSayWhatTheToolSays(compare);
        await compare.Page.CheckAsync("[data-testid=only-differences]");
        Assert.Equal(0, await compare.Page.Locator("[data-testid=sides-lattice] svg").CountAsync()); // Nothing differs there.
        Assert.Equal("no difference", await compare.Page.TextContentAsync("[data-testid=compare-normal] p"));
        await compare.Page.SelectOptionAsync("[data-testid=compare-b]", "D4");
        Assert.Contains("No difference", await compare.Page.TextContentAsync("[data-testid=difference]"), StringComparison.Ordinal);
        Assert.Equal(0, await compare.Page.Locator("[data-testid^=sides-] :is(svg,table)").CountAsync());
        await compare.Page.UncheckAsync("[data-testid=only-differences]");
        foreach (var width in new[] { 360, 1280 })
        {
            await compare.Page.SetViewportSizeAsync(width, 800);
            foreach (var fragment in new[] { "#a=D4&b=Q8", "#a=C8&b=S3" })
            {
                await compare.Page.EvaluateAsync("(fragment) => { location.hash = fragment; return new Promise((done) => setTimeout(done, 50)); }", fragment);
                Assert.Equal(0, await compare.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            }
        }
        Assert.Single(compare.Requests);
        Assert.Empty(compare.Trouble);

        foreach (var still in new[] { "definitions.html", "404.html" })
        {
            var page = await browser.Open(Path.Combine(Site.Value, still), "", 360, Microsoft.Playwright.ColorScheme.Dark);
            Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            Assert.Empty(page.Trouble);
            Assert.Single(page.Requests);
            await page.Page.CloseAsync();
        }

        var tour = await browser.Open(Path.Combine(Site.Value, "tour.html"));
        var steps = await tour.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('ol a')].map((a) => a.href)");
        Assert.Single(tour.Requests);
        Assert.Equal(4, steps.Length); // Of nine examples those whose group is in the site, all of C8.
        foreach (var step in steps)
        {
            var page = await browser.Open(new Uri(step).LocalPath, new Uri(step).Fragment);
            Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
            Assert.True(await page.Page.EvaluateAsync<bool>("document.getElementById('message').hidden"), step);
            Assert.Empty(page.Trouble);
            await page.Page.CloseAsync();
        }
    }

    /// <summary>Tables, lattices and graphs beside each other: D4 and Q8 have one table, cell by cell, one lattice, and one graph up to types; numbers of characters, subgroups and arrows are those of the tool.</summary>
    private static async Task SidesSayWhatTheToolSays(OpenPage compare)
    {
        var cells = new List<string[]>();
        foreach (var (group, side) in new[] { ("D4", "a"), ("Q8", "b") })
        {
            var table = ExplorerFiles.Json("characters", group);
            cells.Add(await compare.Page.EvaluateAsync<string[]>("(side) => [...document.querySelectorAll(`[data-testid=table-${side}] tbody td`)].map((n) => n.textContent)", side));
            Assert.Equal(25, cells[^1].Length);
            Assert.Equal(table["characters"]!.SelectMany(row => row["values"]!.Select(value => value.ToString())).Order(StringComparer.Ordinal), cells[^1].Order(StringComparer.Ordinal));
            Assert.Equal(6, await compare.Page.Locator($"[data-testid=lattice-{side}] .sub").CountAsync());
            Assert.Equal(5, await compare.Page.Locator($"[data-testid=lattice-{side}] .sub.kernel").CountAsync());
            Assert.Equal(ExplorerFiles.Json("interact", group)["edges"]!.Count(), await compare.Page.Locator($"[data-testid=graph-{side}] .arrow").CountAsync());
        }

        Assert.Equal(cells[0], cells[1]);
        Assert.Contains("elements of the classes have other orders", await compare.Page.TextContentAsync("[data-testid=words-table]"), StringComparison.Ordinal);
        Assert.Contains("The same lattice", await compare.Page.TextContentAsync("[data-testid=words-lattice]"), StringComparison.Ordinal);
        Assert.Contains("The same arrows", await compare.Page.TextContentAsync("[data-testid=words-graph]"), StringComparison.Ordinal);

        // What stands beside each other is lit together, by the mouse and by Tab: the faithful simple, its box and its kernel on both sides.
        await compare.Page.HoverAsync("[data-testid=graph-a] .node >> nth=4");
        Assert.Equal(4, await compare.Page.Locator(".lit").CountAsync());
        await compare.Page.FocusAsync("[data-testid=table-b] tbody th >> nth=2");
        Assert.Equal(2, await compare.Page.Locator("tr.lit").CountAsync());
    }

    private static async Task<string> Row(OpenPage page, string table, int row) => string.Join(',', await page.Page.EvaluateAsync<string[]>("([table, row]) => [...document.querySelectorAll(`[data-testid=compare-${table}] tbody tr`)][row] ? [...[...document.querySelectorAll(`[data-testid=compare-${table}] tbody tr`)][row].children].map((n) => n.textContent) : []", new object[] { table, row }));

    private static string Build()
    {
        var folder = Directory.CreateTempSubdirectory("eqnn-site").FullName;
        var (catalog, site) = (Path.Combine(folder, "catalog"), Path.Combine(folder, "site"));
        Run("catalog", "build", "--groups", "C8,Q8,D4,S3", "--figures", "0", "--out", catalog);
        Run("catalog", "site", catalog, "--out", site);
        return site;
    }

    private static void Run(params string[] words)
    {
        var outcome = Tool.Run([.. words, "--quiet"]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
    }
}
