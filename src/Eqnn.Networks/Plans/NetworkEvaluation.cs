using System.Globalization;
using Eqnn.Numbers;

namespace Eqnn.Networks.Plans;

/// <summary>A batch through a network once, in the precision that is asked for while the program runs.</summary>
/// <remarks>For many calls make a <see cref="NetworkRunner{T}"/>, which keeps its plans.</remarks>
public static class NetworkEvaluation
{
    /// <summary>The most numbers of all inputs and outputs of a batch that is kept in memory.</summary>
    public const long MaxNumbers = 250_000_000;

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

    /// <summary>The output of one input in double precision, against which others are held: by definition, and by the fast plans where that would take more than 3·10⁸ products.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">The input, channel by channel.</param>
    /// <exception cref="ArgumentException">The input has the wrong length.</exception>
    public static IReadOnlyList<double> Reference(EquivariantNetwork network, IReadOnlyList<double> input)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(input);
        return ReferenceOf(network)(input);
    }

    /// <summary>Refuses a batch whose inputs and outputs would not fit.</summary>
    /// <param name="network">The network.</param>
    /// <param name="samples">The number of samples.</param>
    /// <exception cref="LimitExceededException">They are more than <see cref="MaxNumbers"/> numbers.</exception>
    public static void Require(EquivariantNetwork network, int samples)
    {
        ArgumentNullException.ThrowIfNull(network);
        var numbers = (long)samples * ((long)network.Input.Dimension + network.Output.Dimension);
        if (numbers > MaxNumbers)
        {
            throw new LimitExceededException("numbers of a batch", MaxNumbers, numbers.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"take at most {MaxNumbers / (network.Input.Dimension + network.Output.Dimension)} samples"));
        }
    }

    /// <summary><see cref="Reference"/> for several inputs; the plans are made once.</summary>
    internal static Func<IReadOnlyList<double>, IReadOnlyList<double>> ReferenceOf(EquivariantNetwork network)
    {
        if (network.EvaluationCost <= EquivarianceCheck.MostProducts)
        {
            return network.Evaluate;
        }

        var runner = NetworkRunner<double>.Create(network);
        return input =>
        {
            var output = new double[network.Output.Dimension];
            runner.Run(input.ToArray(), output);
            return output;
        };
    }
}
