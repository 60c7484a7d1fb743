using System.Globalization;
using Eqnn.Networks.Simples;
using Eqnn.Numbers;

namespace Eqnn.Networks.Reports;

/// <summary>A network on real data in the basis of simple representations: energies, transfers, what theory forbids and data confirms, what is dead.</summary>
public sealed class NetworkExplanation
{
    /// <summary>The number of simples that the table of transfers of one layer names; all others are taken together.</summary>
    public const int MaxNamed = 24;

    private const long MostUsualNumbers = 1L << 24;

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
        Require(simples, network);
        var maps = MapDecomposition.OfNetwork(simples, network, cancellationToken);
        var run = new LayerRun(network, samples);
        var (norms, measured) = (new BatchNorms(network), network.States.Select(space => new StateMeasure(simples, space)).ToList());
        var transfers = Enumerable.Range(0, network.Layers.Count).Where(i => !network.Layers[i].Activation.IsIdentity).Select(i => (Layer: i, Measure: new TransferMeasure(simples, network.Layers[i], i + 1))).ToList();
        var (steps, step) = (network.States.Count + (2 * transfers.Count), 0);
        foreach (var piece in run.Pieces(cancellationToken))
        {
            norms.Add(piece);
            for (var i = 0; i < measured.Count; i++)
            {
                measured[i].Add(piece.States[i], cancellationToken);
                Report(piece);
            }

            foreach (var (layer, transfer) in transfers)
            {
                transfer.Weigh(piece.Before[layer], cancellationToken);
                Report(piece);
            }
        }

        foreach (var piece in run.Pieces(cancellationToken))
        {
            foreach (var (layer, transfer) in transfers)
            {
                transfer.Add(piece.Before[layer], cancellationToken);
                Report(piece);
            }
        }

        List<double[][]> energies = [.. measured.Select(measure => measure.ByChannel)];
        double[] totals = [.. energies.Select(channels => channels.Sum(channel => channel.Sum()))];
        bool[] start = [.. simples.All.Select(simple => totals[0] > 0 && energies[0].Sum(channel => channel[simple.Position]) / totals[0] > NetworkReach.Rounding)];
        var possible = NetworkReach.Bounds(simples, network, maps, start, _ => true);
        var floor = NetworkReach.Rounding * totals.Max();
        var states = measured.Select((measure, i) => new StateExplanation(
            i, network.States[i], energies[i], measure.Effective(), measure.Capacity, possible[i], ReadFrom(network, simples, maps, i), floor)).ToList();
        var rounding = RoundingBound.Of(network, maps, norms, outside: samples.Count * simples.All.Where(simple => !start[simple.Position]).Sum(simple => states[0].Energies[simple.Position]));
        foreach (var state in states)
        {
            rounding.Require(state.State, simples, state.Possible, [.. state.Energies.Select(energy => energy * samples.Count)]);
        }

        return new(network, simples, samples.Count, states, [.. transfers.Select(transfer => transfer.Measure.Finish(floor))], maps);

        // Every state and transfer of every piece, by samples.
        void Report(LayerBatch piece)
        {
            step += piece.States[0].Length;
            progress?.Report(new("explain", step, (long)steps * samples.Count));
        }
    }

    /// <summary>The most random samples that explain a network in a few seconds, where nobody asks for a number: at most 64.</summary>
    public static int UsualSamples(EquivariantNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return (int)Math.Clamp(MostUsualNumbers / LayerRun.NumbersOf(network), 4, 64);
    }

    /// <summary>Refuses networks whose covariances would not fit.</summary>
    private static void Require(NetworkSimples simples, EquivariantNetwork network)
    {
        var needed = network.States.Sum(space => StateMeasure.NumbersOf(simples, space));
        if (needed > MapDecomposition.MaxNumbers)
        {
            throw new LimitExceededException("numbers in the covariances of all simples and states", MapDecomposition.MaxNumbers, needed.ToString(CultureInfo.InvariantCulture), "explain a network with fewer channels or points");
        }
    }

    private static bool[] ReadFrom(EquivariantNetwork network, NetworkSimples simples, IReadOnlyList<IReadOnlyList<MapDecomposition>> maps, int state)
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
