using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Algebra.Representations.Products;

/// <summary>One equivariant bilinear map L × K → M, <c>(v, w) ↦ T(v ⊗ w)</c>, by its exact coefficients.</summary>
public sealed class ClebschGordanTensor
{
    private readonly int _rightDimension;

    internal ClebschGordanTensor(int copy, int unit, int rightDimension, Matrix<Cyclotomic> matrix)
    {
        Copy = copy;
        Unit = unit;
        _rightDimension = rightDimension;
        Matrix = matrix;
    }

    /// <summary>The copy of M in L ⊗ K onto which it projects, from 0.</summary>
    public int Copy { get; }

    /// <summary>The unit of End_G(M) that is applied after the projection: 0 for 1, then i, j, k (<see cref="EndomorphismUnits"/>).</summary>
    public int Unit { get; }

    /// <summary>T: dim M rows, dim L · dim K columns; column <c>l · dim K + k</c> is the image of <c>e_l ⊗ e_k</c>.</summary>
    public Matrix<Cyclotomic> Matrix { get; }

    /// <summary>The coefficient of <c>v_l w_k</c> in coordinate m of the value.</summary>
    public Cyclotomic this[int l, int k, int m] => Matrix[m, (l * _rightDimension) + k];

    /// <summary>The value at <c>e_l ⊗ e_k</c>.</summary>
    public ColumnVector<Cyclotomic> Values(int l, int k) => Matrix.Column((l * _rightDimension) + k);

    /// <summary>Coordinate m of the value, as a form in the coordinates of v and w.</summary>
    public BilinearForm Coordinate(int m)
    {
        var row = Matrix.Row(m);
        var places = Enumerable.Range(0, row.Count).Where(i => !row[i].IsZero).ToList();
        var factor = places.Count == 0 ? Cyclotomic.Zero : row[places[0]];
        return new(factor, [.. places.Select(i => (i / _rightDimension, i % _rightDimension, row[i] / factor))]);
    }
}
