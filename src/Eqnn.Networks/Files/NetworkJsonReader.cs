using System.Security.Cryptography;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Networks.Orbits;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.Records.Groups;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Files;

/// <summary>Reads what <see cref="NetworkJsonWriter"/> writes; each refusal says line and field.</summary>
internal sealed class NetworkJsonReader(string text)
{
    private const int MostLayers = 100_000;

    private readonly JObject _root = Root(text);

    /// <summary>The name of the file that holds the weights, if they are not inside.</summary>
    public string? WeightFile => Text(_root, "weights");

    /// <summary>Reads the network.</summary>
    /// <param name="arrays">The arrays of its weight file, if it has one, for the names and shapes that are expected.</param>
    public EquivariantNetwork Read(Func<IReadOnlyDictionary<string, IReadOnlyList<int>>, IReadOnlyDictionary<string, NpyFile>>? arrays)
    {
        if (WeightFile is { } file && arrays is null)
        {
            throw JsonText.Mistake(_root["weights"], $"the weights of the network are in {JsonText.Short(file)}, which was not given");
        }

        var group = ReadGroup(_root["group"]);
        var axes = Text(_root, "axes") is { } order ? Located(_root["axes"], () => NetworkJson.ReadAxes(order)) : AxisOrder.ChannelPoint;
        var states = Strings(_root["states"], "states");
        if (states.FindIndex(state => state.Contains('@', StringComparison.Ordinal)) is >= 0 and var at)
        {
            throw JsonText.Mistake(_root["states"]![at], "a network file names its G-sets without reference to other files");
        }

        var spaces = Located(_root["states"], () => SetNames.Read(group, states, ReadSets(_root["sets"], group)));
        if (_root["layers"] is not JArray layers || layers.Count + 1 != spaces.Count || layers.Count > MostLayers)
        {
            throw JsonText.Mistake(_root["layers"] ?? _root, FormattableString.Invariant($"layers must be a list, one shorter than the {spaces.Count} states"));
        }

        var terms = layers.Select((layer, i) => TermsOf(layer, i)).ToList();
        var weights = WeightFile is null ? null : arrays!(Expected(terms, spaces));
        var network = Located(_root["layers"], () => new EquivariantNetwork(spaces[0], [.. layers.Select((layer, i) => ReadLayer(layer, i, terms[i], spaces, weights))], axes));
        var (input, output) = (ReadAxes("inputAxes", network.InputAxes), ReadAxes("outputAxes", network.OutputAxes));
        var notes = _root["notes"] is { } said ? Strings(said, "notes") : [];
        return Located(_root["inputAxes"] ?? _root["outputAxes"], () => network.WithArrays(input, output).WithNotes(notes));
    }

    /// <summary>The digest of a weight file, as a document names it.</summary>
    public static string DigestOf(IReadOnlyList<byte> archive) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(archive as byte[] ?? [.. archive]));

    /// <summary>Refuses a weight file that is not the one with which the document was written.</summary>
    public void CheckDigest(IReadOnlyList<byte> archive)
    {
        if (Text(_root, "weightsDigest") is { } named && named != DigestOf(archive))
        {
            throw JsonText.Mistake(_root["weightsDigest"], $"{JsonText.Short(WeightFile ?? "")} is not the weight file with which this document was written: its digest is another one");
        }
    }

    /// <summary>The names and shapes of the arrays of the weight file.</summary>
    private static SortedDictionary<string, IReadOnlyList<int>> Expected(List<IReadOnlyList<int>> terms, IReadOnlyList<FeatureSpace> spaces)
    {
        var expected = new SortedDictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            var target = spaces[i + 1];
            expected[NetworkJson.BiasName(i)] = [target.Channels, PointAction.Of(target.Set).BasePoints.Length];
            for (var j = 0; j < terms[i].Count; j++)
            {
                var source = spaces[terms[i][j]];
                expected[NetworkJson.TermName(i, j)] = [target.Channels, source.Channels, OrbitalIndex.Of(source.Set, target.Set).Count];
            }
        }

        return expected;
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
            throw JsonText.Mistake(token, "sets must be an object: for each name the image lists of the generators");
        }

        foreach (var (name, lists) in named)
        {
            if (name.Length < 2 || name[0] != 'X' || !name.AsSpan(1).ContainsAnyInRange('0', '9') || name.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
            {
                throw JsonText.Mistake(lists, $"'{JsonText.Short(name)}' is no name of a set; use X1, X2, ...");
            }

            var images = lists is JArray rows ? rows.Select(row => Image(row)).ToList() : throw JsonText.Mistake(lists, $"{name} must be a list of image lists");
            sets.Add(name, Located(lists, () => GSet.FromGeneratorActions(group, name, images)));
        }

        return sets;
    }

    private FiniteGroup ReadGroup(JToken? token)
    {
        if (token is JValue { Type: JTokenType.String } name)
        {
            return Located(token, () => GroupFile.ReadOrParse((string)name!));
        }

        if (token is not JObject group || group["generators"] is not JArray generators || Whole(group["degree"], 0, int.MaxValue) is not { } degree)
        {
            throw JsonText.Mistake(token ?? _root, "group must be a name, or an object with name, degree and generators");
        }

        var given = Text(group, "name") ?? "group";
        var images = generators.Select(Image).ToList();
        return Located(token, () => GroupIdentity.AsRead(given, degree, images));
    }

    /// <summary>The states from which the terms of a layer start.</summary>
    private static IReadOnlyList<int> TermsOf(JToken token, int position) => token is JObject layer && layer["terms"] is JArray { Count: > 0 } terms
        ? [.. terms.Select((term, j) => term is JObject && Whole(term["state"], 0, position) is { } state ? state
            : throw JsonText.Mistake(term, FormattableString.Invariant($"layer {position + 1}, term {j + 1}: state must be a number from 0 to {position}")))]
        : throw JsonText.Mistake(token, FormattableString.Invariant($"layer {position + 1} must be an object with activation and terms"));

    private static NetworkLayer ReadLayer(JToken token, int position, IReadOnlyList<int> states, IReadOnlyList<FeatureSpace> spaces, IReadOnlyDictionary<string, NpyFile>? weights)
    {
        var layer = (JObject)token;
        var terms = (JArray)layer["terms"]!;
        var maps = terms.Select((term, j) =>
        {
            var values = Array(NetworkJson.TermName(position, j), term["weights"], weights)
                ?? throw JsonText.Mistake(term, FormattableString.Invariant($"layer {position + 1}, term {j + 1} has no weights"));
            return new LayerTerm(states[j], Located(term["weights"] ?? term, () => EquivariantMap.FromWeights(spaces[states[j]], spaces[position + 1], values)));
        }).ToList();
        var activation = Text(layer, "activation") ?? "identity";
        var f = Located(layer["activation"] ?? layer, () => Activation.Parse(activation));
        return Located(layer["bias"] ?? layer, () => new NetworkLayer(maps, Array(NetworkJson.BiasName(position), layer["bias"], weights), f));
    }

    private SampleAxes ReadAxes(string name, SampleAxes absent)
    {
        if (_root[name] is not { } token)
        {
            return absent;
        }

        var lengths = token is JObject axes && axes["lengths"] is JArray list ? list.Select(item => Whole(item, 1, int.MaxValue)).ToList() : [null];
        if (lengths.Contains(null) || Whole(token["batch"], 0, lengths.Count + 1) is not { } batch || Whole(token["pointsBefore"], 1, int.MaxValue) is not { } before)
        {
            throw JsonText.Mistake(token, $"{name} must be an object with lengths, batch and pointsBefore");
        }

        var join = (string?)(token["join"] as JValue) switch
        {
            null => BatchJoin.None,
            "next" => BatchJoin.WithNext,
            "previous" => BatchJoin.WithPrevious,
            var other => throw JsonText.Mistake(token["join"], $"'{JsonText.Short(other)}' is neither next nor previous"),
        };
        return Located(token, () => new SampleAxes(lengths.Select(n => n!.Value), batch - 1, join, before));
    }

    private static IEnumerable<double>? Array(string name, JToken? inside, IReadOnlyDictionary<string, NpyFile>? weights) =>
        inside is JObject sparse ? SparseNumbers(sparse, name)
        : inside is not null ? Numbers(inside, name)
        : weights?.GetValueOrDefault(name)?.Values;

    private static JObject Root(string text) => JsonText.Parse(text) is JObject root && root["format"] is JValue { Type: JTokenType.String } format && (string)format! == NetworkJson.FormatName
        ? root
        : throw new FormatException($"this is no network file: the field format is not \"{NetworkJson.FormatName}\"");

    private static string? Text(JObject from, string name) => from[name] switch
    {
        JValue { Type: JTokenType.String } value => (string)value!,
        null => null,
        var other => throw JsonText.Mistake(other, $"{name} must be text"),
    };

    /// <summary>A whole number within bounds, or <c>null</c> if the token is none.</summary>
    private static int? Whole(JToken? token, int least, int most) => token is JValue { Type: JTokenType.Integer, Value: long value } && value >= least && value <= most ? (int)value : null;

    private List<string> Strings(JToken? token, string name) => token is JArray list && list.All(item => item.Type == JTokenType.String)
        ? [.. list.Select(item => (string)item!)]
        : throw JsonText.Mistake(token ?? _root, $"{name} must be a list of texts");

    private static double[] Numbers(JToken token, string name) => token is JArray list
        ? [.. list.Select(item => Number(item, name))]
        : throw JsonText.Mistake(token, $"{name} must be a list of numbers");

    /// <summary>A number; a whole one of any size is one too.</summary>
    private static double Number(JToken item, string name)
    {
        var number = (item as JValue)?.Value switch
        {
            double x => x,
            long n => n,
            System.Numerics.BigInteger n => (double)n,
            _ => double.NaN,
        };
        return double.IsFinite(number) ? number
            : throw JsonText.Mistake(item, (item as JValue)?.Value is double or System.Numerics.BigInteger ? $"{name} holds a number that is not finite" : $"{name} must be a list of numbers");
    }

    private static Permutation Image(JToken? token) => token is JArray list && list.All(item => item is JValue { Value: >= 1L and <= int.MaxValue })
        ? Located(token, () => Permutation.FromImages(list.Select(item => (int)item - 1)))
        : throw JsonText.Mistake(token, "an image list holds the points from 1");

    private static T Located<T>(JToken? place, Func<T> read) => JsonText.Located(place, read);

    private static double[] SparseNumbers(JObject sparse, string name)
    {
        const int Most = 100_000_000;
        if (Whole(sparse["count"], 0, Most) is not { } count || sparse["nonzero"] is not JArray pairs)
        {
            throw JsonText.Mistake(sparse, $"{name} must be a list of numbers, or an object with count and nonzero");
        }

        var numbers = new double[count];
        foreach (var pair in pairs)
        {
            if (pair is not JArray { Count: 2 } entry || Whole(entry[0], 1, numbers.Length) is not { } position)
            {
                throw JsonText.Mistake(pair, FormattableString.Invariant($"{name}: nonzero holds pairs of a position from 1 to {numbers.Length} and a number"));
            }

            numbers[position - 1] = Number(entry[1], name);
        }

        return numbers;
    }
}
