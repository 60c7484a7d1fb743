using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Verification;

/// <summary>A claim of a document that does not hold, and where it stands.</summary>
internal sealed class CheckFailure(string path, string message) : Exception(message)
{
    /// <summary>The JSON path of the claim.</summary>
    public string Path { get; } = path;

    /// <summary>The path of a token as <c>$.maps[3].values</c>.</summary>
    public static string PathOf(JToken token) => token.Path.Length == 0 ? "$" : "$." + token.Path;

    /// <summary>Fails at a token.</summary>
    public static CheckFailure At(JToken token, string message) => new(PathOf(token), message);
}
