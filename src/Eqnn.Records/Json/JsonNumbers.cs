using System.Collections;

namespace Eqnn.Records.Json;

/// <summary>The entries of a list of numbers alone, made when they are asked for: a file may hold millions, and a place takes a sixth of the memory of a value.</summary>
internal sealed class JsonNumbers(JsonItem list, TokenPlace[] places) : IReadOnlyList<JsonItem>
{
    /// <inheritdoc/>
    public int Count => places.Length;

    /// <inheritdoc/>
    public JsonItem this[int index] => new(list, null, index, JsonKind.Number, places[index]);

    /// <inheritdoc/>
    public IEnumerator<JsonItem> GetEnumerator()
    {
        for (var i = 0; i < places.Length; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
