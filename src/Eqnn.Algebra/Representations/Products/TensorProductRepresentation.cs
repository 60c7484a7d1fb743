using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.Products;

/// <summary>The tensor product V ⊗ W of two representations: <c>g (v ⊗ w) = gv ⊗ gw</c>.</summary>
/// <remarks>Coordinate <c>i · dim W + j</c> belongs to <c>e_i ⊗ e_j</c>; the matrices are Kronecker products.</remarks>
public sealed class TensorProductRepresentation : MatrixRepresentation
{
    private TensorProductRepresentation(MatrixRepresentation left, MatrixRepresentation right)
    {
        Left = left;
        Right = right;
    }

    /// <summary>V.</summary>
    public MatrixRepresentation Left { get; }

    /// <summary>W.</summary>
    public MatrixRepresentation Right { get; }

    /// <inheritdoc/>
    public override FiniteGroup Group => Left.Group;

    /// <inheritdoc/>
    public override int Dimension => Left.Dimension * Right.Dimension;

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> Gram => Kronecker(Left.Gram, Right.Gram);

    /// <summary>V ⊗ W.</summary>
    /// <exception cref="ArgumentException">The representations belong to different groups.</exception>
    public static TensorProductRepresentation Of(MatrixRepresentation left, MatrixRepresentation right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Group.Generators.SequenceEqual(right.Group.Generators)
            ? new(left, right)
            : throw new ArgumentException($"a representation of {left.Group.Name} and one of {right.Group.Name} have no product", nameof(right));
    }

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> MatrixOf(Permutation g) => Kronecker(Left.MatrixOf(g), Right.MatrixOf(g));

    /// <inheritdoc/>
    public override string ToString() => $"{Left} ⊗ {Right}";

    /// <summary>Rows in the coordinates of V ⊗ W times the Kronecker product of two matrices, which is not written out.</summary>
    internal static Matrix<Cyclotomic> TimesKronecker(Matrix<Cyclotomic> rows, Matrix<Cyclotomic> left, Matrix<Cyclotomic> right)
    {
        var (count, a, b) = (rows.RowCount, left.RowCount, right.RowCount);
        var byRight = Matrix<Cyclotomic>.FromFunction(count * a, b, (i, j) => rows[i / a, (i % a * b) + j]) * right;
        var byLeft = Matrix<Cyclotomic>.FromFunction(count * b, a, (i, j) => byRight[(i / b * a) + j, i % b]) * left;
        return Matrix<Cyclotomic>.FromFunction(count, a * b, (i, j) => byLeft[(i * b) + (j % b), j / b]);
    }

    private static Matrix<Cyclotomic> Kronecker(Matrix<Cyclotomic> left, Matrix<Cyclotomic> right) =>
        Matrix<Cyclotomic>.FromFunction(left.RowCount * right.RowCount, left.ColumnCount * right.ColumnCount, (i, j) => left[i / right.RowCount, j / right.ColumnCount] * right[i % right.RowCount, j % right.ColumnCount]);
}
