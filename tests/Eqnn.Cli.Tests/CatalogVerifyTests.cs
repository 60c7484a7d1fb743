using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Eqnn.Cli.Hosting;

namespace Eqnn.Cli.Tests;

/// <summary><c>eqnn catalog verify</c> where a limit keeps a document from being checked: exit code 3, and 2 only where something is wrong.</summary>
public sealed partial class CatalogVerifyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eqnn-test-");

    [Fact]
    public void A_limit_is_no_problem_and_a_problem_comes_before_limits()
    {
        Assert.Equal(ExitCode.Answered, Tool.Run("catalog", "build", "--groups", "C2,S3", "--figures", "0", "--out", _folder.FullName).ExitCode);
        Change("symmetric/S003.json", "\"regular\"", "\"1000000*regular\"");
        var limited = Tool.Run("catalog", "verify", _folder.FullName);
        Assert.Equal(ExitCode.Limit, limited.ExitCode);
        Assert.Contains("1 document verified, 1 not checked, and the index", limited.Output, StringComparison.Ordinal);
        Assert.Matches(@"beyond a limit +symmetric/S003\.json: \$: cannot be checked: ", limited.Output);
        Assert.Contains("not adjustable", limited.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--max", limited.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Limit, Tool.Run("catalog", "verify", _folder.FullName, "--only", "S3").ExitCode);
        Assert.Equal(ExitCode.Answered, Tool.Run("catalog", "verify", _folder.FullName, "--only", "C2").ExitCode);

        Change("cyclic/C002.json", "\"exponent\": 2", "\"exponent\": 3");
        var wrong = Tool.Run("catalog", "verify", _folder.FullName);
        Assert.Equal((ExitCode.BadInput, ""), (wrong.ExitCode, wrong.Output));
        Assert.Contains("does not pass: cyclic/C002.json: $.certificates[0].exponent: claims 3, found 2; beyond a limit, and so not checked: symmetric/S003.json: $: cannot be checked: ", wrong.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Changes a document, seals it again and brings the index up to date.</summary>
    private void Change(string file, string old, string changed)
    {
        var path = Path.Combine(_folder.FullName, file);
        var unsealed = HashLine().Replace(File.ReadAllText(path), "").Replace(old, changed, StringComparison.Ordinal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(unsealed)));
        File.WriteAllText(path, unsealed.Replace("  \"licence\"", $"  \"hash\": \"sha256:{hash}\",\n  \"licence\"", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Answered, Tool.Run("catalog", "merge", _folder.FullName, "--out", _folder.FullName).ExitCode);
    }

    [GeneratedRegex("  \"hash\": \"sha256:[0-9a-f]{64}\",\n")]
    private static partial Regex HashLine();
}
