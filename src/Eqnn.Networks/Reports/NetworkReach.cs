using Eqnn.Networks.Simples;
using Eqnn.Numbers;

namespace Eqnn.Networks.Reports;

/// <summary>From inputs in a few simples: which simples can be populated layer by layer, against what the weights do.</summary>
/// <remarks>
/// <para><b>Upper bound.</b> J_0 = S; before layer i stand the simples of the states it reads and, where there is a bias, the trivial one; J_i is what Theorem 2 reaches from them, with the class "both" where there is a bias. No weights leave it.</para>
/// <para><b>Measured</b> on random inputs in V_S, in double precision: a part below <see cref="Rounding"/> of the energy counts as 0, and so does what is measured where the bound allows nothing, if the rounding of the run explains it. <b>Source.</b> docs/theory.md#depth.</para>
/// </remarks>
public sealed class NetworkReach
{
    /// <summary>The share of the energy below which a part is rounding: amplitudes below 10⁻¹⁰.</summary>
    public const double Rounding = 1e-20;

    private NetworkReach(NetworkSimples simples, IReadOnlyList<NetworkSimple> sources, IReadOnlyList<StateReach> states) => (Simples, Sources, States) = (simples, sources, states);

    /// <summary>The simples.</summary>
    public NetworkSimples Simples { get; }

    /// <summary>The simples of the input.</summary>
    public IReadOnlyList<NetworkSimple> Sources { get; }

    /// <summary>The states from the input on.</summary>
    public IReadOnlyList<StateReach> States { get; }

    /// <summary>Follows a set of simples through a network.</summary>
    /// <param name="simples">The simples of the network.</param>
    /// <param name="network">The network.</param>
    /// <param name="sources">The simples of the input; those that do not occur in it are left out.</param>
    /// <param name="samples">The number of random inputs.</param>
    /// <param name="seed">Their seed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">None of the sources occurs in the input.</exception>
    /// <exception cref="CertificateException">Where the theory allows nothing more is measured than a bound of the rounding errors of this run explains: a bug.</exception>
    public static NetworkReach Of(NetworkSimples simples, EquivariantNetwork network, IEnumerable<NetworkSimple> sources, int samples = 16, int seed = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(simples);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(sources);
        var frame = simples.FrameOf(network.Input.Set);
        List<NetworkSimple> from = [.. sources.Where(simple => frame.Multiplicities[simple.Position] > 0)];
        if (from.Count == 0)
        {
            throw new ArgumentException($"none of the simples occurs in the functions on {network.Input.Set.Name}", nameof(sources));
        }

        var start = Flags(simples, from);
        var maps = MapDecomposition.OfNetwork(simples, network, cancellationToken);
        var (possible, byWeights) = (Bounds(simples, network, maps, start, _ => true), Bounds(simples, network, maps, start, block => block.Norm > 1e-12 * block.Scale));
        var norms = new BatchNorms(network);
        var energies = network.States.Select(_ => new double[simples.All.Count]).ToList();
        foreach (var piece in new LayerRun(network, Inputs(simples, network, start, samples, seed)).Pieces(cancellationToken))
        {
            norms.Add(piece);
            for (var i = 0; i < energies.Count; i++)
            {
                AddEnergies(simples.FrameOf(network.States[i].Set), network.States[i], piece.States[i], energies[i], cancellationToken);
            }
        }

        var rounding = RoundingBound.Of(network, maps, norms, outside: 0);
        for (var state = 0; state < energies.Count; state++)
        {
            rounding.Require(state, simples, possible[state], energies[state]);
        }

        // A state that is rounding as a whole is 0: shares of it would mean nothing. So is what stands where nothing can.
        var floor = Rounding * energies.Max(list => list.Sum());
        var shares = energies.Select((list, state) => list.Sum() is var sum && sum > floor ? list.Select((energy, i) => possible[state][i] ? energy / sum : 0).ToArray() : new double[list.Length]).ToList();
        return new(simples, from, [.. network.States.Select((space, i) => new StateReach(i, space, possible[i], byWeights[i], shares[i]))]);
    }

    /// <summary>J_i for every state.</summary>
    internal static List<bool[]> Bounds(NetworkSimples simples, EquivariantNetwork network, IReadOnlyList<IReadOnlyList<MapDecomposition>> maps, bool[] start, Func<(double Norm, double Scale), bool> passes)
    {
        var bounds = new List<bool[]> { start };
        foreach (var (layer, decompositions) in network.Layers.Zip(maps))
        {
            var before = new bool[start.Length];
            foreach (var (term, blocks) in layer.Terms.Zip(decompositions))
            {
                var scale = blocks.Norm;
                foreach (var block in blocks.Blocks.Where(block => bounds[term.State][block.Simple.Position] && passes((block.Norm, scale))))
                {
                    before[block.Simple.Position] = true;
                }
            }

            bounds.Add(simples.Rule.Reached(simples.FrameOf(layer.Target.Set), before, layer.Activation, layer.HasBias));
        }

        return bounds;
    }

    /// <summary>Random inputs in the chosen simples.</summary>
    private static double[][] Inputs(NetworkSimples simples, EquivariantNetwork network, bool[] start, int samples, int seed)
    {
        var random = new Random(seed);
        var frame = simples.FrameOf(network.Input.Set);
        var inputs = new double[samples][];
        for (var s = 0; s < samples; s++)
        {
            inputs[s] = new double[network.Input.Dimension];
            for (var c = 0; c < network.Input.Channels; c++)
            {
                var coordinates = new double[network.Input.Points];
                for (var simple = 0; simple < start.Length; simple++)
                {
                    for (var i = frame.Start[simple]; start[simple] && i < frame.Start[simple + 1]; i++)
                    {
                        coordinates[i] = (2 * random.NextDouble()) - 1;
                    }
                }

                frame.Backward(coordinates, inputs[s].AsSpan(c * network.Input.Points, network.Input.Points));
            }
        }

        return inputs;
    }

    private static void AddEnergies(IsotypicFrame frame, FeatureSpace space, double[][] vectors, double[] energies, CancellationToken cancellationToken)
    {
        var coordinates = new double[space.Points];
        foreach (var vector in vectors)
        {
            for (var c = 0; c < space.Channels; c++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                frame.Forward(vector.AsSpan(c * space.Points, space.Points), coordinates);
                frame.AddEnergies(coordinates, energies);
            }
        }
    }

    private static bool[] Flags(NetworkSimples simples, List<NetworkSimple> chosen)
    {
        var flags = new bool[simples.All.Count];
        foreach (var simple in chosen)
        {
            flags[simple.Position] = true;
        }

        return flags;
    }
}
