using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>The arguments of docs/theory.md#depth that prove, without a search, that a simple of <c>J_t</c> is populated by some weights.</summary>
internal sealed class AttainmentRules
{
    private readonly Activation _activation;
    private readonly bool _isAnalyticEnough;
    private readonly bool _isRelu;
    private readonly bool _isBiasedRelu;
    private readonly bool _keepsItsValues;

    public AttainmentRules(Activation activation)
    {
        _activation = activation;
        _isAnalyticEnough = activation.IsAnalytic && new[] { activation.Even, activation.Odd }.All(part => !part.IsPolynomial || part.Degrees.All(degree => degree <= 1));
        _isBiasedRelu = IsBiasedRelu(activation);
        if (activation.PiecewiseLinear is { } pieces)
        {
            _isRelu = pieces.Kinks.Count == 1 && pieces.IsPositivelyHomogeneous && pieces.Slopes[0].IsZero && pieces.Slopes[1].Sign > 0;
            _keepsItsValues = IsIdentityOnItsRange(pieces);
        }
    }

    /// <summary>Whether f is <c>c · max(±(t − b), 0)</c> with c, b ≠ 0: in the theory of depth this stands for ReLU with free invariant biases.</summary>
    public static bool IsBiasedRelu(Activation activation) =>
        activation.PiecewiseLinear is { Kinks.Count: 1 } pieces && !pieces.Kinks[0].IsZero && pieces.ValuesAtKinks[0].IsZero && pieces.Slopes.Any(slope => slope.IsZero);

    /// <summary>Why K in <c>J_t</c> is attained; <see cref="Attainment.UpperBound"/> if no argument applies.</summary>
    /// <param name="source">The simple L of the input.</param>
    /// <param name="target">The simple K.</param>
    /// <param name="layers">X_1, ..., X_t.</param>
    /// <param name="before">What is known after t − 1 layers.</param>
    public Attainment Of(SimpleRepresentation source, SimpleRepresentation target, IReadOnlyList<IsotypicDecomposition> layers, IReadOnlyList<ReachedSimple> before)
    {
        if (layers.Count == 1)
        {
            return Attainment.OneLayer;
        }

        if (_isAnalyticEnough || _isBiasedRelu)
        {
            return _isBiasedRelu ? Attainment.BiasedRelu : Attainment.Analytic;
        }

        if (_isRelu && target.IsTrivial)
        {
            return Attainment.PositiveSum;
        }

        if (_isRelu && layers.Count == 2 && !source.IsTrivial && IsFromTheorem3(source, target, layers[1]))
        {
            return Attainment.TwoReluLayers;
        }

        return _keepsItsValues && ReferenceEquals(layers[^1], layers[^2]) && before.Any(reached => reached.Simple.Position == target.Position && reached.IsAttained)
            ? Attainment.Kept
            : Attainment.UpperBound;
    }

    private static bool IsFromTheorem3(SimpleRepresentation source, SimpleRepresentation target, IsotypicDecomposition last) =>
        CouplingSources.Of(last, [source]).Stabilizers.Any(stabilizer => stabilizer.Vector.Fixes(target));

    /// <summary>Whether <c>f(f(t)) = f(t)</c> for all t: f is the identity on its range, an interval.</summary>
    private static bool IsIdentityOnItsRange(PiecewiseLinearFunction f)
    {
        // The range is unbounded below iff the first slope is positive or the last one negative; likewise above.
        var unboundedBelow = f.Slopes[0].Sign > 0 || f.Slopes[^1].Sign < 0;
        var unboundedAbove = f.Slopes[0].Sign < 0 || f.Slopes[^1].Sign > 0;
        var values = f.IsAffine ? [f.AtZero] : f.ValuesAtKinks;
        var (least, greatest) = (values.Min(), values.Max());
        var inside = f.Kinks.Where(kink => (unboundedBelow || kink >= least) && (unboundedAbove || kink <= greatest));
        IEnumerable<Rational> places = [least, greatest, .. inside];
        if (unboundedBelow)
        {
            places = places.Append(places.Min() - 1);
        }

        if (unboundedAbove)
        {
            places = places.Append(places.Max() + 1);
        }

        // On a range of positive length two points are needed where there is no kink; the ends and the points beyond give them.
        return places.ToList().TrueForAll(t => f.Evaluate(t) == t);
    }
}
