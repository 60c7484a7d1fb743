using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Which statement of docs/theory.md#depth says what networks with one input channel populate, by the shape of f.</summary>
internal sealed class DepthClass
{
    private DepthClass(Kind kind, string reason, Rational below = default, Rational above = default) => (Shape, Reason, Below, Above) = (kind, reason, below, above);

    public enum Kind
    {
        /// <summary>Real analytic, each part not a polynomial or of degree at most 1.</summary>
        Analytic,

        /// <summary>ReLU with a bias, which stands for free invariant biases.</summary>
        BiasedRelu,

        /// <summary>Piecewise linear with one kink, at 0: decided by level sets on chambers.</summary>
        KinkAtZero,

        /// <summary>Piecewise linear, each part linear (plus a constant) or with a kink off 0.</summary>
        KinksOffZero,

        /// <summary>No statement is proved here.</summary>
        NotProved,
    }

    public Kind Shape { get; }

    /// <summary>The statement in words, or what is not proved.</summary>
    public string Reason { get; }

    /// <summary>For <see cref="Kind.KinkAtZero"/> the slope below 0.</summary>
    public Rational Below { get; }

    /// <summary>The slope above 0.</summary>
    public Rational Above { get; }

    /// <summary>Whether the class of Theorem 3: <c>P_M D</c> is invertible on one chamber at least (slopes 0 and a ≠ 0) or on every one (two slopes of one sign).</summary>
    public bool HasTheorem3 => Shape == Kind.KinkAtZero && (Below * Above).Sign >= 0;

    /// <summary>Whether f is <c>c · max(±(t − b), 0)</c> with c, b ≠ 0: in the theory of depth this stands for ReLU with free invariant biases.</summary>
    public static bool IsBiasedRelu(Activation activation) =>
        activation.PiecewiseLinear is { Kinks.Count: 1 } pieces && !pieces.Kinks[0].IsZero && pieces.ValuesAtKinks[0].IsZero && pieces.Slopes.Any(slope => slope.IsZero);

    public static DepthClass Of(Activation f)
    {
        if (f.IsAnalytic && new[] { f.Even, f.Odd }.All(part => !part.IsPolynomial || part.Degrees.All(degree => degree <= 1)))
        {
            return new(Kind.Analytic, "f is analytic: almost all weights and inputs");
        }

        if (IsBiasedRelu(f))
        {
            return new(Kind.BiasedRelu, "ReLU with free biases: an open set of weights");
        }

        if (f.PiecewiseLinear is { } pieces)
        {
            if (pieces.Kinks.Count == 1 && pieces.Kinks[0].IsZero)
            {
                return new(Kind.KinkAtZero, "level sets on chambers", pieces.Slopes[0], pieces.Slopes[1]);
            }

            var even = pieces.EvenPart;
            return even.IsAffine || even.Kinks.Any(kink => !kink.IsZero)
                ? new(Kind.KinksOffZero, "f has kinks off 0: an open set of weights")
                : new(Kind.NotProved, "the even part of f is c|t| + d and the odd part has kinks: not proved here");
        }

        return new(Kind.NotProved, !f.IsContinuous ? "f has jumps: not proved here"
            : f.Polynomial is not null ? "f is a polynomial of degree 2 or more: not proved here beyond one layer"
            : "f is neither analytic nor piecewise linear: whether its dilates are dense is not proved here");
    }
}
