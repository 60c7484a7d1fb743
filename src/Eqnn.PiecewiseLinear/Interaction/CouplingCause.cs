namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>Which row of Theorem 2 makes a coupling nonzero.</summary>
public enum CouplingCause
{
    /// <summary>The even part of f is not a polynomial, and K occurs in ℝ[G/B].</summary>
    Even,

    /// <summary>The odd part of f is not a polynomial, and K occurs in Ind_B^G ε.</summary>
    Odd,

    /// <summary>f has a linear term, and K is in S.</summary>
    Linear,

    /// <summary>f has a constant term, and K is trivial.</summary>
    Constant,

    /// <summary>f has a monomial t^k, k ≥ 2, and the tensor Σ r_y^{⊗k} ⊗ P_K e_y is not 0.</summary>
    Monomial,
}
