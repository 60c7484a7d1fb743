namespace Eqnn.Cli.Tests;

/// <summary>A mistake in a JSON file is found where the message says, counting lines and characters from 1.</summary>
public sealed class JsonPlaceTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("x", "")]
    [InlineData("[x]", ", line 1, character 2")]
    [InlineData("[[1,\n x]]", ", line 2, character 2")]
    [InlineData("[[1,2],\n\n  [2,x]]", ", line 3, character 6")]
    [InlineData("[[1,2],]", ", line 1, character 8")]
    public void Files_of_elements_vectors_and_matrices(string text, string place)
    {
        File.WriteAllText(_file, text);
        foreach (var words in new string[][] { ["characters", "C2", "--at", "@" + _file], ["homs", "C2", "--weights", "1: 1", "--vector", "@" + _file], ["activations", "@" + _file] })
        {
            var outcome = Tool.Run(words);
            Assert.Equal(2, outcome.ExitCode);
            Assert.Contains($"file {_file}{place}: not JSON: ", outcome.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[[[1,0],[0,1]],[[1]]]", "matrix 2 is 1 x 1, matrix 1 has 2 rows")]
    [InlineData("[[[0,0],[0,0]]]", "matrix 1 is not invertible")]
    public void What_is_wrong_with_matrices_names_their_file(string text, string said)
    {
        File.WriteAllText(_file, text);
        var outcome = Tool.Run("activations", "@" + _file);
        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"eqnn: matrix file {_file}: {said}", outcome.Error, StringComparison.Ordinal);
    }
}
