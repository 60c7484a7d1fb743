namespace Eqnn.Cli.Tests;

public sealed class TranscriptTests
{
    public static TheoryData<string> Golden => [.. Transcripts.GoldenFiles];

    [Theory]
    [MemberData(nameof(Golden))]
    public void Golden_sessions_are_reproduced_to_the_byte(string file) => Transcripts.ReplayGolden(file);

    [Fact]
    public void Golden_files_are_not_rewritten_in_CI() =>
        Assert.False(Transcripts.Update && Environment.GetEnvironmentVariable("CI") == "true", "EQNN_UPDATE_GOLDEN is set in CI");
}
