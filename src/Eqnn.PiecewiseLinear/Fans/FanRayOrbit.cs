using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>An orbit of rays of an <see cref="EquivariantFan"/>.</summary>
public sealed class FanRayOrbit
{
    internal FanRayOrbit(ColumnVector<Cyclotomic> representative, int size, FiniteGroup stabilizer)
    {
        Representative = representative;
        Size = size;
        Stabilizer = stabilizer;
    }

    /// <summary>A vector ρ on one ray.</summary>
    public ColumnVector<Cyclotomic> Representative { get; }

    /// <summary>The number of rays.</summary>
    public int Size { get; }

    /// <summary>The stabiliser of the ray in the group; it fixes the ray pointwise, being finite.</summary>
    public FiniteGroup Stabilizer { get; }

    /// <summary>The vector on one ray, and the number of rays.</summary>
    public override string ToString() => FormattableString.Invariant($"({string.Join(", ", Representative)}), {Size} rays");
}
