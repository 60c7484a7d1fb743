using Eqnn.Drawing.Explorer;
using Xunit;

namespace Eqnn.Drawing.Tests.Explorer;

/// <summary>The rules of the modules, each seen to fail on something false; escaping of text in pages.</summary>
public sealed class ScriptJoinerTests
{
    [Fact]
    public void The_modules_of_the_explorer_and_of_the_site_obey_the_rules()
    {
        foreach (var script in new[] { ScriptJoiner.Joined(ScriptJoiner.ExplorerModules), ScriptJoiner.Joined(ScriptJoiner.SiteModules) })
        {
            Assert.DoesNotContain("\nimport ", script, StringComparison.Ordinal);
            Assert.DoesNotContain("\nexport ", script, StringComparison.Ordinal);
            Assert.DoesNotContain("</script", script, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("innerHTML", script, StringComparison.Ordinal);
            Assert.DoesNotContain("eval(", script, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_module_is_in_some_page_and_pages_have_what_their_group_needs()
    {
        var files = typeof(ScriptJoiner).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".js", StringComparison.Ordinal)).Select(name => name["explorer/".Length..^3]);
        Assert.Equal(files.Order(StringComparer.Ordinal), ScriptJoiner.ExplorerModules.Union(ScriptJoiner.SiteModules).Order(StringComparer.Ordinal));
        Assert.Contains("string", ScriptJoiner.ModulesFor("C8"));
        Assert.Contains("pixels", ScriptJoiner.ModulesFor("C10xC10"));
        foreach (var group in new[] { "C8xC9", "D4", "C8xC8xC8", "C" })
        {
            Assert.Empty(ScriptJoiner.ModulesFor(group).Intersect(["string", "lab", "pixels"]));
            Assert.Equal(ScriptJoiner.Explorer("A5"), ScriptJoiner.Explorer(group));
        }
    }

    [Theory]
    [InlineData("A5", 160_000)]
    [InlineData("C8", 165_000)]
    [InlineData("C10xC10", 175_000)]
    public void Scripts_stay_within_their_budget(string group, int most) => Assert.InRange(ScriptJoiner.Explorer(group).Length, 50_000, most);

    [Theory]
    [InlineData("export default 3;")]
    [InlineData("import { a } from \"./later.js\";")]
    [InlineData("import * as all from \"./first.js\";")]
    [InlineData("export function a() { }")]
    public void What_breaks_a_rule_is_refused(string line) =>
        Assert.Throws<InvalidOperationException>(() => ScriptJoiner.Join([("first", "export const a = 1;"), ("second", line)]));

    [Fact]
    public void Text_never_becomes_markup()
    {
        Assert.Equal("&lt;/script&gt;&quot;&#39;&amp;", Html.Text("</script>\"'&"));
        Assert.Equal("\"\\u003c/script>\\u003c!--\\u2028\"", Html.Json("\"</script><!--\u2028\""));
        var page = Html.Page("</title><script>", "", "", "", "{}");
        Assert.DoesNotContain("</title><script>", page, StringComparison.Ordinal);
    }
}
