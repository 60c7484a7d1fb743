using Eqnn.Cli.Hosting;

namespace Eqnn.Cli.Tests.Hosting;

public sealed class AnswerFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eqnn-test-");

    [Fact]
    public void A_file_is_created_and_replaced_and_nothing_else_is_left()
    {
        Write("answer.json", "one\n");
        Write("answer.json", "√2\n");
        Assert.Equal("√2\n"u8.ToArray(), File.ReadAllBytes(In("answer.json")));
        Assert.Single(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void Several_files_are_created_and_replaced_together()
    {
        File.WriteAllText(In("b"), "old");
        Commit(("a", "1"), ("b", "2"), ("c", "3"));
        Assert.Equal(["a", "b", "c"], Names());
        Assert.Equal("1 2 3", $"{Read("a")} {Read("b")} {Read("c")}");
    }

    [Fact]
    public void Nothing_has_its_name_before_the_commit()
    {
        File.WriteAllText(In("b"), "old");
        using (var files = new AnswerFiles())
        {
            files.Add(In("a"), "1", "--svg");
            files.Add(In("b"), "2", "--out");
            Assert.Equal(["b"], Names());
            files.Stage();
            Assert.False(File.Exists(In("a")));
            Assert.Equal("old", Read("b"));
        }

        Assert.Equal(["b"], Names());
    }

    /// <summary>The last of three names cannot be given any more, as another program has made a folder there: the two before it are taken back.</summary>
    [Fact]
    public void A_name_that_cannot_be_given_takes_the_others_back()
    {
        File.WriteAllText(In("b"), "old");
        using (var files = new AnswerFiles())
        {
            files.Add(In("a"), "1", "--svg");
            files.Add(In("b"), "2", "--certificate");
            files.Add(In("c"), "3", "--out");
            files.Stage();
            Directory.CreateDirectory(Path.Combine(In("c"), "d"));
            var problem = Assert.Throws<InputException>(files.Commit);
            Assert.Contains("cannot be written", problem.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["b", "c"], Names());
        Assert.Equal("old", Read("b"));
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_none_of_the_others()
    {
        using (var files = new AnswerFiles())
        {
            files.Add(In("a"), "1", "--svg");
            files.Add(In("b"), text => throw new IOException("No space left on device"), "--out");
            Assert.Equal($"--out: {In("b")} cannot be written: No space left on device", Assert.Throws<InputException>(files.Stage).Message);
        }

        Assert.Empty(Names());
    }

    [Fact]
    public void Two_options_may_not_name_one_file()
    {
        using var files = new AnswerFiles();
        files.Add(In("a"), "1", "--svg");
        Assert.StartsWith("--svg and --out both name the file", Assert.Throws<InputException>(() => files.Add(Path.Combine(_folder.FullName, ".", "a"), "2", "--out")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_bad_input_and_is_not_made()
    {
        Assert.Throws<InputException>(() => Write(Path.Combine("missing", "answer.json"), "x"));
        Assert.Empty(Names());
    }

    [Fact]
    public void A_folder_is_not_replaced() => Assert.Throws<InputException>(() => Write("", "x"));

    [Fact]
    public void An_empty_name_is_bad_input() => Assert.Throws<InputException>(() => AnswerFiles.RequirePlace("", "--out"));

    /// <summary>A pipe stands for every file that is none on a disk: a device replaced by a file would be gone for everybody.</summary>
    [Fact]
    public async Task A_pipe_is_written_to_and_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var make = System.Diagnostics.Process.Start("mkfifo", [In("pipe")]))
        {
            await make.WaitForExitAsync();
        }

        var reading = Task.Run(() => File.ReadAllText(In("pipe")));
        var writing = Task.Run(() => Write("pipe", "answer\n"));
        await writing.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("answer\n", await reading.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Single(Names());
    }

    [Fact]
    public void Messages_name_the_option_and_the_file_that_was_asked_for()
    {
        var name = new string('x', 300);
        var problem = Assert.Throws<InputException>(() => Write(name, "x", "--svg"));
        Assert.StartsWith($"--svg: {In(name)} cannot be written", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private string Read(string name) => File.ReadAllText(In(name));

    private IEnumerable<string> Names() => _folder.GetFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal);

    private void Write(string name, string content, string option = "--out")
    {
        using var files = new AnswerFiles();
        files.Add(In(name), content, option);
        files.Stage();
        files.Commit();
    }

    private void Commit(params (string Name, string Content)[] all)
    {
        using var files = new AnswerFiles();
        foreach (var (name, content) in all)
        {
            files.Add(In(name), content, "--" + name);
        }

        files.Stage();
        files.Commit();
    }
}
