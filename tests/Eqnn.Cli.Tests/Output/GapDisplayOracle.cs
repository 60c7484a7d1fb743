using Eqnn.Testing;

namespace Eqnn.Cli.Tests.Output;

/// <summary>The character tables laid out as by GAP itself: <c>tests/oracles/display</c>.</summary>
public sealed class GapDisplayOracle
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Oracles.File("display", ""), "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Tables_look_as_in_GAP(string file)
    {
        var gap = File.ReadAllLines(Oracles.File("display", file)).Where(line => !line.StartsWith("  =", StringComparison.Ordinal));
        Assert.Equal(string.Concat(gap.Select(line => line + "\n")), Tool.Run("characters", File.ReadLines(Oracles.File("display", file)).First(), "--format", "gap").Output);
    }
}
