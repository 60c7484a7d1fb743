using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Numbers;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>An orbit of rays of an <see cref="EquivariantFan"/>.</summary>
/// <param name="Representative">A vector ρ on one ray.</param>
/// <param name="Size">The number of rays.</param>
/// <param name="Stabilizer">The stabiliser of the ray in the group; it fixes the ray pointwise, being finite.</param>
public sealed record FanRayOrbit(IReadOnlyList<Cyclotomic> Representative, int Size, FiniteGroup Stabilizer);
