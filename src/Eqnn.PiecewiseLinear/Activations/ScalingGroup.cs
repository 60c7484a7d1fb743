namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>The group <c>Mult(f) = {a ≠ 0 : f(a t) = a f(t) for all t}</c> of a continuous function, which decides with which monomial matrices f commutes.</summary>
/// <remarks>Other closed subgroups of ℝ∖{0} occur only for functions with infinitely many kinks or oscillations. <b>Source.</b> docs/theory.md#activations.</remarks>
public enum ScalingGroup
{
    /// <summary>{1}: f commutes with permutation matrices only.</summary>
    One,

    /// <summary>{1, −1}: f is odd and has no further symmetry.</summary>
    PlusMinusOne,

    /// <summary>All a &gt; 0: f is positively homogeneous with a kink at 0.</summary>
    Positive,

    /// <summary>All a ≠ 0: f is linear (or 0) and commutes with every matrix.</summary>
    NonZero,

    /// <summary>f is affine with f(0) ≠ 0: it commutes with the matrices all of whose rows sum to 1, monomial or not.</summary>
    Affine,
}
