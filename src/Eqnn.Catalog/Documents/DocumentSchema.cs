using Eqnn.Catalog.Verification;
using NJsonSchema;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Documents;

/// <summary>The JSON Schema of documents, draft 7: the library checks its type, enum, pattern, required and additionalProperties well, and ignores const and if.</summary>
internal static class DocumentSchema
{
    /// <summary>The text of the schema.</summary>
    public static string Text { get; } = Read();

    private static Lazy<JsonSchema> Parsed { get; } = new(() => JsonSchema.FromJsonAsync(Text).GetAwaiter().GetResult());

    /// <exception cref="CheckFailure">The document does not fit.</exception>
    public static void Check(JObject document)
    {
        var errors = Parsed.Value.Validate(document);
        if (errors.Count > 0)
        {
            var error = errors.First();
            throw new CheckFailure("$" + (error.Path ?? "#/")[1..].Replace('/', '.').TrimEnd('.'), $"does not fit the schema: {error.Kind}");
        }
    }

    private static string Read()
    {
        using var stream = typeof(DocumentSchema).Assembly.GetManifestResourceStream("document-1.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
