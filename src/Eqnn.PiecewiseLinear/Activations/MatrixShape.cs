using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>The kind of matrices by which a group acts in a given basis, from the most special to the most general.</summary>
public enum MatrixShape
{
    /// <summary>Permutation matrices: every activation is allowed.</summary>
    Permutation,

    /// <summary>Signed permutation matrices with a −1 somewhere.</summary>
    SignedPermutation,

    /// <summary>Monomial matrices with positive entries, not all 1.</summary>
    PositiveMonomial,

    /// <summary>Monomial matrices of other kinds.</summary>
    Monomial,

    /// <summary>Some row has two nonzero entries: only affine activations can be allowed.</summary>
    General,
}
