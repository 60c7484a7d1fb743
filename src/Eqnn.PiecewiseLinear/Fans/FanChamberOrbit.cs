using System.Numerics;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>An orbit of chambers of an <see cref="EquivariantFan"/>, by one chamber.</summary>
/// <param name="Rays">The rays of the representative chamber.</param>
/// <param name="Size">The number of chambers in the orbit.</param>
public sealed record FanChamberOrbit(IReadOnlyList<FanRay> Rays, BigInteger Size);
