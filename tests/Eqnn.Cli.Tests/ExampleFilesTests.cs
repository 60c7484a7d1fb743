using System.Text.RegularExpressions;
using Eqnn.Cli.Commands.About;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Cli.Tests;

/// <summary>The examples of the help work outside a clone: the tool carries what they read.</summary>
public sealed partial class ExampleFilesTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Every_file_that_an_example_reads_is_carried()
    {
        var named = CommandTree.OfTheTool.Commands.SelectMany(command => command.Examples).SelectMany(example => File().Matches(example.CommandLine)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        Assert.InRange(named.Count, 10, 100);
        Assert.DoesNotContain(named, file => !ExampleFiles.Paths.Contains(file));

        // A model is read with the sidecar beside it, if there is one.
        Assert.DoesNotContain(named.Where(file => file.EndsWith(".onnx", StringComparison.Ordinal)).Select(file => Path.ChangeExtension(file, ".json")),
            sidecar => System.IO.File.Exists(Path.Combine(Oracles.Repository(), sidecar)) && !ExampleFiles.Paths.Contains(sidecar));
    }

    [Fact]
    public void The_files_are_those_of_the_repository()
    {
        Assert.StartsWith($"{ExampleFiles.Paths.Count} files of the examples in {_folder}\n", Tool.Run("examples", "--out", _folder).Output, StringComparison.Ordinal);
        Assert.All(ExampleFiles.Paths, path => Assert.Equal(System.IO.File.ReadAllBytes(Path.Combine(Oracles.Repository(), path)), System.IO.File.ReadAllBytes(Path.Combine(_folder, path))));

        // Again: nothing changes.
        Assert.Equal(0, Tool.Run("examples", "--out", _folder).ExitCode);
    }

    [Fact]
    public void Another_file_is_left_alone()
    {
        var place = Path.Combine(_folder, "docs", "certificate-s4.json");
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        System.IO.File.WriteAllText(place, "mine");
        var refused = Tool.Run("examples", "--out", _folder);
        Assert.Equal((2, $"eqnn: --out: {place} is there and is another file; name an empty folder\n"), (refused.ExitCode, refused.Error));
        Assert.Equal("mine", System.IO.File.ReadAllText(place));
        Assert.Single(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [GeneratedRegex(@"(docs|tests)/[\w./-]+\.\w+")]
    private static partial Regex File();
}
