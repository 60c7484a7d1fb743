using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests;

/// <summary>Characteristic polynomials and affine arrangements on the command line.</summary>
public sealed class AffineChamberTests
{
    private const string Shi = "@tests/Eqnn.Cli.Tests/Data/shi-3.json";

    [Fact]
    public void An_affine_file_is_answered_with_regions()
    {
        var answer = Json("chambers", Shi);
        Assert.Equal((16, 4, 6), ((int)answer["regions"]!, (int)answer["boundedRegions"]!, (int)answer["hyperplanes"]!));
        Assert.Equal([1, 6, 9], answer["bettiNumbers"]!.Select(x => (int)x));
        Assert.Equal([0, 9, -6, 1], answer["characteristicPolynomial"]!.Select(x => (int)x));
        Assert.Equal(16, answer["regionOrbits"]!.Sum(orbit => (int)orbit["size"]!));
        Assert.Equal(4, answer["regionOrbits"]!.Where(orbit => (bool)orbit["bounded"]!).Sum(orbit => (int)orbit["size"]!));
        Assert.All(answer["regionOrbits"]!, orbit => Assert.Equal((bool)orbit["bounded"]!, !orbit["directions"]!.Any()));
        var counted = Json("chambers", Shi, "--characteristic");
        Assert.Equal((16, 4), ((int)counted["regions"]!, (int)counted["boundedRegions"]!));
        Assert.Equal(16, Tool.Run("chambers", Shi, "--all").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Count());
    }

    [Fact]
    public void A_bias_cuts_other_regions_and_0_is_none()
    {
        var with = Json("chambers", "S3", "standard", "--on", "points", "--bias", "1");
        Assert.Equal((7, 1), ((int)with["regions"]!, (int)with["boundedRegions"]!));
        Assert.Equal(["1"], with["bias"]!.Select(x => (string)x!));
        Assert.Equal((int)with["regions"]!, (int)Json("chambers", "S3", "standard", "--on", "points", "--bias", "-5/3")["regions"]!);
        Assert.Equal(6, (int)Json("chambers", "S3", "standard", "--on", "points", "--bias", "0")["chambers"]!);
        Assert.Equal(["1", "2"], Json("chambers", "S3", "standard", "--on", "points+points", "--isotypic", "--bias", "1,2", "--characteristic")["bias"]!.Select(x => (string)x!));
    }

    [Fact]
    public void Maps_on_the_regions_of_a_bias_are_enumerated()
    {
        var answer = Json("maps", "S3", "standard", "trivial", "--on", "points", "--enumerate", "--bias", "1");
        var space = answer["affineMapSpace"]!;
        Assert.Equal((int)space["dimension"]!, space["basis"]!.Count());
        Assert.Equal(1, (int)space["affineDimension"]!);
        Assert.Equal(2, (int)space["oneLayerDimension"]!);
        Assert.Null(answer["mapSpace"]);
    }

    [Theory]
    [InlineData("an invariant bias has one for each", "chambers", "S3", "standard", "--on", "points", "--bias", "1,2")]
    [InlineData("--bias goes with a group", "chambers", Shi, "--bias", "1")]
    [InlineData("--svg draws hyperplanes through 0 only", "chambers", Shi, "--svg", "no-such-picture.svg")]
    [InlineData("--characteristic lists no chambers", "chambers", Shi, "--characteristic", "--all")]
    [InlineData("--bias goes with --enumerate", "maps", "S3", "standard", "trivial", "--bias", "1")]
    [InlineData("neither a picture", "maps", "S3", "standard", "trivial", "--on", "points", "--enumerate", "--bias", "1", "--svg", "no-such-picture.svg")]
    public void What_does_not_fit_is_refused(string reason, params string[] words)
    {
        var outcome = Tool.Run(words);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(reason, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_on_flats_is_named_with_its_option()
    {
        var outcome = Tool.Run("chambers", "S7", "[5,2]", "--on", "subsets:2", "--characteristic", "--max-flats", "2");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("--max-flats 20", outcome.Error, StringComparison.Ordinal);
    }

    private static JObject Json(params string[] words)
    {
        var outcome = Tool.Run([.. words, "--format", "json"]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return JObject.Parse(outcome.Output);
    }
}
