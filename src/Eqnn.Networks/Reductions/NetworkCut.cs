using Eqnn.Networks.Simples;

namespace Eqnn.Networks.Reductions;

/// <summary>A network restricted to a set of simples: every linear map keeps only their blocks (a frequency cut).</summary>
public sealed class NetworkCut
{
    private NetworkCut(EquivariantNetwork original, EquivariantNetwork network, double removedShare, bool isExact, long parameters)
    {
        (Original, Network, RemovedShare, IsExact, KeptParameters) = (original, network, removedShare, isExact, parameters);
    }

    /// <summary>The network as it was.</summary>
    public EquivariantNetwork Original { get; }

    /// <summary>The network whose maps keep only the chosen simples.</summary>
    public EquivariantNetwork Network { get; }

    /// <summary>The share of the squared Frobenius norms of all maps that was removed.</summary>
    public double RemovedShare { get; }

    /// <summary>Whether all removed blocks were exactly 0, so that no output changes.</summary>
    public bool IsExact { get; }

    /// <summary>The number of parameters of the blocks that are left, with all biases.</summary>
    public long KeptParameters { get; }

    /// <summary>Cuts.</summary>
    /// <param name="simples">The simples of the network.</param>
    /// <param name="network">The network.</param>
    /// <param name="kept">The simples to keep.</param>
    /// <param name="layer">The layer, from 1, whose maps are cut; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static NetworkCut Of(NetworkSimples simples, EquivariantNetwork network, IEnumerable<NetworkSimple> kept, int? layer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(simples);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(kept);
        var flags = new bool[simples.All.Count];
        foreach (var simple in kept)
        {
            flags[simple.Position] = true;
        }

        var (removed, all, parameters) = (0.0, 0.0, 0L);
        var layers = new List<NetworkLayer>();
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var old = network.Layers[i];
            var terms = new List<LayerTerm>();
            parameters += old.Bias.Count;
            foreach (var term in old.Terms)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var decomposition = MapDecomposition.Of(simples, term.Map);
                var whole = layer is { } only && only != i + 1;
                all += decomposition.Energy;
                removed += whole ? 0 : decomposition.Blocks.Where(block => !flags[block.Simple.Position]).Sum(block => block.Energy);
                parameters += decomposition.Blocks.Where(block => whole || flags[block.Simple.Position]).Sum(block => block.ParameterCount);
                terms.Add(whole || decomposition.Blocks.All(block => flags[block.Simple.Position]) ? term : term with { Map = decomposition.Restricted(flags) });
            }

            layers.Add(new(terms, old.Bias, old.Activation));
        }

        return new(network, new EquivariantNetwork(network.Input, layers, network.Axes).WithArrays(network.InputAxes, network.OutputAxes).WithNotes(network.Notes), all > 0 ? removed / all : 0, removed == 0, parameters);
    }

    /// <summary>In one line: the network that is left.</summary>
    public override string ToString() => $"cut to {Network}";
}
