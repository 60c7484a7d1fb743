using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Files;

/// <summary>Reads what <see cref="NetworkJsonWriter"/> writes; each refusal says where.</summary>
internal sealed class NetworkJsonReader(string text, IReadOnlyDictionary<string, NpyFile>? weights)
{
    private readonly JObject _root = Root(text);

    /// <summary>The name of the file that holds the weights, if they are not inside.</summary>
    public string? WeightFile => Text(_root, "weights", required: false);

    public EquivariantNetwork Read()
    {
        if (WeightFile is { } file && weights is null)
        {
            throw new FormatException($"the weights of the network are in {file}, which was not given");
        }

        var group = ReadGroup(_root["group"]);
        var axes = NetworkJson.ReadAxes(Text(_root, "axes", required: false) ?? NetworkJson.AxesName(AxisOrder.ChannelPoint));
        var states = Strings(_root["states"], "states");
        if (states.Any(state => state.Contains('@', StringComparison.Ordinal)))
        {
            throw new FormatException("a network file names its G-sets without reference to other files");
        }

        var sets = ReadSets(_root["sets"], group);
        var spaces = Located("states", () => SetNames.Read(group, states, sets));
        if (_root["layers"] is not JArray layers || layers.Count + 1 != spaces.Count)
        {
            throw new FormatException(FormattableString.Invariant($"layers must be a list, one shorter than the {spaces.Count} states"));
        }

        return Located("layers", () => new EquivariantNetwork(spaces[0], layers.Select((layer, i) => ReadLayer(layer, i, spaces)).ToList(), axes));
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

            var images = lists is JArray rows ? rows.Select(row => Image(row, $"sets.{name}")) : throw new FormatException($"sets: {name} must be a list of image lists");
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
        var images = generators.Select(generator => Image(generator, "generators")).ToList();

        return Located("group", () => GroupIdentity.AsRead(given, checked((int)(long)degree), images));
    }

    private NetworkLayer ReadLayer(JToken token, int position, IReadOnlyList<FeatureSpace> spaces)
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

            var values = Array(NetworkJson.TermName(position, j), term["weights"]);
            return new LayerTerm((int)state, EquivariantMap.FromWeights(spaces[(int)state], spaces[position + 1], values ?? throw new FormatException(FormattableString.Invariant($"layer {position + 1}, term {j + 1} has no weights"))));
        }).ToList();
        return new(maps, Array(NetworkJson.BiasName(position), layer["bias"]), Activation.Parse(Text(layer, "activation", required: false) ?? "identity"));
    }

    private IEnumerable<double>? Array(string name, JToken? inside) =>
        inside is JObject sparse ? SparseNumbers(sparse, name)
        : inside is not null ? Numbers(inside, name)
        : weights is null ? null
        : weights.TryGetValue(name, out var array) ? array.Values
        : throw new FormatException($"the weight file has no array {name}");

    private static JObject Root(string text) => JsonText.Parse(text) is JObject root && Text(root, "format", required: false) == NetworkJson.FormatName
        ? root
        : throw new FormatException($"this is no network file: the field format is not \"{NetworkJson.FormatName}\"");

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

    private static Permutation Image(JToken? token, string name) => token is JArray list && list.All(item => item is JValue { Value: >= 1L and <= int.MaxValue })
        ? Located(name, () => Permutation.FromImages(list.Select(item => (int)item - 1)))
        : throw new FormatException($"{name}: an image list holds the points from 1");

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
}
