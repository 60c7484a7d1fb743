namespace Eqnn.Cli.Tests;

public sealed class TranscriptTests
{
    public static TheoryData<string> Golden => [.. Transcripts.GoldenFiles];

    public static TheoryData<string> Documents => [.. Transcripts.Documents];

    [Theory]
    [MemberData(nameof(Golden))]
    public void Golden_sessions_are_reproduced_to_the_byte(string file) => Transcripts.ReplayGolden(file);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Sessions_in_documents_are_reproduced_to_the_byte(string file) => Transcripts.ReplayDocument(file);

    [Fact]
    public void Readme_and_manual_show_sessions()
    {
        Assert.True(Transcripts.ReplayDocument("README.md") >= 1);
        Assert.True(Transcripts.ReplayDocument("docs/cli.md") >= 8);
    }

    [Fact]
    public void Golden_files_are_not_rewritten_in_CI() =>
        Assert.False(Transcripts.Update && Environment.GetEnvironmentVariable("CI") == "true", "EQNN_UPDATE_GOLDEN is set in CI");
}
