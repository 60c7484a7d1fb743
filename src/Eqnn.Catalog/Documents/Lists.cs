using Eqnn.Records.Json;

namespace Eqnn.Catalog.Documents;

/// <summary>Lists of plain values of documents, made.</summary>
internal static class Lists
{
    /// <summary>A list of texts.</summary>
    public static JsonItem Texts(IEnumerable<string> texts) => JsonItem.List(texts.Select(JsonItem.Of));

    /// <summary>A list of whole numbers.</summary>
    public static JsonItem Numbers(IEnumerable<int> numbers) => JsonItem.List(numbers.Select(number => JsonItem.Of(number)));

    /// <summary>A list of whole numbers, null where one is not known.</summary>
    public static JsonItem Known(IEnumerable<int?> numbers) => JsonItem.List(numbers.Select(number => number is { } known ? JsonItem.Of(known) : JsonItem.Null));

    /// <summary>Positions from 0, as numbers from 1.</summary>
    public static JsonItem FromOne(IEnumerable<int> positions) => Numbers(positions.Select(position => position + 1));
}
