using System.Text.RegularExpressions;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>The page of a group computes activations by itself; its table is that of the library, no name more or less.</summary>
public sealed class ActivationScriptTests
{
    [Fact]
    public void The_script_of_the_page_has_a_value_for_every_row_of_the_table_that_is_not_exact()
    {
        var script = File.ReadAllText(Path.Combine(Oracles.Repository(), "src", "Eqnn.Drawing", "Explorer", "js", "activation.js"));
        var table = Regex.Match(script, @"const SMOOTH = \{\n(.*?)\n\};", RegexOptions.Singleline).Groups[1].Value;
        var names = Regex.Matches(table, "^  \"?([a-z0-9-]+)\"?(?:[:,])", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        Assert.Equal(Activation.Known.Where(f => !f.IsExact).Select(f => f.Name).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }
}
