namespace Eqnn.Networks.Onnx;

/// <summary>The activations that a formula with given constants may be.</summary>
internal static class ActivationCandidates
{
    public static IEnumerable<ActivationFunction> Of(IReadOnlyList<double> constants)
    {
        foreach (var name in ActivationFunction.Known.Where(name => name != "identity"))
        {
            yield return ActivationFunction.Parse(name);
        }

        foreach (var constant in constants.Where(c => c != 0).SelectMany(c => new[] { c, -c, 1 / c }).Distinct())
        {
            yield return ActivationFunction.Of("leaky-relu", constant);
            yield return ActivationFunction.Of("elu", constant);
        }
    }
}
