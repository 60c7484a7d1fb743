using Eqnn.Cli.Hosting;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests;

/// <summary>
/// Recorded sessions: a line <c>$ eqnn ...</c> and below it, up to the next such line, exactly what it prints. They stand in the files of <c>Golden</c> and in the
/// <c>console</c> blocks of README.md and docs, where also the files that a command writes are compared with the committed ones. With <c>EQNN_UPDATE_GOLDEN=1</c> they are rewritten; the change is then read like code.
/// </summary>
internal static class Transcripts
{
    private const string Prompt = "$ ";
    private const string Fence = "```";

    public static bool Update { get; } = Environment.GetEnvironmentVariable("EQNN_UPDATE_GOLDEN") == "1";

    /// <summary>The golden files, by name.</summary>
    public static IEnumerable<string> GoldenFiles => Names(Path.Combine("tests", "Eqnn.Cli.Tests", "Golden"), "*.transcript");

    /// <summary>README.md and everything in docs.</summary>
    public static IEnumerable<string> Documents => Names(".", "*.md").Concat(Names("docs", "*.md"));

    /// <summary>Runs every command of a golden file and compares, or rewrites the file.</summary>
    public static void ReplayGolden(string file)
    {
        var path = Path.Combine(Oracles.Repository(), file);
        var expected = File.ReadAllText(path);
        Compare(path, expected, Session(expected.Split('\n')[..^1], words => words));
    }

    /// <summary>Runs every command of the console blocks of a document and compares it and the files written, or rewrites them.</summary>
    /// <returns>The number of commands.</returns>
    public static int ReplayDocument(string file)
    {
        using var files = new DocumentFiles();
        var path = Path.Combine(Oracles.Repository(), file);
        var expected = File.ReadAllText(path);
        var lines = expected.Split('\n');
        var actual = new List<string>();
        var commands = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            actual.Add(lines[i]);
            if (lines[i] != Fence + "console")
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, i + 1);
            Assert.True(end > 0, $"{file}: a console block is not closed");
            var block = lines[(i + 1)..end];
            var own = block.Any(line => CommandOf(line) is not null);
            commands += block.Count(line => CommandOf(line) is not null);
            actual.AddRange(own ? Session(block, files.Redirect).TrimEnd('\n').Split('\n') : block);
            i = end - 1;
        }

        Compare(path, expected, string.Join('\n', actual));
        files.Compare(file, Update);
        return commands;
    }

    /// <summary>The command of a prompt line, from <c>eqnn</c> on; null for output and for other programs.</summary>
    public static string? CommandOf(string line)
    {
        const string run = Prompt + "dotnet run --project src/Eqnn.Cli -c Release -- ";
        return line == Prompt + "eqnn" || line.StartsWith(Prompt + "eqnn ", StringComparison.Ordinal) ? line[Prompt.Length..]
            : line.StartsWith(run, StringComparison.Ordinal) ? "eqnn " + line[run.Length..]
            : null;
    }

    private static string Session(IEnumerable<string> lines, Func<IReadOnlyList<string>, IReadOnlyList<string>> redirect)
    {
        var text = new System.Text.StringBuilder();
        var foreign = true;
        foreach (var line in lines)
        {
            if (CommandOf(line) is { } command)
            {
                foreign = false;
                text.Append(line).Append('\n').Append(WithSampleCommit(Tool.RunWords(redirect(ShellWords.Split(command))).Transcript));
            }
            else if (line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                foreign = true;
            }

            if (foreign)
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Citations name the commit, which changes with every one.</summary>
    private static string WithSampleCommit(string text) => ToolVersion.Commit is { } commit
        ? text.Replace("Commit " + commit, "Commit 0123abc", StringComparison.Ordinal).Replace("commit: " + commit, "commit: 0123abc", StringComparison.Ordinal)
        : text;

    private static void Compare(string path, string expected, string actual)
    {
        if (Update)
        {
            if (actual != expected)
            {
                File.WriteAllText(path, actual);
            }
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }

    private static IEnumerable<string> Names(string folder, string pattern)
    {
        var root = Path.Combine(Oracles.Repository(), folder);
        return Directory.Exists(root)
            ? Directory.GetFiles(root, pattern).Select(file => Path.GetRelativePath(Oracles.Repository(), file).Replace('\\', '/')).Order(StringComparer.Ordinal)
            : [];
    }
}
