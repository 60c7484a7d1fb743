using System.Diagnostics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>An activation function f : ℝ → ℝ, continuous: its parity decomposition, its symmetry, and its values.</summary>
/// <remarks>
/// <para><c>f_even(t) = (f(t) + f(−t))/2</c>, <c>f_odd(t) = (f(t) − f(−t))/2</c>. Theorem 2 depends on nothing else: on whether a part is a polynomial, and which monomials it has.
/// For piecewise linear functions and polynomials both parts are computed; for the other named ones they are listed (docs/theory.md#interaction), in the one table of activations, <see cref="ActivationFamily.All"/>.</para>
/// <para><b>Exact values</b> exist for piecewise linear functions and polynomials (<see cref="IsExact"/>); the others have doubles only, and no verdict rests on them.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Activation : IEquatable<Activation>
{
    private readonly Lazy<bool> _isNonZeroAtZero;
    private readonly Func<double, double> _approximate;
    private readonly Func<double, double> _slopeBound;
    private readonly Func<RealInterval, RealInterval> _enclosure;

    private Activation(string name, ActivationFamily? family, IReadOnlyList<Rational> parameters, ActivationDefinition definition)
    {
        Name = name;
        Family = family;
        Parameters = parameters;
        Formula = definition.Formula;
        switch (definition)
        {
            case ActivationDefinition.Pieces { Function: var function }:
                PiecewiseLinear = function;
                (Even, Odd, Scaling) = Classify(function);
                Smoothness = function.IsAffine ? Smoothness.Analytic : Smoothness.Continuous;
                ExactValue = function.Evaluate;
                (_approximate, _slopeBound, _enclosure) = (function.ApproximateAt, function.SlopeBoundOn, t => IntervalFunctions.Of(function, t));
                break;
            case ActivationDefinition.Power { Polynomial: var polynomial }:
                Polynomial = polynomial;
                (Even, Odd, Scaling) = Classify(polynomial);
                Smoothness = Smoothness.Analytic;
                ExactValue = polynomial.Evaluate;
                (_approximate, _slopeBound, _enclosure) = (polynomial.ApproximateAt, polynomial.SlopeBoundOn, t => IntervalFunctions.Of(polynomial, t));
                break;
            case ActivationDefinition.Other other:
                (Even, Odd, Smoothness, BoundNearSine) = (other.Even, other.Odd, other.Smoothness, other.BoundNearSine);
                Scaling = other.Even.IsZero ? ScalingGroup.PlusMinusOne : ScalingGroup.One;
                (_approximate, _slopeBound, _enclosure, Gaussian) = (other.Value, other.SlopeBound, other.Enclosure, other.Gaussian);
                ExactValue = other.Exact;
                break;
            default:
                throw new ArgumentException($"a definition of a form that is not known: {definition.GetType().Name}", nameof(definition));
        }

        _isNonZeroAtZero = new(ComputeIsNonZeroAtZero);
    }

    /// <summary>All named activations with their default parameters, in the order in which they are listed to users.</summary>
    public static IReadOnlyList<Activation> Known { get; } = [.. ActivationTable.Rows.Select(row => row.Default)];

    /// <summary>max(t, 0), the default everywhere.</summary>
    public static Activation Relu => Known[0];

    /// <summary>f(t) = t.</summary>
    public static Activation Identity { get; } = Known.First(activation => activation.IsIdentity);

    /// <summary>The name a user types; <see cref="Parse(string)"/> reads it.</summary>
    public string Name { get; }

    /// <summary>The function in t.</summary>
    public string Formula { get; }

    /// <summary>The even part.</summary>
    public FunctionPart Even { get; }

    /// <summary>The odd part.</summary>
    public FunctionPart Odd { get; }

    /// <summary>The numbers a with f(a t) = a f(t).</summary>
    public ScalingGroup Scaling { get; }

    /// <summary>The row of the table to which f belongs; <c>null</c> for <c>pl:</c> and <c>poly:</c>.</summary>
    public ActivationFamily? Family { get; }

    /// <summary>The values of the parameters of <see cref="Family"/>; empty where it has none.</summary>
    public IReadOnlyList<Rational> Parameters { get; }

    /// <summary>How smooth f is on all of ℝ.</summary>
    public Smoothness Smoothness { get; }

    /// <summary>Whether f is real analytic on all of ℝ.</summary>
    public bool IsAnalytic => Smoothness == Smoothness.Analytic;

    /// <summary>Whether f is continuous, as the statements about maps ask; hardshrink and thresholded ReLU are not.</summary>
    public bool IsContinuous => Smoothness != Smoothness.Jumps;

    /// <summary>Whether f(t) = t for all t, however it is named.</summary>
    public bool IsIdentity => PiecewiseLinear is { IsAffine: true, AtZero.IsZero: true } pieces ? pieces.Slopes[0].IsOne : Polynomial is { Degree: 1 } p && p.Coefficients[0].IsZero && p.Coefficients[1].IsOne;

    /// <summary>The function, if it is piecewise linear with rational data; else <c>null</c>.</summary>
    public PiecewiseLinearFunction? PiecewiseLinear { get; }

    /// <summary>The function, if it is a polynomial; else <c>null</c>.</summary>
    public RationalPolynomial? Polynomial { get; }

    /// <summary>A bound of |f| near the sine wave in the complex plane, <see cref="ActivationDefinition.Other"/>.</summary>
    internal double? BoundNearSine { get; }

    /// <summary>How its Hermite coefficients are enclosed; <c>null</c> for piecewise linear functions and polynomials, where nothing needs to be said.</summary>
    internal GaussianRoute? Gaussian { get; }

    /// <summary>Whether <see cref="Evaluate(Rational)"/> is possible.</summary>
    public bool IsExact => PiecewiseLinear is not null || Polynomial is not null;

    /// <summary>Whether f(0) ≠ 0: by the exact value; not for odd functions; else by enclosures, of which one is the point 0 or does not hold 0.</summary>
    /// <exception cref="LimitExceededException">No enclosure decides.</exception>
    public bool IsNonZeroAtZero => _isNonZeroAtZero.Value;

    /// <summary>f(t) exactly, where it lies in the field of t: for piecewise linear functions, with jumps or without, and polynomials; null for others.</summary>
    internal Func<RealCyclotomic, RealCyclotomic>? ExactValue { get; }

    /// <summary>The class of the table in docs/theory.md#interaction: which parts are polynomials.</summary>
    public string ParityClass => (Even.IsPolynomial, Odd.IsPolynomial) switch
    {
        (true, true) => "polynomial",
        (false, true) => Odd.IsZero ? "even" : "linear + even",
        (true, false) => Even.IsZero ? "odd" : "constant + odd",
        _ => "both parts",
    };

    /// <summary>A piecewise linear activation; its name is <c>pl:</c> with points.</summary>
    public static Activation FromPiecewiseLinear(PiecewiseLinearFunction function) =>
        Written($"pl:{function}", function.IsAffine ? RationalPolynomial.FromCoefficients([function.AtZero, function.Slopes[0]]).ToString() : $"slopes {string.Join(", ", function.Slopes)}, kinks at {string.Join(", ", function.Kinks)}", formula => new ActivationDefinition.Pieces(formula, function));

    /// <summary>A polynomial activation; its name is <c>poly:</c> with the terms.</summary>
    public static Activation FromPolynomial(RationalPolynomial polynomial) => Written($"poly:{polynomial}", polynomial.ToString(), formula => new ActivationDefinition.Power(formula, polynomial));

    /// <summary>f(t), exactly.</summary>
    /// <exception cref="InvalidOperationException">f is neither piecewise linear nor a polynomial.</exception>
    public Rational Evaluate(Rational t) => PiecewiseLinear is { } pieces ? pieces.Evaluate(t) : RequirePolynomial().Evaluate(t);

    /// <summary>f(t), exactly.</summary>
    /// <exception cref="InvalidOperationException">f is neither piecewise linear nor a polynomial.</exception>
    public RealCyclotomic Evaluate(RealCyclotomic t) => PiecewiseLinear is { } pieces ? pieces.Evaluate(t) : RequirePolynomial().Evaluate(t);

    /// <summary>f(t) in doubles: for |t| ≤ 10 within 1e-14 · (1 + |f(t)|) for the named functions; for <c>pl:</c> and <c>poly:</c> within rounding of the numbers met. This is what networks compute.</summary>
    public double ApproximateAt(double t) => _approximate(t);

    /// <summary>An interval that holds f(t) for all t of an interval, with the same number of bits: what <see cref="ApproximateAt"/> gives in doubles, with a proof.</summary>
    public RealInterval EnclosureAt(RealInterval t) => _enclosure(t);

    /// <summary>A number λ with |f(s) − f(t)| ≤ λ |s − t| for all s, t in [−R, R]: for large R at most 1 % above the least one; ∞ for functions with jumps.</summary>
    /// <param name="radius">R ≥ 0.</param>
    public double SlopeBoundOn(double radius) => _slopeBound(radius);

    /// <inheritdoc/>
    public bool Equals(Activation? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Activation);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private bool ComputeIsNonZeroAtZero()
    {
        if (ExactValue is { } value)
        {
            return !value(RealCyclotomic.Zero).IsZero;
        }

        if (Even.IsZero)
        {
            return false;
        }

        // Other functions that vanish at 0 give the point 0 (a test looks at all of the table), the rest an interval beside it once that is narrow enough: softplus is log(2)/β at 0.
        const int MostBits = 65_536;
        for (var bits = 64; bits <= MostBits; bits *= 4)
        {
            var zero = RealInterval.Of(Rational.Zero, bits);
            var enclosure = _enclosure(zero);
            if (enclosure == zero || !enclosure.ContainsZero)
            {
                return enclosure != zero;
            }
        }

        throw new LimitExceededException("bits of an enclosure at 0", MostBits, $"more, for {Name}", "take parameters of moderate size");
    }

    private static Activation Written(string name, string formula, Func<string, ActivationDefinition> define) => new(name, null, [], define(formula));

    internal static Activation FromDefinition(string name, ActivationFamily family, IReadOnlyList<Rational> parameters, ActivationDefinition definition) => new(name, family, parameters, definition);

    private static (FunctionPart Even, FunctionPart Odd, ScalingGroup Scaling) Classify(PiecewiseLinearFunction function)
    {
        var (even, odd) = (function.EvenPart, function.OddPart);
        var evenPart = !even.IsAffine ? FunctionPart.NotPolynomial : even.AtZero.IsZero ? FunctionPart.Zero : FunctionPart.Polynomial(0);
        var oddPart = !odd.IsAffine ? FunctionPart.NotPolynomial : odd.Slopes[0].IsZero ? FunctionPart.Zero : FunctionPart.Polynomial(1);
        var scaling = function.IsAffine ? (function.AtZero.IsZero ? ScalingGroup.NonZero : ScalingGroup.Affine)
            : function.IsPositivelyHomogeneous ? ScalingGroup.Positive
            : evenPart.IsZero ? ScalingGroup.PlusMinusOne
            : ScalingGroup.One;
        return (evenPart, oddPart, scaling);
    }

    private static (FunctionPart Even, FunctionPart Odd, ScalingGroup Scaling) Classify(RationalPolynomial polynomial)
    {
        var degrees = Enumerable.Range(0, polynomial.Degree + 1).Where(k => !polynomial.Coefficients[k].IsZero).ToList();
        var even = FunctionPart.Polynomial([.. degrees.Where(k => k % 2 == 0)]);
        var scaling = polynomial.Degree <= 1 ? (even.IsZero ? ScalingGroup.NonZero : ScalingGroup.Affine) : even.IsZero ? ScalingGroup.PlusMinusOne : ScalingGroup.One;
        return (even, FunctionPart.Polynomial([.. degrees.Where(k => k % 2 == 1)]), scaling);
    }

    private RationalPolynomial RequirePolynomial() => Polynomial ?? throw new InvalidOperationException($"{Name} has no exact values: it is neither piecewise linear nor a polynomial");
}
