using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Onnx;

/// <summary>The orthogonal projection of a matrix to the equivariant maps: the mean over each orbital.</summary>
internal static class LayerProjection
{
    /// <summary>The weights of the projection of a full matrix, and its distance.</summary>
    /// <param name="source">The source space.</param>
    /// <param name="target">The target space.</param>
    /// <param name="entry">The matrix: row, column to entry.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="state">The state.</param>
    public static (double[] Weights, LayerDistance Distance) Of(FeatureSpace source, FeatureSpace target, Func<int, int, double> entry, int layer, int state)
    {
        var (weights, distance) = OfEntries(source, target, entry, layer, state);
        return distance.Relative < 1e-6 ? (weights, distance with { WithoutSigns = distance.Distance })
            : (weights, distance with { WithoutSigns = OfEntries(source, target, (row, column) => Math.Abs(entry(row, column)), layer, state).Distance.Distance });
    }

    private static (double[] Weights, LayerDistance Distance) OfEntries(FeatureSpace source, FeatureSpace target, Func<int, int, double> entry, int layer, int state)
    {
        var orbitals = OrbitalIndex.Of(source.Set, target.Set);
        var weights = new double[EquivariantMap.WeightCount(source, target, orbitals)];
        var counts = orbitals.PairCounts();
        var scale = 0.0;
        ForEach(source, target, orbitals, (row, column, weight, orbital) =>
        {
            weights[weight] += entry(row, column) / counts[orbital];
            scale = Math.Max(scale, Math.Abs(entry(row, column)));
        });
        var (worst, worstRow, worstColumn) = (0.0, 0, 0);
        var (whole, outside) = (0.0, 0.0);
        ForEach(source, target, orbitals, (row, column, weight, _) =>
        {
            var value = entry(row, column);
            var distance = Math.Abs(value - weights[weight]);
            whole += value * value;
            outside += distance * distance;
            if (distance > worst)
            {
                (worst, worstRow, worstColumn) = (distance, row, column);
            }
        });
        var generator = WorstGenerator(source, target, entry, worstRow, worstColumn);
        var mates = counts[orbitals.PositionOf(worstRow % target.Points, worstColumn % source.Points)];
        return (weights, new(layer, state, worst, scale, generator, worstRow, worstColumn, true) { Off = OffTheOthers(worst, mates), Outside = whole > 0 ? Math.Sqrt(outside / whole) : 0 });
    }

    /// <summary>The mean of a bias over each orbit, and its distance.</summary>
    public static (double[] Bias, LayerDistance Distance) OfBias(FeatureSpace target, double[] values, int layer)
    {
        var (bias, distance) = OfEntries(target, values, layer);
        return (bias, distance with { WithoutSigns = OfEntries(target, Array.ConvertAll(values, Math.Abs), layer).Distance.Distance });
    }

    private static (double[] Bias, LayerDistance Distance) OfEntries(FeatureSpace target, double[] values, int layer)
    {
        var action = PointAction.Of(target.Set);
        var orbits = action.BasePoints.Length;
        var bias = new double[target.Channels * orbits];
        var counts = new int[orbits];
        foreach (var orbit in action.OrbitOf)
        {
            counts[orbit]++;
        }

        for (var row = 0; row < values.Length; row++)
        {
            var orbit = action.OrbitOf[row % target.Points];
            bias[(row / target.Points * orbits) + orbit] += values[row] / counts[orbit];
        }

        var (worst, worstRow) = (0.0, 0);
        var (whole, outside) = (0.0, 0.0);
        for (var row = 0; row < values.Length; row++)
        {
            var distance = Math.Abs(values[row] - bias[(row / target.Points * orbits) + action.OrbitOf[row % target.Points]]);
            whole += values[row] * values[row];
            outside += distance * distance;
            if (distance > worst)
            {
                (worst, worstRow) = (distance, row);
            }
        }

        var images = action.GeneratorImages;
        var generator = 1 + Enumerable.Range(0, images.Count)
            .Select(g => (g, change: Math.Abs(values[worstRow] - values[(worstRow / target.Points * target.Points) + images[g][worstRow % target.Points]])))
            .Where(pair => pair.change > 0).OrderByDescending(pair => pair.change).Select(pair => pair.g).FirstOrDefault(-1);
        return (bias, new(layer, -1, worst, values.Max(Math.Abs), generator, worstRow, -1, true) { Off = OffTheOthers(worst, counts[action.OrbitOf[worstRow % target.Points]]), Outside = whole > 0 ? Math.Sqrt(outside / whole) : 0 });
    }

    /// <summary>Distances of one layer against the scale of the layer: a part that is small beside the others is rounding, not a number of its own.</summary>
    /// <remarks>
    /// The scale of a part is its largest entry, or a hundredth of the largest weight of the layer; for the bias also a hundredth of the largest number that takes part in computing it (bias and norm may cancel), up to a thousand times the weights.
    /// </remarks>
    /// <param name="distances">The distances of the bias and the maps, each with the largest entry as scale.</param>
    /// <param name="largest">The largest number met in computing the bias.</param>
    public static IReadOnlyList<LayerDistance> Scaled(IReadOnlyList<LayerDistance> distances, double largest)
    {
        const double Share = 0.01;
        const double Cancelled = 1000;
        var weights = distances.Where(distance => distance.State >= 0).Max(distance => distance.Scale);
        return [.. distances.Select(distance => distance with
        {
            Scale = Math.Max(distance.Scale, Share * (distance.State >= 0 ? weights : Math.Max(weights, Math.Min(largest, Cancelled * weights)))),
        })];
    }

    /// <summary>From the distance to the mean of all to the distance to the mean of the others.</summary>
    private static double OffTheOthers(double distance, long count) => count > 1 ? distance * count / (count - 1) : distance;

    private static void ForEach(FeatureSpace source, FeatureSpace target, OrbitalIndex orbitals, Action<int, int, int, int> visit)
    {
        for (var y = 0; y < target.Points; y++)
        {
            for (var x = 0; x < source.Points; x++)
            {
                var orbital = orbitals.PositionOf(y, x);
                for (var o = 0; o < target.Channels; o++)
                {
                    for (var i = 0; i < source.Channels; i++)
                    {
                        visit((o * target.Points) + y, (i * source.Points) + x, (((o * source.Channels) + i) * orbitals.Count) + orbital, orbital);
                    }
                }
            }
        }
    }

    private static int WorstGenerator(FeatureSpace source, FeatureSpace target, Func<int, int, double> entry, int row, int column)
    {
        var (left, right) = (PointAction.Of(target.Set).GeneratorImages, PointAction.Of(source.Set).GeneratorImages);
        var (best, change) = (0, 0.0);
        for (var g = 0; g < left.Count; g++)
        {
            var movedRow = (row / target.Points * target.Points) + left[g][row % target.Points];
            var movedColumn = (column / source.Points * source.Points) + right[g][column % source.Points];
            var difference = Math.Abs(entry(movedRow, movedColumn) - entry(row, column));
            if (difference > change)
            {
                (best, change) = (g + 1, difference);
            }
        }

        return best;
    }
}
