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

    /// <summary>A nonzero integer combination of a basis of the fixed vectors.</summary>
    public static ColumnVector<Cyclotomic> RandomFixedVector(this SimpleCopy copy, FiniteGroup subgroup, Random random, int maxCoefficient)
    {
        var basis = copy.FixedBy(subgroup.Generators).Basis;
        while (true)
        {
            // L occurs on the orbit, so the basis is not empty, and a zero combination is rare.
            var coefficients = basis.Select(_ => random.Next(-maxCoefficient, maxCoefficient + 1)).ToList();
            if (coefficients.Exists(c => c != 0))
            {
                return ColumnVector.Combination(copy.Dimension, [.. coefficients.Select(c => (Cyclotomic)c)], basis);
            }
        }
    }
}
