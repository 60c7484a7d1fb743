namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>The even or the odd part of a continuous function ℝ → ℝ, as far as interaction depends on it: a polynomial of known monomials, or not a polynomial.</summary>
public sealed class FunctionPart : IEquatable<FunctionPart>
{
    private readonly int[] _degrees;

    private FunctionPart(bool isPolynomial, int[] degrees)
    {
        IsPolynomial = isPolynomial;
        _degrees = degrees;
    }

    /// <summary>A part that is not a polynomial.</summary>
    internal static FunctionPart NotPolynomial { get; } = new(false, []);

    /// <summary>The zero function.</summary>
    public static FunctionPart Zero { get; } = new(true, []);

    /// <summary>Whether the part is a polynomial (zero included).</summary>
    public bool IsPolynomial { get; }

    /// <summary>Whether the part is zero.</summary>
    public bool IsZero => IsPolynomial && _degrees.Length == 0;

    /// <summary>The degrees of the monomials with nonzero coefficient, ascending; empty if the part is not a polynomial.</summary>
    public IReadOnlyList<int> Degrees => _degrees;

    /// <summary>The polynomial part with nonzero coefficients at the given degrees.</summary>
    internal static FunctionPart Polynomial(params int[] degrees) => new(true, [.. degrees.Distinct().Order()]);

    /// <inheritdoc/>
    public bool Equals(FunctionPart? other) => other is not null && IsPolynomial == other.IsPolynomial && _degrees.AsSpan().SequenceEqual(other._degrees);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FunctionPart);

    /// <inheritdoc/>
    public override int GetHashCode() => _degrees.Aggregate(IsPolynomial ? 1 : 0, HashCode.Combine);

    /// <summary><c>not a polynomial</c>, <c>0</c>, or the monomials such as <c>1, t^2</c>.</summary>
    public override string ToString() =>
        !IsPolynomial ? "not a polynomial" : IsZero ? "0" : string.Join(", ", _degrees.Select(d => d switch { 0 => "1", 1 => "t", _ => $"t^{d}" }));
}
