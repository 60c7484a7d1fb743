using Eqnn.Networks.Onnx.Operators;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Onnx;

/// <summary>A function entry by entry that sums, products and powers make: a polynomial, computed exactly from the constants of the file.</summary>
internal static class PolynomialShape
{
    private const int MaxDegree = 16;

    /// <summary>The polynomial from one value to another, or <c>null</c> if other operators occur or the degree is too large.</summary>
    public static RationalPolynomial? Of(IReadOnlyList<OnnxNode> nodes, string from, string to, OnnxConstants constants)
    {
        var known = new Dictionary<string, Rational[]>(StringComparer.Ordinal) { [from] = [0, 1] };
        foreach (var node in nodes)
        {
            Rational[]?[] inputs = [.. node.Inputs.Select(name => known.TryGetValue(name, out var value) ? value : constants.NumberOf(name) is { } number ? [Rational.SimplestNear((float)number)] : null)];
            if (inputs.Contains(null) || Value(node, inputs!) is not { Length: <= MaxDegree + 1 } result)
            {
                return null;
            }

            known[node.Outputs[0]] = result;
        }

        return known.TryGetValue(to, out var coefficients) ? RationalPolynomial.FromCoefficients(coefficients) : null;
    }

    private static Rational[]? Value(OnnxNode node, Rational[][] x) => (node.Type, x.Length) switch
    {
        ("Add" or "Sum", > 0) => x.Aggregate((a, b) => Sum(a, b, 1)),
        ("Sub", 2) => Sum(x[0], x[1], -1),
        ("Neg", 1) => Sum([0], x[0], -1),
        ("Mul", 2) => Product(x[0], x[1]),
        ("Div", 2) when x[1] is [var divisor] && !divisor.IsZero => Product(x[0], [1 / divisor]),
        ("Pow", 2) when x[1] is [var power] && power.IsInteger && power >= 1 && power <= MaxDegree => Enumerable.Repeat(x[0], (int)power.ToDouble()).Aggregate((a, b) => a.Length + b.Length > MaxDegree + 2 ? new Rational[MaxDegree + 2] : Product(a, b)),
        ("Identity" or "Dropout", > 0) => x[0],
        ("Cast", 1) when OnnxTensors.IsReal(node.Integer("to", 1)) => x[0],
        _ => null,
    };

    private static Rational[] Sum(Rational[] a, Rational[] b, int sign) =>
        [.. Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(i => (i < a.Length ? a[i] : 0) + (sign * (i < b.Length ? b[i] : 0)))];

    private static Rational[] Product(Rational[] a, Rational[] b)
    {
        var result = new Rational[a.Length + b.Length - 1];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                result[i + j] += a[i] * b[j];
            }
        }

        return result;
    }
}
