using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Numbers;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>A ray of a <see cref="EquivariantFan"/>: a vector on it and how it arises from the representative of its orbit.</summary>
/// <param name="Direction">The vector <c>g ρ</c>, ρ the representative of the orbit; rays of one orbit have vectors of one length.</param>
/// <param name="Orbit">The position of the orbit in <see cref="EquivariantFan.RayOrbits"/>.</param>
/// <param name="Element">An element g of the group with <c>Direction = g ρ</c>.</param>
public sealed record FanRay(IReadOnlyList<Cyclotomic> Direction, int Orbit, Permutation Element);
