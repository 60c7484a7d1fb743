using Eqnn.Records.Json;

namespace Eqnn.Catalog.Documents;

/// <summary>A statement of a document that does not hold, and where it stands.</summary>
internal sealed class DocumentProblem(string path, string message) : Exception(message)
{
    /// <summary>The JSON path: <c>$.maps[3].values</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The text in a field of a record; anything else, or nothing, fails there.</summary>
    public static string TextOf(JsonItem record, string field) => record.Find(field) switch
    {
        { Kind: JsonKind.Text } text => text.Text(),
        null => throw At(record, $"has no {field}"),
        var other => throw At(other, "is no text"),
    };

    private static DocumentProblem At(JsonItem item, string problem) => new(item.Path.Length == 0 ? "$" : "$." + item.Path, problem);

    /// <summary>Fails at a value unless something holds.</summary>
    public static void Unless(bool holds, JsonItem item, string otherwise)
    {
        if (!holds)
        {
            throw At(item, otherwise);
        }
    }
}
