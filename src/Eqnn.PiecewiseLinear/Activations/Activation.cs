using Eqnn.Algebra;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>An activation function f : ℝ → ℝ, continuous, as the interaction theorem sees it: a name and its even and odd parts.</summary>
/// <remarks>
/// <c>f_even(t) = (f(t) + f(−t))/2</c>, <c>f_odd(t) = (f(t) − f(−t))/2</c>. Theorem 2 depends on nothing else: on whether a part is a polynomial, and which monomials it has.
/// Source: docs/theory.md#interaction.
/// </remarks>
public sealed class Activation : IEquatable<Activation>
{
    private static readonly FunctionPart Linear = FunctionPart.Polynomial(1);
    private static readonly FunctionPart Constant = FunctionPart.Polynomial(0);

    private Activation(string name, string formula, FunctionPart even, FunctionPart odd)
    {
        Name = name;
        Formula = formula;
        Even = even;
        Odd = odd;
    }

    /// <summary>All named activations, in the order in which they are listed to users.</summary>
    public static IReadOnlyList<Activation> Known { get; } =
    [
        // affine + even: f(t) − f(−t) is linear
        new("relu", "max(t, 0)", FunctionPart.NotPolynomial, Linear),
        new("leaky-relu", "max(t, t/10)", FunctionPart.NotPolynomial, Linear),
        new("gelu", "t Φ(t)", FunctionPart.NotPolynomial, Linear),
        new("silu", "t/(1 + exp(-t))", FunctionPart.NotPolynomial, Linear),
        new("softplus", "log(1 + exp(t))", FunctionPart.NotPolynomial, Linear),
        new("logsigmoid", "-log(1 + exp(-t))", FunctionPart.NotPolynomial, Linear),
        new("hardswish", "t min(max(t + 3, 0), 6)/6", FunctionPart.NotPolynomial, Linear),

        // even
        new("abs", "|t|", FunctionPart.NotPolynomial, FunctionPart.Zero),
        new("cos", "cos(t)", FunctionPart.NotPolynomial, FunctionPart.Zero),
        new("gauss", "exp(-t^2)", FunctionPart.NotPolynomial, FunctionPart.Zero),

        // odd
        new("tanh", "tanh(t)", FunctionPart.Zero, FunctionPart.NotPolynomial),
        new("hardtanh", "min(max(t, -1), 1)", FunctionPart.Zero, FunctionPart.NotPolynomial),
        new("arctan", "arctan(t)", FunctionPart.Zero, FunctionPart.NotPolynomial),
        new("softshrink", "sign(t) max(|t| - 1, 0)", FunctionPart.Zero, FunctionPart.NotPolynomial),
        new("softsign", "t/(1 + |t|)", FunctionPart.Zero, FunctionPart.NotPolynomial),
        new("sin", "sin(t)", FunctionPart.Zero, FunctionPart.NotPolynomial),

        // constant + odd
        new("sigmoid", "1/(1 + exp(-t))", Constant, FunctionPart.NotPolynomial),
        new("hardsigmoid", "min(max(t/6 + 1/2, 0), 1)", Constant, FunctionPart.NotPolynomial),

        // both parts
        new("relu-bias", "max(t + b, 0), b != 0", FunctionPart.NotPolynomial, FunctionPart.NotPolynomial),
        new("elu", "t for t > 0, exp(t) - 1 else", FunctionPart.NotPolynomial, FunctionPart.NotPolynomial),
        new("selu", "scaled elu", FunctionPart.NotPolynomial, FunctionPart.NotPolynomial),
        new("celu", "t for t > 0, a (exp(t/a) - 1) else", FunctionPart.NotPolynomial, FunctionPart.NotPolynomial),
        new("mish", "t tanh(log(1 + exp(t)))", FunctionPart.NotPolynomial, FunctionPart.NotPolynomial),
        new("relu6", "min(max(t, 0), 6)", FunctionPart.NotPolynomial, FunctionPart.NotPolynomial),
        new("exp", "exp(t)", FunctionPart.NotPolynomial, FunctionPart.NotPolynomial),

        // polynomials
        new("square", "t^2", FunctionPart.Polynomial(2), FunctionPart.Zero),
        new("cube", "t^3", FunctionPart.Zero, FunctionPart.Polynomial(3)),
        new("identity", "t", FunctionPart.Zero, Linear),
    ];

    /// <summary>max(t, 0), the default everywhere.</summary>
    public static Activation Relu { get; } = Known[0];

    /// <summary>The name a user types.</summary>
    public string Name { get; }

    /// <summary>The function in t.</summary>
    public string Formula { get; }

    /// <summary>The even part.</summary>
    public FunctionPart Even { get; }

    /// <summary>The odd part.</summary>
    public FunctionPart Odd { get; }

    /// <summary>Reads the name of a known activation; case, <c>_</c> and <c>-</c> do not matter.</summary>
    /// <exception cref="AlgebraFormatException">There is no such activation.</exception>
    public static Activation Parse(string text)
    {
        var wanted = Plain(text);
        return Known.FirstOrDefault(activation => Plain(activation.Name) == wanted)
            ?? throw new AlgebraFormatException("activation", text, 0, "not known", Nearest(wanted));
    }

    /// <inheritdoc/>
    public bool Equals(Activation? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Activation);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static string Plain(string name) => name.Trim().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Nearest(string wanted) =>
        Known.FirstOrDefault(activation => wanted.Length > 0 && Plain(activation.Name).StartsWith(wanted[..Math.Min(2, wanted.Length)], StringComparison.Ordinal))?.Name
        ?? "one of " + string.Join(", ", Known.Select(activation => activation.Name));
}
