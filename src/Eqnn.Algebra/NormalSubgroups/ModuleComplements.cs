using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>The submodules that complement a submodule, over the field of p elements.</summary>
internal static class ModuleComplements
{
    /// <summary>The submodules Z with W = S ⊕ Z for the submodule S spanned by the first basis vectors, each by a basis; at most one more than a number of them.</summary>
    /// <remarks>
    /// Z is the kernel of a projection π: W → S that commutes with the generators, and spanned by the w − π(w) for the other basis vectors w. With π(w_j) = a_j and g w_j = b_j + Σ_k c_jk w_k the equations are b_j + Σ_k c_jk a_k = a_j g.
    /// </remarks>
    /// <param name="field">The field.</param>
    /// <param name="part">The dimension of S.</param>
    /// <param name="dimension">The dimension of W.</param>
    /// <param name="matrices">The action of generators: row i is the image of the i-th basis vector.</param>
    /// <param name="maximumCount">The number.</param>
    public static IEnumerable<ulong[][]> Of(PrimeField field, int part, int dimension, IReadOnlyList<ulong[][]> matrices, int maximumCount)
    {
        var p = field.P;
        var others = dimension - part;
        var unknowns = others * part;
        var equations = new ModularSubspace(field, unknowns + 1);
        foreach (var g in matrices)
        {
            for (var j = 0; j < others; j++)
            {
                for (var i = 0; i < part; i++)
                {
                    // The last entry is the right hand side.
                    var row = new ulong[unknowns + 1];
                    for (var k = 0; k < others; k++)
                    {
                        row[(k * part) + i] += g[part + j][part + k];
                    }

                    for (var l = 0; l < part; l++)
                    {
                        row[(j * part) + l] += p - g[l][i];
                    }

                    row[unknowns] = p - g[part + j][i];
                    equations.Add(Array.ConvertAll(row, x => x % p));
                }
            }
        }

        if (equations.Pivots.Contains(unknowns))
        {
            yield break;
        }

        var free = equations.FreeColumns.Where(c => c < unknowns).ToArray();
        var choice = new ulong[free.Length];
        for (var count = 0; count <= maximumCount; count++)
        {
            yield return Kernel(Solution(choice));
            var at = 0;
            while (at < choice.Length && ++choice[at] == p)
            {
                choice[at++] = 0;
            }

            if (at == choice.Length)
            {
                yield break;
            }
        }

        ulong[] Solution(ulong[] values)
        {
            var solution = new ulong[unknowns];
            for (var i = 0; i < free.Length; i++)
            {
                solution[free[i]] = values[i];
            }

            for (var r = 0; r < equations.Rank; r++)
            {
                var row = equations.Rows[r];
                var sum = row[unknowns];
                for (var i = 0; i < free.Length; i++)
                {
                    sum = (sum + ((p - row[free[i]]) * values[i])) % p;
                }

                solution[equations.Pivots[r]] = sum;
            }

            return solution;
        }

        ulong[][] Kernel(ulong[] projection)
        {
            var basis = new ulong[others][];
            for (var j = 0; j < others; j++)
            {
                basis[j] = new ulong[dimension];
                basis[j][part + j] = 1;
                for (var i = 0; i < part; i++)
                {
                    basis[j][i] = (p - projection[(j * part) + i]) % p;
                }
            }

            return basis;
        }
    }
}
