using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>A ray of the fan of a <see cref="PlanarComposite"/>, with the value of the map on its representative.</summary>
/// <param name="Direction">A vector on the ray, in the coordinates of the copy of L; its first nonzero coordinate is 1 or −1.</param>
/// <param name="Value">The value there, in the coordinates of <c>V_K</c>.</param>
public sealed record PlanarRay(IReadOnlyList<Cyclotomic> Direction, IReadOnlyList<Cyclotomic> Value)
{
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
