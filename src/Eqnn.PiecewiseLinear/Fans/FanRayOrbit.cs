using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>An orbit of rays of an <see cref="EquivariantFan"/>.</summary>
public sealed class FanRayOrbit
{
    internal FanRayOrbit(IReadOnlyList<Cyclotomic> representative, int size, FiniteGroup stabilizer)
    {
        Representative = representative;
        Size = size;
        Stabilizer = stabilizer;
    }

    /// <summary>A vector ρ on one ray.</summary>
    public IReadOnlyList<Cyclotomic> Representative { get; }

    /// <summary>The number of rays.</summary>
    public int Size { get; }

    /// <summary>The stabiliser of the ray in the group; it fixes the ray pointwise, being finite.</summary>
    public FiniteGroup Stabilizer { get; }
}
