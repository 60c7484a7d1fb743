namespace Eqnn.Networks.Plans;

/// <summary>A batch through a network once, in the precision that is asked for while the program runs.</summary>
/// <remarks>For many calls make a <see cref="NetworkRunner{T}"/>, which keeps its plans.</remarks>
public static class NetworkEvaluation
{
    /// <summary>The outputs of some samples.</summary>
    /// <param name="network">The network.</param>
    /// <param name="samples">The samples one after the other, each channel by channel.</param>
    /// <param name="inSingle">Whether to compute in <c>float</c>; else in <c>double</c>.</param>
    /// <param name="plan">A plan to force wherever it fits.</param>
    /// <param name="threads">The number of threads that share the batch.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The outputs one after the other, each channel by channel.</returns>
    /// <exception cref="ArgumentException">The network has no layers, no plan fits a map, or the number of samples is not whole.</exception>
    public static IReadOnlyList<double> Of(EquivariantNetwork network, IReadOnlyList<double> samples, bool inSingle, PlanKind plan = PlanKind.Automatic, int threads = 1, CancellationToken cancellationToken = default) => inSingle
        ? NetworkRunner<float>.Create(network, plan, threads).Evaluate(samples, cancellationToken)
        : NetworkRunner<double>.Create(network, plan, threads).Evaluate(samples, cancellationToken);
}
