using System.Security.Cryptography;
using System.Text;
using Eqnn.Checking.Documents;
using Xunit;

namespace Eqnn.Checking.Tests.Documents;

/// <summary>The hash of a document is that of all its bytes but the line of the hash, wherever that line stands, and of no other line.</summary>
public sealed class DocumentHashTests
{
    private const string Line = "  \"hash\": \"sha256:00\",\n";

    [Theory]
    [InlineData("{\n", "  \"a\": 1\n}\n")]
    [InlineData("{\n  \"a\": 1,\n", "}\n")]
    [InlineData("", "{}\n")]
    public void The_line_is_left_out(string before, string after) => Assert.Equal(Sha256(before + after), DocumentHash.Of(before + Line + after));

    /// <summary>A hash that is written in another way is part of the text, so that it cannot be that of the text.</summary>
    [Theory]
    [InlineData("{\"hash\": \"sha256:00\",\n  \"a\": 1\n}\n")]
    [InlineData("{\n  \"hash\" : \"sha256:00\",\n  \"a\": 1\n}\n")]
    [InlineData("{\n    \"hash\": \"sha256:00\",\n  \"a\": 1\n}\n")]
    [InlineData("{}")]
    [InlineData("{}\n")]
    [InlineData("{\n  \"hash\": \"sha256:00\"}")]
    public void No_other_line_is_left_out(string text) => Assert.Equal(Sha256(text), DocumentHash.Of(text));

    private static string Sha256(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
