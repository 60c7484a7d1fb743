using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>Fixed vectors and endomorphisms of a simple that is given by matrices, in reduced form.</summary>
internal static class FixedSpace
{
    /// <summary>The basis in reduced form of the vectors that all matrices fix.</summary>
    public static IReadOnlyList<IReadOnlyList<Cyclotomic>> Of(int dimension, IEnumerable<Matrix<Cyclotomic>> matrices)
    {
        var identity = Matrix<Cyclotomic>.Identity(dimension);
        var rows = matrices.Where(matrix => matrix != identity).SelectMany(matrix => (matrix - identity).Rows()).ToList();
        return rows.Count == 0 ? [.. Enumerable.Range(0, dimension).Select(identity.Column)] : Matrix<Cyclotomic>.FromRows(rows).NullSpace();
    }

    /// <summary>The coordinates of a vector of the space in that basis: its entries where only one basis vector is not 0 (and is 1).</summary>
    public static IEnumerable<Cyclotomic> Coordinates(IReadOnlyList<IReadOnlyList<Cyclotomic>> basis, IReadOnlyList<Cyclotomic> vector) =>
        basis.Select((own, i) => vector[Enumerable.Range(0, own.Count).First(j => own[j].IsOne && basis.Where((_, k) => k != i).All(other => other[j].IsZero))]);

    /// <summary>The first of the given vectors that are independent over End_G: each brings a new copy of K.</summary>
    /// <param name="vectors">Vectors of K.</param>
    /// <param name="generators">The matrices of the generators on K.</param>
    /// <param name="count">How many are independent.</param>
    public static IReadOnlyList<IReadOnlyList<Cyclotomic>> IndependentOverEndomorphisms(IReadOnlyList<IReadOnlyList<Cyclotomic>> vectors, IReadOnlyList<Matrix<Cyclotomic>> generators, int count)
    {
        if (vectors.Count == count)
        {
            return vectors;
        }

        var endomorphisms = Commutant(vectors[0].Count, generators);
        var chosen = new List<IReadOnlyList<Cyclotomic>>();
        var span = new List<IReadOnlyList<Cyclotomic>>();
        foreach (var vector in vectors)
        {
            if (chosen.Count == count)
            {
                break;
            }

            var wider = span.Concat(endomorphisms.Select(e => e * vector)).ToList();
            if (Matrix<Cyclotomic>.FromRows(wider).Rank == span.Count + endomorphisms.Count)
            {
                span = wider;
                chosen.Add(vector);
            }
        }

        return chosen;
    }

    private static IReadOnlyList<Matrix<Cyclotomic>> Commutant(int dimension, IReadOnlyList<Matrix<Cyclotomic>> generators)
    {
        var rows = new List<Cyclotomic[]>();
        foreach (var g in generators)
        {
            for (var i = 0; i < dimension; i++)
            {
                for (var j = 0; j < dimension; j++)
                {
                    // (E g - g E)_{ij} = 0, entry (i, k) of E at i * dimension + k.
                    var row = new Cyclotomic[dimension * dimension];
                    for (var k = 0; k < dimension; k++)
                    {
                        row[(i * dimension) + k] += g[k, j];
                        row[(k * dimension) + j] -= g[i, k];
                    }

                    rows.Add(row);
                }
            }
        }

        return [.. Matrix<Cyclotomic>.FromRows(rows).NullSpace().Select(e => Matrix<Cyclotomic>.FromRows(e.Chunk(dimension)))];
    }
}
