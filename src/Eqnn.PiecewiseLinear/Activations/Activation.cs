using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>An activation function f : ℝ → ℝ, continuous: its parity decomposition, its symmetry, and its values.</summary>
/// <remarks>
/// <para><c>f_even(t) = (f(t) + f(−t))/2</c>, <c>f_odd(t) = (f(t) − f(−t))/2</c>. Theorem 2 depends on nothing else: on whether a part is a polynomial, and which monomials it has.
/// For piecewise linear functions and polynomials both parts are computed; for the other named ones they are listed (docs/theory.md#interaction).</para>
/// <para><b>Exact values</b> exist for piecewise linear functions and polynomials (<see cref="IsExact"/>); the others have doubles only, and no verdict rests on them.</para>
/// </remarks>
public sealed class Activation : IEquatable<Activation>
{
    private readonly Func<double, double> _approximate;

    internal Activation(string name, string formula, FunctionPart even, FunctionPart odd, ScalingGroup scaling, bool isAnalytic, Func<double, double> approximate)
    {
        Name = name;
        Formula = formula;
        Even = even;
        Odd = odd;
        Scaling = scaling;
        IsAnalytic = isAnalytic;
        _approximate = approximate;
    }

    /// <summary>All named activations, in the order in which they are listed to users.</summary>
    public static IReadOnlyList<Activation> Known => KnownActivations.All;

    /// <summary>max(t, 0), the default everywhere.</summary>
    public static Activation Relu => KnownActivations.All[0];

    /// <summary>The name a user types; <see cref="Parse"/> reads it.</summary>
    public string Name { get; }

    /// <summary>The function in t.</summary>
    public string Formula { get; }

    /// <summary>The even part.</summary>
    public FunctionPart Even { get; }

    /// <summary>The odd part.</summary>
    public FunctionPart Odd { get; }

    /// <summary>The numbers a with f(a t) = a f(t).</summary>
    public ScalingGroup Scaling { get; }

    /// <summary>Whether f is real analytic on all of ℝ.</summary>
    public bool IsAnalytic { get; }

    /// <summary>The function, if it is piecewise linear with rational data; else <c>null</c>.</summary>
    public PiecewiseLinearFunction? PiecewiseLinear { get; private init; }

    /// <summary>The function, if it is a polynomial; else <c>null</c>.</summary>
    public RationalPolynomial? Polynomial { get; private init; }

    /// <summary>Whether <see cref="Evaluate(Rational)"/> is possible.</summary>
    public bool IsExact => PiecewiseLinear is not null || Polynomial is not null;

    /// <summary>Whether f(0) ≠ 0; decided from the parts, since only the even part counts at 0, or from the value.</summary>
    public bool IsNonZeroAtZero => IsExact ? !Evaluate(Rational.Zero).IsZero : _approximate(0) != 0;

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
        FromPiecewiseLinear($"pl:{function}", function.IsAffine ? $"{function.Slopes[0]} t + {function.AtZero}" : $"slopes {string.Join(", ", function.Slopes)}, kinks at {string.Join(", ", function.Kinks)}", function);

    /// <summary>A polynomial activation; its name is <c>poly:</c> with the terms.</summary>
    public static Activation FromPolynomial(RationalPolynomial polynomial) => FromPolynomial($"poly:{polynomial}", polynomial.ToString(), polynomial);

    /// <summary>
    /// Reads the name of a known activation (case, <c>_</c> and <c>-</c> do not matter), <c>relu-bias:b</c> for <c>max(t + b, 0)</c>, <c>leaky-relu:s</c> for slope s below 0,
    /// <c>pl:(-1,0) (0,0) (1,2)</c> for the piecewise linear function through points, or <c>poly:t^3 - 1/2 t</c>.
    /// </summary>
    /// <remarks>Beyond the outer points of <c>pl:</c> the outer segments go on.</remarks>
    /// <exception cref="AlgebraFormatException">There is no such activation.</exception>
    public static Activation Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var wanted = Plain(colon < 0 ? text : text[..colon]);
        if (colon >= 0)
        {
            var rest = text[(colon + 1)..];
            return wanted switch
            {
                "pl" => FromPiecewiseLinear(PiecewiseLinearFunction.Parse(rest)),
                "poly" => FromPolynomial(RationalPolynomial.Parse(rest)),
                "relubias" => Biased(Number(text, rest, colon)),
                "leakyrelu" => Leaky(Number(text, rest, colon)),
                _ => throw new AlgebraFormatException("activation", text, 0, "not known", "pl:(-1,0) (0,0) (1,2), poly:t^2 + t, relu-bias:1/2 or leaky-relu:1/10"),
            };
        }

        return Known.FirstOrDefault(activation => Plain(activation.Name) == wanted) ?? throw new AlgebraFormatException("activation", text, 0, "not known", Nearest(wanted));
    }

    /// <summary>f(t), exactly.</summary>
    /// <exception cref="InvalidOperationException">f is neither piecewise linear nor a polynomial.</exception>
    public Rational Evaluate(Rational t) => PiecewiseLinear is { } pieces ? pieces.Evaluate(t) : RequirePolynomial().Evaluate(t);

    /// <summary>f(t), exactly.</summary>
    /// <exception cref="InvalidOperationException">f is neither piecewise linear nor a polynomial.</exception>
    public RealCyclotomic Evaluate(RealCyclotomic t) => PiecewiseLinear is { } pieces ? pieces.Evaluate(t) : RequirePolynomial().Evaluate(t);

    /// <summary>f(t) in doubles: for |t| ≤ 10 within 1e-14 · (1 + |f(t)|) for the named functions; for <c>pl:</c> and <c>poly:</c> within rounding of the numbers met.</summary>
    public double ApproximateAt(double t) => _approximate(t);

    /// <inheritdoc/>
    public bool Equals(Activation? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Activation);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal static Activation FromPiecewiseLinear(string name, string formula, PiecewiseLinearFunction function)
    {
        var (even, odd) = (function.EvenPart, function.OddPart);
        var evenPart = !even.IsAffine ? FunctionPart.NotPolynomial : even.AtZero.IsZero ? FunctionPart.Zero : FunctionPart.Polynomial(0);
        var oddPart = !odd.IsAffine ? FunctionPart.NotPolynomial : odd.Slopes[0].IsZero ? FunctionPart.Zero : FunctionPart.Polynomial(1);
        var scaling = function.IsAffine ? (function.AtZero.IsZero ? ScalingGroup.NonZero : ScalingGroup.Affine)
            : function.IsPositivelyHomogeneous ? ScalingGroup.Positive
            : evenPart.IsZero ? ScalingGroup.PlusMinusOne
            : ScalingGroup.One;
        return new(name, formula, evenPart, oddPart, scaling, function.IsAffine, function.ApproximateAt) { PiecewiseLinear = function };
    }

    internal static Activation FromPolynomial(string name, string formula, RationalPolynomial polynomial)
    {
        var degrees = Enumerable.Range(0, polynomial.Degree + 1).Where(k => !polynomial.Coefficients[k].IsZero).ToList();
        var even = FunctionPart.Polynomial([.. degrees.Where(k => k % 2 == 0)]);
        var scaling = polynomial.Degree <= 1 ? (even.IsZero ? ScalingGroup.NonZero : ScalingGroup.Affine) : even.IsZero ? ScalingGroup.PlusMinusOne : ScalingGroup.One;
        return new(name, formula, even, FunctionPart.Polynomial([.. degrees.Where(k => k % 2 == 1)]), scaling, isAnalytic: true, polynomial.ApproximateAt) { Polynomial = polynomial };
    }

    private static Activation Biased(Rational bias) => FromPiecewiseLinear($"relu-bias:{bias}", $"max(t + {bias}, 0)", PiecewiseLinearFunction.Through([(-bias - 1, 0), (-bias, 0), (1 - bias, 1)]));

    private static Activation Leaky(Rational slope) => FromPiecewiseLinear($"leaky-relu:{slope}", $"t for t > 0, {slope} t else", PiecewiseLinearFunction.Through([(-1, -slope), (0, 0), (1, 1)]));

    private static Rational Number(string text, string number, int colon) => Rational.TryParse(number.Trim(), null, out var value)
        ? value
        : throw new AlgebraFormatException("activation", text, colon + 1, "not a rational number", text[..(colon + 1)] + "1/2");

    private static string Plain(string name) => name.Trim().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Nearest(string wanted) =>
        Known.FirstOrDefault(activation => wanted.Length > 0 && Plain(activation.Name).StartsWith(wanted[..Math.Min(2, wanted.Length)], StringComparison.Ordinal))?.Name
        ?? "one of " + string.Join(", ", Known.Select(activation => activation.Name)) + ", pl:(-1,0) (0,0) (1,2), poly:t^2 + t";

    private RationalPolynomial RequirePolynomial() => Polynomial ?? throw new InvalidOperationException($"{Name} has no exact values: it is neither piecewise linear nor a polynomial");
}
