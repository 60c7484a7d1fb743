using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Onnx;

/// <summary>Reads the layers of a graph by probing its affine parts, and finds the reading of the axes with which they are equivariant.</summary>
/// <remarks>Where only one reading of channels and points is equivariant, that one is meant; of several, the one that was asked for or that the input has.</remarks>
internal sealed class OnnxLayers
{
    private const int MostLayersRead = 256;

    private readonly OnnxGraph _graph;
    private readonly IReadOnlyList<FeatureSpace> _spaces;
    private readonly OnnxProbe _probe;
    private readonly AxisOrder? _stated;
    private readonly double _tolerance;
    private readonly bool _withoutSigns;
    private readonly UnitOrder?[] _orders;
    private readonly CancellationToken _token;
    private readonly (double[] Values, double Largest)[] _constants;
    private readonly Dictionary<(int Position, int Source), double[][]> _columns = [];
    private int _read;

    public OnnxLayers(OnnxGraph graph, IReadOnlyList<FeatureSpace> spaces, OnnxImportOptions options, CancellationToken token, bool withoutSigns = false)
    {
        (_graph, _spaces, _stated, _tolerance, _token, _withoutSigns) = (graph, spaces, options.Axes, options.Tolerance, token, withoutSigns);
        _orders = OrdersOf(spaces, options.Orders);
        _probe = new(graph, spaces);
        _constants = new (double[], double)[graph.States.Count];
        for (var position = 0; position < graph.States.Count; position++)
        {
            token.ThrowIfCancellationRequested();
            _probe.Locate(position);
            _constants[position] = _probe.Constant(position);
        }
    }

    /// <summary>The layers with the axes of input and output: a reading within the tolerance if there is one, else the preferred one.</summary>
    public OnnxReading Read()
    {
        var chosen = new int[_spaces.Count];
        var layers = new OnnxLayer[_graph.States.Count];
        foreach (var first in Candidates(0, chosen))
        {
            chosen[0] = first;
            if (Descend(0, chosen, layers))
            {
                return Result(chosen, layers);
            }
        }

        for (var state = 0; state < _spaces.Count; state++)
        {
            chosen[state] = Candidates(state, chosen)[0];
            if (state > 0)
            {
                layers[state - 1] = ReadLayer(state - 1, chosen);
            }
        }

        return Result(chosen, layers);
    }

    private OnnxReading Result(int[] chosen, OnnxLayer[] layers)
    {
        var readings = layers.ToArray();
        return new(readings, _probe.Axes[0].WithPointsBefore(chosen[0]), _probe.Axes[^1].WithPointsBefore(chosen[^1]), _probe,
            [.. Enumerable.Range(0, _spaces.Count).Select(state => Places(state, chosen).Select((entry, place) => (entry, ValueScale(state, place))).ToArray())]);
    }

    private bool Descend(int position, int[] chosen, OnnxLayer[] layers)
    {
        if (position == layers.Length)
        {
            return true;
        }

        foreach (var reading in Candidates(position + 1, chosen))
        {
            if (_read++ > MostLayersRead)
            {
                return false;
            }

            chosen[position + 1] = reading;
            layers[position] = ReadLayer(position, chosen);
            if (layers[position].Distances.All(Holds) && Descend(position + 1, chosen, layers))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(LayerDistance distance) => _withoutSigns ? distance.WithoutSigns <= _tolerance * distance.Scale : distance.Relative <= _tolerance;

    /// <summary>The numbers of points that may stand before the channel in a state, the likely one first.</summary>
    private List<int> Candidates(int state, int[] chosen)
    {
        var space = _spaces[state];
        if (_orders[state] is not null)
        {
            return [1];
        }

        List<int> candidates = [.. _probe.Axes[state].PointsBeforeIn(space)];
        if (candidates.Count == 1)
        {
            return candidates;
        }

        var wanted = _stated is { } order ? order == AxisOrder.PointChannel ? space.Points : 1
            : state > 0 && (_spaces[0].Channels > 1 && _spaces[0].Points > 1) ? chosen[0] == 1 ? 1 : space.Points
            : state > 1 ? chosen[state - 1] == 1 ? 1 : space.Points
            : 1;
        return !candidates.Contains(wanted) ? candidates : _stated is not null ? [wanted] : [wanted, .. candidates.Where(other => other != wanted)];
    }

    private OnnxLayer ReadLayer(int position, int[] chosen)
    {
        _token.ThrowIfCancellationRequested();
        var target = _spaces[position + 1];
        var rows = Places(position + 1, chosen);
        var distances = new List<LayerDistance>();
        double[] constant = [.. rows.Select((row, place) => _constants[position].Values[row] / RowScale(position + 1, place))];
        var (bias, biasDistance) = LayerProjection.OfBias(target, constant, position + 1);
        distances.Add(biasDistance);
        var terms = new List<LayerTerm>();
        foreach (var source in _probe.Sources(position))
        {
            var columns = Places(source, chosen);
            terms.Add(new(source, IsSmall(_spaces[source], target) || HasScales(source) || HasScales(position + 1) ? ReadAll(position, source, rows, columns, distances) : ReadBasePoints(position, source, rows, columns, distances)));
        }

        return new(new(terms, bias, _graph.States[position].Activation), LayerProjection.Scaled(distances, _constants[position].Largest));
    }

    /// <summary>For each place of a state the entry in the order of the file.</summary>
    private int[] Places(int state, int[] chosen) => _orders[state] is { } order ? [.. order.Units] : _probe.Axes[state].WithPointsBefore(chosen[state]).Places(_spaces[state]);

    private bool HasScales(int state) => _orders[state] is { IsPlain: false };

    /// <summary>The number by which the row of a unit is larger in the file.</summary>
    private double RowScale(int state, int place) => _orders[state] is { } order ? order.Scales[place] : 1;

    /// <summary>The number by which the value of a unit is larger in the file: that of its row, without the sign if the activation does not see it.</summary>
    private double ValueScale(int state, int place)
    {
        var scale = RowScale(state, place);
        return state > 0 && _graph.States[state - 1].Activation.Odd.IsZero ? Math.Abs(scale) : scale;
    }

    /// <summary>The orders, with those left out that only say what the axes say.</summary>
    private static UnitOrder?[] OrdersOf(IReadOnlyList<FeatureSpace> spaces, IReadOnlyList<UnitOrder?> orders)
    {
        var result = new UnitOrder?[spaces.Count];
        for (var state = 0; state < orders.Count; state++)
        {
            if (orders[state] is { } order)
            {
                result[state] = state < spaces.Count && order.Units.Count == spaces[state].Dimension ? order
                    : throw new FormatException(FormattableString.Invariant($"the order of state {state} names {order.Units.Count} units, its space {(state < spaces.Count ? FormattableString.Invariant($"{spaces[state]} has {spaces[state].Dimension}") : "is missing")}"));
            }
        }

        return result;
    }

    /// <summary>Whether all columns of a map are written out.</summary>
    private static bool IsSmall(FeatureSpace from, FeatureSpace to) =>
        (long)from.Dimension * to.Dimension <= OnnxImport.MaxMatrixEntries && (long)from.Dimension * (from.Dimension + to.Dimension) <= 2L * OnnxImport.MaxMatrixEntries;

    private EquivariantMap ReadAll(int position, int source, int[] rows, int[] columns, List<LayerDistance> distances)
    {
        var (from, to) = (_spaces[source], _spaces[position + 1]);
        if (!_columns.TryGetValue((position, source), out var matrix))
        {
            _columns[(position, source)] = matrix = [.. _probe.Images(position, source, _constants[position].Values, from.Dimension, (k, vector) => vector[k] = 1, _token)];
        }

        var (weights, distance) = LayerProjection.Of(from, to, (row, column) => matrix[columns[column]][rows[row]] * ValueScale(source, column) / RowScale(position + 1, row), position + 1, source);
        distances.Add(distance);
        return EquivariantMap.FromWeights(from, to, weights);
    }

    /// <summary>A map too large to be written out: its columns at the base points, and F(g v) against g F(v) on random vectors.</summary>
    private EquivariantMap ReadBasePoints(int position, int source, int[] rows, int[] columns, List<LayerDistance> distances)
    {
        var (from, to) = (_spaces[source], _spaces[position + 1]);
        var orbitals = OrbitalIndex.Of(from.Set, to.Set);
        var weights = new double[EquivariantMap.WeightCount(from, to, orbitals)];
        var bases = orbitals.Source.BasePoints;
        var places = new int[to.Points];
        var counts = new int[orbitals.Count];
        var (k, scale) = (0, 0.0);
        foreach (var image in _probe.Images(position, source, _constants[position].Values, bases.Length * from.Channels, (k, vector) => vector[columns[(k % from.Channels * from.Points) + bases[k / from.Channels]]] = 1, _token))
        {
            var (b, i) = Math.DivRem(k++, from.Channels);
            if (i == 0)
            {
                for (var y = 0; y < places.Length; y++)
                {
                    places[y] = orbitals.PositionOf(y, bases[b]);
                    counts[places[y]]++;
                }
            }

            for (var row = 0; row < rows.Length; row++)
            {
                var (o, y) = Math.DivRem(row, to.Points);
                var entry = image[rows[row]];
                scale = Math.Max(scale, Math.Abs(entry));
                weights[(((o * from.Channels) + i) * orbitals.Count) + places[y]] += entry / counts[places[y]];
            }
        }

        distances.Add(Compare(position, source, rows, columns, scale));
        return EquivariantMap.FromWeights(from, to, weights);
    }

    /// <summary>F(g v) against g F(v) for random v and all generators g; the largest difference of an entry, which a wrong weight w of the map makes about as large as w.</summary>
    private LayerDistance Compare(int position, int source, int[] rows, int[] columns, double scale)
    {
        const int RandomVectors = 2;
        var (from, to) = (_spaces[source], _spaces[position + 1]);
        var (left, right) = (PointAction.Of(to.Set).GeneratorImages, PointAction.Of(from.Set).GeneratorImages);
        var (worst, generator, worstRow) = (0.0, 0, 0);
        for (var seed = 1; seed <= RandomVectors; seed++)
        {
            var random = new Random(seed);
            double[] vector = [.. columns.Select(_ => (2 * random.NextDouble()) - 1)];
            double[]? plain = null;
            var g = 0;
            foreach (var image in _probe.Images(position, source, _constants[position].Values, right.Count + 1, Fill, _token))
            {
                plain ??= image;
                for (var row = 0; g > 0 && row < rows.Length; row++)
                {
                    var difference = Math.Abs(image[rows[(row / to.Points * to.Points) + left[g - 1][row % to.Points]]] - plain[rows[row]]);
                    if (difference > worst)
                    {
                        (worst, generator, worstRow) = (difference, g, row);
                    }
                }

                g++;
            }

            void Fill(int k, Span<double> result)
            {
                for (var column = 0; column < vector.Length; column++)
                {
                    var (i, x) = Math.DivRem(column, from.Points);
                    result[columns[(i * from.Points) + (k == 0 ? x : right[k - 1][x])]] = vector[column];
                }
            }
        }

        return new(position + 1, source, worst, scale, generator, worstRow, -1, false) { Off = worst };
    }
}
