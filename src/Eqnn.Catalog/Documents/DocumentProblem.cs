using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Documents;

/// <summary>A statement of a document that does not hold, and where it stands.</summary>
internal sealed class DocumentProblem(string path, string message) : Exception(message)
{
    /// <summary>The JSON path: <c>$.maps[3].values</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The text in a field of a record; anything else, or nothing, fails there.</summary>
    public static string TextOf(JToken record, string field) => record[field] switch
    {
        JValue { Type: JTokenType.String } text => (string)text!,
        null => throw At(record, $"has no {field}"),
        var other => throw At(other, "is no text"),
    };

    private static DocumentProblem At(JToken token, string problem) => new(token.Path.Length == 0 ? "$" : "$." + token.Path, problem);

    /// <summary>Fails at a token unless something holds.</summary>
    public static void Unless(bool holds, JToken token, string otherwise)
    {
        if (!holds)
        {
            throw At(token, otherwise);
        }
    }
}
