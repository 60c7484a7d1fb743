using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Copies;

/// <summary>Vectors of a simple representation that a subgroup fixes, in the coordinates of a copy.</summary>
internal static class FixedVectors
{
    /// <summary>The size of coefficients that are usually enough.</summary>
    public const int MaxCoefficient = 4;

    /// <summary>A basis of the fixed vectors.</summary>
    public static IReadOnlyList<IReadOnlyList<Cyclotomic>> VectorsFixedBy(this SimpleCopy copy, FiniteGroup subgroup)
    {
        var identity = Matrix<Cyclotomic>.Identity(copy.Dimension);
        var moved = subgroup.Generators.Select(copy.MatrixOf).SelectMany(matrix => (matrix - identity).Rows()).ToList();
        return moved.Count == 0 ? [.. Enumerable.Range(0, copy.Dimension).Select(identity.Column)] : Matrix<Cyclotomic>.FromRows(moved).NullSpace();
    }

    /// <summary>A nonzero integer combination of a basis of the fixed vectors.</summary>
    public static IReadOnlyList<Cyclotomic> RandomFixedVector(this SimpleCopy copy, FiniteGroup subgroup, Random random, int maxCoefficient)
    {
        var basis = copy.VectorsFixedBy(subgroup);
        while (true)
        {
            // L occurs on the orbit, so the basis is not empty, and a zero combination is rare.
            var coefficients = basis.Select(_ => random.Next(-maxCoefficient, maxCoefficient + 1)).ToList();
            if (coefficients.Exists(c => c != 0))
            {
                return [.. Enumerable.Range(0, copy.Dimension).Select(i => basis.Select((vector, k) => vector[i] * coefficients[k]).Aggregate((a, b) => a + b))];
            }
        }
    }
}
