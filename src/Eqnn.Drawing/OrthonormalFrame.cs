using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Drawing;

/// <summary>Coordinates of a picture: those in an orthonormal basis of the invariant inner product, in doubles.</summary>
/// <remarks>With <c>Gram = CᵀC</c>, C upper triangular (Cholesky), <c>x ↦ C x</c> is an isometry to the standard inner product; the first basis vector points along the first axis.</remarks>
internal sealed class OrthonormalFrame
{
    private readonly double[,] _factor;
    private readonly int _dimension;

    public OrthonormalFrame(Matrix<Cyclotomic> gram)
    {
        _dimension = gram.RowCount;
        _factor = new double[_dimension, _dimension];
        for (var i = 0; i < _dimension; i++)
        {
            for (var j = i; j < _dimension; j++)
            {
                var rest = gram[i, j].ToDouble();
                for (var k = 0; k < i; k++)
                {
                    rest -= _factor[k, i] * _factor[k, j];
                }

                _factor[i, j] = i == j ? Math.Sqrt(rest) : rest / _factor[i, i];
            }
        }
    }

    /// <summary>The point of the picture.</summary>
    public double[] Point(IReadOnlyList<Cyclotomic> vector) => Apply([.. vector.Select(c => c.ToDouble())]);

    /// <summary>The matrix of a linear map in the pictures of source and target: <c>C_target A C_source⁻¹</c>.</summary>
    public double[,] MatrixTo(OrthonormalFrame target, Matrix<Cyclotomic> matrix)
    {
        var result = new double[target._dimension, _dimension];
        for (var j = 0; j < _dimension; j++)
        {
            // Column j of C⁻¹ by back substitution.
            var column = new double[_dimension];
            for (var i = j; i >= 0; i--)
            {
                var rest = i == j ? 1.0 : 0.0;
                for (var k = i + 1; k <= j; k++)
                {
                    rest -= _factor[i, k] * column[k];
                }

                column[i] = rest / _factor[i, i];
            }

            var image = target.Apply([.. Enumerable.Range(0, matrix.RowCount).Select(r => Enumerable.Range(0, _dimension).Sum(k => matrix[r, k].ToDouble() * column[k]))]);
            for (var i = 0; i < image.Length; i++)
            {
                result[i, j] = image[i];
            }
        }

        return result;
    }

    /// <summary>The point of the picture, from coordinates in doubles.</summary>
    public double[] Point(double[] vector) => Apply(vector);

    private double[] Apply(double[] vector) => [.. Enumerable.Range(0, _dimension).Select(i => Enumerable.Range(i, _dimension - i).Sum(j => _factor[i, j] * vector[j]))];
}
