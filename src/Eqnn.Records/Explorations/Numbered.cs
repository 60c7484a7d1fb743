namespace Eqnn.Records.Explorations;

/// <summary>Values that stand once in a document, numbered in the order in which they are first met.</summary>
internal sealed class Numbered<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _places = [];
    private readonly List<T> _all = [];

    /// <summary>The values in their order.</summary>
    public IReadOnlyList<T> All => _all;

    /// <summary>The number of a value, a new one if it was not met before.</summary>
    public int PlaceOf(T value)
    {
        if (!_places.TryGetValue(value, out var place))
        {
            _places.Add(value, place = _all.Count);
            _all.Add(value);
        }

        return place;
    }
}
