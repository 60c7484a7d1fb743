using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations;

/// <summary>V ⊕ ℝ for a representation V, the group acting trivially on the last coordinate: the linear maps from it are the affine maps from V.</summary>
public sealed class TrivialExtension : MatrixRepresentation
{
    private TrivialExtension(MatrixRepresentation space) => Space = space;

    /// <summary>V.</summary>
    public MatrixRepresentation Space { get; }

    /// <inheritdoc/>
    public override FiniteGroup Group => Space.Group;

    /// <inheritdoc/>
    public override int Dimension => Space.Dimension + 1;

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> Gram => Extended(Space.Gram);

    /// <summary>The extension of a representation.</summary>
    public static TrivialExtension Of(MatrixRepresentation space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return new TrivialExtension(space);
    }

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> MatrixOf(Permutation g) => Extended(Space.MatrixOf(g));

    /// <summary>"L1, which occurs once in points, and one constant".</summary>
    public override string ToString() => $"{Space}, and one constant";

    private static Matrix<Cyclotomic> Extended(Matrix<Cyclotomic> matrix)
    {
        var last = matrix.RowCount;
        return Matrix<Cyclotomic>.FromFunction(last + 1, last + 1, (i, j) => i < last && j < last ? matrix[i, j] : i == j ? Cyclotomic.One : Cyclotomic.Zero);
    }
}
