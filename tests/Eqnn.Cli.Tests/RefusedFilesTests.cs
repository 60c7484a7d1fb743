using Eqnn.Cli.Commands;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Tests;

/// <summary>A command that is refused, or whose answer nobody can read, leaves no file: issue 12, section 1, item 10.</summary>
public sealed class RefusedFilesTests : IDisposable
{
    private const string Network = "docs/examples/c8.json";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eqnn-test-");

    /// <summary>Command lines that write files; FOLDER is a fresh folder, MISSING one that does not exist.</summary>
    public static TheoryData<string> RefusedLines =>
    [
        "maps C8 L1 L3 --svg FOLDER/a.svg --out MISSING/x",
        "maps C8 L1 L3 --certificate FOLDER/a.json --svg MISSING/x.svg",
        "maps C8 L1 L3 --svg FOLDER/a.svg --out FOLDER/a.svg",
        "maps C8 L1 L3 --svg FOLDER/a.svg --format gap",
        "maps C8 --svg FOLDER/a.svg --out MISSING/x",
        "chambers C5 L1 --svg FOLDER/a.svg --certificate FOLDER/b.json --out MISSING/x",
        "chambers C5 L1 --svg FOLDER/a.svg --all --out MISSING/x",
        "chambers S5 standard --on points --svg FOLDER/a.svg --max-chambers 1",
        "interact C8 --svg FOLDER/a.svg --out MISSING/x",
        "interact C8 --svg FOLDER/a.svg --tikz FOLDER/a.tex --out MISSING/x",
        "chambers S5 standard --on points --tikz FOLDER/a.tex",
        "harmonics relu --svg FOLDER/a.svg --out MISSING/x",
        "homs C8 --svg FOLDER/a.svg --out MISSING/x",
        "normal-subgroups Q8 --svg FOLDER/a.svg --out MISSING/x",
        "network explain " + Network + " --samples 2 --html FOLDER/a.html --out MISSING/x",
        "network random --group C8 --layers regular,regular --npz --out MISSING/a.json",
    ];

    [Theory]
    [MemberData(nameof(RefusedLines))]
    public void A_refused_command_leaves_no_file(string line)
    {
        var outcome = Tool.Run([.. Words(line)]);
        Assert.NotEqual(ExitCode.Answered, outcome.ExitCode);
        Assert.NotEqual(ExitCode.Bug, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_refused_command_leaves_old_files_as_they_were()
    {
        var file = Path.Combine(_folder.FullName, "a.svg");
        File.WriteAllText(file, "old");
        Assert.Equal(ExitCode.BadInput, Tool.Run([.. Words("maps C8 L1 L3 --svg FOLDER/a.svg --out MISSING/x")]).ExitCode);
        Assert.Equal("old", File.ReadAllText(file));
    }

    /// <summary>A part of an answer is printed, and is not what a certificate could prove.</summary>
    [Fact]
    public void A_partial_answer_leaves_no_certificate()
    {
        var outcome = Tool.Run([.. Words("chambers S5 standard --on points --max-chambers 1 --certificate FOLDER/a.json")]);
        Assert.Equal(ExitCode.Limit, outcome.ExitCode);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    /// <summary>Stdout that is full or closed: the answer was not read by anybody, so its files do not stand.</summary>
    [Fact]
    public void An_answer_that_cannot_be_written_leaves_no_file()
    {
        using var error = new StringWriter();
        using var output = new FullWriter();
        var code = EqnnCommandLine.Run([.. Words("maps C8 L1 L3 --svg FOLDER/a.svg --certificate FOLDER/b.json")], new ConsoleHost { Output = output, Error = error });
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_cancelled_command_leaves_no_file()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        Assert.Equal(ExitCode.Cancelled, Tool.Run([.. Words("maps C8 L1 L3 --svg FOLDER/a.svg")], interrupt.Token).ExitCode);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Theory]
    [InlineData("maps C8 L1 L3 --enumerate --svg FOLDER/a.svg --certificate FOLDER/b.json --out FOLDER/c.txt", "a.svg b.json c.txt")]
    [InlineData("chambers C5 L1 --all --svg FOLDER/a.svg --out FOLDER/c.txt", "a.svg c.txt")]
    [InlineData("network random --group C8 --layers regular,regular --npz --out FOLDER/a.json", "a.json a.npz")]
    public void An_answered_command_leaves_all_of_its_files_and_no_others(string line, string names)
    {
        var outcome = Tool.Run([.. Words(line)]);
        Assert.Equal("", outcome.Error);
        Assert.Equal(names.Split(' '), _folder.GetFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>The kind: an option of another command that names a file to be written goes the same way.</summary>
    [Fact]
    public void Every_option_that_names_a_file_to_be_written_is_a_file_option()
    {
        string[] written = ["--out", "--svg", "--tikz", "--certificate", "--html", "--network", "--npz", "--onnx", "--safetensors", "--sidecar"];
        var options = CommandList.All.SelectMany(command => command.Options).Append(CommonOptions.Out).Distinct().ToList();
        Assert.Equal(written.Order(StringComparer.Ordinal), options.OfType<FileOption>().Select(option => option.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(options, option => Assert.True(option is FileOption || option.Description?.Contains("write", StringComparison.Ordinal) != true || option.HelpName != "FILE", option.Name));
    }

    /// <summary>An empty name would stand for the current folder: <c>eqnn examples --out ""</c> wrote its files there.</summary>
    [Fact]
    public void An_empty_name_of_a_file_or_folder_is_refused_by_every_command_before_it_works()
    {
        foreach (var command in CommandList.All)
        {
            Assert.Equal(command.IsOutFolder, command.OutDescription?.Contains("folder", StringComparison.Ordinal) == true);
            var example = ShellWords.Split(command.Examples[0].CommandLine).Skip(1).TakeWhile(word => word is not ("|" or ">")).ToList();
            foreach (var option in command.Options.OfType<FileOption>().Append(CommonOptions.Out))
            {
                List<string> words = [.. example];
                if (words.IndexOf(option.Name) is >= 0 and var at)
                {
                    words.RemoveRange(at, 2);
                }

                var what = option == CommonOptions.Out && command.IsOutFolder ? "folder" : "file";
                Assert.Equal(new Outcome(ExitCode.BadInput, "", $"eqnn: {option.Name}: the name of the {what} is empty\n"), Tool.Run([.. words, option.Name, ""]));
            }
        }
    }

    /// <summary>The folder of a plan may be there, as that of a catalog.</summary>
    [Fact]
    public void A_plan_goes_into_a_folder_that_is_there()
    {
        var outcome = Tool.Run([.. Words("catalog plan --groups C2 --out FOLDER")]);
        Assert.Equal((ExitCode.Answered, ""), (outcome.ExitCode, outcome.Error));
        Assert.NotEmpty(_folder.GetFiles("plan.json"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<string> Words(string line) => line.Replace("MISSING", Path.Combine(_folder.FullName, "missing"), StringComparison.Ordinal).Replace("FOLDER", _folder.FullName, StringComparison.Ordinal).Split(' ');

    private sealed class FullWriter : StringWriter
    {
        public override void Flush() => throw new IOException("No space left on device");
    }
}
