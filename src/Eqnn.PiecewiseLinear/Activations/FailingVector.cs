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
    /// Values on the two coordinates. For piecewise linear f both sides are piecewise linear in s, with kinks at those of f and of f(a s + b t): agreeing there, between them and beyond both ends they agree for all s.
    /// A polynomial of degree d in each variable that vanishes on a grid of (d + 1)² points is 0.
    /// </summary>
    private static IEnumerable<(RealCyclotomic S, RealCyclotomic T)> Candidates(RealCyclotomic a, RealCyclotomic b, Activation f)
    {
        RealCyclotomic[] small = [1, -1, 2, -2, 3, -3, 0];
        RealCyclotomic[] grid = [.. Enumerable.Range(0, (f.Polynomial?.Degree ?? 0) + 1).Select(k => (RealCyclotomic)k)];

        // The jumps of hardshrink and thresholded ReLU stand at their parameter, up to sign.
        var kinks = (f.PiecewiseLinear?.Kinks ?? f.Parameters.SelectMany(parameter => new[] { parameter, -parameter })).Select(kink => (RealCyclotomic)kink).ToList();

        // t stands near the kinks as well, where it fails alone.
        foreach (var t in b.IsZero ? [RealCyclotomic.Zero] : Scaled(b).Concat(kinks.Select(kink => kink * Rational.Of(1, 2))).Concat(grid))
        {
            foreach (var s in Scaled(a).Concat(Pieces([.. kinks, .. kinks.Select(kink => (kink - (b * t)) / a)])).Concat(grid))
            {
                yield return (s, t);
            }
        }

        // Beside large or small entries both sides are saturated, or their difference is small, unless the arguments have moderate size.
        IEnumerable<RealCyclotomic> Scaled(RealCyclotomic entry) => small.Concat(small.Select(c => c / entry));

        static IEnumerable<RealCyclotomic> Pieces(IEnumerable<RealCyclotomic> ends)
        {
            var places = ends.Distinct().Order().ToList();
            return places.Count == 0 ? [] : [places[0] - 1, .. places, .. places.Zip(places.Skip(1), (low, high) => (low + high) * Rational.Of(1, 2)), places[^1] + 1];
        }
    }
}
