using System.Security.Cryptography;
using System.Text;

namespace Eqnn.Checking.Documents;

/// <summary>The hash of a document: SHA-256 over the bytes of the file without the line of the hash.</summary>
internal static class DocumentHash
{
    private const string Line = "  \"hash\": ";

    /// <summary>The hash of the text of a file.</summary>
    public static string Of(string text)
    {
        var start = text.StartsWith(Line, StringComparison.Ordinal) ? 0 : text.IndexOf("\n" + Line, StringComparison.Ordinal) + 1;
        var end = text.IndexOf('\n', start) + 1;
        var rest = end > 0 && text.AsSpan(start).StartsWith(Line) ? string.Concat(text.AsSpan(0, start), text.AsSpan(end)) : text;
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rest)));
    }
}
