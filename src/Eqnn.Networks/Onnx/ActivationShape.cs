using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Onnx;

/// <summary>An activation recognised by its values: <c>f(t) = scale · g(t) + offset</c> with g in the table of activations.</summary>
/// <param name="Activation">g.</param>
/// <param name="Scale">The factor, not 0.</param>
/// <param name="Offset">What is added.</param>
internal sealed record ActivationShape(Activation Activation, double Scale, double Offset)
{
    /// <summary>How far values may be apart: constants of a file are float32.</summary>
    private const double Rounding = 2e-6;

    private static readonly double[] Sizes = [0.001, 0.01, 0.1, 0.25, 0.4, 0.7, 0.9, 1.1, 1.3, 1.7, 2.2, 2.7, 3.3, 4.1, 5.3, 5.9, 6.1, 7.3, 9.7, 13.1, 19.3, 40, 150, 1e3, 1e5];

    /// <summary>The activation whose values, up to a factor and a summand, are those of f; <c>null</c> if there is none.</summary>
    /// <param name="f">f on a list of numbers.</param>
    /// <param name="constants">The numbers that occur in its formula: bounds and parameters are among them, and what happens near them is looked at.</param>
    public static ActivationShape? Of(Func<double[], double[]> f, IReadOnlyList<double> constants)
    {
        // Beside each constant, since a function may jump at one.
        var places = Sizes.Concat(constants.Where(c => Math.Abs(c) is > 1e-4 and < 1e6).Select(Math.Abs).SelectMany(c => new[] { c * 0.98, c * 1.02, c * 0.5, c * 2 })).Distinct().ToList();
        double[] points = [0, .. places.Select(t => -t), .. places];
        var values = f(points);
        var near = points.Select((t, i) => (t, i)).Where(pair => Math.Abs(pair.t) < 10).ToList();
        if (values.Length != points.Length || near.Any(pair => !double.IsFinite(values[pair.i])))
        {
            return null;
        }

        // Slopes on both sides of 0 and values far out are parameters, too.
        double At(double t) => values[Array.IndexOf(points, t)];
        double[] hints = [At(-1.1) / At(1.1), At(-150), At(150), .. constants];
        foreach (var candidate in ActivationCandidates.Of([.. hints.Where(double.IsFinite)]))
        {
            if (Match(candidate, points, values) is { } shape)
            {
                return shape;
            }
        }

        return null;
    }

    private static ActivationShape? Match(Activation g, double[] points, double[] values)
    {
        double[] own = Array.ConvertAll(points, t => g.ApproximateAt(t));
        // Far out a formula may overflow that is another one's limit: log(1 + exp(t)).
        bool Holds(double scale, double offset) => points.Select((t, i) => i).All(i =>
            !double.IsFinite(values[i]) || !double.IsFinite(own[i]) ? Math.Abs(points[i]) > 20
            : Math.Abs(values[i] - (scale * own[i]) - offset) <= Rounding * (Math.Abs(values[i]) + Math.Abs(scale * Math.Min(1, Math.Abs(points[i]) + Math.Abs(own[i]))) + Math.Abs(offset)));

        if (Holds(1, 0))
        {
            return new(g, 1, 0);
        }

        // From two places where g differs most among moderate ones.
        var moderate = Enumerable.Range(0, points.Length).Where(i => Math.Abs(points[i]) < 10).ToList();
        var (low, high) = (moderate.MinBy(i => own[i]), moderate.MaxBy(i => own[i]));
        if (own[high] - own[low] < 1e-3)
        {
            return null;
        }

        var factor = (values[high] - values[low]) / (own[high] - own[low]);
        var summand = values[high] - (factor * own[high]);
        var (rounded, zero) = (Simple(factor), Math.Abs(summand) <= Rounding * Math.Abs(factor));
        return rounded == 0 ? null
            : zero && Holds(rounded, 0) ? new(g, rounded, 0)
            : Holds(factor, summand) ? new(g, factor, summand)
            : null;
    }

    /// <summary>The number itself, or the whole number or unit fraction that it is up to rounding.</summary>
    private static double Simple(double value)
    {
        var (whole, part) = (Math.Round(value), value == 0 ? 0 : Math.Round(1 / value));
        return Math.Abs(value - whole) <= Rounding * Math.Abs(value) ? whole : part != 0 && Math.Abs(value - (1 / part)) <= Rounding * Math.Abs(value) ? 1 / part : value;
    }
}
