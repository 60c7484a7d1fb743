namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>What is known of a simple in <c>J_t</c>: whether networks populate it, and by which argument (docs/theory.md#depth).</summary>
public enum Attainment
{
    /// <summary>Whether some weights populate the simple is not decided: a limit was reached, or nothing is proved for this f.</summary>
    Undecided,

    /// <summary>No weights and no input populate it, with one input channel: Theorem 5, on every chamber. With several input channels some do (Theorem 6).</summary>
    Never,

    /// <summary>The input itself, before any layer.</summary>
    Input,

    /// <summary>One layer: Theorem 2 is exact, for inputs in the whole isotypic component.</summary>
    OneLayer,

    /// <summary>Enough input channels: Theorem 6, for every f.</summary>
    ManyChannels,

    /// <summary>Theorem 5: a block of points on a chamber.</summary>
    Chambers,

    /// <summary>f is real analytic and each of its parts is not a polynomial or of degree at most 1: almost all weights and inputs.</summary>
    Analytic,

    /// <summary>f is piecewise linear with kinks off 0, and enough channels: an open set of weights.</summary>
    KinksOffZero,

    /// <summary>ReLU with invariant biases and enough channels: an open set of weights.</summary>
    BiasedRelu,

    /// <summary>Theorem 3: two layers of ReLU or leaky ReLU without bias.</summary>
    TwoReluLayers,

    /// <summary>Constants: the sum of a nonzero layer of αt + β|t| is an invariant number, not 0.</summary>
    PositiveSum,

    /// <summary>Attained one layer earlier on the same G-set, and f leaves its own values unchanged.</summary>
    Kept,

    /// <summary>A <see cref="DepthWitness"/>: weights and an input, checked exactly.</summary>
    Witness,
}
