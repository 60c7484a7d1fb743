using Eqnn.Numbers;

namespace Eqnn.Networks.Labels;

/// <summary>Linear functions with a constant fitted by least squares, a little drawn to 0: min Σ |y − A x − b|² + λ |A|², λ a thousandth of the mean square of a feature times the number of samples.</summary>
internal sealed class RidgeRegression
{
    /// <summary>The most unknowns of the linear system: of features and samples the smaller number.</summary>
    public const int MaxUnknowns = 512;

    private const double Ridge = 1e-3;

    /// <summary>In the place of 0, so that nothing is divided by it where all features are 0.</summary>
    private const double Least = double.Epsilon * 1e10;

    private readonly double[] _features;
    private readonly double[] _targets;
    private readonly double[][] _weights;

    private RidgeRegression(double[] features, double[] targets, double[][] weights) => (_features, _targets, _weights) = (features, targets, weights);

    /// <summary>Whether a fit is within the limit.</summary>
    public static bool Fits(int features, int samples) => Math.Min(features, samples) <= MaxUnknowns;

    /// <summary>Fits.</summary>
    /// <param name="x">For each sample its features.</param>
    /// <param name="y">For each sample its targets.</param>
    public static RidgeRegression Of(IReadOnlyList<double[]> x, IReadOnlyList<double[]> y)
    {
        var (n, d, k) = (x.Count, x[0].Length, y[0].Length);
        double[] features = Mean(x), targets = Mean(y);
        double[][] a = [.. x.Select(row => Minus(row, features))], b = [.. y.Select(row => Minus(row, targets))];
        var lambda = Math.Max(Ridge * a.Sum(row => Vectors.Dot(row, row)) / Math.Max(1, d), Least);
        var weights = new double[k][];
        if (d <= n)
        {
            // (AᵀA + λ) w = Aᵀ y.
            double[][] columns = [.. Enumerable.Range(0, d).Select(i => a.Select(row => row[i]).ToArray())];
            var system = new Cholesky(Gram(columns, lambda));
            for (var target = 0; target < k; target++)
            {
                double[] wanted = [.. b.Select(row => row[target])];
                weights[target] = system.Solve([.. columns.Select(column => Vectors.Dot(column, wanted))]);
            }
        }
        else
        {
            // w = Aᵀ (AAᵀ + λ)⁻¹ y, the same vector.
            var system = new Cholesky(Gram(a, lambda));
            for (var target = 0; target < k; target++)
            {
                var dual = system.Solve([.. b.Select(row => row[target])]);
                weights[target] = new double[d];
                for (var sample = 0; sample < n; sample++)
                {
                    Vectors.Subtract(weights[target], a[sample], -dual[sample]);
                }
            }
        }

        return new(features, targets, weights);
    }

    /// <summary>The fitted value.</summary>
    public double[] At(double[] x)
    {
        var centred = Minus(x, _features);
        return [.. _weights.Select((weight, target) => _targets[target] + Vectors.Dot(weight, centred))];
    }

    private static double[][] Gram(double[][] rows, double lambda)
    {
        var gram = new double[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            gram[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
            {
                gram[i][j] = Vectors.Dot(rows[i], rows[j]) + (i == j ? lambda : 0);
            }
        }

        return gram;
    }

    private static double[] Mean(IReadOnlyList<double[]> rows)
    {
        var mean = new double[rows[0].Length];
        foreach (var row in rows)
        {
            Vectors.Subtract(mean, row, -1.0 / rows.Count);
        }

        return mean;
    }

    private static double[] Minus(double[] a, double[] b)
    {
        var result = (double[])a.Clone();
        Vectors.Subtract(result, b, 1);
        return result;
    }

    /// <summary>A positive definite system, its lower half in place of a matrix: S = R Rᵀ.</summary>
    private sealed class Cholesky
    {
        private readonly double[][] _root;

        public Cholesky(double[][] lower)
        {
            _root = lower;
            for (var i = 0; i < lower.Length; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    var rest = lower[i][j] - Vectors.Dot(lower[i].AsSpan(0, j), lower[j].AsSpan(0, j));
                    lower[i][j] = j < i ? rest / lower[j][j] : Math.Sqrt(Math.Max(rest, Least));
                }
            }
        }

        public double[] Solve(double[] right)
        {
            var x = (double[])right.Clone();
            for (var i = 0; i < x.Length; i++)
            {
                x[i] = (x[i] - Vectors.Dot(_root[i].AsSpan(0, i), x.AsSpan(0, i))) / _root[i][i];
            }

            for (var i = x.Length - 1; i >= 0; i--)
            {
                x[i] /= _root[i][i];
                for (var j = 0; j < i; j++)
                {
                    x[j] -= _root[i][j] * x[i];
                }
            }

            return x;
        }
    }
}
