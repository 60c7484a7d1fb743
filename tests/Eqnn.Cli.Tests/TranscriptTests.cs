using Eqnn.Testing;

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

    /// <summary>So every picture is replayed (it is compared where its command is), and none is forgotten.</summary>
    [Fact]
    public void Every_drawing_is_written_by_one_command_of_a_document_and_shown()
    {
        var texts = Transcripts.Documents.Select(file => File.ReadAllText(Path.Combine(Oracles.Repository(), file))).ToList();
        var written = texts.SelectMany(text => text.Split('\n')).Select(Transcripts.CommandOf).OfType<string>()
            .SelectMany(command => DocumentFiles.WrittenBy(ShellWords.Split(command))).Select(file => file.Name).Order(StringComparer.Ordinal);
        var pictures = Directory.GetFiles(Path.Combine(Oracles.Repository(), "docs", "figures")).Where(file => Path.GetExtension(file) is ".svg" or ".tex").Select(file => $"docs/figures/{Path.GetFileName(file)}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(pictures, written);
        Assert.All(pictures, picture => Assert.Contains(texts, text => text.Contains($"({picture})", StringComparison.Ordinal) || text.Contains($"({picture["docs/".Length..]})", StringComparison.Ordinal)));
    }

    [Fact]
    public void Golden_files_are_not_rewritten_in_CI() =>
        Assert.False(Transcripts.Update && Environment.GetEnvironmentVariable("CI") == "true", "EQNN_UPDATE_GOLDEN is set in CI");
}
