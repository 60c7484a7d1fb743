using Eqnn.Numbers;
using static Eqnn.PiecewiseLinear.Activations.ActivationDefinition;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>The one table of activations: a new one is one row here, and nothing else.</summary>
/// <remarks>
/// Defaults are those of PyTorch 2 (and of ONNX where it agrees). Functions that are piecewise linear or polynomial are given as such, and everything else is computed from them; of the others the parts are listed, by the lines of the
/// table in docs/theory.md#interaction. For some values of the parameters a function changes its class (<c>elu:0</c> is ReLU, <c>leaky-relu:1</c> is linear): each row decides that.
/// </remarks>
internal static class ActivationTable
{
    private static readonly FunctionPart Linear = FunctionPart.Polynomial(1);
    private static readonly FunctionPart Constant = FunctionPart.Polynomial(0);
    private static readonly FunctionPart Transcendental = FunctionPart.NotPolynomial;
    private static readonly FunctionPart None = FunctionPart.Zero;
    private static readonly Rational Half = Rational.Of(1, 2);
    private static readonly GaussianRoute Strip = new GaussianRoute.Strip();
    private static readonly GaussianRoute Unknown = new GaussianRoute.Unknown();

    /// <summary>In the order in which they are listed to users.</summary>
    public static IReadOnlyList<ActivationFamily> Rows { get; } =
    [
        // linear + even: f(t) − f(−t) is a multiple of t
        Row("relu", [], [], Onnx("Relu"), _ => Kink("max(t, 0)", 0, 1)),
        Row("leaky-relu", [], [new("slope", Rational.Of(1, 100))], Onnx("LeakyRelu", Argument("alpha", 0, Rational.Of(1, 100))), Leaky),
        Row("prelu", [], [new("slope", Rational.Of(1, 4))], Onnx("PRelu", Argument("slope", 0)), Leaky),
        Row("gelu", [], [], Onnx("Gelu", "none"), _ => Analytic("t Φ(t)", Transcendental, Linear, SmoothFunctions.Gelu, IntervalFunctions.Gelu, Strip, 1.129)),
        Row("gelu-tanh", [], [], Onnx("Gelu", "tanh"), _ => Analytic("t/2 (1 + tanh(√(2/π) (t + 0.044715 t^3)))", Transcendental, Linear, SmoothFunctions.GeluTanh, IntervalFunctions.GeluTanh, Unknown, 1.13)),
        Row("silu", ["swish"], [new("beta", 1)], Onnx("Swish", Argument("alpha", 0, 1)), p => p[0].IsZero
            ? new Power("1/2 t", RationalPolynomial.FromCoefficients([0, Half]))
            : Analytic(p[0].IsOne ? "t/(1 + exp(-t))" : $"t/(1 + exp(-({p[0]} t)))", Transcendental, Linear, With(p[0], static (t, beta) => SmoothFunctions.Silu(t, beta)), t => t * IntervalFunctions.Sigmoid(p[0] * t), p[0].IsOne ? Strip : Unknown, 1.1, p[0].IsOne)),
        Row("softplus", [], [new("beta", 1)], Onnx("Softplus"), p => p[0].IsZero
            ? throw new ArgumentException("softplus divides by beta, which must not be 0")
            : Analytic(p[0].IsOne ? "log(1 + exp(t))" : $"log(1 + exp({p[0]} t))/({p[0]})", Transcendental, Linear, With(p[0], static (t, beta) => SmoothFunctions.Softplus(beta * t) / beta), t => 1 / p[0] * IntervalFunctions.Softplus(p[0] * t), p[0].IsOne ? Strip : Unknown, 1, p[0].IsOne)),
        Row("logsigmoid", [], [], null, _ => Analytic("-log(1 + exp(-t))", Transcendental, Linear, t => -SmoothFunctions.Softplus(-t), t => -IntervalFunctions.Softplus(-t), Strip, 1)),
        Row("hardswish", [], [], Onnx("HardSwish"), _ => new Other("t min(max(t + 3, 0), 6)/6", Transcendental, Linear, Smoothness.Continuous, SmoothFunctions.HardSwish, IntervalFunctions.HardSwish,
            new GaussianRoute.Quadratics([-3, 3], [(0, 0, 0), (0, Half, Rational.Of(1, 6)), (0, 1, 0)]), r => Math.Min(r / 3, 1) + 0.5, 8)),

        // even
        Row("abs", [], [], Onnx("Abs"), _ => Kink("|t|", -1, 1)),
        Row("cos", [], [], Onnx("Cos"), _ => Analytic("cos(t)", Transcendental, None, Math.Cos, t => t.Cos(), new GaussianRoute.Entire([1, 0, -1, 0]), 1)),
        Row("gauss", [], [], null, _ => Analytic("exp(-t^2)", Transcendental, None, t => Math.Exp(-t * t), IntervalFunctions.Gauss, Strip, 0.8578)),

        // odd
        Row("tanh", [], [], Onnx("Tanh"), _ => Analytic("tanh(t)", None, Transcendental, Math.Tanh, IntervalFunctions.Tanh, Strip, 1)),
        Row("hardtanh", [], [new("min", -1), new("max", 1)], Onnx("Clip", Argument("min", 0), Argument("max", 1)), p => p[0] >= p[1]
            ? throw new ArgumentException($"hardtanh needs min below max, not {p[0]} and {p[1]}")
            : Through($"min(max(t, {p[0]}), {p[1]})", (p[0] - 1, p[0]), (p[0], p[0]), (p[1], p[1]), (p[1] + 1, p[1]))),
        Row("arctan", ["atan"], [], Onnx("Atan"), _ => Analytic("arctan(t)", None, Transcendental, Math.Atan, t => t.Arctan(), Strip, 1)),
        Row("erf", [], [], Onnx("Erf"), _ => Analytic("erf(t)", None, Transcendental, ErrorFunction.Erf, t => t.Erf(), Unknown, 1.1284)),
        Row("softshrink", [], [new("lambda", Half)], Onnx("Shrink", Argument("lambd", 0, Half), Argument("bias", 0, 0)), p => NotNegative("softshrink", p[0]).IsZero
            ? Kink("t", 1, 1)
            : Through($"sign(t) max(|t| - {p[0]}, 0)", (-p[0] - 1, -1), (-p[0], 0), (p[0], 0), (p[0] + 1, 1))),
        Row("hardshrink", [], [new("lambda", Half)], Onnx("Shrink", Argument("lambd", 0, Half), Fixed("bias", 0, 0)), p => NotNegative("hardshrink", p[0]).IsZero
            ? Kink("t", 1, 1)
            : Jumping($"t for |t| > {p[0]}, 0 else", None, With(p[0], static (t, lambda) => Math.Abs(t) <= lambda ? 0 : t), t => IntervalFunctions.Switched(t, -p[0], p[0]), t => t > p[0] || t < -p[0] ? t : RealCyclotomic.Zero)),
        Row("tanhshrink", [], [], null, _ => Analytic("t - tanh(t)", None, Transcendental, SmoothFunctions.TanhShrink, t => t - IntervalFunctions.Tanh(t), Unknown, 1)),
        Row("softsign", [], [], Onnx("Softsign"), _ => new Other("t/(1 + |t|)", None, Transcendental, Smoothness.Continuous, SmoothFunctions.Softsign, IntervalFunctions.Softsign, new GaussianRoute.HalfLines(), _ => 1, 8)),
        Row("sin", [], [], Onnx("Sin"), _ => Analytic("sin(t)", None, Transcendental, Math.Sin, t => t.Sin(), new GaussianRoute.Entire([0, 1, 0, -1]), 1)),

        // constant + odd
        Row("sigmoid", [], [], Onnx("Sigmoid"), _ => Analytic("1/(1 + exp(-t))", Constant, Transcendental, SmoothFunctions.Sigmoid, IntervalFunctions.Sigmoid, Strip, 0.25)),
        Row("hardsigmoid", [], [new("alpha", Rational.Of(1, 6)), new("beta", Half)], Onnx("HardSigmoid", Argument("alpha", 0, Rational.Of(1, 5)), Argument("beta", 1, Half)), HardSigmoid),

        // both parts
        Row("relu-bias", [], [new("b", -1)], null, p => Through($"max({LinearText(1, p[0])}, 0){(p[0].IsZero ? " (its bias is 0)" : "")}", (-p[0] - 1, 0), (-p[0], 0), (1 - p[0], 1))),
        Row("elu", [], [new("alpha", 1)], Onnx("Elu", Argument("alpha", 0, 1)), p => p[0].IsZero
            ? Kink("max(t, 0)", 0, 1)
            : Branches($"t for t > 0, {(p[0].IsOne ? "exp(t) - 1" : $"{p[0]} (exp(t) - 1)")} else", With(p[0], SmoothFunctions.Elu), new(1, p[0], 1), Size(p[0]), _ => Math.Max(1, Size(p[0])))),
        Row("selu", [], [new("alpha", Rational.Parse("1.6732632423543772848170429916717")), new("gamma", Rational.Parse("1.0507009873554804934193349852946"))], Onnx("Selu", Argument("alpha", 0, Rational.Parse("1.67326319217681884765625")), Argument("gamma", 1, Rational.Parse("1.05070102214813232421875"))), Selu),
        Row("celu", [], [new("alpha", 1)], Onnx("Celu", Argument("alpha", 0, 1)), p => p[0].Sign <= 0
            ? throw new ArgumentException($"celu divides by alpha, which must be positive, not {p[0]}")
            : Branches($"t for t > 0, {(p[0].IsOne ? "exp(t) - 1" : $"{p[0]} (exp(t/({p[0]})) - 1)")} else", With(p[0], SmoothFunctions.Celu), new(1, p[0], 1 / p[0]), Size(p[0]) * Math.Exp(1.18 / Size(p[0])), _ => 1)),
        Row("mish", [], [], Onnx("Mish"), _ => Analytic("t tanh(log(1 + exp(t)))", Transcendental, Transcendental, SmoothFunctions.Mish, t => t * IntervalFunctions.Tanh(IntervalFunctions.Softplus(t)), Strip, 1.089)),
        Row("relu6", [], [], Onnx("Clip", Fixed("min", 0), Fixed("max", 6)), _ => Through("min(max(t, 0), 6)", (-1, 0), (0, 0), (6, 6), (7, 6))),
        Row("thresholded-relu", [], [new("alpha", 1)], Onnx("ThresholdedRelu", Argument("alpha", 0, 1)), p => p[0].IsZero
            ? Kink("max(t, 0)", 0, 1)
            : Jumping($"t for t > {p[0]}, 0 else", Transcendental, With(p[0], static (t, alpha) => t <= alpha ? 0 : t), t => IntervalFunctions.Switched(t, null, p[0]), t => t > p[0] ? t : RealCyclotomic.Zero)),
        Row("exp", [], [], Onnx("Exp"), _ => new Other("exp(t)", Transcendental, Transcendental, Smoothness.Analytic, Math.Exp, t => t.Exp(), new GaussianRoute.Entire([1, 1, 1, 1]), Math.Exp, 8)),

        // polynomials
        Row("square", [], [], null, _ => new Power("t^2", RationalPolynomial.Parse("t^2"))),
        Row("cube", [], [], null, _ => new Power("t^3", RationalPolynomial.Parse("t^3"))),
        Row("identity", [], [], Onnx("Identity"), _ => new Power("t", RationalPolynomial.Parse("t"))),
    ];

    /// <summary>The families that are written out: a word before the colon, and a reader of what stands behind it.</summary>
    public static IReadOnlyList<(string Word, string Example, Func<string, Activation> Read)> Written { get; } =
    [
        ("pl", "pl:(-1,0) (0,0) (1,2)", text => Activation.FromPiecewiseLinear(PiecewiseLinearFunction.Parse(text))),
        ("poly", "poly:t^2 + t", text => Activation.FromPolynomial(RationalPolynomial.Parse(text))),
    ];

    /// <summary>The row of a name; case, <c>_</c> and <c>-</c> do not matter.</summary>
    public static ActivationFamily? Find(string name) => Rows.FirstOrDefault(row => row.Aliases.Prepend(row.Name).Any(known => Plain(known) == Plain(name)));

    public static string Plain(string name) => name.Trim().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static ActivationFamily Row(string name, string[] aliases, ActivationParameter[] parameters, OnnxSpelling? onnx, Func<IReadOnlyList<Rational>, ActivationDefinition> define) =>
        new(name, aliases, parameters, onnx, define);

    private static OnnxSpelling Onnx(string type, params OnnxArgument[] arguments) => new(type, arguments, null);

    private static OnnxSpelling Onnx(string type, string approximate) => new(type, [], approximate);

    private static OnnxArgument Argument(string name, int parameter, Rational? absent = null) => new(name, parameter, null, absent);

    private static OnnxArgument Fixed(string name, Rational value, Rational? absent = null) => new(name, null, value, absent);

    private static ActivationDefinition Leaky(IReadOnlyList<Rational> p) => Kink(
        p[0].IsZero ? "max(t, 0)" : p[0].IsOne ? "t" : (-p[0]).IsOne ? "|t|" : $"t for t > 0, {p[0]} t else", p[0], 1);

    /// <summary>a t + b without what is 0 or 1.</summary>
    private static string LinearText(Rational a, Rational b) => RationalPolynomial.FromCoefficients([b, a]).ToString();

    private static ActivationDefinition HardSigmoid(IReadOnlyList<Rational> p)
    {
        var formula = $"min(max({LinearText(p[0], p[1])}, 0), 1)";
        if (p[0].IsZero)
        {
            return new Pieces(formula, PiecewiseLinearFunction.Affine(0, Rational.Max(0, Rational.Min(1, p[1]))));
        }

        var (first, last) = (-p[1] / p[0], (1 - p[1]) / p[0]);
        return p[0].Sign > 0
            ? Through(p[0] == Rational.Of(1, 6) && p[1] == Half ? "min(max(t/6 + 1/2, 0), 1)" : formula, (first - 1, 0), (first, 0), (last, 1), (last + 1, 1))
            : Through(formula, (last - 1, 1), (last, 1), (first, 0), (first + 1, 0));
    }

    private static ActivationDefinition Selu(IReadOnlyList<Rational> p)
    {
        var (alpha, gamma) = (p[0], p[1]);
        if (gamma.IsZero || alpha.IsZero)
        {
            return Kink($"{gamma} max(t, 0)", 0, gamma);
        }

        var (a, c) = (Number(alpha), Number(gamma));
        var formula = FormattableString.Invariant($"{Math.Round(c, 4)} t for t > 0, {Math.Round(c, 4)} · {Math.Round(a, 4)} (exp(t) - 1) else");
        return Branches(formula, t => c * SmoothFunctions.Elu(t, a), new(gamma, gamma * alpha, 1), Math.Abs(c) * Math.Max(1, Math.Abs(a)), _ => Math.Abs(c) * Math.Max(1, Math.Abs(a)));
    }

    private static ActivationDefinition Kink(string formula, Rational below, Rational above) => Through(formula, (-1, -below), (0, 0), (1, above));

    private static ActivationDefinition Through(string formula, params (Rational, Rational)[] points) => new Pieces(formula, PiecewiseLinearFunction.Through(points));

    private static ActivationDefinition Analytic(string formula, FunctionPart even, FunctionPart odd, Func<double, double> value, Func<RealInterval, RealInterval> enclosure, GaussianRoute gaussian, double slope, bool isBounded = true) =>
        new Other(formula, even, odd, Smoothness.Analytic, value, enclosure, gaussian, _ => slope, isBounded ? 8 : null);

    /// <summary>t, or a multiple of it, on one side of 0 and an exponential on the other; on the region of the harmonics |t| stays below 1.4 and |exp(t) − 1| below 4.3.</summary>
    private static ActivationDefinition Branches(string formula, Func<double, double> value, GaussianRoute.Exponentials exact, double size, Func<double, double> slope) =>
        new Other(formula, Transcendental, Transcendental, Smoothness.Continuous, value, t => IntervalFunctions.Exponentials(exact, t), exact, slope, Math.Max(8, 5 * size));

    /// <summary>A function with jumps: no slope bounds it.</summary>
    private static ActivationDefinition Jumping(string formula, FunctionPart even, Func<double, double> value, Func<RealInterval, RealInterval> enclosure, Func<RealCyclotomic, RealCyclotomic> exact) =>
        new Other(formula, even, Transcendental, Smoothness.Jumps, value, enclosure, Unknown, _ => double.PositiveInfinity, null, exact);

    private static Func<double, double> With(Rational parameter, Func<double, double, double> function)
    {
        var number = Number(parameter);
        return t => function(t, number);
    }

    private static double Size(Rational parameter) => Math.Abs(Number(parameter));

    private static Rational NotNegative(string name, Rational value) => value.Sign >= 0 ? value : throw new ArgumentException($"{name} needs a lambda that is not negative, not {value}");

    private static double Number(Rational parameter) => parameter.ToDouble();
}
