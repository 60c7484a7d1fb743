using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Files;

/// <summary>The JSON document of a network (docs/networks.md#file): group, G-sets with channels, axes, layers; weights inside, or in a <c>.npz</c> file beside it.</summary>
/// <remarks>Doubles are written so that they read back bit for bit. Same network, same bytes.</remarks>
public static class NetworkJson
{
    /// <summary>The value of the field <c>format</c>.</summary>
    public const string FormatName = "eqnn-network-1";

    /// <summary>The document.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weightFile">The name of the <c>.npz</c> file that will hold the weights, or <c>null</c> to write them into the document.</param>
    public static string Write(EquivariantNetwork network, string? weightFile = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented, Culture = CultureInfo.InvariantCulture };
        json.WriteStartObject();
        Field(json, "format", FormatName);
        json.WritePropertyName("group");
        WriteGroup(json, network.Group);
        Field(json, "axes", AxesName(network.Axes));
        json.WritePropertyName("states");
        var names = new SetNames(network.States);
        OnOneLine(json, () => json.WriteStartArray(), () =>
        {
            foreach (var state in network.States)
            {
                json.WriteValue(names.Of(state));
            }

            json.WriteEndArray();
        });
        if (names.Explicit.Count > 0)
        {
            WriteSets(json, names.Explicit);
        }

        if (weightFile is not null)
        {
            Field(json, "weights", weightFile);
        }

        json.WritePropertyName("layers");
        json.WriteStartArray();
        for (var i = 0; i < network.Layers.Count; i++)
        {
            WriteLayer(json, network.Layers[i], i, weightFile is not null);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return text + "\n";
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
    /// <exception cref="FormatException">It is no document of a network.</exception>
    public static string? WeightFileOf(string text) => Text(Root(text), "weights", required: false);

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="weights">The arrays of its weight file, if it has one.</param>
    /// <exception cref="FormatException">The document or the weights have the wrong form; the message says where.</exception>
    public static EquivariantNetwork Read(string text, IReadOnlyDictionary<string, NpyFile>? weights = null)
    {
        var root = Root(text);
        if (Text(root, "weights", required: false) is { } file && weights is null)
        {
            throw new FormatException($"the weights of the network are in {file}, which was not given");
        }

        var group = ReadGroup(root["group"]);
        var axes = ReadAxes(Text(root, "axes", required: false) ?? AxesName(AxisOrder.ChannelPoint));
        var states = Strings(root["states"], "states");
        if (states.Any(state => state.Contains('@', StringComparison.Ordinal)))
        {
            throw new FormatException("a network file names its G-sets without reference to other files");
        }

        var sets = ReadSets(root["sets"], group);
        var spaces = Located("states", () => SetNames.Read(group, states, sets));
        if (root["layers"] is not JArray layers || layers.Count + 1 != spaces.Count)
        {
            throw new FormatException(FormattableString.Invariant($"layers must be a list, one shorter than the {spaces.Count} states"));
        }

        return Located("layers", () => new EquivariantNetwork(spaces[0], layers.Select((layer, i) => ReadLayer(layer, i, spaces, weights)).ToList(), axes));
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

    private static void WriteGroup(JsonTextWriter json, FiniteGroup group)
    {
        if (IsNamed(group))
        {
            json.WriteValue(group.Name);
            return;
        }

        json.WriteStartObject();
        Field(json, "name", group.Name);
        json.WritePropertyName("degree");
        json.WriteValue(group.Degree);
        json.WritePropertyName("generators");
        json.WriteStartArray();
        WriteImages(json, group.Generators);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteImages(JsonTextWriter json, IEnumerable<Permutation> permutations)
    {
        foreach (var permutation in permutations)
        {
            OnOneLine(json, json.WriteStartArray, () =>
            {
                foreach (var image in permutation.Images)
                {
                    json.WriteValue(image + 1);
                }

                json.WriteEndArray();
            });
        }
    }

    private static void WriteSets(JsonTextWriter json, IEnumerable<(string Name, GSet Set)> sets)
    {
        json.WritePropertyName("sets");
        json.WriteStartObject();
        foreach (var (name, set) in sets)
        {
            json.WritePropertyName(name);
            json.WriteStartArray();
            WriteImages(json, set.GeneratorActions);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Whether the name alone gives the group back, with the same points and generators.</summary>
    private static bool IsNamed(FiniteGroup group)
    {
        try
        {
            var named = FiniteGroup.Parse(group.Name);
            return named.Degree == group.Degree && named.Generators.SequenceEqual(group.Generators);
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or Algebra.LimitExceededException)
        {
            return false;
        }
    }

    private static Dictionary<string, GSet> ReadSets(JToken? token, FiniteGroup group)
    {
        var sets = new Dictionary<string, GSet>(StringComparer.Ordinal);
        if (token is null)
        {
            return sets;
        }

        if (token is not JObject named)
        {
            throw new FormatException("sets must be an object: for each name the image lists of the generators");
        }

        foreach (var (name, lists) in named)
        {
            if (name.Length < 2 || name[0] != 'X' || !name.AsSpan(1).ContainsAnyInRange('0', '9') || name.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
            {
                throw new FormatException($"sets: '{name}' is no name of a set; use X1, X2, ...");
            }

            var images = lists is JArray rows ? rows.Select(row => Permutation.FromImages(Numbers(row, $"sets.{name}").Select(image => checked((int)image) - 1))) : throw new FormatException($"sets: {name} must be a list of image lists");
            sets.Add(name, Located($"sets: {name}", () => GSet.FromGeneratorActions(group, name, images)));
        }

        return sets;
    }

    private static FiniteGroup ReadGroup(JToken? token)
    {
        if (token is JValue { Type: JTokenType.String } name)
        {
            return FiniteGroup.Parse((string)name!);
        }

        if (token is not JObject group || group["generators"] is not JArray generators || group["degree"] is not JValue { Type: JTokenType.Integer } degree)
        {
            throw new FormatException("group must be a name, or an object with name, degree and generators");
        }

        var given = Text(group, "name", required: false) ?? "group";
        var images = generators.Select(generator => Located("generators", () => Permutation.FromImages(Numbers(generator, "generators").Select(image => checked((int)image) - 1)))).ToList();

        // The named group, if it is the same: then its elements and simples have their usual names.
        var found = Located("group", () => FiniteGroup.FromGenerators(given, (int)degree, images));
        try
        {
            var named = FiniteGroup.Parse(given);
            return named.Degree == found.Degree && named.Generators.SequenceEqual(found.Generators) ? named : found;
        }
        catch (Exception problem) when (problem is FormatException or Algebra.LimitExceededException)
        {
            return found;
        }
    }

    private static void WriteLayer(JsonTextWriter json, NetworkLayer layer, int position, bool outside)
    {
        json.WriteStartObject();
        Field(json, "activation", layer.Activation.ToString());
        if (!outside)
        {
            json.WritePropertyName("bias");
            WriteNumbers(json, layer.Bias);
        }

        json.WritePropertyName("terms");
        json.WriteStartArray();
        foreach (var term in layer.Terms)
        {
            json.WriteStartObject();
            json.WritePropertyName("state");
            json.WriteValue(term.State);
            if (!outside)
            {
                json.WritePropertyName("weights");
                WriteWeights(json, term.Map.Weights);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static NetworkLayer ReadLayer(JToken token, int position, IReadOnlyList<FeatureSpace> spaces, IReadOnlyDictionary<string, NpyFile>? weights)
    {
        if (token is not JObject layer || layer["terms"] is not JArray terms)
        {
            throw new FormatException(FormattableString.Invariant($"layer {position + 1} must be an object with activation and terms"));
        }

        var maps = terms.Select((term, j) =>
        {
            if (term["state"] is not JValue { Type: JTokenType.Integer } state || (long)state < 0 || (long)state > position)
            {
                throw new FormatException(FormattableString.Invariant($"layer {position + 1}, term {j + 1}: state must be a number from 0 to {position}"));
            }

            var values = Array(weights, TermName(position, j), term["weights"]);
            return new LayerTerm((int)state, EquivariantMap.FromWeights(spaces[(int)state], spaces[position + 1], values ?? throw new FormatException(FormattableString.Invariant($"layer {position + 1}, term {j + 1} has no weights"))));
        }).ToList();
        return new(maps, Array(weights, BiasName(position), layer["bias"]), ActivationFunction.Parse(Text(layer, "activation", required: false) ?? "identity"));
    }

    private static IEnumerable<double>? Array(IReadOnlyDictionary<string, NpyFile>? weights, string name, JToken? inside) =>
        inside is JObject sparse ? SparseNumbers(sparse, name)
        : inside is not null ? Numbers(inside, name)
        : weights is null ? null
        : weights.TryGetValue(name, out var array) ? array.Values
        : throw new FormatException($"the weight file has no array {name}");

    private static string TermName(int layer, int term) => FormattableString.Invariant($"layer{layer + 1}_term{term + 1}");

    private static string BiasName(int layer) => FormattableString.Invariant($"layer{layer + 1}_bias");

    private static JObject Root(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { MaxDepth = 64, DateParseHandling = DateParseHandling.None };
            var root = JToken.ReadFrom(reader) as JObject;
            return root is not null && Text(root, "format", required: false) == FormatName ? root : throw new FormatException($"this is no network file: the field format is not \"{FormatName}\"");
        }
        catch (JsonReaderException problem)
        {
            throw new FormatException("this is no JSON: " + problem.Message, problem);
        }
    }

    private static string? Text(JObject from, string name, bool required) => from[name] switch
    {
        JValue { Type: JTokenType.String } value => (string)value!,
        null when !required => null,
        _ => throw new FormatException($"the field {name} must be text"),
    };

    private static List<string> Strings(JToken? token, string name) => token is JArray list && list.All(item => item.Type == JTokenType.String)
        ? [.. list.Select(item => (string)item!)]
        : throw new FormatException($"the field {name} must be a list of texts");

    private static List<double> Numbers(JToken? token, string name) => token is JArray list && list.All(item => item.Type is JTokenType.Float or JTokenType.Integer)
        ? [.. list.Select(item => (double)item)]
        : throw new FormatException($"the field {name} must be a list of numbers");

    private static T Located<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException problem)
        {
            throw new FormatException($"{place}: {problem.Message}", problem);
        }
    }

    private static void Field(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    /// <summary>All weights, or where at most a quarter of them is not zero those alone with their positions.</summary>
    private static void WriteWeights(JsonTextWriter json, IReadOnlyList<double> weights)
    {
        var present = weights.Count(weight => weight != 0);
        if (weights.Count < 64 || present * 4 > weights.Count)
        {
            WriteNumbers(json, weights);
            return;
        }

        OnOneLine(json, json.WriteStartObject, () =>
        {
            json.WritePropertyName("count");
            json.WriteValue(weights.Count);
            json.WritePropertyName("nonzero");
            json.WriteStartArray();
            for (var i = 0; i < weights.Count; i++)
            {
                if (weights[i] != 0)
                {
                    json.WriteStartArray();
                    json.WriteValue(i + 1);
                    json.WriteValue(weights[i]);
                    json.WriteEndArray();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static double[] SparseNumbers(JObject sparse, string name)
    {
        if (sparse["count"] is not JValue { Type: JTokenType.Integer } count || (long)count is < 0 or > 100_000_000 || sparse["nonzero"] is not JArray pairs)
        {
            throw new FormatException($"the field {name} must be a list of numbers, or an object with count and nonzero");
        }

        var numbers = new double[(int)count];
        foreach (var pair in pairs)
        {
            if (pair is not JArray { Count: 2 } entry || entry[0].Type != JTokenType.Integer || (long)entry[0] < 1 || (long)entry[0] > numbers.Length || entry[1].Type is not (JTokenType.Float or JTokenType.Integer))
            {
                throw new FormatException(FormattableString.Invariant($"the field {name}: nonzero holds {pair.ToString(Formatting.None)}, not a position from 1 to {numbers.Length} and a number"));
            }

            numbers[(int)entry[0] - 1] = (double)entry[1];
        }

        return numbers;
    }

    private static void WriteNumbers(JsonTextWriter json, IEnumerable<double> values) => OnOneLine(json, json.WriteStartArray, () =>
    {
        foreach (var value in values)
        {
            json.WriteValue(value);
        }

        json.WriteEndArray();
    });

    private static void OnOneLine(JsonTextWriter json, Action open, Action rest)
    {
        open();
        json.Formatting = Formatting.None;
        rest();
        json.Formatting = Formatting.Indented;
    }
}
