using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Tests.Symmetry;

/// <summary>Equivariant networks whose hidden units were shuffled, rescaled where the activation allows it, and disturbed; without group, G-sets or channels.</summary>
internal static class PlantedNetworks
{
    private static readonly GSet Point = GSet.OnePoint(FiniteGroup.Parse("C1"));

    /// <summary>A random network of a group; hidden layers with several sets.</summary>
    public static EquivariantNetwork Of(string group, string layers, string activation, int seed) =>
        RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse(group), layers), new RandomNetworkOptions { Activation = Activation.Parse(activation), Seed = seed });

    /// <summary>The same network of single units in their order, the first weight changed.</summary>
    public static EquivariantNetwork Disturbed(EquivariantNetwork network, double by)
    {
        FeatureSpace[] spaces = [.. network.States.Select(state => new FeatureSpace(Point, state.Dimension))];
        var layers = network.Layers.Select((layer, l) => new NetworkLayer(
            layer.Terms.Select(term => new LayerTerm(term.State, EquivariantMap.FromWeights(
                spaces[term.State], spaces[l + 1], Dense(term.Map).Select((weight, i) => l == 0 && i == 0 ? weight + by : weight)))),
            layer.BiasByPoint(), layer.Activation));
        return new(spaces[0], layers);
    }

    private static IEnumerable<double> Dense(EquivariantMap map) =>
        from row in Enumerable.Range(0, map.Target.Dimension)
        from column in Enumerable.Range(0, map.Source.Dimension)
        select map.EntryAt(row / map.Target.Points, row % map.Target.Points, column / map.Source.Points, column % map.Source.Points);

    /// <summary>The same function, or nearly, as a network of single units; input and output stay in their order.</summary>
    /// <param name="network">The network.</param>
    /// <param name="noise">The size of the disturbance of each weight.</param>
    /// <param name="seed">The seed.</param>
    public static EquivariantNetwork Hidden(EquivariantNetwork network, double noise, int seed)
    {
        var random = new Random(seed);
        int[][] order = [.. network.States.Select((state, i) => Enumerable.Range(0, state.Dimension).ToArray())];
        double[][] scale = [.. network.States.Select(state => Enumerable.Repeat(1.0, state.Dimension).ToArray())];
        for (var i = 1; i < order.Length - 1; i++)
        {
            random.Shuffle(order[i]);
            var activation = network.Layers[i - 1].Activation;
            scale[i] = activation.Scaling == ScalingGroup.Positive ? [.. scale[i].Select(_ => 0.5 + (2 * random.NextDouble()))]
                : activation.Even.IsZero ? [.. scale[i].Select(_ => random.Next(2) == 0 ? 1.0 : -1.0)] : scale[i];
        }

        FeatureSpace[] spaces = [.. network.States.Select(state => new FeatureSpace(Point, state.Dimension))];
        var layers = new List<NetworkLayer>();
        for (var l = 0; l < network.Layers.Count; l++)
        {
            var layer = network.Layers[l];
            var rows = order[l + 1];
            var bias = layer.BiasByPoint();
            layers.Add(new(
                layer.Terms.Select(term => new LayerTerm(term.State, EquivariantMap.FromWeights(spaces[term.State], spaces[l + 1], Weights(term, rows, scale[l + 1])))),
                rows.Select((row, at) => bias[row] * scale[l + 1][at]), layer.Activation));
        }

        return new(spaces[0], layers);

        IEnumerable<double> Weights(LayerTerm term, int[] rows, double[] factors)
        {
            var (from, to) = (term.Map.Source.Points, term.Map.Target.Points);
            for (var r = 0; r < rows.Length; r++)
            {
                for (var c = 0; c < order[term.State].Length; c++)
                {
                    var (row, column) = (rows[r], order[term.State][c]);
                    yield return (factors[r] / scale[term.State][c] * term.Map.EntryAt(row / to, row % to, column / from, column % from)) + (noise * ((2 * random.NextDouble()) - 1));
                }
            }
        }
    }
}
