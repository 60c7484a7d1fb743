using Eqnn.Algebra.Groups;
using Eqnn.Cli.Output;
using Eqnn.Testing;
using FsCheck.Xunit;

namespace Eqnn.Cli.Tests.Output;

/// <summary>What is printed for GAP is read here as the same group.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)])]
public sealed class GapRoundTripLaws
{
    [Law]
    public void A_group_printed_for_GAP_is_read_as_itself(FiniteGroup group)
    {
        var again = FiniteGroup.Parse(GapObjects.Group(group.Generators) + ";\n");
        Assert.Equal(group.Order, again.Order);
        Assert.Equal(group.Generators.Count == 0 ? ["()"] : group.Generators.Select(g => g.ToString()), again.Generators.Select(g => g.ToString()));
    }

    [Theory]
    [InlineData("group D8")]
    [InlineData("normal-subgroups S4")]
    [InlineData("gsets S4")]
    public void A_statement_for_GAP_ends_in_a_semicolon(string words) => Assert.EndsWith(";\n", Tool.RunLine($"eqnn {words} --format gap").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("S4")]
    [InlineData("SL(2,3)")]
    [InlineData("C1")]
    public void The_tool_answers_about_what_it_printed(string name)
    {
        var printed = Tool.RunLine($"eqnn group {name} --format gap").Output;
        Assert.Equal(printed, Tool.Run(["group", printed, "--format", "gap"]).Output);
    }
}
