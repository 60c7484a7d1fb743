namespace Eqnn.Algebra.Characters;

/// <summary>The endomorphisms of a simple real representation L: the real numbers, the complex numbers or the quaternions (Frobenius–Schur).</summary>
public enum SimpleType
{
    /// <summary>Type R: End(L) = ℝ, L ⊗ ℂ is simple, indicator 1.</summary>
    Real,

    /// <summary>Type C: End(L) = ℂ, L ⊗ ℂ = χ + χ̄ with χ ≠ χ̄, indicator 0.</summary>
    Complex,

    /// <summary>Type H: End(L) = ℍ, L ⊗ ℂ = 2χ, indicator -1.</summary>
    Quaternionic,
}
