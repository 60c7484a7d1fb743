using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations;

/// <summary>A real representation of a finite group by exact matrices, with an invariant inner product.</summary>
/// <remarks>The basis is part of the value: isomorphic representations in different bases are different values. Entries are real cyclotomics.</remarks>
public abstract class MatrixRepresentation
{
    private protected MatrixRepresentation()
    {
    }

    /// <summary>The group.</summary>
    public abstract FiniteGroup Group { get; }

    /// <summary>The dimension over ℝ, the number of coordinates.</summary>
    public abstract int Dimension { get; }

    /// <summary>The inner products of the basis vectors under an invariant inner product: symmetric, positive definite.</summary>
    public abstract Matrix<Cyclotomic> Gram { get; }

    /// <summary>The matrix of <paramref name="g"/>; column j is the image of basis vector j.</summary>
    public abstract Matrix<Cyclotomic> MatrixOf(Permutation g);

    /// <summary>The vectors that given elements fix: of generators of a subgroup, those that it fixes.</summary>
    public Subspace<Cyclotomic> FixedBy(IEnumerable<Permutation> elements) => Subspace<Cyclotomic>.FixedBy(Dimension, elements.Select(MatrixOf));

    /// <summary>Whether the other is a representation of the same group by the same matrices.</summary>
    public bool HasSameMatrices(MatrixRepresentation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(this, other)
            || (Dimension == other.Dimension && Group.Generators.SequenceEqual(other.Group.Generators) && Group.Generators.All(g => MatrixOf(g) == other.MatrixOf(g)));
    }
}
