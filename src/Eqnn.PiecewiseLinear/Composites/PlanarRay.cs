using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>A ray of the fan of a <see cref="PlanarComposite"/>, with the value of the map on its representative.</summary>
public sealed record PlanarRay
{
    internal PlanarRay(ColumnVector<Cyclotomic> direction, ColumnVector<Cyclotomic> value)
    {
        Direction = direction;
        Value = value;
    }

    /// <summary>A vector on the ray, in the coordinates of the copy of L; its first nonzero coordinate is 1 or −1.</summary>
    public ColumnVector<Cyclotomic> Direction { get; }

    /// <summary>The value there, in the coordinates of <c>V_K</c>.</summary>
    public ColumnVector<Cyclotomic> Value { get; }

    /// <summary>Whether direction and value agree, coordinate by coordinate.</summary>
    public bool Equals(PlanarRay? other) => other is not null && Direction.SequenceEqual(other.Direction) && Value.SequenceEqual(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var coordinate in Direction.Concat(Value))
        {
            hash.Add(coordinate);
        }

        return hash.ToHashCode();
    }
}
