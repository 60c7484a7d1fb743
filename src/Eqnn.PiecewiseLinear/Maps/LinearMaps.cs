using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>A basis of <c>Hom_G(V, K)</c>: the matrices A with <c>A ρ_V(g) = ρ_K(g) A</c> for all generators.</summary>
internal static class LinearMaps
{
    public static IReadOnlyList<Matrix<Cyclotomic>> Of(MatrixRepresentation space, MatrixRepresentation target)
    {
        var (rows, columns) = (target.Dimension, space.Dimension);
        if (space is Subrepresentation part && target is ProjectedBasis { Simple: var simple } && !part.Simples.Any(s => s.Position == simple.Position))
        {
            return [];
        }

        // Unknown number rows * columns: entry (i, j) at i * columns + j.
        var equations = new List<Cyclotomic[]>();
        foreach (var g in space.Group.Generators)
        {
            var (source, image) = (space.MatrixOf(g), target.MatrixOf(g));
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    var equation = new Cyclotomic[rows * columns];
                    for (var k = 0; k < columns; k++)
                    {
                        equation[(i * columns) + k] += source[k, j];
                    }

                    for (var k = 0; k < rows; k++)
                    {
                        equation[(k * columns) + j] -= image[i, k];
                    }

                    equations.Add(equation);
                }
            }
        }

        return [.. Subspace<Cyclotomic>.SolutionsOf(rows * columns, equations).Basis.Select(solution => Matrix<Cyclotomic>.FromRows(Enumerable.Range(0, rows).Select(i => solution.Skip(i * columns).Take(columns))))];
    }
}
