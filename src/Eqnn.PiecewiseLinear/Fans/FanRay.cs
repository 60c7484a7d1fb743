using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>A ray of an <see cref="EquivariantFan"/>: a vector on it and how it arises from the representative of its orbit.</summary>
public sealed class FanRay
{
    internal FanRay(ColumnVector<Cyclotomic> direction, int orbit, Permutation element)
    {
        Direction = direction;
        Orbit = orbit;
        Element = element;
    }

    /// <summary>The vector <c>g ρ</c>, ρ the representative of the orbit; the vectors of one orbit have one length.</summary>
    public ColumnVector<Cyclotomic> Direction { get; }

    /// <summary>The position of the orbit in <see cref="EquivariantFan.RayOrbits"/>.</summary>
    public int Orbit { get; }

    /// <summary>An element g of the group with <c>Direction = g ρ</c>.</summary>
    public Permutation Element { get; }

    /// <summary>The vector, and the number of its orbit from 1.</summary>
    public override string ToString() => FormattableString.Invariant($"({string.Join(", ", Direction)}), a ray of orbit {Orbit + 1}");
}
