using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Algebra.Representations.Products;

/// <summary>The invariant inner product of a simple representation or of a product of two; where the basis is orthonormal nothing is multiplied.</summary>
internal sealed class AdjointForm
{
    private readonly Matrix<Cyclotomic>? _gram;
    private readonly Func<Matrix<Cyclotomic>, Matrix<Cyclotomic>>? _timesInverse;

    private AdjointForm(Matrix<Cyclotomic>? gram, Func<Matrix<Cyclotomic>, Matrix<Cyclotomic>>? timesInverse)
    {
        _gram = gram;
        _timesInverse = timesInverse;
    }

    /// <summary>Of a simple representation.</summary>
    public static AdjointForm Of(SimpleMatrices space)
    {
        if (space.IsOrthonormal)
        {
            return new(null, null);
        }

        var inverse = space.Gram.Inverse();
        return new(space.Gram, rows => rows * inverse);
    }

    /// <summary>Of the tensor product of two simple representations.</summary>
    public static AdjointForm Of(SimpleMatrices left, SimpleMatrices right)
    {
        var (first, second) = (Of(left), Of(right));
        if (first._gram is null && second._gram is null)
        {
            return new(null, null);
        }

        var inverseLeft = (first._gram ?? Matrix<Cyclotomic>.Identity(left.Dimension)).Inverse();
        var inverseRight = (second._gram ?? Matrix<Cyclotomic>.Identity(right.Dimension)).Inverse();
        return new(null, rows => TensorProductRepresentation.TimesKronecker(rows, inverseLeft, inverseRight));
    }

    /// <summary>The adjoint T* of a map from this space to another: <c>⟨Tv, m⟩ = ⟨v, T*m⟩</c>.</summary>
    public Matrix<Cyclotomic> Adjoint(Matrix<Cyclotomic> map, AdjointForm target)
    {
        // T* = G⁻¹ Tᵀ H with symmetric G, H: its transpose is H T G⁻¹.
        var lowered = target._gram is { } gram ? gram * map : map;
        return (_timesInverse is { } times ? times(lowered) : lowered).Transpose();
    }
}
