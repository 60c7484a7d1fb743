using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Onnx;

/// <summary>Reads the layers of a graph one by one by probing its affine parts.</summary>
internal sealed class OnnxLayers
{
    private const int ProbesTogether = 64;
    private const int RandomVectors = 4;

    private readonly OnnxGraph _graph;
    private readonly IReadOnlyList<FeatureSpace> _spaces;
    private readonly AxisOrder _axes;
    private readonly List<AxisMap> _maps = [];

    public OnnxLayers(OnnxGraph graph, IReadOnlyList<FeatureSpace> spaces, AxisOrder axes)
    {
        (_graph, _spaces, _axes) = (graph, spaces, axes);
        _maps.Add(AxisMap.Of(InputShape(graph.InputShape, spaces[0]), spaces[0], axes, "the input"));
    }

    public AxisOrder InputAxes => _maps[0].PointsFirst ? AxisOrder.PointChannel : AxisOrder.ChannelPoint;

    public NetworkLayer Read(int position, List<LayerDistance> distances, CancellationToken cancellationToken)
    {
        var state = _graph.States[position];
        var target = _spaces[position + 1];
        var sources = _graph.SourcesOf(state);
        if (sources.Count == 0 || sources[^1] > position)
        {
            throw new FormatException($"{state.Place} does not depend on earlier layers in the order of the file");
        }

        var zero = Evaluate(state, sources, -1, Tensor.Zero(1, 0));
        _maps.Add(AxisMap.Of(zero.Shape[1..], target, _axes, state.Place));
        var constant = ToSpace(zero, position + 1, 0);
        var (bias, biasDistance) = LayerProjection.OfBias(target, constant, position + 1);
        distances.Add(biasDistance);
        var terms = new List<LayerTerm>();
        foreach (var source in sources)
        {
            var complete = (long)_spaces[source].Dimension * target.Dimension <= OnnxImport.MaxMatrixEntries;
            terms.Add(new(source, complete
                ? ReadAll(state, sources, source, position, constant, distances, cancellationToken)
                : ReadBasePoints(state, sources, source, position, constant, distances, cancellationToken)));
        }

        return new(terms, bias, state.Activation);
    }

    private EquivariantMap ReadAll(OnnxState state, IReadOnlyList<int> sources, int source, int position, double[] constant, List<LayerDistance> distances, CancellationToken cancellationToken)
    {
        var (from, to) = (_spaces[source], _spaces[position + 1]);
        var columns = new double[from.Dimension][];
        for (var first = 0; first < columns.Length; first += ProbesTogether)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(ProbesTogether, columns.Length - first);
            var images = Images(state, sources, source, position, constant, [.. Enumerable.Range(first, count).Select(column => Unit(from, column))]);
            images.CopyTo(columns, first);
        }

        var (weights, distance) = LayerProjection.Of(from, to, (row, column) => columns[column][row], position + 1, source);
        distances.Add(distance);
        return EquivariantMap.FromWeights(from, to, weights);
    }

    private EquivariantMap ReadBasePoints(OnnxState state, IReadOnlyList<int> sources, int source, int position, double[] constant, List<LayerDistance> distances, CancellationToken cancellationToken)
    {
        var (from, to) = (_spaces[source], _spaces[position + 1]);
        var orbitals = OrbitalIndex.Of(from.Set, to.Set);
        var weights = new double[from.Channels * to.Channels * orbitals.Count];
        var counts = new int[orbitals.Count];
        foreach (var x in orbitals.Source.BasePoints)
        {
            for (var y = 0; y < to.Points; y++)
            {
                counts[orbitals.PositionOf(y, x)]++;
            }
        }

        foreach (var x in orbitals.Source.BasePoints)
        {
            for (var i = 0; i < from.Channels; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var image = Images(state, sources, source, position, constant, [Unit(from, (i * from.Points) + x)])[0];
                for (var row = 0; row < image.Length; row++)
                {
                    var orbital = orbitals.PositionOf(row % to.Points, x);
                    weights[(((row / to.Points * from.Channels) + i) * orbitals.Count) + orbital] += image[row] / counts[orbital];
                }
            }
        }

        distances.Add(Compare(state, sources, source, position, constant));
        return EquivariantMap.FromWeights(from, to, weights);
    }

    /// <summary>F(g v) against g F(v) for random v and all generators g.</summary>
    private LayerDistance Compare(OnnxState state, IReadOnlyList<int> sources, int source, int position, double[] constant)
    {
        var (from, to) = (_spaces[source], _spaces[position + 1]);
        var (left, right) = (PointAction.Of(to.Set).GeneratorImages, PointAction.Of(from.Set).GeneratorImages);
        var random = new Random(1);
        var (worst, scale, generator, worstRow) = (0.0, 0.0, 0, 0);
        for (var k = 0; k < RandomVectors; k++)
        {
            double[] vector = [.. Enumerable.Range(0, from.Dimension).Select(_ => (2 * random.NextDouble()) - 1)];
            var plain = Images(state, sources, source, position, constant, [vector])[0];
            scale = Math.Max(scale, plain.Max(Math.Abs));
            for (var g = 0; g < right.Count; g++)
            {
                var moved = new double[vector.Length];
                for (var i = 0; i < vector.Length; i++)
                {
                    moved[(i / from.Points * from.Points) + right[g][i % from.Points]] = vector[i];
                }

                var image = Images(state, sources, source, position, constant, [moved])[0];
                for (var row = 0; row < plain.Length; row++)
                {
                    var difference = Math.Abs(image[(row / to.Points * to.Points) + left[g][row % to.Points]] - plain[row]);
                    if (difference > worst)
                    {
                        (worst, generator, worstRow) = (difference, g + 1, row);
                    }
                }
            }
        }

        return new(position + 1, source, worst, scale, generator, worstRow, -1, false) { Off = worst };
    }

    private static double[] Unit(FeatureSpace space, int index)
    {
        var vector = new double[space.Dimension];
        vector[index] = 1;
        return vector;
    }

    /// <summary>The linear part on vectors of one state.</summary>
    private double[][] Images(OnnxState state, IReadOnlyList<int> sources, int source, int position, double[] constant, double[][] vectors)
    {
        var (space, map) = (_spaces[source], _maps[source]);
        var input = Tensor.Zero([vectors.Length, .. map.Shape]);
        for (var b = 0; b < vectors.Length; b++)
        {
            for (var i = 0; i < space.Dimension; i++)
            {
                input.Values[(b * space.Dimension) + map.PlaceOf(space, i / space.Points, i % space.Points)] = vectors[b][i];
            }
        }

        var output = Evaluate(state, sources, source, input);
        var images = new double[vectors.Length][];
        for (var b = 0; b < vectors.Length; b++)
        {
            images[b] = ToSpace(output, position + 1, b);
            for (var row = 0; row < constant.Length; row++)
            {
                images[b][row] -= constant[row];
            }
        }

        return images;
    }

    private Tensor Evaluate(OnnxState state, IReadOnlyList<int> sources, int source, Tensor input)
    {
        var batch = input.Shape[0];
        var result = _graph.Evaluate(state, sources.ToDictionary(s => s, s => s == source ? input : Tensor.Zero([batch, .. _maps[s].Shape])));
        var bad = Array.FindIndex(result.Values, value => !double.IsFinite(value));
        if (bad >= 0)
        {
            throw new FormatException(FormattableString.Invariant($"{state.Place}: an entry of the linear map or bias is {result.Values[bad]}"));
        }

        return result.Rank > 0 && result.Shape[0] == batch ? result : throw new FormatException($"{state.Place}: the value has the shape {Tensor.Text(result.Shape)} for a batch of {batch}");
    }

    private double[] ToSpace(Tensor tensor, int state, int sample)
    {
        var (space, map) = (_spaces[state], _maps[state]);
        var result = new double[space.Dimension];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = tensor.Values[(sample * space.Dimension) + map.PlaceOf(space, i / space.Points, i % space.Points)];
        }

        return result;
    }

    private static int[] InputShape(int[] shape, FeatureSpace space)
    {
        int[] known = [.. shape.Where(n => n > 0)];
        var product = known.Aggregate(1.0, (p, n) => p * n);
        return known.Length + 1 == shape.Length && space.Dimension % product == 0
            ? [.. shape.Select(n => n > 0 ? n : (int)(space.Dimension / product))]
            : known.Length == shape.Length ? shape : throw new FormatException($"the input leaves more than one axis besides the batch open: {Tensor.Text(shape)}");
    }
}
