namespace Eqnn.Catalog.Documents;

/// <summary>The JSON Schema of documents, draft 7, which is written beside them. It is for others: the checker reads the fields by its own code, and a test compares the two.</summary>
internal static class DocumentSchema
{
    /// <summary>The text of the schema.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(DocumentSchema).Assembly.GetManifestResourceStream("document-1.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
