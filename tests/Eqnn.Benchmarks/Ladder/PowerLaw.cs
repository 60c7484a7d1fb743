namespace Eqnn.Benchmarks.Ladder;

/// <summary>The power law time = c · order^a · classes^b that fits times best in the sense of least squares of logarithms.</summary>
internal static class PowerLaw
{
    /// <summary>The law in words, with the scatter: the factor by which times deviate from it (one standard deviation).</summary>
    public static string Fit(IReadOnlyList<(double Order, double Classes, double Milliseconds)> times)
    {
        var rows = times.Select(t => (X: new[] { 1, Math.Log(t.Order), Math.Log(t.Classes) }, Y: Math.Log(t.Milliseconds))).ToList();

        // Normal equations (Σ x xᵀ) b = Σ y x, by Gauss–Jordan.
        var system = new double[3, 4];
        foreach (var (x, y) in rows)
        {
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 3; j++)
                {
                    system[i, j] += x[i] * x[j];
                }

                system[i, 3] += x[i] * y;
            }
        }

        for (var pivot = 0; pivot < 3; pivot++)
        {
            var scale = system[pivot, pivot];
            for (var j = 0; j < 4; j++)
            {
                system[pivot, j] /= scale;
            }

            for (var i = 0; i < 3; i++)
            {
                var factor = system[i, pivot];
                for (var j = 0; j < 4 && i != pivot; j++)
                {
                    system[i, j] -= factor * system[pivot, j];
                }
            }
        }

        var (constant, order, classes) = (system[0, 3], system[1, 3], system[2, 3]);
        var deviation = Math.Sqrt(rows.Average(row => Math.Pow(row.Y - constant - (order * row.X[1]) - (classes * row.X[2]), 2)));
        return FormattableString.Invariant($"time = {Math.Exp(constant):G2} ms · order^{order:F2} · classes^{classes:F2}, scatter {Math.Exp(deviation):F1}, {rows.Count} groups");
    }
}
