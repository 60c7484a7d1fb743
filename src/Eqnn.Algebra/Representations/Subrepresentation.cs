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

    /// <summary>One copy of a simple, or whole isotypic components: those of several simples, or of one where that is asked for.</summary>
    /// <param name="decomposition">The functions on the G-set.</param>
    /// <param name="simples">The simples, at least one.</param>
    /// <param name="wholeComponent">Whether one simple stands for its whole component.</param>
    /// <exception cref="ArgumentException">A simple does not occur in the functions on the G-set, or none is given.</exception>
    /// <exception cref="LimitExceededException">One copy cannot be written in coordinates: the subgroups tried have too large an index.</exception>
    public static Subrepresentation Of(IsotypicDecomposition decomposition, IReadOnlyList<SimpleRepresentation> simples, bool wholeComponent = false)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        ArgumentNullException.ThrowIfNull(simples);
        if (simples.FirstOrDefault(simple => decomposition.Multiplicity(simple) == 0) is { } absent)
        {
            throw new ArgumentException($"{absent.Label} does not occur in the functions on {decomposition.Set.Name}", nameof(simples));
        }

        return simples.Count == 0 ? throw new ArgumentException("no simple is given", nameof(simples))
            : wholeComponent || simples.Count > 1 ? IsotypicSubspace.Of(decomposition, simples)
            : SimpleCopy.TryFind(decomposition, simples[0])
                ?? throw new LimitExceededException("index of a subgroup", SimpleCopy.MaxModelIndex, $"a larger one, to write one copy of {simples[0].Label} in coordinates", "take the whole component");
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
