namespace Eqnn.Cli.Tests;

/// <summary>A mistake in a JSON file is found where the message says, counting lines and characters from 1.</summary>
public sealed class JsonPlaceTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("x", 1, 1)]
    [InlineData("[x]", 1, 2)]
    [InlineData("[[1,\n x]]", 2, 2)]
    [InlineData("[[1,2],\n\n  [2,x]]", 3, 6)]
    public void Files_of_elements_vectors_and_matrices(string text, int line, int character)
    {
        File.WriteAllText(_file, text);
        foreach (var words in new string[][] { ["characters", "C2", "--at", "@" + _file], ["homs", "C2", "--weights", "1: 1", "--vector", "@" + _file], ["activations", "@" + _file] })
        {
            var outcome = Tool.Run(words);
            Assert.Equal(2, outcome.ExitCode);
            Assert.Contains($"not JSON at line {line}, character {character};", outcome.Error, StringComparison.Ordinal);
        }
    }
}
