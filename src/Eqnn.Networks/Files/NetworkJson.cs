using Eqnn.Records.Json;

namespace Eqnn.Networks.Files;

/// <summary>The JSON document of a network (docs/networks.md#file): group, G-sets with channels, axes, layers; weights inside, or in a <c>.npz</c> file beside it.</summary>
/// <remarks>Doubles are written so that they read back bit for bit. Same network, same bytes.</remarks>
public static class NetworkJson
{
    /// <summary>The value of the field <c>format</c>.</summary>
    public const string FormatName = "eqnn-network-1";

    /// <summary>The document, with the weights inside.</summary>
    public static string Write(EquivariantNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return NetworkJsonWriter.Write(network, null, null);
    }

    /// <summary>The document and the <c>.npz</c> file of its weights, whose digest it names: only this file is read with it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weightFile">The name that the file will have.</param>
    public static (string Document, IReadOnlyList<byte> Weights) WriteWithWeights(EquivariantNetwork network, string weightFile)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(weightFile);
        var archive = NpzFile.ToBytes(Weights(network));
        return (NetworkJsonWriter.Write(network, weightFile, NetworkJsonReader.DigestOf(archive)), archive);
    }

    /// <summary>The arrays for the <c>.npz</c> file: <c>layerI_termJ</c> with axes target channel, source channel, orbital, and <c>layerI_bias</c> with axes target channel, orbit; I and J from 1.</summary>
    public static IReadOnlyDictionary<string, NpyFile> Weights(EquivariantNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var arrays = new SortedDictionary<string, NpyFile>(StringComparer.Ordinal);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            arrays[BiasName(i)] = new([layer.Target.Channels, layer.OrbitCount], layer.Bias);
            for (var j = 0; j < layer.Terms.Count; j++)
            {
                var map = layer.Terms[j].Map;
                arrays[TermName(i, j)] = new([map.Target.Channels, map.Source.Channels, map.OrbitalCount], map.Weights);
            }
        }

        return arrays;
    }

    /// <summary>The name of the weight file that a document asks for, or <c>null</c>.</summary>
    /// <param name="text">The document.</param>
    /// <param name="path">The name of its file, for messages; empty where it has none.</param>
    /// <exception cref="FormatException">It is no document of a network.</exception>
    public static string? WeightFileOf(string text, string path = "") => new NetworkJsonReader(text, path).WeightFile;

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="weights">The arrays of its weight file, if it has one.</param>
    /// <param name="path">The name of its file, for messages; empty where it has none.</param>
    /// <exception cref="FormatException">The document or the weights have the wrong form; the message says file, line and field, or the array.</exception>
    public static EquivariantNetwork Read(string text, IReadOnlyDictionary<string, NpyFile>? weights = null, string path = "") => new NetworkJsonReader(text, path).Read(weights is null ? null : expected => Checked(weights, expected));

    /// <summary>Reads a document and its weight file. Arrays that the network does not have, or of other shapes, are refused before they are inflated.</summary>
    /// <param name="text">The document.</param>
    /// <param name="archive">The content of its weight file, <c>.npz</c> or <c>.safetensors</c>.</param>
    /// <param name="path">The name of the file of the document, for messages; empty where it has none.</param>
    /// <exception cref="FormatException">The document or the weights have the wrong form, or do not belong together.</exception>
    public static EquivariantNetwork ReadWithWeights(string text, IReadOnlyList<byte> archive, string path = "")
    {
        ArgumentNullException.ThrowIfNull(archive);
        var reader = new NetworkJsonReader(text, path);
        reader.CheckDigest(archive);
        var name = reader.WeightFile ?? "";
        return reader.Read(expected =>
        {
            try
            {
                return archive is [(byte)'P', (byte)'K', ..] || name.EndsWith(".npz", StringComparison.OrdinalIgnoreCase) ? NpzFile.Parse(archive, expected) : Checked(SafetensorsFile.Parse(archive), expected);
            }
            catch (FormatException problem)
            {
                throw new FormatException($"{JsonItem.Short(name)}: {problem.Message}", problem);
            }
        });
    }

    /// <summary>The word for an order of axes: <c>batch,channel,point</c> or <c>batch,point,channel</c>.</summary>
    public static string AxesName(AxisOrder axes) => axes == AxisOrder.PointChannel ? "batch,point,channel" : "batch,channel,point";

    /// <summary>Reads what <see cref="AxesName"/> writes; <c>position</c> is accepted for <c>point</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static AxisOrder ReadAxes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace(" ", "", StringComparison.Ordinal).Replace("position", "point", StringComparison.Ordinal) switch
        {
            "batch,channel,point" => AxisOrder.ChannelPoint,
            "batch,point,channel" => AxisOrder.PointChannel,
            _ => throw new FormatException($"axes '{text}' are neither batch,channel,point nor batch,point,channel"),
        };
    }

    private static IReadOnlyDictionary<string, NpyFile> Checked(IReadOnlyDictionary<string, NpyFile> weights, IReadOnlyDictionary<string, IReadOnlyList<int>> expected) =>
        expected.FirstOrDefault(pair => !weights.TryGetValue(pair.Key, out var array) || !array.Shape.SequenceEqual(pair.Value)) is { Key: { } name }
            ? throw new FormatException($"the weight file has no array {name} of shape {NpyHeader.Text(expected[name])}")
            : weights;

    internal static string TermName(int layer, int term) => FormattableString.Invariant($"layer{layer + 1}_term{term + 1}");

    internal static string BiasName(int layer) => FormattableString.Invariant($"layer{layer + 1}_bias");
}
