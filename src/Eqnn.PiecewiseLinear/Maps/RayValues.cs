using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>From a matrix on one chamber of each orbit to values on one ray of each orbit: possible iff the matrices belong to a continuous equivariant map.</summary>
/// <remarks>
/// If every ray g ρ of every representative chamber gives the same value <c>g⁻¹ A g ρ</c> at ρ, and Stab(ρ) fixes that value, then the values spread over all rays by the group, agree with the matrix on every
/// representative and with its conjugates on the others; neighbours agree on the rays of their common wall. The converse is clear.
/// </remarks>
internal static class RayValues
{
    public static IReadOnlyList<ColumnVector<Cyclotomic>> Of(EquivariantFan fan, MatrixRepresentation target, IReadOnlyList<Matrix<Cyclotomic>> matrices)
    {
        if (matrices.Count != fan.ChamberOrbits.Count)
        {
            throw new ArgumentException($"{matrices.Count} matrices were given for {fan.ChamberOrbits.Count} orbits of chambers", nameof(matrices));
        }

        if (!fan.Group.Generators.SequenceEqual(target.Group.Generators))
        {
            throw new ArgumentException($"the fan belongs to {fan.Group.Name}, the target to {target.Group.Name}", nameof(target));
        }

        var values = new ColumnVector<Cyclotomic>?[fan.RayOrbits.Count];
        for (var c = 0; c < matrices.Count; c++)
        {
            if (matrices[c].RowCount != target.Dimension || matrices[c].ColumnCount != fan.Space.Dimension)
            {
                throw new ArgumentException($"matrix {c + 1} is {matrices[c].RowCount} x {matrices[c].ColumnCount}, not {target.Dimension} x {fan.Space.Dimension}", nameof(matrices));
            }

            foreach (var ray in fan.ChamberOrbits[c].Rays)
            {
                var value = target.MatrixOf(ray.Element.Inverse()) * (matrices[c] * ray.Direction);
                if (values[ray.Orbit] is not { } earlier)
                {
                    var moved = fan.RayOrbits[ray.Orbit].Stabilizer.Generators.FirstOrDefault(h => !(target.MatrixOf(h) * value).SequenceEqual(value));
                    values[ray.Orbit] = moved is null ? value : throw new ArgumentException($"the matrices are not equivariant: the element {moved} fixes the ray {Show(ray.Direction)} up to conjugacy and moves its value", nameof(matrices));
                }
                else if (!earlier.SequenceEqual(value))
                {
                    throw new ArgumentException(
                        $"the matrices do not fit together: on the ray {Show(fan.RayOrbits[ray.Orbit].Representative)} the value is {Show(earlier)} by one chamber, {Show(value)} by matrix {c + 1}", nameof(matrices));
                }
            }
        }

        return values!;
    }

    private static string Show(ColumnVector<Cyclotomic> vector) => $"({string.Join(", ", vector)})";
}
