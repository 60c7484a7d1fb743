using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Maps;

public sealed partial class PiecewiseLinearMap
{
    /// <summary>Whether it is one linear map.</summary>
    public bool IsLinear => Kinks().Count == 0;

    /// <summary>Checks wall by wall that the matrices of neighbours agree on their common wall: <c>A_c − A_c' = u ⊗ r</c> for the normal r of the wall.</summary>
    public bool IsContinuous() => Fan.ChamberOrbits.All(orbit => orbit.Orbit.Representative.Walls.All(wall =>
    {
        var jump = MatrixOn(orbit) - MatrixOn(orbit.Orbit.Representative.Across(wall));
        return jump.IsZero || Matrix<Cyclotomic>.FromRows(jump.Rows().Append(Fan.Chambers.Arrangement.Hyperplanes[wall].Normal)).Rank == 1;
    }));

    /// <summary>Checks <c>A_{gc} = g A_c g⁻¹</c> for all generators g, for the representative c of each orbit of chambers.</summary>
    public bool IsEquivariant() => Source.Group.Generators.All(g =>
    {
        var (move, back, image) = (Source.MatrixOf(g), Source.MatrixOf(g.Inverse()), Target.MatrixOf(g));
        return Fan.ChamberOrbits.All(orbit => MatrixOn(Fan.Chambers.ChamberAt(move * orbit.Orbit.Representative.InteriorPoint)) == image * MatrixOn(orbit) * back);
    });

    /// <summary>Checks the map afresh: continuous across every wall, and equivariant.</summary>
    public bool Verify() => IsContinuous() && IsEquivariant();
}
