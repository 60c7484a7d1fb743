using Eqnn.Cli.Output;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests.Output;

public sealed class LegendTests
{
    private static readonly string[] Commands =
    [
        "maps C8 L1 L2", "maps C8 L2 L1", "maps C8 L1 L2 --activation tanh", "interact C8 --explain L1 L3", "interact C6 --depth 2 --from L1", "interact C4 --energy --digits 3", "chambers S4 standard --on points",
        "characters S3", "simples Q8", "normal-subgroups D4", "homs S4 --on points", "universal D4 --on points",
        "maps D4 L4 L4 --activation sin",
    ];

    public static TheoryData<string> Names => [.. Symbols.All.Select(symbol => symbol.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sign_has_its_place_in_the_theory(string name)
    {
        var theory = File.ReadAllText(Path.Combine(Oracles.Repository(), "docs", "theory.md"));
        var symbol = Symbols.All.Single(symbol => symbol.Name == name);
        Assert.Contains($"<a id=\"{symbol.Place}\"></a>", theory, StringComparison.Ordinal);
    }

    /// <summary>A sign that no answer shows would be a dead word.</summary>
    [Fact]
    public void Every_sign_is_shown_by_an_answer()
    {
        var legends = Commands.Select(command => Legend(command)).ToList();
        Assert.All(Symbols.All, symbol => Assert.True(legends.Exists(legend => legend.Contains($"\n{symbol.Name} ", StringComparison.Ordinal)), symbol.Name));
    }

    [Fact]
    public void The_legend_of_the_main_question_has_its_signs()
    {
        var legend = Legend("maps C8 L1 L2");
        Assert.All(new[] { "type", "image", "multiplicity", "P_L", "ψ_L", "B", "e_1, e_x", "β", "ker L" }, name => Assert.Contains($"\n{name} ", legend, StringComparison.Ordinal));
        Assert.DoesNotContain("\nJ_t ", legend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_has_the_legend_of_its_own_signs()
    {
        var simples = Tool.RunLine("eqnn maps C8 L1 L2 --part simples --legend").Output;
        Assert.Contains("\ntype ", simples, StringComparison.Ordinal);
        Assert.DoesNotContain("\nP_L ", simples, StringComparison.Ordinal);
        Assert.Equal(new Outcome(2, "", "eqnn: --legend: it explains an answer for people; the format json has none\n"), Tool.RunLine("eqnn maps C8 --legend --format json"));
    }

    /// <summary>The map that is left out is written out by the question that the answer names.</summary>
    [Fact]
    public void What_is_left_out_is_asked_for_in_another_way()
    {
        var line = Tool.RunLine("eqnn maps S7 standard trivial").Output.Split('\n').Single(text => text.Contains("by its values on rays: ", StringComparison.Ordinal));
        var question = line[(line.IndexOf(": eqnn ", StringComparison.Ordinal) + 2)..];
        Assert.Equal("eqnn maps S7 L2 L0 --on points --enumerate", question);
        Assert.Contains("a map is given by its values on one ray of each orbit", Tool.RunLine(question).Output, StringComparison.Ordinal);
    }

    private static string Legend(string command)
    {
        var outcome = Tool.RunLine($"eqnn {command} --legend");
        Assert.Equal("", outcome.Error);
        return outcome.Output[outcome.Output.IndexOf("\nLegend, ", StringComparison.Ordinal)..];
    }
}
