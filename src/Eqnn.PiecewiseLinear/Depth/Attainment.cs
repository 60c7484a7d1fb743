namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>What is known of a simple in <c>J_t</c>: whether networks really populate it, and by which argument (docs/theory.md#depth).</summary>
public enum Attainment
{
    /// <summary>The simple is in J_t; whether some weights populate it is not decided here.</summary>
    UpperBound,

    /// <summary>The input itself, before any layer.</summary>
    Input,

    /// <summary>One layer: Theorem 2 is exact.</summary>
    OneLayer,

    /// <summary>f is real analytic and each of its parts is not a polynomial or of degree at most 1: almost all weights and inputs.</summary>
    Analytic,

    /// <summary>ReLU with invariant biases and enough channels: an open set of weights.</summary>
    BiasedRelu,

    /// <summary>Theorem 3: two ReLU layers without bias.</summary>
    TwoReluLayers,

    /// <summary>Constants: the sum of a nonnegative nonzero layer is an invariant positive number.</summary>
    PositiveSum,

    /// <summary>Attained one layer earlier on the same G-set, and f leaves its own values unchanged.</summary>
    Kept,

    /// <summary>A <see cref="DepthWitness"/>: weights and an input, checked exactly.</summary>
    Witness,
}
