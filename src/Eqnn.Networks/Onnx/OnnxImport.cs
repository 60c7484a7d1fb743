using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Networks.Onnx;

/// <summary>A network read from an ONNX file, projected to the equivariant maps, with the distance of every layer.</summary>
/// <remarks>
/// <para><b>How.</b> The graph is cut at its activations. What lies between is affine, and is evaluated by definition on unit vectors; so it does not matter how an exporter wrote a layer (dense, convolution with wrapped
/// borders, sums and means over points).</para>
/// <para><b>Large layers</b> (more than <see cref="MaxMatrixEntries"/> entries) are read off at the base points of the G-set alone, and F(g v) is compared with g F(v) on random vectors: the cost is that of a few columns.</para>
/// <para><b>As written first.</b> A model that is equivariant as it stands is never changed. Only if it is not, and PyTorch 1 wrote it, borders of circular paddings that this exporter puts one place off are read as they were meant, if that makes it equivariant.</para>
/// </remarks>
public sealed class OnnxImport
{
    /// <summary>The largest number of entries of a linear map that is written out.</summary>
    public const long MaxMatrixEntries = 5_000_000;

    /// <summary>The largest number of weights of a network that is read unit by unit.</summary>
    internal const long MaxUnitWeights = 50_000_000;

    /// <summary>The default tolerance, as a share of the largest entry of a layer: rounding of float32 with room.</summary>
    public const double DefaultTolerance = 1e-4;

    private readonly OnnxReading _reading;

    private OnnxImport(EquivariantNetwork network, IReadOnlyList<LayerDistance> distances, string? hint, OnnxReading reading)
    {
        _reading = reading;
        Network = network;
        Distances = distances;
        Hint = hint;
    }

    /// <summary>The projected network.</summary>
    public EquivariantNetwork Network { get; }

    /// <summary>The distance of every linear map and bias.</summary>
    public IReadOnlyList<LayerDistance> Distances { get; }

    /// <summary>What was read otherwise than it is written (borders of circular paddings by PyTorch 1.x), one line for each place; the network carries them too.</summary>
    public IReadOnlyList<string> Notes => Network.Notes;

    /// <summary>Where the model is not equivariant, what would make it so or what it is instead; <c>null</c> if nothing is known.</summary>
    public string? Hint { get; }

    /// <summary>The largest relative distance.</summary>
    public LayerDistance Worst => Distances.MaxBy(distance => distance.Relative)!;

    /// <summary>The outputs of the model itself, not of the projected network: node by node, by definition in double precision.</summary>
    /// <param name="inputs">The samples one after the other, each channel by channel.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The outputs in the same order.</returns>
    /// <exception cref="ArgumentException">The number of inputs is no multiple of the size of one.</exception>
    public IReadOnlyList<double> EvaluateModel(IReadOnlyList<double> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (from, to) = (Network.InputAxes.Places(Network.Input), Network.OutputAxes.Places(Network.Output));
        if (inputs.Count % from.Length != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"{inputs.Count} numbers, a sample has {from.Length}"), nameof(inputs));
        }

        var arranged = new double[inputs.Count];
        for (var i = 0; i < arranged.Length; i++)
        {
            arranged[i - (i % from.Length) + from[i % from.Length]] = inputs[i];
        }

        var outputs = _reading.Probe.Forward(arranged, cancellationToken);
        double[] result = [.. Enumerable.Range(0, outputs.Length).Select(i => outputs[i - (i % to.Length) + to[i % to.Length]])];
        return result;
    }

    /// <summary>How far the function of the model itself is from equivariant on data, for every generator and state.</summary>
    /// <param name="inputs">The samples one after the other, each channel by channel.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The number of inputs is no multiple of the size of one.</exception>
    public IReadOnlyList<FunctionDistance> FunctionDistances(IReadOnlyList<double> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Count % Network.Input.Dimension == 0 ? FunctionDistance.Of(_reading, Network.States, inputs, cancellationToken)
            : throw new ArgumentException(FormattableString.Invariant($"{inputs.Count} numbers, a sample has {Network.Input.Dimension}"), nameof(inputs));
    }

    /// <summary>Reads and projects, however far the layers are from equivariant.</summary>
    /// <param name="model">The model.</param>
    /// <param name="spaces">The features of the input and of every layer.</param>
    /// <param name="options">Axes, tolerance, output; <c>null</c> for the defaults.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FormatException">The model uses what is not read, or its shapes do not fit the spaces.</exception>
    public static OnnxImport Project(OnnxModel model, IReadOnlyList<FeatureSpace> spaces, OnnxImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(spaces);
        if (spaces.Select(space => space.Set.Group).Distinct(ReferenceEqualityComparer.Instance).Count() != 1)
        {
            throw new ArgumentException("the spaces must be of one group, and at least one", nameof(spaces));
        }

        return InOneLine(() => Import(model, spaces, options ?? OnnxImportOptions.Default, cancellationToken));
    }

    /// <summary>Reads the content of a file and projects, however far the layers are from equivariant.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="spaces">The features of the input and of every layer.</param>
    /// <param name="axes">The order of axes where the shapes leave it open; <c>null</c> for the one that is equivariant.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FormatException">The file is no ONNX model, uses what is not read, or its shapes do not fit the spaces.</exception>
    public static OnnxImport Project(IReadOnlyList<byte> bytes, IReadOnlyList<FeatureSpace> spaces, AxisOrder? axes = null, CancellationToken cancellationToken = default) =>
        Project(InOneLine(() => OnnxModel.Parse(bytes)), spaces, OnnxImportOptions.Default with { Axes = axes }, cancellationToken);

    /// <summary>Reads a network and refuses it if a layer is further from equivariant than the tolerance.</summary>
    /// <exception cref="NotEquivariantException">It is; the message names layer, generator and entry.</exception>
    /// <exception cref="FormatException">As <see cref="Project(OnnxModel, IReadOnlyList{FeatureSpace}, OnnxImportOptions?, CancellationToken)"/>.</exception>
    public static OnnxImport Read(OnnxModel model, IReadOnlyList<FeatureSpace> spaces, OnnxImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        var import = Project(model, spaces, options, cancellationToken);
        var tolerance = (options ?? OnnxImportOptions.Default).Tolerance;
        return import.Worst.Relative <= tolerance ? import : throw new NotEquivariantException(import.Worst, tolerance, import.Hint);
    }

    /// <summary>Reads the content of a file and refuses it if a layer is further from equivariant than the tolerance.</summary>
    /// <exception cref="NotEquivariantException">It is; the message names layer, generator and entry.</exception>
    /// <exception cref="FormatException">As <see cref="Project(IReadOnlyList{byte}, IReadOnlyList{FeatureSpace}, AxisOrder?, CancellationToken)"/>.</exception>
    public static OnnxImport Read(
        IReadOnlyList<byte> bytes, IReadOnlyList<FeatureSpace> spaces, AxisOrder? axes = null, double tolerance = DefaultTolerance, CancellationToken cancellationToken = default) =>
        Read(InOneLine(() => OnnxModel.Parse(bytes)), spaces, OnnxImportOptions.Default with { Axes = axes, Tolerance = tolerance }, cancellationToken);

    /// <summary>Reads a model unit by unit: a network of the trivial group with a channel for every number of a state, in the order of the file. It is equivariant for nothing and so is never refused.</summary>
    /// <param name="model">The model.</param>
    /// <param name="set">A G-set that acts on the inputs; its group is left aside.</param>
    /// <param name="channels">The channels of the input; <c>null</c> if its shape says them.</param>
    /// <param name="options">Output, end; <c>null</c> for the defaults.</param>
    /// <param name="asMeant">Whether borders of circular paddings that PyTorch 1 puts one place off are read as they were meant.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FormatException">The model uses what is not read, or its input is not a multiple of the set.</exception>
    internal static OnnxImport Units(OnnxModel model, GSet set, int? channels, OnnxImportOptions? options, bool asMeant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(set);
        var chosen = options ?? OnnxImportOptions.Default;
        return InOneLine(() =>
        {
            var graph = OnnxGraph.Of(model, new(chosen.Output, chosen.Until, asMeant));
            var point = GSet.OnePoint(FiniteGroup.Parse("C1"));
            var input = new FeatureSpace(point, InputAxes.DimensionOver(graph, set, channels));
            var spaces = new List<FeatureSpace> { input };
            spaces.AddRange(OnnxProbe.Sizes(graph, input).Select(size => new FeatureSpace(point, size)));
            var weights = graph.States.Select((_, i) => graph.SourcesOf(i).Sum(source => (long)spaces[source].Channels * spaces[i + 1].Channels)).Sum();
            if (weights > MaxUnitWeights)
            {
                throw new LimitExceededException("weights that are written out", MaxUnitWeights, FormattableString.Invariant($"{weights}"), "read a part of the network");
            }

            return Of(new OnnxLayers(graph, spaces, chosen with { Axes = null, Orders = [] }, cancellationToken).Read(), spaces, graph.Notes, null);
        });
    }

    private static OnnxImport Import(OnnxModel model, IReadOnlyList<FeatureSpace> spaces, OnnxImportOptions options, CancellationToken cancellationToken)
    {
        var graph = GraphOf(model, spaces, options, repair: false);
        var reading = new OnnxLayers(graph, spaces, options, cancellationToken).Read();
        if (reading.Worst <= options.Tolerance)
        {
            return Of(reading, spaces, [], null);
        }

        if (model.MayHaveShiftedBorders && GraphOf(model, spaces, options, repair: true) is { Notes.Count: > 0 } repaired)
        {
            var meant = new OnnxLayers(repaired, spaces, options, cancellationToken).Read();
            if (meant.Worst <= options.Tolerance)
            {
                return Of(meant, spaces, repaired.Notes, null);
            }
        }

        return Of(reading, spaces, [], HintOf(graph, spaces, options, cancellationToken));
    }

    private static OnnxGraph GraphOf(OnnxModel model, IReadOnlyList<FeatureSpace> spaces, OnnxImportOptions options, bool repair)
    {
        var graph = OnnxGraph.Of(model, new(options.Output, options.Until, repair));
        return graph.States.Count + 1 == spaces.Count ? graph
            : throw new FormatException(FormattableString.Invariant($"the file has {graph.States.Count} layers ({string.Join(", ", graph.States.Select(state => state.Activation))}), so {graph.States.Count + 1} spaces are needed, not {spaces.Count}"));
    }

    private static OnnxImport Of(OnnxReading reading, IReadOnlyList<FeatureSpace> spaces, IEnumerable<string> notes, string? hint)
    {
        var order = reading.Input.PointsBefore > 1 || (reading.Input.Lengths is [var points, 1] && points == spaces[0].Points) ? AxisOrder.PointChannel : AxisOrder.ChannelPoint;
        var network = new EquivariantNetwork(spaces[0], reading.Layers.Select(layer => layer.Layer), order);
        return new(network.WithArrays(reading.Input, reading.Output).WithNotes(notes), reading.Layers.SelectMany(layer => layer.Distances).ToList().AsReadOnly(), hint, reading);
    }

    private static string? HintOf(OnnxGraph graph, IReadOnlyList<FeatureSpace> spaces, OnnxImportOptions options, CancellationToken cancellationToken)
    {
        if (options.Axes is { } stated)
        {
            var free = new OnnxLayers(graph, spaces, options with { Axes = null }, cancellationToken).Read();
            if (free.Worst <= options.Tolerance)
            {
                var other = stated == AxisOrder.ChannelPoint ? AxisOrder.PointChannel : AxisOrder.ChannelPoint;
                var whole = new OnnxLayers(graph, spaces, options with { Axes = other }, cancellationToken).Read().Worst <= options.Tolerance;
                return whole ? $"with the axes {(other == AxisOrder.PointChannel ? "batch,point,channel" : "batch,channel,point")} it is" : "with the axes left to be found it is";
            }
        }

        var unsigned = new OnnxLayers(graph, spaces, options, cancellationToken, withoutSigns: true).Read();
        return unsigned.Layers.SelectMany(layer => layer.Distances).All(distance => distance.WithoutSigns <= options.Tolerance * distance.Scale)
            ? "the absolute values of its weights are equivariant, so its layers are of signed permutations; features here are functions on G-sets, which a group permutes without signs"
            : null;
    }

    /// <summary>Refusals of a foreign file as one line.</summary>
    private static T InOneLine<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is ArgumentException or ArithmeticException or IndexOutOfRangeException || (problem is FormatException and not (OnnxNodeException or OnnxOutputsException) && !FileNames.IsOneLine(problem.Message)))
        {
            throw new FormatException("this ONNX model cannot be read: " + FileNames.OneLine(problem is FormatException ? problem.Message : "its shapes or attributes do not fit each other"), problem);
        }
    }
}
