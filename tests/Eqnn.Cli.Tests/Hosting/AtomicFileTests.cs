using Eqnn.Cli.Hosting;

namespace Eqnn.Cli.Tests.Hosting;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eqnn-test-");

    [Fact]
    public void A_file_is_created_and_replaced_and_nothing_else_is_left()
    {
        var path = Path.Combine(_folder.FullName, "answer.json");
        AtomicFile.Write(path, "one\n");
        AtomicFile.Write(path, "√2\n");
        Assert.Equal("√2\n"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Single(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_bad_input_and_is_not_made()
    {
        var path = Path.Combine(_folder.FullName, "missing", "answer.json");
        Assert.Throws<InputException>(() => AtomicFile.Write(path, "x"));
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_folder_is_not_replaced() => Assert.Throws<InputException>(() => AtomicFile.Write(_folder.FullName, "x"));

    [Fact]
    public void An_empty_name_is_bad_input() => Assert.Throws<InputException>(() => AtomicFile.Write("", "x"));

    /// <summary>A pipe stands for every file that is none on a disk: a device replaced by a file would be gone for everybody.</summary>
    [Fact]
    public async Task A_pipe_is_written_to_and_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = Path.Combine(_folder.FullName, "pipe");
        using (var make = System.Diagnostics.Process.Start("mkfifo", [path]))
        {
            await make.WaitForExitAsync();
        }

        var reading = Task.Run(() => File.ReadAllText(path));
        var writing = Task.Run(() => AtomicFile.Write(path, "answer\n"));
        await writing.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("answer\n", await reading.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Single(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void Messages_name_the_option_and_the_file_that_was_asked_for()
    {
        var path = Path.Combine(_folder.FullName, new string('x', 300));
        var problem = Assert.Throws<InputException>(() => AtomicFile.Write(path, "x", "--svg"));
        Assert.StartsWith($"--svg: {path} cannot be written", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
