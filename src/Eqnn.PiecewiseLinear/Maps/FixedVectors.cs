using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>The vectors of a simple representation that are fixed by given elements.</summary>
internal static class FixedVectors
{
    /// <summary>A reduced basis of <c>{u ∈ K : h u = u for all h}</c>.</summary>
    public static IReadOnlyList<IReadOnlyList<Cyclotomic>> Of(MatrixRepresentation target, IReadOnlyList<Permutation> elements)
    {
        var dimension = target.Dimension;
        var identity = Matrix<Cyclotomic>.Identity(dimension);
        var rows = new List<IReadOnlyList<Cyclotomic>>();
        foreach (var h in elements)
        {
            var moved = target.MatrixOf(h) - identity;
            rows.AddRange(Enumerable.Range(0, dimension).Select(moved.Row));
        }

        return rows.Count == 0 ? [.. Enumerable.Range(0, dimension).Select(identity.Column)] : Matrix<Cyclotomic>.FromRows(rows).NullSpace();
    }
}
