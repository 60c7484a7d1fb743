using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Onnx;

/// <summary>A function entry by entry that is continuous and linear between the numbers of its formula: clamps on one side, maxima, and sums of such.</summary>
internal static class PiecewiseLinearShape
{
    private const int MostKinks = 24;

    private const double Rounding = 2e-6;

    /// <summary>Where it is looked at between two kinks.</summary>
    private static readonly double[] Between = [0.01, 0.25, 0.5, 0.75, 0.99];

    /// <summary>How far outside the outermost ones.</summary>
    private static readonly double[] Beyond = [1.5, 7, 40, 1e3];

    /// <summary>The function, or <c>null</c> if it is not linear between 0 and the numbers of the formula with both signs.</summary>
    /// <param name="f">f on a list of numbers.</param>
    /// <param name="constants">The numbers that occur in its formula.</param>
    public static Activation? Of(Func<double[], double[]> f, IReadOnlyList<double> constants)
    {
        double[] kinks = [.. constants.Where(c => Math.Abs(c) < 1e6).SelectMany(c => new[] { c, -c }).Append(0).Distinct().Order()];
        if (kinks.Length > MostKinks)
        {
            return null;
        }

        double[] knots = [kinks[0] - 1, .. kinks, kinks[^1] + 1];
        var between = knots.Zip(knots.Skip(1), (a, b) => Between.Select(t => a + (t * (b - a)))).SelectMany(t => t);
        double[] points = [.. between, .. Beyond.SelectMany(t => new[] { kinks[0] - t, kinks[^1] + t })];
        var (values, tested) = (f(knots), f(points));
        if (values.Length != knots.Length || tested.Length != points.Length || values.Concat(tested).Any(value => !double.IsFinite(value)))
        {
            return null;
        }

        var function = PiecewiseLinearFunction.Through(knots.Zip(values, (t, value) => (Rational.SimplestNear((float)t), Rational.SimplestNear((float)value))));
        if (function.IsAffine)
        {
            return null;
        }

        var activation = Activation.FromPiecewiseLinear(function);
        return points.Zip(tested).All(pair => Math.Abs(activation.ApproximateAt(pair.First) - pair.Second) <= Rounding * (1 + Math.Abs(pair.First) + Math.Abs(pair.Second))) ? activation : null;
    }
}
