using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Onnx;

/// <summary>A network read from an ONNX file, projected to the equivariant maps, with the distance of every layer.</summary>
/// <remarks>
/// <para><b>How.</b> The graph is cut at its activations. What lies between is affine, and is evaluated by definition on unit vectors; so it does not matter how an exporter wrote a layer (dense, convolution with wrapped
/// borders, sums and means over points).</para>
/// <para><b>Large layers</b> (more than <see cref="MaxMatrixEntries"/> entries) are read off at the base points of the G-set alone and compared with the file on random vectors.</para>
/// </remarks>
public sealed class OnnxImport
{
    /// <summary>The largest number of entries of a linear map that is written out.</summary>
    public const long MaxMatrixEntries = 20_000_000;

    /// <summary>The default tolerance, as a share of the largest entry of a layer: rounding of float32 with room.</summary>
    public const double DefaultTolerance = 1e-4;

    private OnnxImport(EquivariantNetwork network, IReadOnlyList<LayerDistance> distances, IReadOnlyList<string> notes)
    {
        Network = network;
        Notes = notes;
        Distances = distances;
    }

    /// <summary>The projected network.</summary>
    public EquivariantNetwork Network { get; }

    /// <summary>The distance of every linear map and bias.</summary>
    public IReadOnlyList<LayerDistance> Distances { get; }

    /// <summary>What was read otherwise than it is written (borders of circular paddings by PyTorch 1.x), one line for each place.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The largest relative distance.</summary>
    public LayerDistance Worst => Distances.MaxBy(distance => distance.Relative)!;

    /// <summary>Reads and projects, however far the layers are from equivariant.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="spaces">The features of the input and of every layer.</param>
    /// <param name="axes">The order of axes where the shapes leave it open.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FormatException">The file is no ONNX model, uses unsupported operators, or its shapes do not fit the spaces.</exception>
    public static OnnxImport Project(IReadOnlyList<byte> bytes, IReadOnlyList<FeatureSpace> spaces, AxisOrder axes = AxisOrder.ChannelPoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(spaces);
        if (spaces.Select(space => space.Set.Group).Distinct(ReferenceEqualityComparer.Instance).Count() != 1)
        {
            throw new ArgumentException("the spaces must be of one group, and at least one", nameof(spaces));
        }

        try
        {
            return Import([.. bytes], spaces, axes, cancellationToken);
        }
        catch (Exception problem) when (problem is ArgumentException or ArithmeticException or IndexOutOfRangeException || (problem is FormatException && !IsOneLine(problem.Message)))
        {
            // Names and numbers of a foreign file can be anything; what is said about them is one line.
            throw new FormatException("this ONNX model cannot be read: " + OneLine(problem.Message), problem);
        }
    }

    private static OnnxImport Import(byte[] bytes, IReadOnlyList<FeatureSpace> spaces, AxisOrder axes, CancellationToken cancellationToken)
    {
        var graph = OnnxGraph.Read(bytes);
        if (graph.States.Count + 1 != spaces.Count)
        {
            throw new FormatException(FormattableString.Invariant($"the file has {graph.States.Count} layers ({string.Join(", ", graph.States.Select(state => state.Activation))}), so {graph.States.Count + 1} spaces are needed, not {spaces.Count}"));
        }

        var reader = new OnnxLayers(graph, spaces, axes);
        var layers = new List<NetworkLayer>();
        var distances = new List<LayerDistance>();
        for (var i = 0; i < graph.States.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layers.Add(reader.Read(i, distances, cancellationToken));
        }

        return new(new(spaces[0], layers, reader.InputAxes), distances.AsReadOnly(), graph.Notes.AsReadOnly());
    }

    private const int LongestMessage = 1000;

    private static bool IsOneLine(string text) => text.Length <= LongestMessage && !text.Any(char.IsControl);

    private static string OneLine(string text) => new([.. text.Take(LongestMessage).Select(c => char.IsControl(c) ? ' ' : c)]);

    /// <summary>Reads a network and refuses it if a layer is further from equivariant than the tolerance.</summary>
    /// <exception cref="NotEquivariantException">It is; the message names layer, generator and entry.</exception>
    /// <exception cref="FormatException">As <see cref="Project"/>.</exception>
    public static OnnxImport Read(
        IReadOnlyList<byte> bytes, IReadOnlyList<FeatureSpace> spaces, AxisOrder axes = AxisOrder.ChannelPoint, double tolerance = DefaultTolerance, CancellationToken cancellationToken = default)
    {
        var import = Project(bytes, spaces, axes, cancellationToken);
        return import.Worst.Relative <= tolerance ? import : throw new NotEquivariantException(import.Worst, tolerance);
    }
}
