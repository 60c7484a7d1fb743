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

    public void Dispose() => _folder.Delete(recursive: true);
}
