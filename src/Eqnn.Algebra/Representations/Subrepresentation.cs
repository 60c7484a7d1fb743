using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.LinearAlgebra;
using Eqnn.Algebra.Numbers;

namespace Eqnn.Algebra.Representations;

/// <summary>A subrepresentation of <c>Fun(X, ℝ)</c> with exact coordinates: each point x is a linear form v ↦ v_x on it, and each group element a matrix.</summary>
/// <remarks>Either a <see cref="SimpleCopy"/> or an <see cref="IsotypicSubspace"/>. Coordinates and matrices are over the real cyclotomics of a conductor dividing exp(G).</remarks>
public abstract class Subrepresentation
{
    private readonly IReadOnlyList<IReadOnlyList<Cyclotomic>> _forms;

    private protected Subrepresentation(IsotypicDecomposition decomposition, IReadOnlyList<SimpleRepresentation> simples, int dimension, IReadOnlyList<IReadOnlyList<Cyclotomic>> forms)
    {
        Decomposition = decomposition;
        Simples = simples;
        Dimension = dimension;
        _forms = forms;
    }

    /// <summary>The decomposition of <c>Fun(X, ℝ)</c>.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>The simples that occur in the subrepresentation, in the order of the table.</summary>
    public IReadOnlyList<SimpleRepresentation> Simples { get; }

    /// <summary>The dimension over ℝ, the number of coordinates.</summary>
    public int Dimension { get; }

    /// <summary>The invariant inner products of the basis vectors.</summary>
    public abstract Matrix<Cyclotomic> Gram { get; }

    /// <summary>The matrix of <paramref name="g"/> in the coordinates; column j is the image of basis vector j.</summary>
    public abstract Matrix<Cyclotomic> MatrixOf(Permutation g);

    /// <summary>The linear form v ↦ v_x, as its coefficients in the coordinates.</summary>
    public IReadOnlyList<Cyclotomic> FormAt(int x) => _forms[x];
}
