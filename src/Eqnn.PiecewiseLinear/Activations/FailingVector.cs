using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>Finds x with <c>f(A x) ≠ A f(x)</c> in a given row, among vectors supported on at most two coordinates.</summary>
internal static class FailingVector
{
    private const int FewestBits = 96;
    private const int MostBits = 1536;
    private static readonly RealCyclotomic Largest = 100;

    public static ColumnVector<RealCyclotomic> Find(Matrix<RealCyclotomic> matrix, int row, IReadOnlyList<int> columns, Activation f)
    {
        var (first, second) = (columns[0], columns.Count > 1 ? columns[1] : -1);
        // All candidates with few bits before any with more: most differ by much.
        for (var bits = FewestBits; bits <= MostBits; bits *= 4)
        {
            foreach (var (s, t) in Candidates(matrix[row, first], second < 0 ? RealCyclotomic.Zero : matrix[row, second], f))
            {
                var x = Enumerable.Repeat(RealCyclotomic.Zero, matrix.ColumnCount).ToArray();
                x[first] = s;
                if (second >= 0)
                {
                    x[second] = t;
                }

                if (Fails(matrix.Row(row), x, f, bits))
                {
                    return [.. x];
                }
            }

            if (f.ExactValue is not null)
            {
                break;
            }
        }

        throw new CertificateException("an activation that does not commute fails on some vector", $"{f.Name}, row {row + 1} of {matrix}");
    }

    /// <summary>Whether <c>f(⟨row, x⟩) ≠ ⟨row, f(x)⟩</c> is proved: by exact values, else by enclosures of the two sides that have no number in common. False may also mean that they were not told apart.</summary>
    public static bool Fails(IReadOnlyList<RealCyclotomic> row, IReadOnlyList<RealCyclotomic> x, Activation f, int bits = MostBits)
    {
        var argument = ColumnVector.Dot(row, x);
        if (f.ExactValue is { } value)
        {
            return value(argument) != ColumnVector.Dot(row, [.. x.Select(value)]);
        }

        // Exponentials of large numbers have as many digits as these are large, and differ from saturated values by nothing that is worth so many.
        if (x.Append(argument).Any(t => t > Largest || t < -Largest))
        {
            return false;
        }

        var difference = f.EnclosureAt(RealInterval.Of((Cyclotomic)argument, bits));
        for (var i = 0; i < row.Count; i++)
        {
            if (!row[i].IsZero)
            {
                difference -= RealInterval.Of((Cyclotomic)row[i], bits) * f.EnclosureAt(RealInterval.Of((Cyclotomic)x[i], bits));
            }
        }

        return !difference.ContainsZero;
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

        // Beside large or small entries both sides are saturated, or their difference is small, unless the arguments have moderate size.
        foreach (var t in b.IsZero ? [RealCyclotomic.Zero] : small.Select(c => c / b))
        {
            foreach (var s in small)
            {
                yield return (s / a, t);
                yield return (s, t);
            }
        }

        // The jumps of hardshrink and thresholded ReLU stand at their parameter, up to sign.
        var kinks = (f.PiecewiseLinear?.Kinks ?? f.Parameters.SelectMany(parameter => new[] { parameter, -parameter })).Select(kink => (RealCyclotomic)kink).ToList();

        // t stands near the kinks as well, where it fails alone.
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
