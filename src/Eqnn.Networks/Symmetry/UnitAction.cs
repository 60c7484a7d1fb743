namespace Eqnn.Networks.Symmetry;

/// <summary>What one permutation of the inputs does to the units of every layer, as nearly as the weights allow.</summary>
internal sealed class UnitAction
{
    private readonly UnitMatching?[] _layers;

    private UnitAction(int[] input, UnitMatching?[] layers)
    {
        _layers = layers;
        Images = [input, .. layers.Select(layer => layer!.Images)];
    }

    /// <summary>For each state the images of the units: h_{π(r)}(g x) = ± h_r(x).</summary>
    public int[][] Images { get; }

    /// <summary>The largest distance of a row from that of its image, over all layers, each as a share of the longest row of its layer.</summary>
    public double Worst => _layers.Max(layer => layer!.Distances.Max());

    /// <summary>The match of a layer, from 0.</summary>
    public UnitMatching Layer(int position) => _layers[position]!;

    /// <summary>Follows a permutation of the inputs through all layers.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">The images of the inputs.</param>
    /// <param name="output">The images of the outputs; <c>null</c> to find those that fit best.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static UnitAction Follow(UnitNetwork network, int[] input, int[]? output, CancellationToken cancellationToken)
    {
        var layers = new UnitMatching?[network.Layers.Count];
        for (var l = 0; l < layers.Length; l++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var layer = network.Layers[l];
            var moved = Array.ConvertAll(layer.Rows, row => Moved(row));
            layers[l] = l == layers.Length - 1 && output is not null
                ? UnitMatching.Fixed(moved, layer.Rows, output, layer.Scale, layer.MatchesOpposites)
                : UnitMatching.Of(moved, layer.Rows, layer.Scale, layer.MatchesOpposites, cancellationToken);

            double[] Moved(double[] row)
            {
                var result = new double[row.Length];
                result[^1] = row[^1];
                var offset = 0;
                foreach (var source in layer.Sources)
                {
                    var images = source == 0 ? input : layers[source - 1]!.Images;
                    var signs = source > 0 && network.Layers[source - 1].IsOdd ? layers[source - 1]!.Signs : null;
                    for (var c = 0; c < images.Length; c++)
                    {
                        result[offset + images[c]] = (signs?[c] ?? 1) * row[offset + c];
                    }

                    offset += images.Length;
                }

                return result;
            }
        }

        return new(input, layers);
    }
}
