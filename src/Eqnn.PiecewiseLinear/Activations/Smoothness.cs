namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>How smooth a function is on all of ℝ, as far as the theorems ask.</summary>
public enum Smoothness
{
    /// <summary>It has jumps, finitely many; Theorem 2 holds (its ridge lemma needs locally bounded and measurable functions only), the statements about continuous maps do not.</summary>
    Jumps,

    /// <summary>Continuous, and not analytic at finitely many points.</summary>
    Continuous,

    /// <summary>Real analytic.</summary>
    Analytic,
}
