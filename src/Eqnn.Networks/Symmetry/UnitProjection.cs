using Eqnn.Algebra.GSets;
using Eqnn.Networks.Onnx;

namespace Eqnn.Networks.Symmetry;

/// <summary>From units with an action to the equivariant network whose weights are the means over the orbitals.</summary>
internal static class UnitProjection
{
    /// <summary>The network, and how far each map and bias is from it.</summary>
    public static (EquivariantNetwork Network, IReadOnlyList<LayerDistance> Distances) Of(UnitNetwork units, IReadOnlyList<DiscoveredState> states, IReadOnlyList<UnitFactors> factors)
    {
        var sets = new Dictionary<string, GSet>(StringComparer.Ordinal);
        FeatureSpace[] spaces = [.. states.Select(state => Shared(state.Space, sets))];
        var (layers, distances) = (new List<NetworkLayer>(), new List<LayerDistance>());
        for (var l = 0; l < units.Layers.Count; l++)
        {
            var (layer, own) = (units.Layers[l], factors[l + 1]);
            var rows = states[l + 1].Order.Units;
            var terms = new List<LayerTerm>();
            double[] constants = [.. rows.Select(unit => layer.Rows[unit][^1] * own.RowSign[unit] * own.Mean[unit])];
            var (bias, biasDistance) = LayerProjection.OfBias(spaces[l + 1], constants, l + 1);
            List<LayerDistance> found = [biasDistance];
            var offset = 0;
            foreach (var source in layer.Sources)
            {
                var (columns, other, from) = (states[source].Order.Units, factors[source], offset);
                var (weights, distance) = LayerProjection.Of(
                    spaces[source], spaces[l + 1],
                    (row, column) => layer.Rows[rows[row]][from + columns[column]] * own.RowSign[rows[row]] * own.Mean[rows[row]] * other.ValueSign[columns[column]] / other.Mean[columns[column]],
                    l + 1, source);
                found.Add(distance);
                terms.Add(new(source, EquivariantMap.FromWeights(spaces[source], spaces[l + 1], weights)));
                offset += columns.Count;
            }

            distances.AddRange(LayerProjection.Scaled(found, constants.Max(Math.Abs)));
            layers.Add(new(terms, bias, units.Network.Layers[l].Activation));
        }

        return (new EquivariantNetwork(spaces[0], layers).WithNotes(units.Network.Notes), distances.AsReadOnly());
    }

    private static FeatureSpace Shared(FeatureSpace space, Dictionary<string, GSet> sets)
    {
        sets.TryAdd(space.Set.Name, space.Set);
        return new(sets[space.Set.Name], space.Channels);
    }
}
