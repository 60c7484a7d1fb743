using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>A ray as a dictionary key: its vector scaled so that the first nonzero coordinate is ±1, compared by content.</summary>
internal readonly struct VectorKey : IEquatable<VectorKey>
{
    private readonly Cyclotomic[] _coordinates;

    public VectorKey(IReadOnlyList<Cyclotomic> vector)
        : this(vector, oriented: true)
    {
    }

    private VectorKey(IReadOnlyList<Cyclotomic> vector, bool oriented)
    {
        _coordinates = [.. vector];
        var lead = Array.Find(_coordinates, c => !c.IsZero);
        if (lead.IsZero)
        {
            throw new ArgumentException("a ray needs a nonzero vector", nameof(vector));
        }

        var scale = (!oriented || lead.Sign > 0 ? lead : -lead).Inverse();
        for (var i = 0; i < _coordinates.Length; i++)
        {
            _coordinates[i] *= scale;
        }
    }

    /// <summary>The key of the line through a vector: the same for opposite vectors.</summary>
    public static VectorKey OfLine(IReadOnlyList<Cyclotomic> vector) => new(vector, oriented: false);

    public bool Equals(VectorKey other) => _coordinates.AsSpan().SequenceEqual(other._coordinates);

    public override bool Equals(object? obj) => obj is VectorKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var c in _coordinates)
        {
            hash.Add(c);
        }

        return hash.ToHashCode();
    }
}
