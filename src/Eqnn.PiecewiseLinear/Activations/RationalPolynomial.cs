using System.Globalization;
using System.Text;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>A polynomial in t with rational coefficients.</summary>
public sealed class RationalPolynomial : IEquatable<RationalPolynomial>
{
    /// <summary>The largest degree that is read.</summary>
    public const int MaxDegree = 100;

    private readonly Rational[] _coefficients;

    /// <summary>The coefficients in doubles, from the highest.</summary>
    private readonly Lazy<double[]> _numbers;

    private RationalPolynomial(Rational[] coefficients)
    {
        _coefficients = coefficients;
        _numbers = new(() => [.. coefficients.Reverse().Select(c => c.ToDouble())]);
    }

    /// <summary>The coefficients of 1, t, t^2, ...; the last one is not 0. Empty for the zero polynomial.</summary>
    public IReadOnlyList<Rational> Coefficients => _coefficients;

    /// <summary>The degree; −1 for the zero polynomial.</summary>
    public int Degree => _coefficients.Length - 1;

    /// <summary>The polynomial with the given coefficients of 1, t, t^2, ....</summary>
    public static RationalPolynomial FromCoefficients(IEnumerable<Rational> coefficients)
    {
        var list = coefficients.ToList();
        while (list.Count > 0 && list[^1].IsZero)
        {
            list.RemoveAt(list.Count - 1);
        }

        return new([.. list]);
    }

    /// <summary>Reads a sum of terms such as <c>t^3 - 1/2 t + 2</c>.</summary>
    /// <exception cref="AlgebraFormatException">The text is no such sum, or its degree exceeds <see cref="MaxDegree"/>.</exception>
    public static RationalPolynomial Parse(string text)
    {
        var coefficients = new Rational[MaxDegree + 1];
        var cursor = new TextCursor("polynomial", text);
        do
        {
            var (degree, coefficient) = ReadTerm(cursor);
            coefficients[degree] += coefficient;
        }
        while (!cursor.AtEnd);

        return FromCoefficients(coefficients);
    }

    /// <summary>A term <c>± p/q t^n</c> with the white space around it; only the first of the text may lack its sign.</summary>
    private static (int Degree, Rational Coefficient) ReadTerm(TextCursor cursor)
    {
        const string Form = "t^3 - 1/2 t + 2";
        var start = cursor.Position;
        var negative = cursor.Take('-');
        var signed = negative || cursor.Take('+');
        var numberAt = cursor.SkipSpaces();
        var number = cursor.AtDigit ? cursor.TakeDecimal() ?? throw cursor.Fail("a digit is expected here", Form) : (Rational?)null;
        if (number is { } numerator && cursor.Take("/"))
        {
            number = cursor.TakeInteger() is { IsZero: false } denominator ? numerator / denominator : throw cursor.FailAt(numberAt, "not a rational number", Form);
        }

        cursor.Take('*');
        var letter = cursor.Take('t');
        if ((number is null && !letter) || (start > 0 && !signed))
        {
            throw cursor.FailAt(start, "expected a term such as 1/2 t^3", Form);
        }

        var degree = letter ? 1L : 0;
        if (letter && cursor.Take("^"))
        {
            var exponentAt = cursor.Position;
            degree = cursor.TakeCount(MaxDegree + 1) ?? throw cursor.Fail("an exponent is expected here", Form);
            if (degree > MaxDegree)
            {
                throw cursor.FailAt(exponentAt, $"the degree is above {MaxDegree}", Form);
            }
        }

        cursor.SkipSpaces();
        var size = number ?? Rational.One;
        return ((int)degree, negative ? -size : size);
    }

    /// <summary>The value at t, exactly.</summary>
    public Rational Evaluate(Rational t) => _coefficients.Reverse().Aggregate(Rational.Zero, (sum, c) => (sum * t) + c);

    /// <summary>The value at t, exactly.</summary>
    public RealCyclotomic Evaluate(RealCyclotomic t) => _coefficients.Reverse().Aggregate(RealCyclotomic.Zero, (sum, c) => (sum * t) + c);

    /// <summary>The value at t in doubles, by Horner's rule.</summary>
    public double ApproximateAt(double t) => _numbers.Value.Aggregate(0.0, (sum, c) => (sum * t) + c);

    /// <summary><c>Σ k |c_k| R^{k−1}</c>, a bound of the slope on [−R, R]; the least one for a monomial.</summary>
    internal double SlopeBoundOn(double radius) => _coefficients.Select((c, k) => k == 0 ? 0 : k * Math.Abs(c.ToDouble()) * Math.Pow(radius, k - 1)).Sum();

    /// <inheritdoc/>
    public bool Equals(RationalPolynomial? other) => other is not null && _coefficients.AsSpan().SequenceEqual(other._coefficients);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RationalPolynomial);

    /// <inheritdoc/>
    public override int GetHashCode() => _coefficients.Aggregate(0, HashCode.Combine);

    /// <summary>The terms by falling degree, readable by <see cref="Parse(string)"/>; <c>0</c> for the zero polynomial.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var degree = Degree; degree >= 0; degree--)
        {
            var c = _coefficients[degree];
            if (c.IsZero)
            {
                continue;
            }

            var size = Rational.Abs(c);
            text.Append(text.Length == 0 ? c.Sign < 0 ? "-" : "" : c.Sign < 0 ? " - " : " + ");
            text.Append(size.IsOne && degree > 0 ? "" : size + (degree > 0 ? " " : ""));
            text.Append(degree switch { 0 => "", 1 => "t", _ => string.Create(CultureInfo.InvariantCulture, $"t^{degree}") });
        }

        return text.Length == 0 ? "0" : text.ToString();
    }
}
