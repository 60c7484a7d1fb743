using Eqnn.Networks.Simples;
using Eqnn.Numbers;

namespace Eqnn.Networks.Reports;

/// <summary>A network on real data in the basis of simple representations: energies, transfers, what theory forbids and data confirms, what is dead.</summary>
public sealed class NetworkExplanation
{
    /// <summary>The number of simples that the table of transfers of one layer names; all others are taken together.</summary>
    public const int MaxNamed = 24;

    private NetworkExplanation(EquivariantNetwork network, NetworkSimples simples, int samples, IReadOnlyList<StateExplanation> states, IReadOnlyList<TransferExplanation> transfers, IReadOnlyList<IReadOnlyList<MapDecomposition>> maps)
    {
        (Network, Simples, SampleCount, States, Transfers, Maps) = (network, simples, samples, states, transfers, maps);
    }

    /// <summary>The network.</summary>
    public EquivariantNetwork Network { get; }

    /// <summary>The simples.</summary>
    public NetworkSimples Simples { get; }

    /// <summary>The number of samples.</summary>
    public int SampleCount { get; }

    /// <summary>All states from the input on.</summary>
    public IReadOnlyList<StateExplanation> States { get; }

    /// <summary>The transfers of every layer with an activation.</summary>
    public IReadOnlyList<TransferExplanation> Transfers { get; }

    /// <summary>For each layer the blocks of its linear maps.</summary>
    public IReadOnlyList<IReadOnlyList<MapDecomposition>> Maps { get; }

    /// <summary>Explains.</summary>
    /// <param name="network">The network.</param>
    /// <param name="samples">The inputs, each channel by channel.</param>
    /// <param name="progress">Told one step for each layer.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">There is no sample, or one has the wrong length.</exception>
    /// <exception cref="LimitExceededException">The G-sets cannot be taken apart.</exception>
    /// <exception cref="CertificateException">Where a theorem forbids it more energy is measured than rounding explains: a bug.</exception>
    public static NetworkExplanation Of(EquivariantNetwork network, IReadOnlyList<IReadOnlyList<double>> samples, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0 || samples.Any(sample => sample.Count != network.Input.Dimension))
        {
            throw new ArgumentException(FormattableString.Invariant($"samples of {network.Input.Dimension} numbers are needed ({network.Input})"), nameof(samples));
        }

        var simples = NetworkSimples.Of(network, progress, cancellationToken);
        var maps = NetworkReach.MapsOf(simples, network, cancellationToken);
        var batch = LayerBatch.Of(new LayerSteps(network), [.. samples.Select(sample => sample.ToArray())], cancellationToken);
        var measured = batch.States.Select((vectors, i) => StateMeasure.Of(simples, network.States[i], vectors)).ToList();
        bool[] start = [.. simples.All.Select(simple => measured[0].ShareOf(simple.Position) > NetworkReach.Rounding)];
        var possible = NetworkReach.Bounds(simples, network, maps, start, _ => true);
        var floor = NetworkReach.Rounding * measured.Max(measure => measure.Total);
        var states = measured.Select((measure, i) => new StateExplanation(
            i, network.States[i], measure.ByChannel, measure.Effective, measure.Capacity, possible[i], ReadFrom(network, simples, maps, i), floor)).ToList();
        var rounding = RoundingBound.Of(network, maps, batch, outside: samples.Count * simples.All.Where(simple => !start[simple.Position]).Sum(simple => states[0].Energies[simple.Position]));
        foreach (var state in states)
        {
            rounding.Require(state.State, simples, state.Possible, [.. state.Energies.Select(energy => energy * samples.Count)]);
        }

        var transfers = new List<TransferExplanation>();
        for (var i = 0; i < network.Layers.Count; i++)
        {
            progress?.Report(new("explain", i, network.Layers.Count));
            if (!network.Layers[i].Activation.IsIdentity)
            {
                transfers.Add(TransferMeasure.Of(simples, network.Layers[i], i + 1, batch.Before[i], floor, cancellationToken));
            }
        }

        return new(network, simples, samples.Count, states, transfers, maps);
    }

    private static bool[] ReadFrom(EquivariantNetwork network, NetworkSimples simples, List<IReadOnlyList<MapDecomposition>> maps, int state)
    {
        var read = new bool[simples.All.Count];
        var isOutput = state == network.Layers.Count;
        Array.Fill(read, isOutput);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            for (var t = 0; t < network.Layers[i].Terms.Count; t++)
            {
                if (network.Layers[i].Terms[t].State == state)
                {
                    var scale = maps[i][t].Norm;
                    foreach (var block in maps[i][t].Blocks.Where(block => block.Norm > 1e-12 * scale))
                    {
                        read[block.Simple.Position] = true;
                    }
                }
            }
        }

        return read;
    }
}
