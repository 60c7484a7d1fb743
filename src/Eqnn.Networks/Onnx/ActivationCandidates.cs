using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Onnx;

/// <summary>The activations of the table that a formula with given numbers may be: each family with its defaults, then with these numbers as parameters.</summary>
internal static class ActivationCandidates
{
    private const int MostNumbers = 16;

    public static IEnumerable<Activation> Of(IReadOnlyList<double> numbers)
    {
        var families = ActivationFamily.All.Where(family => !family.Default.IsIdentity).ToList();
        foreach (var family in families)
        {
            yield return family.Default;
        }

        Rational[] parameters = [.. numbers.Where(n => Math.Abs(n) is > 1e-6 and < 1e6).SelectMany(n => new[] { n, -n, 1 / n }).Select(n => Rational.SimplestNear((float)n)).Distinct().Take(MostNumbers)];
        foreach (var family in families)
        {
            foreach (var first in family.Parameters.Count == 1 ? parameters : [])
            {
                if (TryWith(family, [first]) is { } activation)
                {
                    yield return activation;
                }
            }

            foreach (var first in family.Parameters.Count == 2 ? parameters.Append(Rational.Zero) : [])
            {
                foreach (var second in parameters.Append(Rational.Zero))
                {
                    if (TryWith(family, [first, second]) is { } activation)
                    {
                        yield return activation;
                    }
                }
            }
        }
    }

    /// <summary>The function with these parameters, if the family has one.</summary>
    private static Activation? TryWith(ActivationFamily family, IReadOnlyList<Rational> values)
    {
        try
        {
            return family.With(values);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
