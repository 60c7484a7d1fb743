using Eqnn.Drawing.Explorer;
using Xunit;

namespace Eqnn.Drawing.Tests.Explorer;

/// <summary>The rules of the modules, each seen to fail on something false; escaping of text in pages.</summary>
public sealed class ScriptJoinerTests
{
    [Fact]
    public void The_modules_of_the_explorer_obey_the_rules()
    {
        var script = ScriptJoiner.Explorer;
        Assert.DoesNotContain("\nimport ", script, StringComparison.Ordinal);
        Assert.DoesNotContain("\nexport ", script, StringComparison.Ordinal);
        Assert.DoesNotContain("</script", script, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("innerHTML", script, StringComparison.Ordinal);
        Assert.DoesNotContain("eval(", script, StringComparison.Ordinal);
        Assert.True(script.Length < 230_000, $"{script.Length} characters");
    }

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
