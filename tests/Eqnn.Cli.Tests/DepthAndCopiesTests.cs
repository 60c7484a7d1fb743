using Xunit;

namespace Eqnn.Cli.Tests;

/// <summary>Headings and tables about depth and copies say what was computed.</summary>
public sealed class DepthAndCopiesTests
{
    [Theory]
    [InlineData("relu-bias:0", "without biases, one input channel", "f(t) = max(t, 0) (its bias is 0)", "level sets on chambers")]
    [InlineData("relu-bias", "with free invariant biases, one input channel", "f(t) = max(t - 1, 0)", "biases")]
    [InlineData("pl:(0,0) (1,0) (2,1)", "with free invariant biases, one input channel", "f(t) = slopes 0, 1, kinks at 1", "biases")]
    [InlineData("leaky-relu:-1", "without biases, one input channel", "f(t) = |t|", "level sets on chambers")]
    [InlineData("tanh", "without biases, one input channel", "f(t) = tanh(t)", "f analytic")]
    public void Biases_are_said_as_they_are_computed(string activation, string heading, string function, string argument)
    {
        var outcome = Tool.Run("interact", "D5", "-a", activation, "--depth", "2", "--from", "L2");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(heading, outcome.Output, StringComparison.Ordinal);
        Assert.Contains(function + "\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"all ({argument})", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("many input channels", Tool.Run("interact", "D5", "-a", activation, "--depth", "2", "--from", "L2", "--input-channels", "many").Output, StringComparison.Ordinal);
    }

    /// <summary>The sign of S4/V4 lies in the bound after two layers; ReLU never populates it from one input channel, and for squares that is open: neither has a number of layers.</summary>
    [Theory]
    [InlineData("relu", "L4   1  -  1  1  0")]
    [InlineData("square", "L4   1  ?  1  1  0")]
    public void What_is_never_or_not_known_to_be_populated_has_no_number_of_layers(string activation, string row)
    {
        var outcome = Tool.Run("interact", "S4", "--on", "cosets:(1,2),cosets:(1,2)(3,4);(1,3)(2,4)", "-a", activation, "--depth", "2");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("least number of layers that populates the column from the row; - none of these, ? open\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)), outcome.Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    /// <summary>The plane of S3 occurs twice: a square takes the component to the sign, a copy of it not.</summary>
    [Fact]
    public void Polynomials_speak_of_whole_components()
    {
        const string Note = "the input is one vector of the whole component of a simple: from a single copy a monomial of degree 2 or more can populate less (--copy generic)\n";
        var square = Tool.Run("interact", "S3", "-a", "square", "--depth", "1", "--copy", "generic").Output;
        Assert.Contains(Note, square, StringComparison.Ordinal);
        Assert.Matches(@"L2 +generic +1 +1 +L0, L2 +L1\n", square);
        Assert.DoesNotContain(Note, Tool.Run("interact", "S3", "-a", "square", "--depth", "1", "--on", "points").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Note, Tool.Run("interact", "S3", "--depth", "1").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_reaches_nothing_populates_nothing() => Assert.Matches("L2 +1 +0 +nothing +nothing +nothing\n", Tool.Run("interact", "S3", "-a", "poly:0", "--depth", "1").Output);

    [Theory]
    [InlineData("D4", "relu")]
    [InlineData("S4", "abs")]
    [InlineData("C7:C3", "poly:t^2")]
    public void Random_copies_are_generic_and_say_so(string group, string activation)
    {
        foreach (var seed in new[] { "1", "2", "3" })
        {
            var lines = Tool.Run("interact", group, "-a", activation, "--copy", "random", "--seed", seed).Output.Split('\n').Where(line => line.Contains("random, seed", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(lines);
            Assert.All(lines, line => Assert.Contains($"random, seed {seed}, generic", line, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("S3", "fixed:(1,2)", "poly:t^2")]
    [InlineData("D4", "fixed:(1,3)", "poly:t^2 + t")]
    [InlineData("S4", "fixed:(1,2)", "poly:t^3")]
    [InlineData("A4", "fixed:(1,2)(3,4)", "abs")]
    public void Copies_with_a_symmetry_are_decided(string group, string copy, string activation)
    {
        var outcome = Tool.Run("interact", group, "--copy", copy, "-a", activation);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("generic among those fixed by", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Maps_from_a_special_copy_say_so()
    {
        Assert.Contains("copy         special", Tool.Run("maps", "S3", "standard", "sign", "--on", "points+regular", "--enumerate").Output, StringComparison.Ordinal);
        Assert.Contains("copy         generic", Tool.Run("maps", "A4", "standard", "L1", "--on", "regular", "--enumerate").Output, StringComparison.Ordinal);
    }
}
