using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>A polynomial in t with rational coefficients.</summary>
public sealed partial class RationalPolynomial : IEquatable<RationalPolynomial>
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
        var position = 0;
        do
        {
            var match = Term().Match(text, position);
            var (sign, number, letter, exponent) = (match.Groups[1], match.Groups[2], match.Groups[3], match.Groups[4]);
            if (!match.Success || !(number.Success || letter.Success) || (position > 0 && !sign.Success))
            {
                throw new AlgebraFormatException("polynomial", text, position, "expected a term such as 1/2 t^3", "t^3 - 1/2 t + 2");
            }

            var degree = exponent.Success ? int.Parse(exponent.Value, CultureInfo.InvariantCulture) : letter.Success ? 1 : 0;
            if (degree > MaxDegree)
            {
                throw new AlgebraFormatException("polynomial", text, exponent.Index, $"the degree is above {MaxDegree}", "t^3 - 1/2 t + 2");
            }

            var value = Rational.One;
            if (number.Success && !Rational.TryParse(number.Value, CultureInfo.InvariantCulture, out value))
            {
                throw new AlgebraFormatException("polynomial", text, number.Index, "not a rational number", "t^3 - 1/2 t + 2");
            }

            coefficients[degree] += sign.Value == "-" ? -value : value;
            position = match.Index + match.Length;
        }
        while (position < text.Length);

        return FromCoefficients(coefficients);
    }

    /// <summary>The value at t, exactly.</summary>
    public Rational Evaluate(Rational t) => _coefficients.Reverse().Aggregate(Rational.Zero, (sum, c) => (sum * t) + c);

    /// <summary>The value at t, exactly.</summary>
    public RealCyclotomic Evaluate(RealCyclotomic t) => _coefficients.Reverse().Aggregate(RealCyclotomic.Zero, (sum, c) => (sum * t) + c);

    /// <summary>The value at t in doubles, by Horner's rule.</summary>
    public double ApproximateAt(double t) => _numbers.Value.Aggregate(0.0, (sum, c) => (sum * t) + c);

    /// <summary><c>Σ k |c_k| R^{k−1}</c>, a bound of the slope on [−R, R]; the least one for a monomial.</summary>
    public double SlopeBoundOn(double radius) => _coefficients.Select((c, k) => k == 0 ? 0 : k * Math.Abs(c.ToDouble()) * Math.Pow(radius, k - 1)).Sum();

    /// <inheritdoc/>
    public bool Equals(RationalPolynomial? other) => other is not null && _coefficients.AsSpan().SequenceEqual(other._coefficients);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RationalPolynomial);

    /// <inheritdoc/>
    public override int GetHashCode() => _coefficients.Aggregate(0, HashCode.Combine);

    /// <summary>The terms by falling degree, readable by <see cref="Parse"/>; <c>0</c> for the zero polynomial.</summary>
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

    [GeneratedRegex(@"\G\s*([+-])?\s*(\d+(?:\.\d+|/\d+)?)?\s*\*?\s*(t(?:\^(\d{1,4}))?)?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Term();
}
