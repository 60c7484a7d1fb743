using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Documents;

/// <summary>A statement of a document that does not hold, and where it stands.</summary>
internal sealed class DocumentProblem(string path, string message) : Exception(message)
{
    /// <summary>The JSON path: <c>$.maps[3].values</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Fails at a token unless something holds.</summary>
    public static void Unless(bool holds, JToken token, string otherwise)
    {
        if (!holds)
        {
            throw new DocumentProblem(token.Path.Length == 0 ? "$" : "$." + token.Path, otherwise);
        }
    }
}
