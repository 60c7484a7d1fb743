using Eqnn.Networks.Orbits;
using Eqnn.Numbers;
using Google.Protobuf;

namespace Eqnn.Networks.Onnx;

/// <summary>Writes a network as an ONNX model that computes the same numbers, in float32.</summary>
/// <remarks>
/// <para><b>Layers.</b> Between the activations a state is held as batch, channel, point. A layer of a free abelian group with small filters on one orbit is a convolution with wrapped borders, one of a symmetric group on points (or on one point) a product with the own entries and one with their sum, every other one a matrix.</para>
/// <para><b>Arrays</b> have the axes of the network's arrays; the batch is left open.</para>
/// </remarks>
public static class OnnxExport
{
    /// <summary>The largest number of entries of a matrix that is written.</summary>
    public const long MaxMatrixEntries = 50_000_000;

    /// <summary>The content of the file.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">Version of the operators, structure; <c>null</c> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The version is not between 13 and 24.</exception>
    /// <exception cref="LimitExceededException">A map without structure is too large for a matrix.</exception>
    public static IReadOnlyList<byte> ToBytes(EquivariantNetwork network, OnnxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        var chosen = options ?? OnnxExportOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(chosen.Opset, 13, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chosen.Opset, 24, nameof(options));
        var writer = new OnnxGraphWriter(chosen.Opset);
        List<string> states = [ToState(writer, network.Input, network.InputAxes)];
        foreach (var layer in network.Layers)
        {
            var parts = layer.Terms.Select(term => Term(writer, term.Map, states[term.State], chosen.Structured)).ToList();
            var sum = parts.Skip(1).Aggregate(parts[0], (a, b) => writer.Node("Add", a, b));
            sum = layer.HasBias ? writer.Node("Add", sum, Bias(writer, layer)) : sum;
            states.Add(OnnxActivationWriter.Write(writer, layer.Activation, sum));
        }

        FromState(writer, network.Output, network.OutputAxes, states[^1]);
        return writer.Finish(network.InputAxes, network.OutputAxes).ToByteArray();
    }

    /// <summary>From the axes of the file to batch, channel, point.</summary>
    private static string ToState(OnnxGraphWriter writer, FeatureSpace space, SampleAxes axes)
    {
        var (outer, inner) = Around(axes);
        var (before, after) = (axes.PointsBefore, space.Points / axes.PointsBefore);
        var value = OnnxGraphWriter.Input;
        if (outer > 1)
        {
            value = writer.Transpose(writer.Reshape(value, outer, -1, inner), 1, 0, 2);
        }

        return before == 1 ? writer.Reshape(value, -1, space.Channels, space.Points)
            : writer.Reshape(writer.Transpose(writer.Reshape(value, -1, before, space.Channels, after), 0, 2, 1, 3), -1, space.Channels, space.Points);
    }

    private static void FromState(OnnxGraphWriter writer, FeatureSpace space, SampleAxes axes, string value)
    {
        var (outer, inner) = Around(axes);
        var (before, after) = (axes.PointsBefore, space.Points / axes.PointsBefore);
        if (before > 1)
        {
            value = writer.Transpose(writer.Reshape(value, -1, space.Channels, before, after), 0, 2, 1, 3);
        }

        if (outer > 1)
        {
            value = writer.Transpose(writer.Reshape(value, -1, outer, inner), 1, 0, 2);
        }

        // The batch is the one length that is left open, alone or times its neighbour.
        int[] shape = [.. axes.ShapeOf(1)];
        var batch = axes.Join == BatchJoin.WithPrevious ? axes.BatchAxis - 1 : axes.BatchAxis;
        if (batch >= 0)
        {
            shape[batch] = -1;
        }

        writer.Output(writer.Reshape(value, shape));
    }

    /// <summary>The numbers of entries of a sample that stand before and behind the batch.</summary>
    private static (int Outer, int Inner) Around(SampleAxes axes)
    {
        var outer = axes.Lengths.Take(Math.Max(0, axes.BatchAxis)).Aggregate(1, (product, n) => product * n);
        return (outer, axes.Dimension / outer);
    }

    /// <summary>The bias by channel, or by channel and point where orbits differ.</summary>
    private static string Bias(OnnxGraphWriter writer, NetworkLayer layer) => layer.OrbitCount == 1
        ? writer.Tensor(layer.Bias, layer.Target.Channels, 1)
        : writer.Tensor(layer.BiasByPoint(), layer.Target.Channels, layer.Target.Points);

    private static string Term(OnnxGraphWriter writer, EquivariantMap map, string state, bool structured) =>
        (structured ? OnnxConvolutionWriter.TryWrite(writer, map, state) ?? TrySums(writer, map, state) : null) ?? Matrix(writer, map, state);

    /// <summary>Own entries and the sum of all.</summary>
    private static string? TrySums(OnnxGraphWriter writer, EquivariantMap map, string state)
    {
        var pooling = map.OrbitalCount == 1 && (map.Target.Points == 1 || map.Source.Points > 1);
        if (map.Orbitals is not EqualityOrbitals && !pooling)
        {
            return null;
        }

        var (rows, columns) = (map.Target.Channels, map.Source.Channels);
        string Weights(Func<int, int, double> entry) => writer.Tensor(Enumerable.Range(0, rows).SelectMany(o => Enumerable.Range(0, columns).Select(i => entry(o, i))), rows, columns);
        var sum = map.Source.Points == 1 ? state : writer.SumOverPoints(state);
        if (map.OrbitalCount == 1)
        {
            var product = writer.Node("MatMul", Weights((o, i) => map[o, i, 0]), sum);
            return map.Target.Points == 1 ? product : writer.Node("Expand", product, writer.Integers(1, rows, map.Target.Points));
        }

        var own = writer.Node("MatMul", Weights((o, i) => map[o, i, 0] - map[o, i, 1]), state);
        return writer.Node("Add", own, writer.Node("MatMul", Weights((o, i) => map[o, i, 1]), sum));
    }

    private static string Matrix(OnnxGraphWriter writer, EquivariantMap map, string state)
    {
        var (rows, columns) = (map.Target.Dimension, map.Source.Dimension);
        if ((long)rows * columns > MaxMatrixEntries)
        {
            throw new LimitExceededException("entries of a matrix in an ONNX model", MaxMatrixEntries, FormattableString.Invariant($"{(long)rows * columns} ({map.Source} to {map.Target})"), "there is no structure that would be smaller");
        }

        // By columns, so that the state stands on the left.
        var entries = new double[rows * columns];
        var (m, n, count) = (map.Target.Points, map.Source.Points, map.OrbitalCount);
        var weights = map.WeightSpan;
        for (var y = 0; y < m; y++)
        {
            for (var x = 0; x < n; x++)
            {
                var orbital = map.Orbitals.PositionOf(y, x);
                for (var o = 0; o < map.Target.Channels; o++)
                {
                    for (var i = 0; i < map.Source.Channels; i++)
                    {
                        entries[((((i * n) + x) * rows) + (o * m)) + y] = weights[(((o * map.Source.Channels) + i) * count) + orbital];
                    }
                }
            }
        }

        return writer.Reshape(writer.Node("MatMul", writer.Reshape(state, -1, columns), writer.Tensor(entries, columns, rows)), -1, map.Target.Channels, m);
    }
}
