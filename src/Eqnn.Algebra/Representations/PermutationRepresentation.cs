using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations;

/// <summary>The permutation representation <c>Fun(X, ℝ)</c> of a G-set in its coordinate basis: <c>g e_x = e_{gx}</c>. Of a one-point set several times over: trivial representations.</summary>
public sealed class PermutationRepresentation : MatrixRepresentation
{
    private PermutationRepresentation(GSet set) => Set = set;

    /// <summary>X.</summary>
    public GSet Set { get; }

    /// <inheritdoc/>
    public override FiniteGroup Group => Set.Group;

    /// <inheritdoc/>
    public override int Dimension => (int)Set.Size;

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> Gram => Matrix<Cyclotomic>.Identity(Dimension);

    /// <summary>The functions on a G-set.</summary>
    public static PermutationRepresentation Of(GSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new(set);
    }

    /// <summary>ℝ^dimension on which the group acts trivially.</summary>
    public static PermutationRepresentation Trivial(FiniteGroup group, int dimension = 1)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        return new(GSet.Multiple(dimension, GSet.OnePoint(group)));
    }

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> MatrixOf(Permutation g) =>
        Matrix<Cyclotomic>.FromFunction(Dimension, Dimension, (y, x) => Set.Apply(g, x) == y ? Cyclotomic.One : Cyclotomic.Zero);

    /// <inheritdoc/>
    public override string ToString() => $"Fun({Set.Name})";
}
