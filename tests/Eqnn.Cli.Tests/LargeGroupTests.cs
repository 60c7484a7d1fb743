using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.Cli.Tests;

/// <summary>Symmetric and alternating groups with too many classes for a table: what needs none is answered, the rest is refused by name.</summary>
public sealed class LargeGroupTests
{
    [Theory]
    [InlineData("S31", 3, false, "--max-classes 6842")]
    [InlineData("S60", 3, false, "966467 classes of S60")]
    [InlineData("A100", 2, true, "190569292 classes of S100")]
    public void Facts_that_need_no_classes_are_reported(string name, int normalSubgroups, bool simple, string refusal)
    {
        var outcome = Tool.Run("group", name, "--format", "json", "--timeout", "60");
        Assert.Equal(0, outcome.ExitCode);
        var json = JObject.Parse(outcome.Output);
        Assert.Equal(simple, (bool)json["simple"]!);
        Assert.Equal(simple, (bool)json["perfect"]!);
        Assert.False((bool)json["solvable"]!);
        Assert.Equal(1, (int)json["centreOrder"]!);
        Assert.Equal(normalSubgroups, json["normalSubgroupOrders"]!.Count());
        Assert.Equal(simple ? 0 : 1, json["abelianInvariants"]!.Count());
        Assert.Equal(simple ? 1 : 2, json["derivedSeries"]!.Count());
        Assert.Contains(refusal, Assert.Single(json["refused"]!)!.ToString(), StringComparison.Ordinal);

        var text = Tool.Run("group", name);
        Assert.Equal(0, text.ExitCode);
        Assert.Matches($@"normal subgroups +{normalSubgroups}, orders 1, ", text.Output);
        Assert.Matches(@"\ncomposition factors  .*A\d+\n", text.Output);
        Assert.Contains(refusal, text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_beyond_a_limit_of_their_own_are_refused_one_by_one()
    {
        var outcome = Tool.Run("group", "S4", "--format", "json", "--max-classes", "2");
        Assert.Equal(0, outcome.ExitCode);
        var json = JObject.Parse(outcome.Output);
        Assert.Equal(["24", "12", "4", "1"], json["derivedSeries"]!.Select(order => order.ToString()));
        Assert.Contains(json["refused"]!, line => line.ToString().StartsWith("classes, simples: limit reached: ", StringComparison.Ordinal));
        Assert.Equal(4, json["normalSubgroupOrders"]!.Count());
    }

    [Fact]
    public void Questions_that_need_the_table_are_refused_with_its_size()
    {
        var outcome = Tool.Run("characters", "S31");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Contains("this needs 6842 classes of S31 and about 0.3 GB; to raise it: --max-classes 6842", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_table_is_shown_in_part()
    {
        var outcome = Tool.Run("characters", "S22", "--rows", "X.3", "--columns", "1a,2a");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"\nX\.3 +21 +19\n", outcome.Output);
    }

    [Fact]
    public void A_large_table_is_not_laid_out_whole()
    {
        var outcome = Tool.Run("characters", "S24", "--full");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Contains("this needs 2480625 (1575 rows, 1575 columns); to raise it: choose --rows or --columns, or write --format json", outcome.Error, StringComparison.Ordinal);
    }
}
