using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Algebra.Representations;

/// <summary>A subrepresentation of <c>Fun(X, ℝ)</c> with exact coordinates: each point x is a linear form v ↦ v_x on it, and each group element a matrix.</summary>
/// <remarks>Either a <see cref="SimpleCopy"/> or an <see cref="IsotypicSubspace"/>. Coordinates and matrices are over the real cyclotomics of a conductor dividing exp(G).</remarks>
public abstract class Subrepresentation : MatrixRepresentation
{
    private readonly IReadOnlyList<ColumnVector<Cyclotomic>> _forms;
    private readonly int _dimension;

    private protected Subrepresentation(IsotypicDecomposition decomposition, IReadOnlyList<SimpleRepresentation> simples, int dimension, IReadOnlyList<ColumnVector<Cyclotomic>> forms)
    {
        Decomposition = decomposition;
        Simples = simples;
        _dimension = dimension;
        _forms = forms;
    }

    /// <summary>The decomposition of <c>Fun(X, ℝ)</c>.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>The simples that occur in the subrepresentation, in the order of the table.</summary>
    public IReadOnlyList<SimpleRepresentation> Simples { get; }

    /// <inheritdoc/>
    public override FiniteGroup Group => Decomposition.Set.Group;

    /// <inheritdoc/>
    public override int Dimension => _dimension;

    /// <summary>The linear form v ↦ v_x, as its coefficients in the coordinates.</summary>
    public ColumnVector<Cyclotomic> FormAt(int x) => _forms[x];
}
