using Eqnn.Numbers;

namespace Eqnn.Drawing;

/// <summary>How a map is looked at.</summary>
public sealed class MapView
{
    private MapView(bool isSurface, IReadOnlyDictionary<int, Cyclotomic>? fixedAt) => (IsSurface, FixedCoordinates) = (isSurface, fixedAt);

    /// <summary>From above: level sets and images on discs and spheres.</summary>
    public static MapView Flat { get; } = new(isSurface: false, null);

    /// <summary>From the side: the graph of each coordinate as a surface over the plane.</summary>
    public static MapView Surface { get; } = new(isSurface: true, null);

    /// <summary>Whether graphs are drawn as surfaces.</summary>
    public bool IsSurface { get; }

    /// <summary>The coordinates of the source that are fixed, by their positions; null where none is.</summary>
    internal IReadOnlyDictionary<int, Cyclotomic>? FixedCoordinates { get; }

    /// <summary>On the plane on which all coordinates of the source but two are fixed.</summary>
    /// <param name="coordinates">Positions from 0, and values.</param>
    /// <exception cref="ArgumentException">A value is not real.</exception>
    public static MapView Slice(IEnumerable<KeyValuePair<int, Cyclotomic>> coordinates)
    {
        var all = new Dictionary<int, Cyclotomic>(coordinates);
        return all.Values.All(value => value.IsReal) ? new(isSurface: false, all) : throw new ArgumentException($"{all.Values.First(value => !value.IsReal)} is not real", nameof(coordinates));
    }
}
