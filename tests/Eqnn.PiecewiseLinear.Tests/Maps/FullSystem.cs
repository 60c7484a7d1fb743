using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.PiecewiseLinear.Tests.Maps;

/// <summary>The definition, literally: a matrix for every chamber; across every wall the difference kills the wall; every generator carries the matrix of c to that of gc. No orbits, no rays but those of the walls.</summary>
internal static class FullSystem
{
    public static int DimensionOf(EquivariantFan fan, MatrixRepresentation target)
    {
        var chambers = fan.AllChambers();
        var place = chambers.Select((chamber, i) => (chamber, i)).ToDictionary(pair => pair.chamber, pair => pair.i);
        var (rows, columns) = (target.Dimension, fan.Space.Dimension);
        var size = rows * columns;
        var equations = new List<Cyclotomic[]>();
        foreach (var chamber in chambers)
        {
            foreach (var wall in chamber.Walls.Where(wall => chamber.Signs[wall] > 0))
            {
                var normal = fan.Chambers.Arrangement.Hyperplanes[wall].Normal;
                foreach (var along in Matrix<Cyclotomic>.FromRows([normal]).NullSpace())
                {
                    for (var i = 0; i < rows; i++)
                    {
                        var equation = new Cyclotomic[size * chambers.Count];
                        for (var j = 0; j < columns; j++)
                        {
                            equation[(place[chamber] * size) + (i * columns) + j] += along[j];
                            equation[(place[chamber.Across(wall)] * size) + (i * columns) + j] -= along[j];
                        }

                        equations.Add(equation);
                    }
                }
            }

            foreach (var g in fan.Group.Generators)
            {
                // A_{gc} g = g A_c.
                var (move, image) = (fan.Space.MatrixOf(g), target.MatrixOf(g));
                var moved = place[fan.Chambers.ChamberAt(move * chamber.InteriorPoint)];
                for (var i = 0; i < rows; i++)
                {
                    for (var j = 0; j < columns; j++)
                    {
                        var equation = new Cyclotomic[size * chambers.Count];
                        for (var k = 0; k < columns; k++)
                        {
                            equation[(moved * size) + (i * columns) + k] += move[k, j];
                        }

                        for (var k = 0; k < rows; k++)
                        {
                            equation[(place[chamber] * size) + (k * columns) + j] -= image[i, k];
                        }

                        equations.Add(equation);
                    }
                }
            }
        }

        return (size * chambers.Count) - Matrix<Cyclotomic>.FromRows(equations).Rank;
    }
}
