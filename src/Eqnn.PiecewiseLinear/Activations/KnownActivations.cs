namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>The named activations. Those that are piecewise linear or polynomial are given by the function, and everything else is decided from it; of the others the parts are listed, by the lines of the table in docs/theory.md#interaction.</summary>
internal static class KnownActivations
{
    private static readonly FunctionPart Linear = FunctionPart.Polynomial(1);
    private static readonly FunctionPart Constant = FunctionPart.Polynomial(0);
    private static readonly FunctionPart Transcendental = FunctionPart.NotPolynomial;
    private static readonly FunctionPart Zero = FunctionPart.Zero;

    /// <summary>In the order in which they are listed to users.</summary>
    public static IReadOnlyList<Activation> All { get; } =
    [
        // linear + even: f(t) − f(−t) is a multiple of t
        Pieces("relu", "max(t, 0)", "(-1,0) (0,0) (1,1)"),
        Pieces("leaky-relu", "max(t, t/10)", "(-10,-1) (0,0) (1,1)"),
        Smooth("gelu", "t Φ(t)", Transcendental, Linear, SmoothFunctions.Gelu),
        Smooth("silu", "t/(1 + exp(-t))", Transcendental, Linear, SmoothFunctions.Silu),
        Smooth("softplus", "log(1 + exp(t))", Transcendental, Linear, SmoothFunctions.Softplus),
        Smooth("logsigmoid", "-log(1 + exp(-t))", Transcendental, Linear, SmoothFunctions.LogSigmoid),
        Smooth("hardswish", "t min(max(t + 3, 0), 6)/6", Transcendental, Linear, SmoothFunctions.HardSwish, isAnalytic: false),

        // even
        Pieces("abs", "|t|", "(-1,1) (0,0) (1,1)"),
        Smooth("cos", "cos(t)", Transcendental, Zero, Math.Cos),
        Smooth("gauss", "exp(-t^2)", Transcendental, Zero, SmoothFunctions.Gauss),

        // odd
        Smooth("tanh", "tanh(t)", Zero, Transcendental, Math.Tanh),
        Pieces("hardtanh", "min(max(t, -1), 1)", "(-2,-1) (-1,-1) (1,1) (2,1)"),
        Smooth("arctan", "arctan(t)", Zero, Transcendental, Math.Atan),
        Pieces("softshrink", "sign(t) max(|t| - 1, 0)", "(-2,-1) (-1,0) (1,0) (2,1)"),
        Smooth("softsign", "t/(1 + |t|)", Zero, Transcendental, SmoothFunctions.Softsign, isAnalytic: false),
        Smooth("sin", "sin(t)", Zero, Transcendental, Math.Sin),

        // constant + odd
        Smooth("sigmoid", "1/(1 + exp(-t))", Constant, Transcendental, SmoothFunctions.Sigmoid),
        Pieces("hardsigmoid", "min(max(t/6 + 1/2, 0), 1)", "(-4,0) (-3,0) (3,1) (4,1)"),

        // both parts
        Pieces("relu-bias", "max(t - 1, 0)", "(0,0) (1,0) (2,1)"),
        Smooth("elu", "t for t > 0, exp(t) - 1 else", Transcendental, Transcendental, SmoothFunctions.Elu, isAnalytic: false),
        Smooth("selu", "1.0507 t for t > 0, 1.0507 · 1.6733 (exp(t) - 1) else", Transcendental, Transcendental, SmoothFunctions.Selu, isAnalytic: false),
        Smooth("celu", "t for t > 0, 2 (exp(t/2) - 1) else", Transcendental, Transcendental, SmoothFunctions.Celu, isAnalytic: false),
        Smooth("mish", "t tanh(log(1 + exp(t)))", Transcendental, Transcendental, SmoothFunctions.Mish),
        Pieces("relu6", "min(max(t, 0), 6)", "(-1,0) (0,0) (6,6) (7,6)"),
        Smooth("exp", "exp(t)", Transcendental, Transcendental, Math.Exp),

        // polynomials
        Power("square", "t^2"),
        Power("cube", "t^3"),
        Power("identity", "t"),
    ];

    private static Activation Pieces(string name, string formula, string points) => Activation.FromPiecewiseLinear(name, formula, PiecewiseLinearFunction.Parse(points));

    private static Activation Power(string name, string formula) => Activation.FromPolynomial(name, formula, RationalPolynomial.Parse(formula));

    private static Activation Smooth(string name, string formula, FunctionPart even, FunctionPart odd, Func<double, double> function, bool isAnalytic = true) =>
        new(name, formula, even, odd, even.IsZero ? ScalingGroup.PlusMinusOne : ScalingGroup.One, isAnalytic, function);
}
