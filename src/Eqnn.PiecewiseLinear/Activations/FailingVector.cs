using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>Finds x with <c>f(A x) ≠ A f(x)</c> in a given row, among vectors supported on at most two coordinates.</summary>
internal static class FailingVector
{
    private const double Margin = 1e-9;

    public static ColumnVector<RealCyclotomic> Find(Matrix<RealCyclotomic> matrix, int row, IReadOnlyList<int> columns, Activation f)
    {
        var (first, second) = (columns[0], columns.Count > 1 ? columns[1] : -1);
        foreach (var (s, t) in Candidates(matrix[row, first], second < 0 ? RealCyclotomic.Zero : matrix[row, second], f))
        {
            var x = Enumerable.Repeat(RealCyclotomic.Zero, matrix.ColumnCount).ToArray();
            x[first] = s;
            if (second >= 0)
            {
                x[second] = t;
            }

            if (Fails(matrix.Row(row), x, f))
            {
                return [.. x];
            }
        }

        throw new CertificateException("an activation that does not commute fails on some vector", $"{f.Name}, row {row + 1} of {matrix}");
    }

    /// <summary>Whether <c>f(⟨row, x⟩) ≠ ⟨row, f(x)⟩</c>: exactly, or in doubles by a margin far above rounding.</summary>
    public static bool Fails(IReadOnlyList<RealCyclotomic> row, IReadOnlyList<RealCyclotomic> x, Activation f)
    {
        if (f.IsExact)
        {
            return f.Evaluate(ColumnVector.Dot(row, x)) != ColumnVector.Dot(row, [.. x.Select(f.Evaluate)]);
        }

        var argument = row.Zip(x, (a, c) => a.ToDouble() * c.ToDouble()).Sum();
        var terms = row.Zip(x, (a, c) => a.ToDouble() * f.ApproximateAt(c.ToDouble())).ToList();
        return Math.Abs(f.ApproximateAt(argument) - terms.Sum()) > Margin * (1 + terms.Sum(Math.Abs));
    }

    /// <summary>
    /// Values on the two coordinates. For piecewise linear f and one entry a, both sides are piecewise linear in s with kinks b and b/a; agreeing there and beyond both ends they would agree everywhere.
    /// For two entries, t is fixed, and s runs to both sides of the kink of f(a s + b t). For polynomials a grid larger than the degree decides.
    /// </summary>
    private static IEnumerable<(RealCyclotomic S, RealCyclotomic T)> Candidates(RealCyclotomic a, RealCyclotomic b, Activation f)
    {
        RealCyclotomic[] small = [1, -1, 2, -2, 3, -3, 0];
        foreach (var t in b.IsZero ? [RealCyclotomic.Zero] : small)
        {
            foreach (var s in small)
            {
                yield return (s, t);
            }
        }

        // The jumps of hardshrink and thresholded ReLU stand at their parameter, up to sign.
        var kinks = (f.PiecewiseLinear?.Kinks ?? f.Parameters.SelectMany(parameter => new[] { parameter, -parameter })).Select(kink => (RealCyclotomic)kink).ToList();

        // Beside a large b the part of s is lost in rounding: t stands near the kinks as well, where it fails alone.
        foreach (var t in b.IsZero ? [RealCyclotomic.Zero] : small.Concat(kinks.Select(kink => kink * Rational.Of(1, 2))))
        {
            var places = kinks.Concat(kinks.Select(kink => (kink - (b * t)) / a)).Distinct().Order().ToList();
            for (var i = 0; i < places.Count; i++)
            {
                // The kinks in s, a point between neighbours, and points beyond the ends.
                yield return (places[i], t);
                yield return (i + 1 < places.Count ? (places[i] + places[i + 1]) * Rational.Of(1, 2) : places[i] + 1, t);
                yield return (i == 0 ? places[0] - 1 : places[i], t);
            }
        }

        var degree = f.Polynomial?.Degree ?? 0;
        for (var s = -degree; s <= degree; s++)
        {
            for (var t = b.IsZero ? 0 : -degree; t <= (b.IsZero ? 0 : degree); t++)
            {
                yield return (s, t);
            }
        }
    }
}
